/**
 * A purse takes what one command does to a shopper's points, and gives the transfers and lot
 * changes. Balanced by construction: every movement names both sides. The open lots always add up
 * to the balance, or to 0 when it is negative.
 */
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import type { Account, Change, Transfer } from './decision.ts';
import type { Lot, Shopper, WalletFacts } from './facts.ts';
import type { Ids, Stamp } from './stamp.ts';
import { endOfDayAfter, never } from './time.ts';

type RefundPolicy = ProgrammeDocument['points']['refundPolicy'];

export interface Purse {
  /** The balance by now. */
  points(): number;
  earn(amount: number, reason: string): void;
  /** Takes the oldest expiry first. The caller has checked that `points()` suffices. */
  spend(amount: number, reason: string): void;
  /** Takes points back as the site's policy says; never throws, whatever the balance. */
  takeBack(amount: number, reason: string, policy: RefundPolicy): void;
  /** Moves the whole balance, lots and debts into another purse of the same command. */
  pourInto(other: Purse): void;
  receive(lots: readonly Lot[], amount: number, owed: number): void;
  /** Everything that happened, and the shopper with it. */
  close(more?: Partial<Pick<Shopper, 'mergedInto'>>): { shopper: Shopper; changes: Change[] };
}

/** Opens a purse; lots that are due expire at once. */
export function openPurse(facts: WalletFacts, stamp: Stamp, ids: Ids): Purse {
  const { shopper, programme } = facts;
  const lots = new Map(facts.lots.map(({ expiresAt, left }) => [expiresAt, left]));
  const lotsBefore = new Map(lots);
  const transfers: Transfer[] = [];
  let { points, pointsFloor, pointsOwed } = shopper;

  function move(from: Account, to: Account, amount: number, reason: string, moved: LotMoves): void {
    if (amount <= 0) return;
    const id = ids.next('t');
    transfers.push({ id, shopperId: shopper.id, from, to, amount, reason, lots: moved });
    points += to === 'shopper' ? amount : -amount;
  }

  function put(amount: number, expiresAt: number): LotMoves {
    const added = Math.max(points + amount, 0) - Math.max(points, 0);
    if (added > 0) lots.set(expiresAt, (lots.get(expiresAt) ?? 0) + added);
    return added > 0 ? [[expiresAt, added]] : [];
  }

  function take(amount: number): LotMoves {
    let rest = Math.max(points, 0) - Math.max(points - amount, 0);
    const moved: [number, number][] = [];
    for (const [expiresAt, left] of [...lots].sort(([a], [b]) => a - b)) {
      const taken = Math.min(left, rest);
      if (taken <= 0) continue;
      lots.set(expiresAt, left - taken);
      moved.push([expiresAt, taken]);
      rest -= taken;
    }
    if (rest > 0) throw new Error(`lots of ${shopper.id} hold ${rest} points less than its balance`);
    return moved;
  }

  function payDebt(): void {
    const amount = Math.min(pointsOwed, Math.max(points, 0));
    move('shopper', 'clawed_back', amount, 'owed', take(amount));
    pointsOwed -= amount;
  }

  function expire(): void {
    for (const [expiresAt, left] of lots) {
      if (expiresAt > stamp.now || left === 0) continue;
      lots.set(expiresAt, 0);
      move('shopper', 'expired', left, 'expired', [[expiresAt, left]]);
    }
  }

  expire();
  return {
    points: () => points,
    earn(amount, reason) {
      const { expiryDays } = programme.points;
      const zone = programme.site.timeZone;
      const expiresAt =
        expiryDays === null ? never : endOfDayAfter(stamp.now, expiryDays, zone);
      move('issued', 'shopper', amount, reason, put(amount, expiresAt));
      payDebt();
    },
    spend(amount, reason) {
      move('shopper', 'redeemed', amount, reason, take(amount));
    },
    takeBack(amount, reason, policy) {
      const here = Math.max(0, Math.min(amount, points));
      const taken = policy === 'allow_negative' ? amount : here;
      move('shopper', 'clawed_back', taken, reason, take(taken));
      pointsFloor = Math.min(pointsFloor, points);
      if (policy === 'take_from_next_earning') pointsOwed += amount - taken;
    },
    pourInto(other) {
      const open = [...lots].map(([expiresAt, left]) => ({ expiresAt, left }));
      const amount = points;
      for (const { expiresAt } of open) lots.set(expiresAt, 0);
      if (amount > 0) move('shopper', 'merged', amount, 'merged', movesOf(open));
      if (amount < 0) move('merged', 'shopper', -amount, 'merged', []);
      other.receive(open, amount, pointsOwed);
      pointsOwed = 0;
    },
    receive(open, amount, owed) {
      pointsOwed += owed;
      if (amount < 0) {
        move('shopper', 'merged', -amount, 'merged', take(-amount));
        pointsFloor = Math.min(pointsFloor, points);
        return;
      }
      // A debt of this purse swallows the oldest points first.
      let covered = Math.min(amount, Math.max(0, -points));
      const kept: [number, number][] = [];
      for (const { expiresAt, left } of open.toSorted((a, b) => a.expiresAt - b.expiresAt)) {
        const swallowed = Math.min(left, covered);
        covered -= swallowed;
        if (left === swallowed) continue;
        lots.set(expiresAt, (lots.get(expiresAt) ?? 0) + left - swallowed);
        kept.push([expiresAt, left - swallowed]);
      }
      move('merged', 'shopper', amount, 'merged', kept);
      payDebt();
    },
    close(more = {}) {
      const walletVersion = shopper.walletVersion + 1;
      const after = { ...shopper, ...more, walletVersion, points, pointsFloor, pointsOwed };
      const changes: Change[] = [
        { kind: 'shopper', before: shopper, after },
        ...transfers.map((transfer) => ({ kind: 'transfer', transfer }) as const),
      ];
      for (const [expiresAt, left] of lots) {
        const change = left - (lotsBefore.get(expiresAt) ?? 0);
        if (change !== 0) changes.push({ kind: 'lot', shopperId: shopper.id, expiresAt, change });
      }
      return { shopper: after, changes };
    },
  };
}

type LotMoves = readonly (readonly [number, number])[];

function movesOf(lots: readonly Lot[]): LotMoves {
  return lots.filter(({ left }) => left > 0).map(({ expiresAt, left }) => [expiresAt, left]);
}
