/** Orders: what they earn, what a refund takes back, and which refusal comes first. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../server/core/decision.ts';
import type { Order, OrderFacts, Shopper } from '../../server/core/facts.ts';
import {
  decideCancelOrder,
  decideRefundOrder,
  decideReportOrder,
} from '../../server/core/order.ts';
import { never } from '../../shared/time.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import type { OrderReply } from '../../shared/schema/storefront-api.ts';
import { orderWith, playFacts, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';
import { customer } from '../helper/shopping.ts';

type Policy = NonNullable<NonNullable<ProgrammeInput['points']>['refundPolicy']>;
const base = { siteId, commandId: 'command-0123456789', orderId: 'order-1' };
const campaign = { campaignId: 'always', gameId: 'wheel' };

describe('an order', () => {
  it.each([
    [100_000, 100],
    [100_999, 100],
    [999, 0],
    [0, 0],
  ])('of %i earns %i points, rounded down', (net, points) => {
    expect(value(report(net))).toMatchObject({ pointsEarned: points, pointsBalance: points });
  });

  it('of a guest earns nothing, and neither does one without a rule', () => {
    const guest = value(report(100_000, { wallet: null }));
    expect(guest).toMatchObject({ pointsEarned: 0, pointsBalance: null });
    const unruled = { ...factsOf(null), programme: playFacts({}).programme };
    expect(value(report(100_000, unruled))).toMatchObject({ pointsEarned: 0, pointsBalance: 0 });
  });

  it('that used a voucher of ours is attributed to its campaign', () => {
    const decision = report(100_000, { redeemed: campaign });
    expect(eventsOf(decision)).toEqual([
      ['order.reported', '', 100_000],
      ['order.attributed', 'always', 100_000],
    ]);
  });
});

describe('a refund', () => {
  it.each([
    ['a third', [33_333], [33]],
    ['in parts', [33_333, 33_333, 33_334], [33, 33, 34]],
    ['all at once', [100_000], [100]],
    ['too small for a point', [999, 1], [0, 1]],
  ])('of %s takes back what was earned by it', (_what, amounts, taken) => {
    let order = orderWith();
    for (const [at, amount] of amounts.entries()) {
      const before = order.pointsReversed;
      order = orderAfter(refund(amount, factsOf(order, 'stop_at_zero', { points: 1_000 })));
      expect(order.pointsReversed - before).toBe(taken[at]);
    }
    expect(order.refunded).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
  });

  it.each<[Policy, number, number]>([
    ['allow_negative', -70, 0],
    ['stop_at_zero', 0, 0],
    ['take_from_next_earning', 0, 70],
  ])('by %s leaves %i points and %i owed to one who spent them', (policy, points, owed) => {
    const decision = refund(100_000, factsOf(orderWith(), policy, { points: 30 }));
    expect(value(decision)).toMatchObject({ pointsEarned: 0, pointsBalance: points });
    expect(shopperAfter(decision)).toMatchObject({ points, pointsOwed: owed });
  });

  it('takes the revenue off the campaign that it was attributed to', () => {
    const facts = { ...factsOf(orderWith()), redeemed: campaign };
    expect(eventsOf(refund(40_000, facts))).toEqual([
      ['order.refunded', '', 40_000],
      ['order.attributed', 'always', -40_000],
    ]);
  });
});

describe('a cancellation', () => {
  it('takes back what no refund took', () => {
    const order = orderWith({ refunded: 40_000, pointsReversed: 40 });
    const decision = cancel(factsOf(order, 'stop_at_zero', { points: 60 }));
    expect(value(decision)).toMatchObject({
      state: 'cancelled',
      refunded: 100_000,
      pointsEarned: 0,
      pointsBalance: 0,
    });
  });

  it('of an order of nothing takes back nothing', () => {
    const order = orderWith({ net: 0, pointsEarned: 0 });
    const decision = cancel({ ...factsOf(order), redeemed: campaign });
    expect(value(decision)).toMatchObject({ state: 'cancelled', refunded: 0 });
    expect(eventsOf(decision)).toEqual([['order.cancelled', '', 0]]);
  });
});

describe('an order that could be refused for two reasons says the first', () => {
  const cancelled = orderWith({ state: 'cancelled', refunded: 100_000 });
  it.each<[string, string, Decision<OrderReply>]>([
    [
      'reported already beats currency',
      'order_already_reported',
      report(1, factsOf(orderWith()), 'USD'),
    ],
    ['currency', 'currency_mismatch', report(1, factsOf(null), 'USD')],
    ['a refund of nothing known', 'order_not_found', refund(1, factsOf(null))],
    ['cancelled beats too much', 'order_cancelled', refund(1, factsOf(cancelled))],
    ['too much', 'refund_exceeds_order', refund(100_001, factsOf(orderWith()))],
    [
      'too much of what is left',
      'refund_exceeds_order',
      refund(2, factsOf(orderWith({ refunded: 99_999 }))),
    ],
    ['a cancellation of nothing known', 'order_not_found', cancel(factsOf(null))],
    ['cancelled twice', 'order_cancelled', cancel(factsOf(cancelled))],
  ])('%s', (_what, code, decision) => {
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

function factsOf(
  order: Order | null,
  refundPolicy: Policy = 'stop_at_zero',
  changes: Partial<Shopper> = {},
): OrderFacts {
  const points = { earning: { points: 1, per: 1_000 }, refundPolicy };
  const shopper = shopperWith({ id: 'c_anna', kind: 'identified', ...changes });
  const lots = [{ expiresAt: never, left: shopper.points }];
  const wallet = shopperFacts({ points }, { shopper, lots });
  return { ...playFacts({ points }), order, wallet, spenders: [], redeemed: null };
}

function report(net: number, changes: Partial<OrderFacts> = {}, currency = 'VND') {
  const command = { ...base, kind: 'report_order', customer: customer('anna'), currency } as const;
  return decideReportOrder({ ...factsOf(null), ...changes }, { ...command, net }, stampAt());
}

function refund(amount: number, facts: OrderFacts) {
  return decideRefundOrder(facts, { ...base, kind: 'refund_order', amount }, stampAt());
}

function cancel(facts: OrderFacts) {
  return decideCancelOrder(facts, { ...base, kind: 'cancel_order' }, stampAt());
}

function value(decision: Decision<OrderReply>): OrderReply {
  if (decision.kind !== 'decided') throw new Error(`not decided: ${JSON.stringify(decision)}`);
  return decision.outcome;
}

function changesOf(decision: Decision<OrderReply>) {
  return decision.kind === 'decided' ? decision.changes : [];
}

function orderAfter(decision: Decision<OrderReply>): Order {
  const change = changesOf(decision).find(({ kind }) => kind === 'order');
  if (change?.kind !== 'order') throw new Error('the order did not change');
  return change.after;
}

function shopperAfter(decision: Decision<OrderReply>): Shopper | undefined {
  const change = changesOf(decision).find(({ kind }) => kind === 'shopper');
  return change?.kind === 'shopper' ? change.after : undefined;
}

function eventsOf(decision: Decision<OrderReply>): [string, string, number | undefined][] {
  return changesOf(decision).flatMap((change) =>
    change.kind === 'event'
      ? [[change.event.kind, change.event.campaignId, change.event.payload.amount]]
      : [],
  );
}
