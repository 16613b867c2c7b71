/** Points or store credit at the checkout: held for one cart, then spent or released. */
import { limits } from '../../shared/limits.ts';
import { scaleBy, scaleFloor } from '../../shared/money.ts';
import type { PointsHoldReply } from '../../shared/schema/points-api.ts';
import type { HoldPointsCommand, RedeemPointsCommand, ReleasePointsCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { Hold, HoldFacts, ShopperFacts } from './facts.ts';
import type { Programme } from './programme.ts';
import type { Stamp } from './stamp.ts';

export function decideHoldPoints(
  facts: ShopperFacts,
  command: HoldPointsCommand,
  stamp: Stamp,
): Decision<PointsHoldReply> {
  const { programme, holds } = facts;
  const { unit } = command;
  const { currency } = programme.site;
  if (command.currency !== currency) {
    return refused({ code: 'currency_mismatch', detail: `the site's currency is ${currency}` });
  }
  if (unit === 'points' && programme.points.value === null) {
    return refused({
      code: 'points_not_accepted',
      detail: 'points.value says what they are worth',
    });
  }
  const open = holds.filter(({ heldUntil }) => heldUntil > stamp.now);
  if (open.length >= limits.holdsPerShopperMax) return refused({ code: 'too_many_holds' });
  const effects = new Effects(facts, stamp);
  const { purse } = effects;
  const have = unit === 'points' ? purse.points() : purse.credit();
  if (have < command.amount) {
    const code = unit === 'points' ? 'not_enough_points' : 'not_enough_credit';
    return refused({ code, detail: `the balance is ${have}` });
  }
  const used = usedFor(programme, command);
  if (used.discount === 0) {
    return refused({ code: 'bad_request', detail: 'it would take nothing off this cart' });
  }

  // From here the hold succeeds.
  const heldUntil = stamp.now + command.ttlSeconds * 1_000;
  const id = effects.ids.next('h');
  const hold = purse.hold({ id, unit, ...used, heldUntil });
  effects.raise('points.held', { itemId: id, amount: used.discount });
  return effects.decided(() => replyOf(effects, hold));
}

/** A hold may be spent although its points would have expired since: the cart was promised them. */
export function decideRedeemPoints(
  facts: HoldFacts,
  { orderId }: RedeemPointsCommand,
  stamp: Stamp,
): Decision<PointsHoldReply> {
  const { hold, order } = facts;
  if (!hold) return refused({ code: 'hold_not_found' });
  if (hold.state === 'redeemed') return refused({ code: 'hold_redeemed' });
  if (hold.state === 'returned' || hold.heldUntil <= stamp.now) {
    return refused({ code: 'hold_expired' });
  }
  if (order && order.shopperId !== hold.shopperId) {
    return refused({ code: 'order_not_found', detail: 'the order is not of the same shopper' });
  }
  if (order?.state === 'cancelled') return refused({ code: 'order_cancelled' });

  // From here the points are spent.
  const effects = new Effects(facts, stamp);
  effects.purse.redeem(hold, orderId);
  effects.raise('points.redeemed', { itemId: hold.id, orderId, amount: hold.discount });
  return effects.decided(() => replyOf(effects, { ...hold, state: 'redeemed' }));
}

/** Giving back what is not held any more is no mistake: it is as free as it was. */
export function decideReleasePoints(
  facts: HoldFacts,
  _command: ReleasePointsCommand,
  stamp: Stamp,
): Decision<PointsHoldReply> {
  const { hold } = facts;
  if (!hold) return refused({ code: 'hold_not_found' });
  if (hold.state === 'redeemed') return refused({ code: 'hold_redeemed' });

  // From here the release succeeds. A hold that timed out went back when the purse was opened.
  const effects = new Effects(facts, stamp);
  if (hold.state === 'held' && hold.heldUntil > stamp.now) {
    effects.purse.giveBack(hold, 'released');
  }
  return effects.decided(() => replyOf(effects, { ...hold, state: 'returned' }));
}

/**
 * What is held of what was asked, and what it takes off: no more than the cart comes to. Points
 * are worth ⌊points × amount ÷ points of the programme's value⌋ minor units.
 */
function usedFor(
  { points: { value } }: Programme,
  { unit, amount, net }: HoldPointsCommand,
): Pick<Hold, 'amount' | 'discount'> {
  if (unit === 'credit' || value === null) {
    const discount = Math.min(amount, net);
    return { amount: discount, discount };
  }
  const enough = Math.min(amount, scaleBy('ceiling', net, value.points, value.amount));
  const discount = Math.min(net, scaleFloor(enough, value.amount, value.points));
  return { amount: enough, discount };
}

function replyOf({ purse }: Effects, hold: Hold): PointsHoldReply {
  const { id: holdId, unit, amount, discount, state, heldUntil } = hold;
  return {
    holdId,
    unit,
    amount,
    discount,
    state,
    heldUntil,
    points: purse.points(),
    credit: purse.credit(),
  };
}
