/**
 * What the shop's rules say, written a second time and as plainly as it goes: maps in memory, one
 * thing after the other. It knows nothing of draws: which slot was drawn it is told.
 */
import type { PlayReply } from '../../shared/schema/shopper-api.ts';

const dayMs = 86_400_000;
const zoneMs = 7 * 3_600_000;
export const earnPer = 1_000;
export const expiryDays = 20;
export const prices: Readonly<Record<string, number>> = { wheel: 0, paid: 15, last: 0 };
const perDay: Readonly<Record<string, number>> = { wheel: 2 };
const perCampaign: Readonly<Record<string, number>> = { wheel: 6, last: 30 };

export type Policy = 'allow_negative' | 'stop_at_zero' | 'take_from_next_earning';

interface Plays {
  day: number;
  today: number;
  free: number;
}

export interface ModelShopper {
  mergedInto: string | null;
  hasPlayed: boolean;
  /** [expires at, points] */
  lots: [number, number][];
  /** How far the balance is below zero. */
  minus: number;
  owed: number;
  counted: number;
  games: Map<string, Plays>;
}

export interface ModelVoucher {
  readonly id: string;
  readonly code: string;
  readonly shared: boolean;
  readonly minimumSpend: number;
  readonly expiresAt: number;
  owner: string;
  state: 'issued' | 'held' | 'redeemed';
  heldUntil: number;
  holdId: string;
}

interface ModelOrder {
  readonly name: string | null;
  readonly net: number;
  readonly earned: number;
  refunded: number;
  reversed: number;
  /** By whose order it was, over all that was reported under its id. */
  readonly forgiven: Map<string | null, number>;
  cancelled: boolean;
}

export class Model {
  now: number;
  policy: Policy = 'stop_at_zero';
  readonly shoppers = new Map<string, ModelShopper>();
  readonly vouchers: ModelVoucher[] = [];
  readonly orders = new Map<string, ModelOrder>();
  readonly supply = new Map([
    ['rare', 4],
    ['own', 3],
  ]);

  constructor(now: number) {
    this.now = now;
  }

  shopper(id: string): ModelShopper {
    const known = this.shoppers.get(id);
    if (known) return known;
    const games = new Map<string, Plays>();
    const nothing = { mergedInto: null, hasPlayed: false, minus: 0, owed: 0, counted: 0 };
    const made: ModelShopper = { ...nothing, lots: [], games };
    this.shoppers.set(id, made);
    return made;
  }

  pass(ms: number): void {
    this.now += ms;
    for (const each of this.shoppers.values()) {
      each.lots = each.lots.filter(([expiresAt]) => expiresAt > this.now);
    }
  }

  points(id: string): number {
    const { lots, minus } = this.shopper(id);
    return lots.reduce((sum, [, left]) => sum + left, 0) - minus;
  }

  earn(id: string, amount: number): void {
    const shopper = this.shopper(id);
    const covered = Math.min(amount, shopper.minus);
    shopper.minus -= covered;
    const expiresAt = (this.day() + 1 + expiryDays) * dayMs - zoneMs;
    shopper.lots.push([expiresAt, amount - covered]);
    this.payDebt(id);
  }

  /** Answers how many it let go for ever. */
  takeBack(id: string, amount: number, policy: Policy): number {
    const shopper = this.shopper(id);
    const here = Math.min(amount, Math.max(0, this.points(id)));
    this.spend(id, here);
    if (policy === 'allow_negative') shopper.minus += amount - here;
    if (policy === 'take_from_next_earning') shopper.owed += amount - here;
    return policy === 'stop_at_zero' ? amount - here : 0;
  }

  refusalToPlay(id: string, game: string): string | null {
    if (this.shopper(id).mergedInto !== null) return 'shopper_merged';
    if (this.plays(id, game).free === 0) {
      const limit = this.limitReached(id, game);
      if (limit) return limit;
    }
    const empty = this.supply.get('rare') === 0 && this.supply.get('own') === 0;
    if (game === 'last' && empty) return 'sold_out';
    const price = prices[game] ?? 0;
    if (this.plays(id, game).free === 0 && this.points(id) < price) return 'not_enough_points';
    return null;
  }

  /** What a settled play did, `given` being the prize of the reply. */
  played(id: string, game: string, reply: PlayReply): void {
    const plays = this.plays(id, game);
    const price = prices[game] ?? 0;
    const isFree = plays.free > 0 && (price > 0 || this.limitReached(id, game) !== null);
    plays.today = this.playedToday(plays);
    plays.day = this.day();
    this.shopper(id).hasPlayed = true;
    if (isFree) plays.free -= 1;
    else {
      this.spend(id, price);
      plays.today += 1;
      this.shopper(id).counted += 1;
    }
    this.give(id, reply.prize.id, reply.voucher);
    if (reply.prize.kind === 'free_play') plays.free += 1;
  }

  give(id: string, prizeId: string, voucher: PlayReply['voucher']): void {
    const left = this.supply.get(prizeId);
    if (left !== undefined) this.supply.set(prizeId, left - 1);
    if (prizeId === 'rare') this.earn(id, 50);
    if (prizeId === 'ten-points') this.earn(id, 10);
    if (!voucher) return;
    const expiresAt = voucher.expiresAt ?? Number.MAX_SAFE_INTEGER;
    const { id: voucherId, code, minimumSpend } = voucher;
    const shared = code === 'WELCOME';
    const rest = { state: 'issued', heldUntil: 0, holdId: '' } as const;
    const owned = { id: voucherId, code, shared, minimumSpend, expiresAt, owner: id };
    this.vouchers.push({ ...owned, ...rest });
  }

  stateOf(voucher: ModelVoucher): string {
    if (voucher.state === 'redeemed') return 'redeemed';
    if (voucher.state === 'held' && voucher.heldUntil > this.now) return 'held';
    return voucher.expiresAt <= this.now ? 'expired' : 'issued';
  }

  merge(from: string, to: string): boolean {
    const [old, young] = [this.shoppers.get(from), this.shopper(to)];
    if (!old?.hasPlayed || old.mergedInto !== null) return false;
    old.mergedInto = to;
    for (const [expiresAt, left] of old.lots.sort(([a], [b]) => a - b)) {
      const covered = Math.min(left, young.minus);
      young.minus -= covered;
      young.lots.push([expiresAt, left - covered]);
    }
    old.lots = [];
    this.payDebt(to);
    young.counted += old.counted;
    for (const [game, plays] of old.games) {
      const own = this.plays(to, game);
      const day = Math.max(own.day, plays.day);
      const on = (one: Plays): number => (one.day === day ? one.today : 0);
      young.games.set(game, { day, today: on(own) + on(plays), free: own.free + plays.free });
    }
    for (const voucher of this.vouchers) if (voucher.owner === from) voucher.owner = to;
    return true;
  }

  plays(id: string, game: string): Plays {
    return this.shopper(id).games.get(game) ?? this.newPlays(id, game);
  }

  private newPlays(id: string, game: string): Plays {
    const plays = { day: -1, today: 0, free: 0 };
    this.shopper(id).games.set(game, plays);
    return plays;
  }

  private limitReached(id: string, game: string): string | null {
    const { counted } = this.shopper(id);
    if (counted >= (perCampaign[game] ?? Infinity)) return 'campaign_limit_reached';
    const today = this.playedToday(this.plays(id, game));
    return today >= (perDay[game] ?? Infinity) ? 'daily_limit_reached' : null;
  }

  private playedToday({ day, today }: Plays): number {
    return day === this.day() ? today : 0;
  }

  private payDebt(id: string): void {
    const shopper = this.shopper(id);
    const paid = Math.min(shopper.owed, Math.max(0, this.points(id)));
    shopper.owed -= paid;
    this.spend(id, paid);
  }

  private spend(id: string, amount: number): void {
    const shopper = this.shopper(id);
    let rest = amount;
    shopper.lots.sort(([a], [b]) => a - b);
    for (const lot of shopper.lots) {
      const taken = Math.min(lot[1], rest);
      lot[1] -= taken;
      rest -= taken;
    }
    shopper.lots = shopper.lots.filter(([, left]) => left > 0);
  }

  private day(): number {
    return Math.floor((this.now + zoneMs) / dayMs);
  }
}
