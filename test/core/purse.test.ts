/** A purse: points in and out, by lots, with a balance that both sides agree on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Transfer } from '../../server/core/decision.ts';
import type { Lot, Shopper } from '../../server/core/facts.ts';
import { Purse } from '../../server/core/purse.ts';
import { idsFrom } from '../../server/core/stamp.ts';
import { never } from '../../shared/time.ts';
import { now, playFacts, shopperWith, stampAt } from '../helper/facts.ts';

const day = 86_400_000;
const endOfToday = Date.parse('2026-12-02T00:00:00+07:00');

describe('points', () => {
  it('are spent from the lot that expires first', () => {
    const purse = purseOf([lot(now + 9, 5), lot(now + 1, 3), lot(never, 10)]);
    purse.spend(6, 'play');
    expect(closed(purse)).toMatchObject({
      points: 12,
      lots: { [now + 1]: -3, [now + 9]: -3 },
      transfers: ['shopper>redeemed 6 play'],
    });
  });

  it('expire when their time has come, before anything else happens', () => {
    const purse = purseOf([lot(now, 5), lot(now - day, 2), lot(now + 1, 3)]);
    expect(purse.points()).toBe(3);
    expect(closed(purse)).toMatchObject({
      points: 3,
      lots: { [now]: -5, [now - day]: -2 },
      transfers: ['shopper>expired 5 expired', 'shopper>expired 2 expired'],
    });
  });

  it('earned expire at the end of a site day, or never', () => {
    const limited = purseOf([], {}, 30);
    limited.earn(7, 'won');
    expect(closed(limited).lots).toEqual({ [endOfToday + 30 * day]: 7 });
    const kept = purseOf([]);
    kept.earn(7, 'won');
    expect(closed(kept).lots).toEqual({ [never]: 7 });
  });

  it('earned on the same day fall into the same lot', () => {
    const purse = purseOf([lot(endOfToday + 30 * day, 5)], {}, 30);
    purse.earn(7, 'won');
    expect(closed(purse)).toMatchObject({ points: 12, lots: { [endOfToday + 30 * day]: 7 } });
  });

  it('move by nothing leave no trace but a version', () => {
    const purse = purseOf([]);
    purse.earn(0, 'order');
    purse.takeBack(0, 'refund', 'allow_negative');
    const { shopper, changes } = purse.close();
    expect(shopper.walletVersion).toBe(4);
    expect(changes.map(({ kind }) => kind)).toEqual(['shopper']);
  });

  it('throw when more is spent than there is in lots: that is a bug', () => {
    expect(() => purseOf([lot(never, 5)], { points: 10 }).spend(6, 'play')).toThrow('lack');
  });
});

describe('points taken back', () => {
  it.each([
    ['allow_negative', -20, 0, -20],
    ['stop_at_zero', 0, 0, 0],
    ['take_from_next_earning', 0, 20, 0],
  ] as const)('by %s leave %i, with %i owed', (policy, points, pointsOwed, pointsFloor) => {
    const purse = purseOf([lot(never, 10)]);
    purse.takeBack(30, 'refund', policy);
    expect(closed(purse)).toMatchObject({
      points,
      pointsOwed,
      pointsFloor,
      lots: { [never]: -10 },
    });
  });

  it.each(['allow_negative', 'stop_at_zero', 'take_from_next_earning'] as const)(
    'by %s that are there are just taken',
    (policy) => {
      const purse = purseOf([lot(now + 1, 10), lot(never, 30)]);
      purse.takeBack(30, 'refund', policy);
      expect(closed(purse)).toMatchObject({ points: 10, pointsOwed: 0, pointsFloor: 0 });
    },
  );

  it('push a negative balance further down, and the floor with it', () => {
    const purse = purseOf([], { points: -5, pointsFloor: -5 });
    purse.takeBack(7, 'refund', 'allow_negative');
    expect(closed(purse)).toMatchObject({ points: -12, pointsFloor: -12, lots: {} });
  });

  it('owed are paid by the next earnings, one after the other', () => {
    const purse = purseOf([], { pointsOwed: 15 });
    purse.earn(10, 'order');
    expect(purse.points()).toBe(0);
    purse.earn(10, 'order');
    expect(closed(purse)).toMatchObject({
      points: 5,
      pointsOwed: 0,
      lots: { [never]: 5 },
      transfers: [
        'issued>shopper 10 order',
        'shopper>clawed_back 10 owed',
        'issued>shopper 10 order',
        'shopper>clawed_back 5 owed',
      ],
    });
  });

  it('leave a debt that an earning fills first: only what is above zero is a lot', () => {
    const purse = purseOf([], { points: -20, pointsFloor: -20 });
    purse.earn(50, 'order');
    expect(closed(purse)).toMatchObject({ points: 30, lots: { [never]: 30 } });
  });
});

describe('a purse poured into another', () => {
  it('brings its lots with their expiry, and keeps nothing', () => {
    const { from, to } = poured([lot(now + 1, 5), lot(never, 7)], [lot(never, 1)]);
    expect(from).toMatchObject({ points: 0, lots: { [now + 1]: -5, [never]: -7 } });
    expect(to).toMatchObject({ points: 13, lots: { [now + 1]: 5, [never]: 7 } });
  });

  it('brings nothing that has expired', () => {
    const { from, to } = poured([lot(now, 5)], []);
    expect(from).toMatchObject({ points: 0, transfers: ['shopper>expired 5 expired'] });
    expect(to).toMatchObject({ points: 0, lots: {}, transfers: [] });
  });

  it('pays what the other one owes', () => {
    const { to } = poured([lot(now + 1, 5), lot(never, 7)], [], { pointsOwed: 8 });
    expect(to).toMatchObject({ points: 4, pointsOwed: 0, lots: { [never]: 4 } });
  });

  it('fills the debt of the other one with its oldest points', () => {
    const debt = { points: -6, pointsFloor: -6 };
    const { to } = poured([lot(never, 7), lot(now + 1, 5)], [], debt);
    expect(to).toMatchObject({ points: 6, lots: { [never]: 6 } });
  });

  it('hands its own debt over', () => {
    const own = { points: -6, pointsFloor: -6, pointsOwed: 3 };
    const { from, to } = poured([], [lot(never, 10)], {}, own);
    expect(from).toMatchObject({ points: 0, pointsOwed: 0 });
    expect(to).toMatchObject({ points: 4, pointsOwed: 3, lots: { [never]: -6 } });
  });
});

it('whatever happens, lots add up to the balance, entries explain it, and no floor breaks', () => {
  const amount = fc.integer({ min: 0, max: 1_000 });
  const policies = ['allow_negative', 'stop_at_zero', 'take_from_next_earning'] as const;
  const act = fc.oneof(
    fc.tuple(fc.constant('earn' as const), amount),
    fc.tuple(fc.constant('spend' as const), amount),
    fc.tuple(fc.constantFrom(...policies), amount),
  );
  const lots = fc.uniqueArray(fc.tuple(fc.integer({ min: -3, max: 9 }), amount), {
    selector: ([at]) => at,
  });
  fc.assert(
    fc.property(lots, fc.array(act), (open, acts) => {
      const before = open.map(([at, left]) => lot(now + at * day, left));
      const purse = purseOf(before);
      for (const [kind, points] of acts) {
        if (kind === 'earn') purse.earn(points, 'order');
        else if (kind !== 'spend') purse.takeBack(points, 'refund', kind);
        else if (points <= purse.points()) purse.spend(points, 'play');
      }
      const after = closed(purse);
      const sum = before.reduce((total, { left }) => total + left, 0);
      const inLots = Object.values(after.lots).reduce((total, change) => total + change, sum);
      expect(inLots).toBe(Math.max(0, after.points));
      expect(sum + after.entries).toBe(after.points);
      expect(after.points >= after.pointsFloor && after.pointsOwed >= 0).toBe(true);
    }),
  );
});

function lot(expiresAt: number, left: number): Lot {
  return { expiresAt, left };
}

/** A purse with these lots; the balance is their sum unless another is given. */
function purseOf(lots: Lot[], changes: Partial<Shopper> = {}, expiryDays?: number): Purse {
  const points = lots.reduce((sum, { left }) => sum + left, 0);
  const shopper = shopperWith({ points, ...changes });
  const rules = expiryDays === undefined ? {} : { points: { expiryDays } };
  return new Purse(playFacts(rules, { shopper, lots }), stampAt(), idsFrom(stampAt()));
}

function poured(
  from: Lot[],
  to: Lot[],
  changes: Partial<Shopper> = {},
  own: Partial<Shopper> = {},
): { from: Closed; to: Closed } {
  const [old, young] = [purseOf(from, own), purseOf(to, { id: 'c_anna', ...changes })];
  old.pourInto(young);
  return { from: closed(old), to: closed(young) };
}

interface Closed extends Shopper {
  readonly lots: Readonly<Record<string, number>>;
  readonly transfers: readonly string[];
  /** What the transfers changed. */
  readonly entries: number;
}

function closed(purse: Purse): Closed {
  const { shopper, changes } = purse.close();
  const transfers = changes.flatMap((change) =>
    change.kind === 'transfer' ? [change.transfer] : [],
  );
  return {
    ...shopper,
    lots: Object.fromEntries(changes.flatMap(lotChange)),
    transfers: transfers.map(({ from, to, amount, reason }) => `${from}>${to} ${amount} ${reason}`),
    entries: transfers.reduce((sum, transfer) => sum + signed(transfer), 0),
  };
}

function lotChange(change: Change): [string, number][] {
  return change.kind === 'lot' ? [[`${change.expiresAt}`, change.change]] : [];
}

function signed({ to, amount }: Transfer): number {
  return to === 'shopper' ? amount : -amount;
}
