/**
 * What the tests of the admin page share: an office without a server, and ways to look at the
 * page.
 */
import '../../../admin/elements/admin-page.ts';
import { Office } from '../../../admin/state/office.ts';
import type { OfficeApi } from '../../../admin/state/office-api.ts';
import type { Answer, Problem } from '../../../admin/state/problem.ts';
import type { Surroundings } from '../../../admin/state/surroundings.ts';
import type { OverviewReply, PrizeFigures } from '../../../shared/schema/admin-api.ts';
import { adminView, onePlay, overviewReply } from '../../admin/overview-reply.ts';

/** A window that stands still: no timer runs, nothing is written to the address. */
export function stillWindow(hash = ''): Surroundings & { hash: string } {
  const world = {
    hash,
    now: () => Date.parse('2026-11-22T09:41:00Z'),
    after: () => () => {},
    isVisible: () => true,
    isOnline: () => true,
    readHash: () => world.hash,
    writeHash: (next: string) => void (world.hash = next),
  };
  return world;
}

/** Everything works, unless `more` says otherwise. */
export function apiWith(more: Partial<OfficeApi> = {}): OfficeApi {
  return {
    me: () => answeredWith(adminView),
    signIn: () => answeredWith(adminView),
    acceptLink: () => answeredWith(adminView),
    signOut: () => answeredWith(undefined),
    overview: () => answeredWith(busyWeek()),
    ...more,
  };
}

export async function answeredWith<Value>(value: Value): Promise<Answer<Value>> {
  return { ok: true, value };
}

export async function refusedWith(problem: Problem): Promise<Answer<never>> {
  return { ok: false, problem };
}

export const unauthorized: Problem = { kind: 'refused', refusal: { code: 'unauthorized' } };

/** The whole page with its colours, after its first answer. */
export async function openPage(more: Partial<OfficeApi> = {}, hash = '') {
  const surroundings = stillWindow(hash);
  const office = new Office({ api: apiWith(more), surroundings });
  await addColours();
  const page = document.createElement('admin-page');
  page.office = office;
  document.body.append(page);
  await office.start();
  await settled(page);
  return { office, page, surroundings };
}

export async function mount<Element extends HTMLElement>(element: Element): Promise<Element> {
  await addColours();
  document.body.append(element);
  await settled(element);
  return element;
}

export function clearPage(): void {
  document.body.replaceChildren();
}

/** Two frames: one to render, one for what has been measured meanwhile. */
export async function settled(root: HTMLElement): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.all(updatesIn(root));
  }
}

/** The first match anywhere inside, shadow trees included. */
export function find(root: Element, selector: string): HTMLElement {
  return findAs(root, selector, HTMLElement);
}

/** The same, where it has to be more than an element of HTML. */
export function findAs<Found extends Element>(
  root: Element,
  selector: string,
  kind: new () => Found,
): Found {
  const found = findAll(root, selector)[0];
  if (!(found instanceof kind)) throw new Error(`no ${selector} in ${root.localName}`);
  return found;
}

export function findAll(root: Element | ShadowRoot, selector: string): Element[] {
  const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  const trees = [root, ...inside];
  const own = trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);
  const hosts = trees.flatMap((tree) =>
    [...tree.querySelectorAll('*')].filter((each) => each.shadowRoot !== null),
  );
  return [...own, ...hosts.flatMap((host) => findAll(host.shadowRoot ?? host, selector))];
}

/** Whatever can be read inside, in one line. */
export function textOf(root: Element | ShadowRoot): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Element && node.shadowRoot !== null) walk(node.shadowRoot);
    node.childNodes.forEach(walk);
  };
  walk(root);
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** A week with plays, a prize beyond chance, one sold out, and events that wait. */
export function busyWeek(): OverviewReply {
  const quiet = overviewReply();
  const counts = [200, 330, 240, 230, 300, 450, 160];
  const compared = (value: number, before: number) => ({ value, before });
  return overviewReply({
    totals: {
      plays: compared(1_910, 1_660),
      shoppers: compared(1_140, 1_140),
      vouchers: compared(700, 730),
      prizeCost: compared(6_650_000, 6_900_000),
      attributedRevenue: compared(44_940_000, 0),
    },
    days: quiet.days.map((day, index) => ({
      ...day,
      plays: counts[index] ?? 0,
      shoppers: counts[index] ?? 0,
      prizeCost: 9_500 * (counts[index] ?? 0),
    })),
    funnel: (['shown', 'opened', 'started', 'settled', 'won', 'claimed', 'redeemed'] as const).map(
      (step, index) => ({
        step,
        shoppers: compared([9_000, 4_000, 1_500, 1_140, 500, 450, 150][index] ?? 0, 0),
      }),
    ),
    prizes: [
      prize({ prizeId: 'ten', label: '10% off', oddsSet: 0.25, given: 480 }),
      prize({ prizeId: 'ship', label: 'Free shipping', oddsSet: 0.1, given: 260 }),
      prize({
        prizeId: 'tea',
        label: 'A tin of tea',
        oddsSet: 0.02,
        given: 5,
        stock: 25,
        stockLeft: 0,
        codesLeft: null,
      }),
    ],
    latestPlays: Array.from({ length: 12 }, (_, index) => ({
      ...onePlay,
      playId: `play-${index}`,
      won: index !== 1,
    })),
    eventsWaiting: 12,
  });
}

export function prize(more: Partial<PrizeFigures>): PrizeFigures {
  const { given = 0, plays = 1_910, oddsSet = 0.5 } = more;
  return {
    campaignId: 'autumn',
    campaignName: 'Autumn wheel',
    gameId: 'wheel',
    gameName: { en: 'Lucky wheel' },
    prizeId: 'nothing',
    label: 'Nothing',
    oddsSet,
    oddsExpected: { low: oddsSet, high: oddsSet },
    oddsObserved: plays === 0 ? null : given / plays,
    given,
    plays,
    stock: null,
    stockLeft: null,
    codesLeft: null,
    cost: 12_000 * given,
    ...more,
  };
}

async function addColours(): Promise<void> {
  if (document.querySelector('link[data-colours]') !== null) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/admin/page.css';
  link.dataset['colours'] = '';
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head.append(link);
  await loaded;
}

function updatesIn(root: HTMLElement): Promise<unknown>[] {
  const elements = [root, ...findAll(root, '*')];
  return elements.flatMap((element) => {
    const update: unknown = Reflect.get(element, 'updateComplete');
    return update instanceof Promise ? [update] : [];
  });
}
