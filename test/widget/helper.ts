/** What the widget tests share: a server that really draws, and a few ways to look at a page. */
import {
  bytesToHex,
  hexToBytes,
  numberBelow,
  numberText,
  placeText,
  slotAt,
  tableText,
  weightTotal,
  type DrawPlace,
  type DrawTable,
  type Receipt,
} from '../../shared/draw.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type {
  GameView,
  PlayInput,
  PlayReply,
  PrizeView,
  StartInput,
  StartReply,
  VoucherView,
  Wallet,
} from '../../shared/schema/shopper-api.ts';
import { firstWords } from '../../shared/words/first.ts';
import { localeFor } from '../../shared/words/locales.ts';
import { createApi } from '../../widget/api.ts';
import { FairgroundPanel } from '../../widget/elements/panel.ts';
import { FairgroundWheel } from '../../widget/games/wheel.ts';
import { Fair, type FairOptions } from '../../widget/state/fair.ts';
import { browserHashes } from '../../widget/state/check.ts';
import { keepFor, type Keep } from '../../widget/state/keep.ts';
import { Plays } from '../../widget/state/plays.ts';
import { Session } from '../../widget/state/session.ts';

export function equal<Value>(actual: Value, expected: Value, what = 'value'): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Resolves with the first truthy answer; looks again at every frame. */
export async function until<Value>(
  look: () => Value | null | undefined | false,
  what: string,
): Promise<Value> {
  const end = performance.now() + 8_000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`never saw ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Test files run side by side in one origin, so each has a site of its own. */
export const siteId = `tea-${crypto.randomUUID()}`;

/** The names of everything this site keeps in the browser. */
export function keptNames(): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(`fairground.${siteId}.`));
}

const kinds: readonly PrizeView[] = [
  { id: 'ten', kind: 'voucher', label: { en: '10% off', vi: 'Giảm 10%' } },
  { id: 'none', kind: 'nothing', label: { en: 'Nothing', vi: 'Chưa trúng' } },
  { id: 'fifty', kind: 'points', label: { en: '50 points', vi: '50 điểm' }, points: 50 },
];

type Call = { readonly name: string; readonly input: unknown; readonly token: string | null };

export function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : input.toString();
}

/**
 * Answers `fetch` as the server does: it draws with the shared arithmetic, replays a command id,
 * and refuses an old commitment. It signs nothing and keeps one shopper.
 */
export class FakeServer {
  readonly calls: Call[] = [];
  /** Taken one a call before anything else: a lost line before or after the work, or a refusal. */
  readonly trouble: ('lost' | 'lost after' | Refusal)[] = [];
  table: DrawTable;
  prizes: readonly PrizeView[];
  refusal: Refusal | null = null;
  index = 0;
  wallet: Wallet = { version: 1, points: 0, vouchers: [] };
  hasGames = true;
  rewards: RewardsReply = noRewards;
  /** Resolved before a play is answered. */
  gate: Promise<void> = Promise.resolve();
  readonly #settled = new Map<string, PlayReply>();
  readonly #fetch = window.fetch;

  constructor(slotCount = 6, only?: number) {
    this.prizes = Array.from({ length: slotCount }, (_, at) => kinds[at % 3] ?? kinds[0]!);
    const slots = this.prizes.map(({ id }, at) => ({
      prize: id,
      weight: only === undefined || only === at ? 10 : 0,
    }));
    this.table = { slots, fallback: 1 };
    window.fetch = (input, init) => this.#answer(addressOf(input), init);
  }

  stop(): void {
    window.fetch = this.#fetch;
  }

  called(name: string): Call[] {
    return this.calls.filter((call) => call.name === name);
  }

  async #answer(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, location.href);
    const name = /\/trpc\/shopper\.(\w+)$/.exec(url.pathname)?.[1];
    if (!name) return this.#fetch(address, init);
    const text = url.searchParams.get('input') ?? (typeof init.body === 'string' ? init.body : '');
    const input: unknown = JSON.parse(text);
    const token = new Headers(init.headers).get('authorization');
    this.calls.push({ name, input, token });
    const trouble = name === 'track' ? undefined : this.trouble.shift();
    if (trouble === 'lost') throw new TypeError('the line is down');
    const refusal = typeof trouble === 'object' ? trouble : undefined;
    const answer = refusal ?? (await this.#work(name, input));
    if (trouble === 'lost after') throw new TypeError('the line went down');
    if (typeof answer === 'object' && 'code' in answer) {
      const data = { code: 'CONFLICT', httpStatus: 409, refusal: answer };
      return Response.json(
        { error: { message: answer.code, code: -32009, data } },
        { status: 409 },
      );
    }
    return Response.json({ result: { data: answer } });
  }

  async #work(name: string, input: unknown): Promise<object> {
    switch (name) {
      case 'play':
        await this.gate;
        return this.#play(input as PlayInput);
      case 'claim':
        return this.#claim((input as { voucherId: string }).voucherId);
      case 'wallet':
        return this.wallet;
      case 'plays':
        return {
          plays: [...this.#settled.values()]
            .reverse()
            .map((reply) => ({ ...reply, wallet: undefined })),
        };
      case 'track':
        return { accepted: 1 };
      case 'rewards':
        return this.rewards;
      default:
        return this.#start((input as StartInput).locale);
    }
  }

  async #start(asked = ''): Promise<StartReply> {
    const game: GameView = {
      id: 'wheel',
      campaignId: 'autumn',
      kind: 'wheel',
      name: { en: 'The autumn wheel', vi: 'Vòng quay mùa thu' },
      endsAt: Date.now() + 86_400_000,
      boxes: null,
      price: 0,
      table: this.table,
      slots: this.prizes.map((prize) => ({ ...prize, left: null })),
      turn: await this.#turn(),
    };
    const locale = localeFor(asked) ?? 'en';
    return {
      token: `token-${this.called('start').length}`,
      now: Date.now(),
      site: {
        id: siteId,
        name: 'Tea & Teapots',
        currency: 'VND',
        timeZone: 'Asia/Ho_Chi_Minh',
        locale: 'en',
        theme: { name: 'auto', launcher: 'end' },
      },
      shopper: { id: 'shopper', kind: 'anonymous' },
      games: this.hasGames ? [game] : [],
      list: this.hasGames ? [game] : [],
      wallet: this.wallet,
      locale,
      words: firstWords[locale] ?? firstWords.en,
    };
  }

  async #turn(): Promise<GameView['turn']> {
    const commitment = await this.commitment();
    return {
      stream: 'stream',
      draw: { epoch: 0, index: this.index, commitment },
      playsLeft: this.refusal ? 0 : 3,
      freePlays: 0,
      refusal: this.refusal,
    };
  }

  async #seed(): Promise<string> {
    return bytesToHex(await hashes().sha256(hashes().encode(`seed ${this.index}`)));
  }

  #place(): DrawPlace {
    return { site: siteId, game: 'wheel', stream: 'stream', epoch: 0, index: this.index };
  }

  async commitment(): Promise<string> {
    const table = await hashes().sha256(hashes().encode(tableText(this.table)));
    const place = bytesToHex(hashes().encode(placeText(this.#place())));
    const sealed = (await this.#seed()) + bytesToHex(table) + place;
    return bytesToHex(await hashes().sha256(hexToBytes(sealed)));
  }

  async #play({ commandId, commitment, clientSeed }: PlayInput): Promise<PlayReply | Refusal> {
    const before = this.#settled.get(commandId);
    if (before) return before;
    if (this.refusal) return this.refusal;
    if (commitment !== (await this.commitment())) {
      return { code: 'draw_moved', draw: (await this.#turn()).draw };
    }
    const receipt = await this.#draw(clientSeed);
    const prize = this.prizes[receipt.slot]!;
    const at = Date.now();
    const voucher = prize.kind === 'voucher' ? makeVoucher(prize, `voucher-${this.index}`) : null;
    this.index += 1;
    this.wallet = {
      version: this.wallet.version + 1,
      points: this.wallet.points + (prize.points ?? 0),
      vouchers: voucher ? [voucher, ...this.wallet.vouchers] : this.wallet.vouchers,
    };
    const reply: PlayReply = {
      playId: `play-${this.index}`.padEnd(8, '-'),
      gameId: 'wheel',
      at,
      slot: receipt.slot,
      prize,
      won: prize.kind !== 'nothing',
      pick: null,
      voucher,
      receipt,
      turn: await this.#turn(),
      wallet: { ...this.wallet, vouchers: voucher ? [voucher] : [] },
    };
    this.#settled.set(commandId, reply);
    return reply;
  }

  async #draw(clientSeed: string): Promise<Receipt> {
    const { table, index } = this;
    const serverSeed = await this.#seed();
    for (let round = 0; ; round += 1) {
      const message = hashes().encode(numberText(clientSeed, index, round));
      const bytes = await hashes().hmacSha256(hexToBytes(serverSeed), message);
      const number = numberBelow(bytes, weightTotal(table));
      if (number === null) continue;
      const drawn = slotAt(table, number);
      return {
        version: 1,
        ...this.#place(),
        commitment: await this.commitment(),
        serverSeed,
        clientSeed,
        table,
        number,
        round,
        drawn,
        deviations: [],
        slot: drawn,
      };
    }
  }

  #claim(voucherId: string): object {
    const vouchers = this.wallet.vouchers.map((voucher) =>
      voucher.id === voucherId ? { ...voucher, claimedAt: Date.now() } : voucher,
    );
    const voucher = vouchers.find(({ id }) => id === voucherId);
    this.wallet = { ...this.wallet, version: this.wallet.version + 1, vouchers };
    return { voucher, wallet: { ...this.wallet, vouchers: [voucher] } };
  }
}

/** A site that has nothing beside its games. */
export const noRewards: RewardsReply = {
  points: {
    points: 0,
    pending: 0,
    held: 0,
    credit: 0,
    creditPending: 0,
    creditHeld: 0,
    expiring: [],
    releases: [],
    value: null,
  },
  badges: [],
  leaderboards: [],
  missions: [],
  surveys: [],
  rewardShop: [],
  parcels: [],
  referral: null,
  checkIns: [],
  quizzes: [],
};

export function makeVoucher(
  { id: prizeId, label }: PrizeView,
  id: string,
  more: Partial<VoucherView> = {},
): VoucherView {
  return {
    id,
    prizeId,
    label,
    code: 'TEA-7KQ2XW',
    state: 'issued',
    benefit: { kind: 'percent', percent: 10 },
    minimumSpend: 0,
    issuedAt: 0,
    expiresAt: Date.now() + 86_400_000,
    claimedAt: null,
    ...more,
  };
}

export function hashes(): NonNullable<ReturnType<typeof browserHashes>> {
  const found = browserHashes();
  ok(found, 'the test page has crypto.subtle');
  return found;
}

/** A session that never waits between two tries. */
export function makeSession(keep: Keep = keepFor(siteId), locale = 'en'): Session {
  return new Session({
    siteId,
    keep,
    connect: (token) => createApi(location.origin, token),
    wait: () => Promise.resolve(),
    locale,
  });
}

/** A session that has started, and its plays. */
export async function startPlays(keep?: Keep): Promise<{ session: Session; plays: Plays }> {
  const session = makeSession(keep);
  await session.start();
  return { session, plays: new Plays(session) };
}

export async function makeFair(
  options: Partial<FairOptions> = {},
  session = makeSession(undefined, options.locale),
): Promise<Fair> {
  const fair = new Fair(
    { siteId, origin: location.origin, locale: 'en', hasConsent: () => false, ...options },
    session,
  );
  await fair.open();
  // What comes right behind the first paint.
  await new Promise((resolve) => setTimeout(resolve));
  return fair;
}

if (!customElements.get('fairground-wheel')) {
  customElements.define('fairground-wheel', FairgroundWheel);
  customElements.define('fairground-panel', FairgroundPanel);
}

/** A wheel on a page of its own, drawn. */
export async function mountWheel(fair: Fair): Promise<FairgroundWheel> {
  const wheel = document.createElement('fairground-wheel');
  wheel.fair = fair;
  document.body.append(wheel);
  await wheel.updateComplete;
  return wheel;
}

export async function mountPanel(fair: Fair): Promise<FairgroundPanel> {
  const panel = document.createElement('fairground-panel');
  panel.fair = fair;
  document.body.append(panel);
  fair.show = (place) => panel.show(place);
  await panel.updateComplete;
  return panel;
}

/** The first match of `selector` in any shadow tree below `root`. */
export function deep(selector: string, root: ParentNode = document): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && deep(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return null;
}

export function textOf(selector: string): string {
  return deep(selector)?.textContent?.trim() ?? '';
}

/** Ends every motion on the page that has an end. */
export function finishMotion(root: DocumentOrShadowRoot & ParentNode = document): void {
  for (const animation of root.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) finishMotion(shadowRoot);
}

/** Ends a spin without its 4.2 seconds. */
export async function spinToEnd(): Promise<void> {
  (await until(() => deep('.spin'), 'the spin button')).click();
  await until(() => deep('.foot .skip'), 'the way to skip');
  deep('.foot .skip')?.click();
  await until(() => !deep('.foot .skip'), 'the end of the spin');
}

export function clearPage(): void {
  for (const name of ['fairground-wheel', 'fairground-panel', 'fairground-launcher']) {
    document.querySelectorAll(name).forEach((element) => element.remove());
  }
  for (const name of keptNames()) localStorage.removeItem(name);
}
