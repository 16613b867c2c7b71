/** Points at the checkout: what is held, what it takes off, and which refusal comes first. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../server/core/decision.ts';
import type { Hold, HoldFacts, Order, ShopperFacts } from '../../server/core/facts.ts';
import {
  decideHoldPoints,
  decideRedeemPoints,
  decideReleasePoints,
} from '../../server/core/points-checkout.ts';
import { pointsView } from '../../server/core/points-view.ts';
import type { PointsHoldReply } from '../../shared/schema/points-api.ts';
import { never } from '../../shared/time.ts';
import { now, orderWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';
import { customer } from '../helper/shopping.ts';

const day = 86_400_000;
const value = { points: 3, amount: 1_000 };
const base = { siteId, commandId: 'command-0123456789' };
const minute = 60_000;

function facts(points: number, changes: Partial<ShopperFacts> = {}): ShopperFacts {
  const lots = points > 0 ? [{ expiresAt: now + day, left: points }] : [];
  const shopper = shopperWith({ id: 'c_anna', kind: 'identified', points, credit: 700 });
  return shopperFacts({ points: { value } }, { shopper, lots, ...changes });
}

interface Asked {
  readonly unit?: 'points' | 'credit';
  readonly net?: number;
  readonly currency?: string;
}

function hold(given: ShopperFacts, amount: number, asked: Asked = {}): Decision<PointsHoldReply> {
  const { unit = 'points', net = 100_000, currency = 'VND' } = asked;
  const cart = { customer: customer('anna'), unit, amount, currency, net, ttlSeconds: 60 };
  return decideHoldPoints(given, { ...base, kind: 'hold_points', ...cart }, stampAt());
}

function held(changes: Partial<Hold> = {}): Hold {
  const of = { id: 'h_1', shopperId: 'c_anna', unit: 'points', amount: 30 } as const;
  const lots = [[now + day, 30]] as const;
  const open = { state: 'held', heldUntil: now + minute, orderId: null } as const;
  return { ...of, discount: 10_000, lots, ...open, ...changes };
}

function using(own: Hold | null, order: Order | null = null): HoldFacts {
  const shopper = shopperWith({ id: 'c_anna', pointsHeld: own?.state === 'held' ? 30 : 0 });
  const holds = own ? [own] : [];
  return { ...shopperFacts({ points: { value } }, { shopper, holds }), hold: own, order };
}

const redeem = (given: HoldFacts) =>
  decideRedeemPoints(
    given,
    { ...base, kind: 'redeem_points', holdId: 'h_1', orderId: 'order-1' },
    stampAt(),
  );
const release = (given: HoldFacts) =>
  decideReleasePoints(given, { ...base, kind: 'release_points', holdId: 'h_1' }, stampAt());

describe('a hold, at 3 points for 1,000', () => {
  it.each<[string, number, Asked, number, number]>([
    ['takes off what the points are worth', 30, {}, 30, 10_000],
    ['rounds the discount down', 31, {}, 31, 10_333],
    ['keeps no more points than the cart needs', 300, { net: 10_000 }, 30, 10_000],
    ['rounds the points up and the discount to the cart', 300, { net: 9_999 }, 30, 9_999],
    ['of credit takes off what it is', 500, { unit: 'credit' }, 500, 500],
    ['of credit is no more than the cart', 500, { unit: 'credit', net: 120 }, 120, 120],
  ])('%s', (_what, amount, asked, kept, discount) => {
    const decision = hold(facts(300), amount, asked);
    expect(decision).toMatchObject({ kind: 'decided', outcome: { amount: kept, discount } });
  });
});

describe('a hold that could be refused for two reasons says the first', () => {
  const unvalued = shopperFacts({});
  const many = Array.from({ length: 10 }, (_, at) => held({ id: `h_${at}` }));
  const busy = facts(100, { holds: many });
  const timedOut = many.map((each) => ({ ...each, heldUntil: now }));
  it.each<[string, ShopperFacts, number, Asked, string]>([
    ['currency beats value', unvalued, 1, { currency: 'USD' }, 'currency_mismatch'],
    ['no value beats points', unvalued, 1, {}, 'points_not_accepted'],
    ['too many holds beat points', busy, 101, {}, 'too_many_holds'],
    ['points beat a cart of nothing', facts(100), 101, { net: 0 }, 'not_enough_points'],
    ['credit', facts(100), 701, { unit: 'credit' }, 'not_enough_credit'],
    ['a cart of nothing', facts(100), 1, { net: 0 }, 'bad_request'],
  ])('%s', (_what, given, amount, asked, code) => {
    expect(hold(given, amount, asked)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('holds that timed out stand in nobody’s way', () => {
    const shopper = shopperWith({ id: 'c_anna', pointsHeld: 300 });
    const back = facts(0, { holds: timedOut, shopper, lots: [] });
    expect(hold(back, 300)).toMatchObject({ kind: 'decided', outcome: { points: 0 } });
  });
});

describe('a hold', () => {
  it.each<[string, HoldFacts, string]>([
    ['that is not there', using(null), 'hold_not_found'],
    ['that was redeemed', using(held({ state: 'redeemed' })), 'hold_redeemed'],
    ['that was released', using(held({ state: 'returned' })), 'hold_expired'],
    ['that timed out this very moment', using(held({ heldUntil: now })), 'hold_expired'],
    [
      'for the order of another',
      using(held(), orderWith({ shopperId: 'c_bert' })),
      'order_not_found',
    ],
    [
      'for an order that was cancelled',
      using(held(), orderWith({ state: 'cancelled' })),
      'order_cancelled',
    ],
  ])('%s is not redeemed', (_what, given, code) => {
    expect(redeem(given)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('is redeemed with its order, and its points are gone', () => {
    const decision = redeem(using(held(), orderWith()));
    expect(decision).toMatchObject({ outcome: { state: 'redeemed', discount: 10_000, points: 0 } });
  });

  it('that is released gives its points back to their lot', () => {
    const decision = release(using(held()));
    expect(decision).toMatchObject({ outcome: { state: 'returned', points: 30 } });
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const lot = { kind: 'lot', shopperId: 'c_anna', expiresAt: now + day, change: 30 };
    expect(changes).toContainEqual(lot);
  });

  it.each<[string, HoldFacts, number]>([
    ['released already gives nothing', using(held({ state: 'returned' })), 0],
    ['that timed out gave its points back by itself', using(held({ heldUntil: now })), 30],
    ['gives nothing of a lot that is over', using(held({ lots: [[now, 30]] })), 0],
  ])('%s', (_what, given, points) => {
    expect(release(given)).toMatchObject({ kind: 'decided', outcome: { points } });
  });
});

it('shows what waits, what is held, what is due by now, and what expires soon', () => {
  const pending = [
    { shopperId: 'c_anna', sourceId: 'order:1', unit: 'points', amount: 5, dueAt: now },
    { shopperId: 'c_anna', sourceId: 'order:2', unit: 'points', amount: 7, dueAt: now + day },
  ] as const;
  const lots = [
    { expiresAt: now, left: 1 },
    { expiresAt: now + day, left: 10 },
    { expiresAt: now + 90 * day, left: 4 },
    { expiresAt: never, left: 2 },
  ];
  const shopper = shopperWith({ id: 'c_anna', points: 17, pointsPending: 12, pointsHeld: 30 });
  const given = facts(0, { shopper, lots, pending, holds: [held()] });
  expect(pointsView(given, stampAt())).toEqual({
    points: 21,
    pending: 7,
    held: 30,
    credit: 0,
    creditPending: 0,
    creditHeld: 0,
    expiring: [{ at: now + day, points: 10 }],
    releases: [{ at: now + day, points: 7 }],
    value,
  });
});
