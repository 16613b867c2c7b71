/** One element of ours in one state: with a server of its own that gives just that. */
import { makeVoucher, FakeServer, noRewards } from '../../test/widget/fake-server.ts';
import { deep, siteId, until } from '../../test/widget/helper.ts';
import { createApi } from '../api.ts';
import { Fair, shareFair } from '../state/fair.ts';
import type { Keep } from '../state/keep.ts';
import type { Terms } from '../../shared/schema/terms.ts';
import type { Place } from '../state/place.ts';
import { Session } from '../state/session.ts';
import { makeStall } from '../views/stalls.ts';

export interface Stage {
  readonly server: FakeServer;
  readonly fair: Fair;
  readonly root: ShadowRoot;
  /** Waits for it in any shadow tree, then presses it. */
  press(selector: string): Promise<void>;
  see(selector: string): Promise<HTMLElement>;
}

export interface State {
  readonly name: string;
  /** The slot that the draw falls on. */
  readonly slot?: number;
  readonly slots?: number;
  readonly prepare?: (server: FakeServer) => void;
  readonly show: (stage: Stage) => Promise<void>;
}

export interface Scene {
  readonly name: string;
  /** What it is, or what it is for. */
  readonly says: string;
  /** It lies over a page: shown in a frame of its own. */
  readonly isFramed?: boolean;
  readonly states: readonly State[];
}

export interface Setting {
  theme: string;
  readonly locale: string;
  readonly isStill: boolean;
}

let raised = 0;

export async function raise(root: ShadowRoot, setting: Setting, state: State): Promise<Stage> {
  raised += 1;
  const origin = `https://stage-${raised}.example`;
  const server = new FakeServer(state.slots ?? 6, state.slot, origin);
  server.rewards = noRewards;
  state.prepare?.(server);
  const { isStill } = setting;
  const keep = memory();
  if (isStill) keep.set('still', 'on');
  const session = new Session({
    siteId,
    keep,
    connect: (token) => createApi(origin, token),
    wait: () => new Promise((resolve) => setTimeout(resolve)),
    locale: setting.locale,
  });
  // The setting itself: a theme that is changed in it is worn at the next news.
  const fair = new Fair({ siteId, origin, asked: setting, hasConsent: () => false }, session);
  shareFair(fair);
  const see = (selector: string): Promise<HTMLElement> =>
    until(() => deep(selector, root), `${selector} of ${state.name}`);
  const stage: Stage = {
    server,
    fair,
    root,
    see,
    press: async (selector) => (await see(selector)).click(),
  };
  await state.show(stage);
  return stage;
}

/** The wheel as it stands on a page. */
export async function mountWheel({ fair, root }: Stage): Promise<void> {
  root.append(Object.assign(document.createElement('fairground-wheel'), { fair }));
  await fair.open();
}

export async function mountStall({ fair, root }: Stage, place: Place): Promise<HTMLElement> {
  await fair.open();
  await fair.loadStalls();
  const stall = await makeStall(fair, place);
  if (!stall) throw new Error(`nothing stands at ${place.view}`);
  root.append(stall);
  return stall;
}

/** Presses on to the result, however it moves, and to its receipt. */
export async function skipToEnd({ root, see }: Stage): Promise<void> {
  await until(() => {
    if (deep('.result', root)) return true;
    deep('.skip', root)?.click();
    return false;
  }, 'a result');
  await see('.verified');
}

/** A line that never answers. */
export function silence(): Promise<never> {
  return new Promise(() => {});
}

export function breakLine(): never {
  throw new TypeError('the line is down');
}

/** A field of what a call brought. */
export function fieldOf(input: unknown, name: string): string {
  return typeof input === 'object' && input ? String(Reflect.get(input, name)) : '';
}

/** One voucher in each state. */
export function vouchers({ prizes }: FakeServer): ReturnType<typeof makeVoucher>[] {
  const [prize] = prizes;
  if (!prize) return [];
  return [
    makeVoucher(prize, 'whole'),
    makeVoucher(prize, 'torn', { claimedAt: 1, minimumSpend: 200_000 }),
    makeVoucher(prize, 'held', { claimedAt: 1, state: 'held' }),
    makeVoucher(prize, 'redeemed', { claimedAt: 1, state: 'redeemed' }),
    makeVoucher(prize, 'expired', { claimedAt: 1, state: 'expired' }),
    makeVoucher(prize, 'voided', { claimedAt: 1, state: 'voided' }),
  ];
}

export const terms: Terms = {
  rules: 'Play fair.\nBe kind.',
  organiser: 'Tea & Teapots',
  url: 'https://tea.example/rules',
  regions: ['VN', 'TH'],
  ageMin: 16,
};

/** Keeps nothing beyond the page: a stage is always new. */
function memory(): Keep {
  const kept = new Map<string, string>();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: (start) => [...kept.keys()].filter((name) => name.startsWith(start)),
  };
}
