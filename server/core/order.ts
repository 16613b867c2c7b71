/** Orders: what the shop's back end reports, cancels and refunds, and the points that follow. */
import type { CommandId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { scaleFloor } from '../../shared/money.ts';
import type { OrderReply } from '../../shared/schema/storefront-api.ts';
import type { CancelOrderCommand, RefundOrderCommand, ReportOrderCommand } from './command.ts';
import { countActivity, takeBackActivity } from './activity.ts';
import { decided, refused, type Change, type Decision, type EventKind } from './decision.ts';
import { Effects } from './effects.ts';
import type { Order, OrderFacts } from './facts.ts';
import type { Activity } from './measure.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { siteDayAt } from './time.ts';
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
    items: command.items ?? [],
  };
  return decideOrder(facts, null, order, stamp, {
    event: 'order.reported',
    amount: order.net,
    attributed: order.net,
    forShopper: (effects) => {
      effects.purse.earn(pointsEarned, 'order');
      countActivity(effects, activityOf(order, command.commandId));
    },
  });
}

export function decideRefundOrder(
  facts: OrderFacts,
  { amount, commandId }: RefundOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  const { order } = facts;
  if (!order) return refused({ code: 'order_not_found' });
  if (order.state === 'cancelled') return refused({ code: 'order_cancelled' });
  const left = order.net - order.refunded;
  if (amount > left) {
    return refused({ code: 'refund_exceeds_order', detail: `${left} minor units are left` });
  }
  return takeBack(facts, order, { amount, event: 'order.refunded', commandId }, stamp);
}

export function decideCancelOrder(
  facts: OrderFacts,
  { commandId }: CancelOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  const { order } = facts;
  if (!order) return refused({ code: 'order_not_found' });
  if (order.state === 'cancelled') return refused({ code: 'order_cancelled' });
  const amount = order.net - order.refunded;
  return takeBack(facts, order, { amount, event: 'order.cancelled', commandId }, stamp);
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
  back: {
    readonly amount: number;
    readonly event: 'order.refunded' | 'order.cancelled';
    readonly commandId: CommandId;
  },
  stamp: Stamp,
): Decision<OrderReply> {
  const refunded = order.refunded + back.amount;
  const pointsReversed = order.net === 0 ? 0 : scaleFloor(order.pointsEarned, refunded, order.net);
  const after: Order = {
    ...order,
    refunded,
    pointsReversed,
    state: back.event === 'order.cancelled' ? 'cancelled' : order.state,
  };
  const { points, calendar } = facts.programme;
  return decideOrder(facts, order, after, stamp, {
    event: back.event,
    amount: back.amount,
    attributed: -back.amount,
    forShopper: (effects) => {
      const reversed = pointsReversed - order.pointsReversed;
      effects.purse.takeBack(reversed, 'refund', points.refundPolicy);
      // An order that was refunded whole has been taken back already when it is cancelled.
      const gone = order.net > 0 && order.refunded === order.net;
      if (gone) return;
      takeBackActivity(effects, activityOf(order, back.commandId), {
        amount: back.amount,
        whole: back.event === 'order.cancelled' || refunded === order.net,
        countedAt: order.at,
        day: siteDayAt(order.at, calendar).day,
      });
    },
  });
}

interface OrderEffects {
  readonly event: EventKind;
  readonly amount: number;
  /** What it changes in the revenue of the campaign whose voucher it used. */
  readonly attributed: number;
  /** What it does for the shopper whose order it is. */
  readonly forShopper: (effects: Effects) => void;
}

function decideOrder(
  facts: OrderFacts,
  before: Order | null,
  after: Order,
  stamp: Stamp,
  does: OrderEffects,
): Decision<OrderReply> {
  const effects = facts.wallet && new Effects(facts.wallet, stamp);
  const ids = effects?.ids ?? idsFrom(stamp);
  if (effects) does.forShopper(effects);
  const { shopperId, id: orderId } = after;
  const payload = { orderId, amount: does.amount };
  const event = {
    id: ids.next('e'),
    kind: does.event,
    shopperId,
    campaignId: '',
    gameId: '',
    payload,
  };
  const changes: Change[] = [
    { kind: 'order', before, after },
    { kind: 'event', event },
    ...(facts.redeemed && does.attributed !== 0
      ? [attribution(after, facts.redeemed, does.attributed, ids.next('e'))]
      : []),
  ];
  const reply = (pointsBalance: number | null): OrderReply => ({
    orderId: after.id,
    state: after.state,
    net: after.net,
    refunded: after.refunded,
    pointsEarned: after.pointsEarned - after.pointsReversed,
    pointsBalance,
  });
  if (!effects) return decided(reply(null), changes);
  effects.change(...changes);
  return effects.decided(({ points }) => reply(points));
}

function activityOf({ net, items }: Order, commandId: CommandId): Activity {
  return { kind: 'order', commandId, name: '', amount: net, items };
}
