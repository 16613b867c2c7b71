/**
 * A purse takes what one command does to a shopper's points, and gives the transfers and lot
 * changes. Balanced by construction: every movement names both sides. The open lots always add up
 * to the balance, or to 0 when it is negative.
 */
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import type { Account, Change, Transfer } from './decision.ts';
import type { Lot, Shopper, WalletFacts } from './facts.ts';
import type { Programme } from './programme.ts';
import type { Ids, Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';
import { never } from '../../shared/time.ts';

type RefundPolicy = ProgrammeDocument['points']['refundPolicy'];

type LotMoves = readonly (readonly [number, number])[];

/** Opened for one command; lots that are due expire at once. */
export class Purse {
  readonly #shopper: Shopper;
  readonly #programme: Programme;
  readonly #stamp: Stamp;
  readonly #ids: Ids;
  readonly #lots: Map<number, number>;
  readonly #lotsBefore: ReadonlyMap<number, number>;
  readonly #transfers: Transfer[] = [];
  #points: number;
  #floor: number;
  #owed: number;

  constructor({ shopper, programme, lots }: WalletFacts, stamp: Stamp, ids: Ids) {
    this.#shopper = shopper;
    this.#programme = programme;
    this.#stamp = stamp;
    this.#ids = ids;
    this.#lots = new Map(lots.map(({ expiresAt, left }) => [expiresAt, left]));
    this.#lotsBefore = new Map(this.#lots);
    this.#points = shopper.points;
    this.#floor = shopper.pointsFloor;
    this.#owed = shopper.pointsOwed;
    for (const [expiresAt, left] of this.#lots) {
      if (expiresAt > stamp.now || left === 0) continue;
      this.#lots.set(expiresAt, 0);
      this.#move('shopper', 'expired', left, 'expired', [[expiresAt, left]]);
    }
  }

  /** The balance by now. */
  points(): number {
    return this.#points;
  }

  earn(amount: number, reason: string): void {
    const { points, calendar } = this.#programme;
    const expiresAt =
      points.expiryDays === null
        ? never
        : endOfDayAfter(this.#stamp.now, points.expiryDays, calendar);
    const added = Math.max(this.#points + amount, 0) - Math.max(this.#points, 0);
    if (added > 0) this.#lots.set(expiresAt, (this.#lots.get(expiresAt) ?? 0) + added);
    this.#move('issued', 'shopper', amount, reason, added > 0 ? [[expiresAt, added]] : []);
    this.#payDebt();
  }

  /** Takes the oldest expiry first. The caller has checked that `points()` suffices. */
  spend(amount: number, reason: string): void {
    this.#move('shopper', 'redeemed', amount, reason, this.#take(amount));
  }

  /** Takes points back as the site's policy says; never throws, whatever the balance. */
  takeBack(amount: number, reason: string, policy: RefundPolicy): void {
    const here = Math.max(0, Math.min(amount, this.#points));
    const taken = policy === 'allow_negative' ? amount : here;
    this.#move('shopper', 'clawed_back', taken, reason, this.#take(taken));
    this.#floor = Math.min(this.#floor, this.#points);
    if (policy === 'take_from_next_earning') this.#owed += amount - taken;
  }

  /** Moves the whole balance, lots and debts into another purse of the same command. */
  pourInto(other: Purse): void {
    const open = [...this.#lots].map(([expiresAt, left]) => ({ expiresAt, left }));
    const amount = this.#points;
    for (const { expiresAt } of open) this.#lots.set(expiresAt, 0);
    if (amount > 0) this.#move('shopper', 'merged', amount, 'merged', movesOf(open));
    if (amount < 0) this.#move('merged', 'shopper', -amount, 'merged', []);
    other.#receive(open, amount, this.#owed);
    this.#owed = 0;
  }

  /** Everything that happened, and the shopper with it. */
  close(more: Partial<Pick<Shopper, 'mergedInto'>> = {}): {
    readonly shopper: Shopper;
    readonly changes: Change[];
  } {
    const before = this.#shopper;
    const after: Shopper = {
      ...before,
      ...more,
      walletVersion: before.walletVersion + 1,
      points: this.#points,
      pointsFloor: this.#floor,
      pointsOwed: this.#owed,
    };
    const changes: Change[] = [
      { kind: 'shopper', before, after },
      ...this.#transfers.map((transfer) => ({ kind: 'transfer', transfer }) as const),
    ];
    for (const [expiresAt, left] of this.#lots) {
      const change = left - (this.#lotsBefore.get(expiresAt) ?? 0);
      if (change !== 0) changes.push({ kind: 'lot', shopperId: before.id, expiresAt, change });
    }
    return { shopper: after, changes };
  }

  #receive(open: readonly Lot[], amount: number, owed: number): void {
    this.#owed += owed;
    if (amount < 0) {
      this.#move('shopper', 'merged', -amount, 'merged', this.#take(-amount));
      this.#floor = Math.min(this.#floor, this.#points);
      return;
    }
    // A debt of this purse swallows the oldest points first.
    let covered = Math.min(amount, Math.max(0, -this.#points));
    const kept: [number, number][] = [];
    for (const { expiresAt, left } of open.toSorted((a, b) => a.expiresAt - b.expiresAt)) {
      const swallowed = Math.min(left, covered);
      covered -= swallowed;
      if (left === swallowed) continue;
      this.#lots.set(expiresAt, (this.#lots.get(expiresAt) ?? 0) + left - swallowed);
      kept.push([expiresAt, left - swallowed]);
    }
    this.#move('merged', 'shopper', amount, 'merged', kept);
    this.#payDebt();
  }

  #payDebt(): void {
    const amount = Math.min(this.#owed, Math.max(this.#points, 0));
    this.#move('shopper', 'clawed_back', amount, 'owed', this.#take(amount));
    this.#owed -= amount;
  }

  /** Takes what `amount` leaves of the open lots, the oldest expiry first. */
  #take(amount: number): LotMoves {
    let rest = Math.max(this.#points, 0) - Math.max(this.#points - amount, 0);
    if (rest === 0) return [];
    const moved: [number, number][] = [];
    for (const [expiresAt, left] of [...this.#lots].sort(([a], [b]) => a - b)) {
      const taken = Math.min(left, rest);
      if (taken <= 0) continue;
      this.#lots.set(expiresAt, left - taken);
      moved.push([expiresAt, taken]);
      rest -= taken;
    }
    if (rest > 0) throw new Error(`the lots of ${this.#shopper.id} lack ${rest} points`);
    return moved;
  }

  #move(from: Account, to: Account, amount: number, reason: string, lots: LotMoves): void {
    if (amount <= 0) return;
    const { id: shopperId } = this.#shopper;
    this.#transfers.push({ id: this.#ids.next('t'), shopperId, from, to, amount, reason, lots });
    this.#points += to === 'shopper' ? amount : -amount;
  }
}

function movesOf(lots: readonly Lot[]): LotMoves {
  return lots.filter(({ left }) => left > 0).map(({ expiresAt, left }) => [expiresAt, left]);
}
