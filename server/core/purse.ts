/**
 * A purse takes what one command does to a shopper's points and store credit, and gives the
 * transfers and lot changes. Balanced by construction: every movement names both sides. The open
 * lots always add up to the balance of points, or to 0 when it is negative. Credit has no lots, and
 * never falls below 0.
 */
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import { limits } from '../../shared/limits.ts';
import { units, type Unit } from '../../shared/points.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Account, Change, Transfer } from './decision.ts';
import type { Hold, Lot, Pending, Shopper, WalletFacts } from './facts.ts';
import type { Programme } from './programme.ts';
import type { Ids, Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';
import { never } from '../../shared/time.ts';

export type RefundPolicy = ProgrammeDocument['points']['refundPolicy'];

type LotMoves = readonly (readonly [number, number])[];

/** What a shopper has, with what waits and what is held for carts. */
export function pointsKept({ points, pointsPending, pointsHeld }: Shopper): number {
  return points + pointsPending + pointsHeld;
}

export const tooManyPoints: Refusal = {
  code: 'bad_request',
  detail: `a balance holds at most ${limits.pointsMax} points`,
};

/** Points that a command spent, with the lots that they came from. */
export interface Spent {
  readonly amount: number;
  readonly lots: LotMoves;
}

type Balance = Record<'shopper' | 'pending' | 'held', number>;

/** What waits for a return window, as it was and as it is. */
interface Waiting {
  readonly before: Pending | null;
  readonly now: Pending;
}

/**
 * Opened for one command. What is due happens at once: pending points are released, holds that
 * timed out go back, lots expire.
 */
export class Purse {
  readonly #shopper: Shopper;
  #pausedUntil: number;
  readonly #programme: Programme;
  readonly #stamp: Stamp;
  readonly #ids: Ids;
  readonly #lots: Map<number, number>;
  readonly #lotsBefore: ReadonlyMap<number, number>;
  readonly #transfers: Transfer[] = [];
  readonly #waiting = new Map<string, Waiting>();
  readonly #holds: Change[] = [];
  readonly #balances: Record<Unit, Balance>;
  #floor: number;
  #owed: number;

  constructor({ shopper, programme, lots, pending, holds }: WalletFacts, stamp: Stamp, ids: Ids) {
    this.#shopper = shopper;
    this.#pausedUntil = shopper.pausedUntil;
    this.#programme = programme;
    this.#stamp = stamp;
    this.#ids = ids;
    this.#lots = new Map(lots.map(({ expiresAt, left }) => [expiresAt, left]));
    this.#lotsBefore = new Map(this.#lots);
    this.#balances = {
      points: {
        shopper: shopper.points,
        pending: shopper.pointsPending,
        held: shopper.pointsHeld,
      },
      credit: {
        shopper: shopper.credit,
        pending: shopper.creditPending,
        held: shopper.creditHeld,
      },
    };
    this.#floor = shopper.pointsFloor;
    this.#owed = shopper.pointsOwed;
    for (const each of pending) this.#waiting.set(nameOf(each), { before: each, now: each });
    for (const each of pending.toSorted((a, b) => a.dueAt - b.dueAt)) this.#release(each);
    for (const each of holds) {
      if (each.state === 'held' && each.heldUntil <= stamp.now) this.giveBack(each, 'hold_expired');
    }
    this.#expire();
  }

  /** The balance by now. */
  points(): number {
    return this.#balances.points.shopper;
  }

  /** Store credit by now, minor units. */
  credit(): number {
    return this.#balances.credit.shopper;
  }

  earn(amount: number, reason: string, unit: Unit = 'points'): void {
    this.#enter(unit, 'issued', amount, reason, this.#stamp.now);
  }

  /** Earned, but kept until `dueAt`. */
  pend(amount: number, reason: string, kept: Omit<Pending, 'amount' | 'shopperId'>): void {
    if (amount <= 0) return;
    const known = this.#waiting.get(nameOf(kept));
    const now = known?.now ?? { ...kept, shopperId: this.#shopper.id, amount: 0 };
    const after = { ...now, amount: now.amount + amount };
    this.#waiting.set(nameOf(kept), { before: known?.before ?? null, now: after });
    this.#move(kept.unit, ['issued', 'pending'], amount, reason);
  }

  /** What a source has not been given yet. */
  pendingOf(sourceId: string, unit: Unit): number {
    return this.#waiting.get(nameOf({ sourceId, unit }))?.now.amount ?? 0;
  }

  /** Takes the oldest expiry first. The caller has checked that `points()` suffices. */
  spend(amount: number, reason: string): void {
    this.#move('points', ['shopper', 'redeemed'], amount, reason, this.#take(amount));
  }

  /**
   * Takes points back as the site's policy says; never throws, whatever the balance. Answers how
   * many it let go for ever.
   */
  takeBack(amount: number, reason: string, policy: RefundPolicy): number {
    const here = Math.max(0, Math.min(amount, this.points()));
    const taken = policy === 'allow_negative' ? amount : here;
    this.#move('points', ['shopper', 'clawed_back'], taken, reason, this.#take(taken));
    this.#floor = Math.min(this.#floor, this.points());
    if (policy === 'take_from_next_earning') this.#owed += amount - taken;
    return policy === 'stop_at_zero' ? amount - taken : 0;
  }

  /** Takes back what a source earned: first what still waits. Answers how much it let go. */
  takeBackOf(
    { sourceId, unit }: Pick<Pending, 'sourceId' | 'unit'>,
    amount: number,
    reason: string,
    policy: RefundPolicy,
  ): number {
    const waiting = Math.min(this.pendingOf(sourceId, unit), amount);
    if (waiting > 0) {
      this.#lessen({ sourceId, unit }, waiting);
      this.#move(unit, ['pending', 'clawed_back'], waiting, reason);
    }
    const rest = amount - waiting;
    if (unit === 'points') return this.takeBack(rest, reason, policy);
    const taken = Math.min(rest, this.credit());
    this.#move('credit', ['shopper', 'clawed_back'], taken, reason);
    return rest - taken;
  }

  /** Keeps for a cart what the shopper has. The caller has checked that it suffices. */
  hold(asked: Pick<Hold, 'id' | 'unit' | 'amount' | 'discount' | 'heldUntil'>): Hold {
    const { unit, amount } = asked;
    const lots = unit === 'points' ? this.#take(amount) : [];
    this.#move(unit, ['shopper', 'held'], amount, 'hold', lots);
    const { id: shopperId } = this.#shopper;
    const after = { ...asked, shopperId, lots, state: 'held', orderId: null } as const;
    this.#holds.push({ kind: 'hold', before: null, after });
    return after;
  }

  /** What was kept is spent on the order. */
  redeem(hold: Hold, orderId: string): void {
    this.#move(hold.unit, ['held', 'redeemed'], hold.amount, 'checkout');
    this.#holds.push({
      kind: 'hold',
      before: hold,
      after: { ...hold, state: 'redeemed', orderId },
    });
  }

  /** Points go back to the lots that they came from: one that is over expires at once. */
  giveBack(hold: Hold, reason: string): void {
    const from = hold.state === 'redeemed' ? 'redeemed' : 'held';
    if (hold.unit === 'points') this.#restore(from, lotsOf(hold.lots), hold.amount, reason);
    else this.#move('credit', [from, 'shopper'], hold.amount, reason);
    this.#holds.push({ kind: 'hold', before: hold, after: { ...hold, state: 'returned' } });
    this.#expire();
  }

  /** Gives back points that were spent without a hold, by the same rule. */
  giveBackSpent({ amount, lots }: Spent, reason: string): void {
    this.#restore('redeemed', lotsOf(lots), amount, reason);
    this.#expire();
  }

  /** Takes credit by hand. The caller has checked that `credit()` suffices. */
  takeCredit(amount: number, reason: string): void {
    this.#move('credit', ['shopper', 'clawed_back'], amount, reason);
  }

  /** Moves the whole balance, lots, debts and credit into another purse of the same command. */
  pourInto(other: Purse): void {
    for (const unit of units) {
      const { pending, held } = this.#balances[unit];
      if (pending + held > 0) throw new Error(`${this.#shopper.id} holds what only a customer can`);
    }
    const open = [...this.#lots].map(([expiresAt, left]) => ({ expiresAt, left }));
    const amount = this.points();
    for (const { expiresAt } of open) this.#lots.set(expiresAt, 0);
    if (amount > 0) this.#move('points', ['shopper', 'merged'], amount, 'merged', movesOf(open));
    if (amount < 0) this.#move('points', ['merged', 'shopper'], -amount, 'merged');
    const credit = this.credit();
    this.#move('credit', ['shopper', 'merged'], credit, 'merged');
    other.#move('credit', ['merged', 'shopper'], credit, 'merged');
    other.#receive(open, amount, this.#owed);
    this.#owed = 0;
  }

  /** Nothing is played until then; it never ends earlier. */
  pauseUntil(at: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
  }

  /** Everything that happened, and the shopper with it. */
  close(more: Partial<Pick<Shopper, 'mergedInto' | 'backlog'>> = {}): {
    readonly shopper: Shopper;
    readonly changes: Change[];
  } {
    const before = this.#shopper;
    const { points, credit } = this.#balances;
    const after: Shopper = {
      ...before,
      ...more,
      pausedUntil: this.#pausedUntil,
      walletVersion: before.walletVersion + 1,
      points: points.shopper,
      pointsFloor: this.#floor,
      pointsOwed: this.#owed,
      pointsPending: points.pending,
      pointsHeld: points.held,
      credit: credit.shopper,
      creditPending: credit.pending,
      creditHeld: credit.held,
    };
    const changes: Change[] = [
      { kind: 'shopper', before, after },
      ...this.#transfers.map((transfer) => ({ kind: 'transfer', transfer }) as const),
    ];
    for (const [expiresAt, left] of this.#lots) {
      const change = left - (this.#lotsBefore.get(expiresAt) ?? 0);
      if (change !== 0) changes.push({ kind: 'lot', shopperId: before.id, expiresAt, change });
    }
    for (const { before: old, now } of this.#waiting.values()) {
      if (now.amount === (old?.amount ?? 0)) continue;
      changes.push({ kind: 'pending', before: old, after: now.amount > 0 ? now : null });
    }
    return { shopper: after, changes: [...changes, ...this.#holds] };
  }

  #receive(open: readonly Lot[], amount: number, owed: number): void {
    this.#owed += owed;
    if (amount < 0) {
      this.#move('points', ['shopper', 'merged'], -amount, 'merged', this.#take(-amount));
      this.#floor = Math.min(this.#floor, this.points());
      return;
    }
    this.#restore('merged', open, amount, 'merged');
  }

  /** Points that come with their lots. A debt of this purse swallows the oldest points first. */
  #restore(from: Account, open: readonly Lot[], amount: number, reason: string): void {
    let covered = Math.min(amount, Math.max(0, -this.points()));
    const kept: [number, number][] = [];
    for (const { expiresAt, left } of open.toSorted((a, b) => a.expiresAt - b.expiresAt)) {
      const swallowed = Math.min(left, covered);
      covered -= swallowed;
      if (left === swallowed) continue;
      this.#lots.set(expiresAt, (this.#lots.get(expiresAt) ?? 0) + left - swallowed);
      kept.push([expiresAt, left - swallowed]);
    }
    this.#move('points', [from, 'shopper'], amount, reason, kept);
    this.#payDebt();
  }

  /** Gives what waited, once its window is over. Its expiry runs from then, whoever is late. */
  #release({ sourceId, unit, amount, dueAt }: Pending): void {
    if (dueAt > this.#stamp.now) return;
    this.#lessen({ sourceId, unit }, amount);
    this.#enter(unit, 'pending', amount, 'released', dueAt);
  }

  #lessen(of: Pick<Pending, 'sourceId' | 'unit'>, amount: number): void {
    const known = this.#waiting.get(nameOf(of));
    if (!known) throw new Error(`nothing waits of ${of.sourceId}`);
    const now = { ...known.now, amount: known.now.amount - amount };
    this.#waiting.set(nameOf(of), { ...known, now });
  }

  /** New to the shopper: points fall into the lot of the day they were earned on. */
  #enter(unit: Unit, from: Account, amount: number, reason: string, earnedAt: number): void {
    if (unit === 'credit') return this.#move('credit', [from, 'shopper'], amount, reason);
    const { points, calendar } = this.#programme;
    const expiresAt =
      points.expiryDays === null ? never : endOfDayAfter(earnedAt, points.expiryDays, calendar);
    const balance = this.points();
    const added = Math.max(balance + amount, 0) - Math.max(balance, 0);
    if (added > 0) this.#lots.set(expiresAt, (this.#lots.get(expiresAt) ?? 0) + added);
    const lots: LotMoves = added > 0 ? [[expiresAt, added]] : [];
    this.#move('points', [from, 'shopper'], amount, reason, lots);
    this.#payDebt();
  }

  #expire(): void {
    for (const [expiresAt, left] of this.#lots) {
      if (expiresAt > this.#stamp.now || left === 0) continue;
      this.#lots.set(expiresAt, 0);
      this.#move('points', ['shopper', 'expired'], left, 'expired', [[expiresAt, left]]);
    }
  }

  #payDebt(): void {
    const amount = Math.min(this.#owed, Math.max(this.points(), 0));
    this.#move('points', ['shopper', 'clawed_back'], amount, 'owed', this.#take(amount));
    this.#owed -= amount;
  }

  /** Takes what `amount` leaves of the open lots, the oldest expiry first. */
  #take(amount: number): LotMoves {
    const balance = this.points();
    let rest = Math.max(balance, 0) - Math.max(balance - amount, 0);
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

  #move(
    unit: Unit,
    [from, to]: readonly [Account, Account],
    amount: number,
    reason: string,
    lots: LotMoves = [],
  ): void {
    if (amount <= 0) return;
    const { id: shopperId } = this.#shopper;
    const id = this.#ids.next('t');
    this.#transfers.push({ id, shopperId, unit, from, to, amount, reason, lots });
    const balance = this.#balances[unit];
    if (isOwn(from)) balance[from] -= amount;
    if (isOwn(to)) balance[to] += amount;
  }
}

function isOwn(account: Account): account is keyof Balance {
  return account === 'shopper' || account === 'pending' || account === 'held';
}

function nameOf({ sourceId, unit }: Pick<Pending, 'sourceId' | 'unit'>): string {
  return `${unit} ${sourceId}`;
}

function lotsOf(moves: LotMoves): Lot[] {
  return moves.map(([expiresAt, left]) => ({ expiresAt, left }));
}

function movesOf(lots: readonly Lot[]): LotMoves {
  return lots.filter(({ left }) => left > 0).map(({ expiresAt, left }) => [expiresAt, left]);
}
