/** A server that really draws, behind `fetch`. */
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
import type {
  ConfirmContactReply,
  ContactAsk,
  LeaveContactInput,
  LeaveContactReply,
} from '../../shared/schema/contact-api.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type {
  GameTitle,
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
import { browserHashes } from '../../widget/state/check.ts';
import { ok, siteId } from './helper.ts';

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
  shopperId = 'shopper';
  hasGames = true;
  /** What the one game is, and what it asks for. */
  game: Partial<Pick<GameView, 'kind' | 'boxes' | 'price' | 'terms'>> = {};
  earned: PlayReply['earned'];
  /** Other games of the site, by title only. */
  others: GameTitle[] = [];
  rewards: RewardsReply = noRewards;
  /** What else it answers, by the name of the call: a reply or a refusal. */
  readonly answers: Record<string, (input: unknown) => object> = {};
  /** What a claim waits for, until it was left, and confirmed by 246810. */
  ask: ContactAsk | null = null;
  /** Resolved before a play is answered. */
  gate: Promise<void> = Promise.resolve();
  readonly #settled = new Map<string, PlayReply>();
  readonly #fetch = window.fetch;
  readonly #origin: string | undefined;

  /** `origin`: answers nothing else, so that several can stand on one page. */
  constructor(slotCount = 6, only?: number, origin?: string) {
    this.#origin = origin;
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
    const isOurs = !this.#origin || url.origin === this.#origin;
    if (!name || !isOurs) return this.#fetch(address, init);
    const text = url.searchParams.get('input') ?? (typeof init.body === 'string' ? init.body : '');
    const input: unknown = JSON.parse(text);
    const token = new Headers(init.headers).get('authorization');
    this.calls.push({ name, input, token });
    const trouble = name === 'track' ? undefined : this.trouble.shift();
    if (trouble === 'lost') throw new TypeError('the line is down');
    const refusal = typeof trouble === 'object' ? trouble : undefined;
    const answer = refusal ?? (await this.#work(name, input));
    if (trouble === 'lost after') throw new TypeError('the line went down');
    if ('code' in answer && typeof answer.code === 'string') {
      const data = { code: 'CONFLICT', httpStatus: 409, refusal: answer };
      return Response.json(
        { error: { message: answer.code, code: -32009, data } },
        { status: 409 },
      );
    }
    return Response.json({ result: { data: answer } });
  }

  async #work(name: string, input: unknown): Promise<object> {
    const answered = this.answers[name]?.(input);
    if (answered) return answered;
    switch (name) {
      case 'play':
        await this.gate;
        return this.#play(input as PlayInput);
      case 'leaveContact':
        return this.#leaveContact(input as LeaveContactInput);
      case 'confirmContact':
        return this.#confirmContact((input as { code: string }).code);
      case 'claim':
        if (this.ask) return { code: 'contact_needed', contact: this.ask } satisfies Refusal;
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
      ...this.game,
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
        theme: { name: 'auto' },
      },
      shopper: { id: this.shopperId, kind: 'anonymous' },
      games: this.hasGames ? [game] : [],
      list: this.hasGames ? [game, ...this.others] : [],
      wallet: this.wallet,
      locale,
      words: firstWords[locale],
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

  async #play({
    commandId,
    commitment,
    clientSeed,
    ...input
  }: PlayInput): Promise<PlayReply | Refusal> {
    const before = this.#settled.get(commandId);
    if (before) return before;
    if (this.refusal) return this.refusal;
    const { regions = [], ageMin } = this.game.terms ?? {};
    if (regions.length > 0 && !regions.includes(input.region ?? '')) {
      return { code: 'region_not_allowed' };
    }
    if (ageMin && (input.ageConfirmed ?? 0) < ageMin) return { code: 'age_not_confirmed' };
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
      pick: input.pick ?? null,
      ...(this.earned ? { earned: this.earned } : {}),
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

  #leaveContact({ email = '' }: LeaveContactInput): LeaveContactReply {
    const { confirm } = this.ask ?? {};
    if (!confirm) this.ask = null;
    const code = confirm ? { expiresAt: Date.now() + 900_000, attemptsLeft: 5 } : null;
    return { kind: 'email', shown: `${email[0]}•••@shop.example`, confirmed: false, code };
  }

  #confirmContact(code: string): ConfirmContactReply | Refusal {
    if (code !== '246810') return { code: 'code_wrong' };
    this.ask = null;
    return { kind: 'email', shown: 'm•••@shop.example', confirmed: true };
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
  tier: null,
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
