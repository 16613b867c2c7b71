/** Orders: what the shop's back end reports, cancels and refunds, and the points that follow. */
import { limits } from '../../shared/limits.ts';
import { scaleFloor } from '../../shared/money.ts';
import type { OrderReply } from '../../shared/schema/storefront-api.ts';
import type { CancelOrderCommand, RefundOrderCommand, ReportOrderCommand } from './command.ts';
import { decided, refused, type Change, type Decision, type EventKind } from './decision.ts';
import type { Order, OrderFacts } from './facts.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Ids, type Stamp } from './stamp.ts';
import type { Voucher } from './voucher.ts';

export function decideReportOrder(
  facts: OrderFacts,
  command: ReportOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  if (facts.order) return refused({ code: 'order_already_reported' });
  const { currency } = facts.programme.site;
  if (command.currency !== currency) {
    return refused({ code: 'currency_mismatch', detail: `the site's currency is ${currency}` });
  }

  const { earning } = facts.programme.points;
  const earns = facts.wallet !== null && earning !== null;
  const pointsEarned = earns ? scaleFloor(command.net, earning.points, earning.per) : 0;
  if ((facts.wallet?.shopper.points ?? 0) + pointsEarned > limits.pointsMax) {
    const detail = `a balance holds at most ${limits.pointsMax} points`;
    return refused({ code: 'bad_request', detail });
  }

  // From here the report succeeds.
  const ids = idsFrom(stamp);
  const order: Order = {
    id: command.orderId,
    shopperId: facts.wallet?.shopper.id ?? null,
    currency,
    net: command.net,
    refunded: 0,
    pointsEarned,
    pointsReversed: 0,
    state: 'reported',
    at: stamp.now,
  };
  const attributed = facts.redeemed
    ? [attribution(order, facts.redeemed, order.net, ids.next('e'))]
    : [];
  return decideOrder(facts, null, order, stamp, ids, {
    event: 'order.reported',
    amount: order.net,
    more: attributed,
    points: (purse) => purse.earn(pointsEarned, 'order'),
  });
}

export function decideRefundOrder(
  facts: OrderFacts,
  command: RefundOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  const { order } = facts;
  if (!order) return refused({ code: 'order_not_found' });
  if (order.state === 'cancelled') return refused({ code: 'order_cancelled' });
  const left = order.net - order.refunded;
  if (command.amount > left) {
    return refused({ code: 'refund_exceeds_order', detail: `${left} minor units are left` });
  }
  return takeBack(facts, order, { amount: command.amount, event: 'order.refunded' }, stamp);
}

export function decideCancelOrder(
  facts: OrderFacts,
  _command: CancelOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  const { order } = facts;
  if (!order) return refused({ code: 'order_not_found' });
  if (order.state === 'cancelled') return refused({ code: 'order_cancelled' });
  const amount = order.net - order.refunded;
  return takeBack(facts, order, { amount, event: 'order.cancelled' }, stamp);
}

/** The change in attributed revenue that an order brings to the campaign of its voucher. */
export function attribution(
  order: Order,
  voucher: Pick<Voucher, 'campaignId' | 'gameId'>,
  amount: number,
  id: string,
): Change {
  const { campaignId, gameId } = voucher;
  const { shopperId, id: orderId } = order;
  const payload = { orderId, amount };
  return {
    kind: 'event',
    event: { id, kind: 'order.attributed', shopperId, campaignId, gameId, payload },
  };
}

/** Reverses ⌊earned × refunded so far ÷ net⌋ − already reversed, by the site's policy. */
function takeBack(
  facts: OrderFacts,
  order: Order,
  back: { readonly amount: number; readonly event: 'order.refunded' | 'order.cancelled' },
  stamp: Stamp,
): Decision<OrderReply> {
  const ids = idsFrom(stamp);
  const refunded = order.refunded + back.amount;
  const pointsReversed = order.net === 0 ? 0 : scaleFloor(order.pointsEarned, refunded, order.net);
  const after: Order = {
    ...order,
    refunded,
    pointsReversed,
    state: back.event === 'order.cancelled' ? 'cancelled' : order.state,
  };
  const attributed =
    facts.redeemed && back.amount > 0
      ? [attribution(order, facts.redeemed, -back.amount, ids.next('e'))]
      : [];
  const { refundPolicy } = facts.programme.points;
  return decideOrder(facts, order, after, stamp, ids, {
    event: back.event,
    amount: back.amount,
    more: attributed,
    points: (purse) =>
      purse.takeBack(pointsReversed - order.pointsReversed, 'refund', refundPolicy),
  });
}

interface OrderEffects {
  readonly event: EventKind;
  readonly amount: number;
  readonly more: readonly Change[];
  readonly points: (purse: Purse) => void;
}

function decideOrder(
  facts: OrderFacts,
  before: Order | null,
  after: Order,
  stamp: Stamp,
  ids: Ids,
  effects: OrderEffects,
): Decision<OrderReply> {
  const purse = facts.wallet && new Purse({ ...facts, ...facts.wallet }, stamp, ids);
  if (purse) effects.points(purse);
  const { shopperId, id: orderId } = after;
  const payload = { orderId, amount: effects.amount };
  const event = {
    id: ids.next('e'),
    kind: effects.event,
    shopperId,
    campaignId: '',
    gameId: '',
    payload,
  };
  const changes: Change[] = [
    ...(purse?.close().changes ?? []),
    { kind: 'order', before, after },
    { kind: 'event', event },
    ...effects.more,
  ];
  return decided(
    {
      orderId: after.id,
      state: after.state,
      net: after.net,
      refunded: after.refunded,
      pointsEarned: after.pointsEarned - after.pointsReversed,
      pointsBalance: purse?.points() ?? null,
    },
    changes,
  );
}
