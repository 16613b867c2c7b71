/** Orders: what the shop's back end reports, cancels and refunds, and the points that follow. */
import type { CommandId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { scaleFloor } from '../../shared/money.ts';
import { orderSource, type Unit } from '../../shared/points.ts';
import type { OrderReply } from '../../shared/schema/storefront-api.ts';
import type { CancelOrderCommand, RefundOrderCommand, ReportOrderCommand } from './command.ts';
import { countActivity, takeBackActivity } from './activity.ts';
import {
  decided,
  raised,
  refused,
  type Change,
  type Decision,
  type EventKind,
} from './decision.ts';
import { earnedByOrder, type OrderEarning } from './earning.ts';
import { Effects } from './effects.ts';
import type { Forgiven, Order, OrderFacts, WalletFacts } from './facts.ts';
import { scoresOf, takeBackFromBoards } from './leaderboard.ts';
import type { Activity } from './measure.ts';
import type { Programme } from './programme.ts';
import { pointsKept, Purse, tooManyPoints, type RefundPolicy } from './purse.ts';
import { idsFrom, type Ids, type Stamp } from './stamp.ts';
import { levelOf } from './tier.ts';
import { endOfDayAfter, siteDayAt } from './time.ts';
import type { Voucher } from './voucher.ts';

export function decideReportOrder(
  facts: OrderFacts,
  command: ReportOrderCommand,
  stamp: Stamp,
): Decision<OrderReply> {
  const before = facts.order;
  if (before && before.state !== 'cancelled') return refused({ code: 'order_already_reported' });
  const { currency } = facts.programme.site;
  if (command.currency !== currency) {
    return refused({ code: 'currency_mismatch', detail: `the site's currency is ${currency}` });
  }

  const { programme, wallet } = facts;
  // An order that lifts its shopper to a tier is not yet one of that tier's.
  const earner = { level: wallet && levelOf(wallet, stamp.now), now: stamp.now };
  const earned = wallet ? earnedByOrder(programme, command, earner) : { points: 0, credit: 0 };
  if (wallet && pointsKept(wallet.shopper) + earned.points > limits.pointsMax) {
    return refused(tooManyPoints);
  }

  // From here the report succeeds.
  const shopperId = wallet?.shopper.id ?? null;
  const forgiven = forgivenBy(before);
  const kept = forgiven.find((each) => each.shopperId === shopperId) ?? { points: 0, credit: 0 };
  const paid = payable(kept, earned);
  const order: Order = {
    id: command.orderId,
    shopperId,
    currency,
    net: command.net,
    refunded: 0,
    pointsEarned: earned.points,
    pointsReversed: 0,
    pointsForgiven: kept.points - (earned.points - paid.points),
    creditEarned: earned.credit,
    creditReversed: 0,
    creditForgiven: kept.credit - (earned.credit - paid.credit),
    state: 'reported',
    at: stamp.now,
    items: command.items ?? [],
    forgivenBefore: forgiven.filter((each) => each.shopperId !== shopperId),
    scored: [],
  };
  return decideOrder(facts, before, order, stamp, {
    event: 'order.reported',
    amount: order.net,
    attributed: order.net,
    forShopper: (effects) => {
      earn(effects.purse, programme, order.id, paid, stamp);
      const activity = activityOf(order, command.commandId);
      countActivity(effects, activity);
      const { referral } = programme.document;
      if (referral && order.net >= referral.minimumNet) {
        effects.change({ kind: 'friend_ordered', friendId: effects.facts.shopper.id });
      }
      return { ...order, scored: scoresOf(programme, activity, stamp.now) };
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
  return raised({ id, kind: 'order.attributed', shopperId, campaignId, gameId, payload });
}

/**
 * What is paid of what an order earns: when it was this shopper's before and the policy let
 * something go as it was cancelled, they still have that, and are not given it twice.
 */
function payable(kept: OrderEarning, earned: OrderEarning): OrderEarning {
  return {
    points: Math.max(0, earned.points - kept.points),
    credit: Math.max(0, earned.credit - kept.credit),
  };
}

/** What an order let go to each shopper whose it was, when it was cancelled. */
function forgivenBy(order: Order | null): readonly Forgiven[] {
  if (!order) return [];
  const { shopperId, pointsForgiven: points, creditForgiven: credit, forgivenBefore } = order;
  if (shopperId === null || points + credit === 0) return forgivenBefore;
  return [...forgivenBefore, { shopperId, points, credit }];
}

/** Gives what was earned, or keeps it until the return window is over. */
function earn(
  purse: Purse,
  { points: rules, calendar }: Programme,
  orderId: string,
  paid: OrderEarning,
  stamp: Stamp,
): void {
  if (rules.pendingDays === 0) {
    purse.earn(paid.points, 'order');
    purse.earn(paid.credit, 'cashback', 'credit');
    return;
  }
  const dueAt = endOfDayAfter(stamp.now, rules.pendingDays, calendar);
  const sourceId = orderSource(orderId);
  purse.pend(paid.points, 'order', { sourceId, unit: 'points', dueAt });
  purse.pend(paid.credit, 'cashback', { sourceId, unit: 'credit', dueAt });
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
  const cancels = back.event === 'order.cancelled';
  const shareOf = (earned: number): number =>
    cancels || order.net === 0 ? earned : scaleFloor(earned, refunded, order.net);
  const after: Order = {
    ...order,
    refunded,
    pointsReversed: shareOf(order.pointsEarned),
    creditReversed: shareOf(order.creditEarned),
    state: cancels ? 'cancelled' : order.state,
  };
  const { points, calendar } = facts.programme;
  return decideOrder(facts, order, after, stamp, {
    event: back.event,
    amount: back.amount,
    attributed: -back.amount,
    forOthers: (ids) => (cancels ? spendersPaid(facts, order.id, stamp, ids) : []),
    forShopper: (effects) => {
      if (cancels) giveBackSpent(effects.purse, effects.facts, order.id);
      const reversed = withoutEarned(effects.purse, order, after, points.refundPolicy);
      // An order that was refunded whole has been taken back already when it is cancelled.
      const gone = order.net > 0 && order.refunded === order.net;
      if (gone) return reversed;
      const activity = activityOf(order, back.commandId);
      const taken = {
        amount: back.amount,
        points: after.pointsReversed - order.pointsReversed,
        whole: cancels || refunded === order.net,
        countedAt: order.at,
        day: siteDayAt(order.at, calendar).day,
      };
      takeBackActivity(effects, activity, taken);
      return { ...reversed, scored: takeBackFromBoards(effects, order.scored, activity, taken) };
    },
  });
}

/** What was spent on a cancelled order goes back to where it came from. */
function giveBackSpent(purse: Purse, { holds }: Pick<WalletFacts, 'holds'>, orderId: string): void {
  for (const hold of holds) {
    if (hold.orderId === orderId && hold.state === 'redeemed') purse.giveBack(hold, 'cancelled');
  }
}

/** Whoever spent on an order that was then reported for somebody else has it back, too. */
function spendersPaid(
  { spenders }: Pick<OrderFacts, 'spenders'>,
  orderId: string,
  stamp: Stamp,
  ids: Ids,
): Change[] {
  return spenders.flatMap((spender) => {
    const purse = new Purse(spender, stamp, ids);
    giveBackSpent(purse, spender, orderId);
    return purse.close().changes;
  });
}

/** Takes back what `after` reverses more than `order`; what the policy lets go stays on the row. */
function withoutEarned(purse: Purse, order: Order, after: Order, policy: RefundPolicy): Order {
  const take = (unit: Unit, amount: number): number =>
    purse.takeBackOf({ sourceId: orderSource(order.id), unit }, amount, 'refund', policy);
  const points = take('points', after.pointsReversed - order.pointsReversed);
  const credit = take('credit', after.creditReversed - order.creditReversed);
  return {
    ...after,
    pointsForgiven: order.pointsForgiven + points,
    creditForgiven: order.creditForgiven + credit,
  };
}

interface OrderEffects {
  readonly event: EventKind;
  readonly amount: number;
  /** What it changes in the revenue of the campaign whose voucher it used. */
  readonly attributed: number;
  /** What it does for the shopper whose order it is; answers the order as it is then. */
  readonly forShopper: (effects: Effects) => Order;
  /** What it does for shoppers whose order it is not. */
  readonly forOthers?: (ids: Ids) => readonly Change[];
}

function decideOrder(
  facts: OrderFacts,
  before: Order | null,
  planned: Order,
  stamp: Stamp,
  does: OrderEffects,
): Decision<OrderReply> {
  const effects = facts.wallet && new Effects(facts.wallet, stamp);
  const ids = effects?.ids ?? idsFrom(stamp);
  const after = effects ? does.forShopper(effects) : planned;
  const { shopperId, id: orderId } = after;
  const payload = { orderId, amount: does.amount };
  const event = raised({ id: ids.next('e'), kind: does.event, shopperId, payload });
  const changes: Change[] = [
    ...(does.forOthers?.(ids) ?? []),
    { kind: 'order', before, after },
    event,
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
    pointsPending: effects?.purse.pendingOf(orderSource(orderId), 'points') ?? 0,
    creditEarned: after.creditEarned - after.creditReversed,
    pointsBalance,
  });
  if (!effects) return decided(reply(null), changes);
  effects.change(...changes);
  return effects.decided(({ points }) => reply(points));
}

function activityOf({ id, net, items, pointsEarned }: Order, commandId: CommandId): Activity {
  const points = pointsEarned;
  return { kind: 'order', commandId, subject: id, name: '', amount: net, points, items };
}
