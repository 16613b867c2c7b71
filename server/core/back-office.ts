/** What a shop's back end gives by hand: points up or down, or a prize, with a reason. */
import type { GrantReply, PointsReply } from '../../shared/schema/storefront-api.ts';
import type { CreditReply } from '../../shared/schema/points-api.ts';
import { limits } from '../../shared/limits.ts';
import type { AdjustCreditCommand, AdjustPointsCommand, GrantPrizeCommand } from './command.ts';
import { decided, raised, refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts, WalletFacts } from './facts.ts';
import { Purse, tooManyPoints } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';

export function decideAdjustPoints(
  facts: WalletFacts,
  command: AdjustPointsCommand,
  stamp: Stamp,
): Decision<PointsReply> {
  const ids = idsFrom(stamp);
  const purse = new Purse(facts, stamp, ids);
  const { change, reason, customer } = command;
  if (change < 0 && purse.points() + change < 0) {
    return refused({ code: 'not_enough_points', detail: `the balance is ${purse.points()}` });
  }

  if (purse.points() + change > limits.pointsMax) return refused(tooManyPoints);

  // From here the adjustment succeeds.
  if (change > 0) purse.earn(change, reason);
  else purse.takeBack(-change, reason, 'stop_at_zero');
  const { shopper, changes } = purse.close();
  const of = { id: ids.next('e'), shopperId: shopper.id };
  const event = raised({ ...of, kind: 'points.adjusted', payload: { amount: change } });
  const reply = { shopperId: customer.externalId, points: shopper.points };
  return decided(reply, [...changes, event]);
}

export function decideAdjustCredit(
  facts: WalletFacts,
  { change, reason, customer }: AdjustCreditCommand,
  stamp: Stamp,
): Decision<CreditReply> {
  const ids = idsFrom(stamp);
  const purse = new Purse(facts, stamp, ids);
  const after = purse.credit() + change;
  if (after < 0) {
    return refused({ code: 'not_enough_credit', detail: `the balance is ${purse.credit()}` });
  }
  if (after > limits.moneyMinorMax) {
    const detail = `a balance holds at most ${limits.moneyMinorMax} minor units`;
    return refused({ code: 'bad_request', detail });
  }

  // From here the adjustment succeeds.
  if (change > 0) purse.earn(change, reason, 'credit');
  else purse.takeCredit(-change, reason);
  const { shopper, changes } = purse.close();
  const of = { id: ids.next('e'), shopperId: shopper.id };
  const event = raised({ ...of, kind: 'credit.adjusted', payload: { amount: change } });
  const reply = { shopperId: customer.externalId, credit: shopper.credit };
  return decided(reply, [...changes, event]);
}

export function decideGrantPrize(
  facts: ShopperFacts,
  command: GrantPrizeCommand,
  stamp: Stamp,
): Decision<GrantReply> {
  const prize = facts.programme.prizes.get(command.prizeId);
  if (!prize) return refused({ code: 'prize_not_found' });
  if (prize.kind === 'nothing' || (prize.kind === 'free_play' && prize.gameId === undefined)) {
    const detail = 'a prize that is something, and free plays that name their game';
    return refused({ code: 'prize_not_found', detail });
  }
  const effects = new Effects(facts, stamp);
  const supply = effects.supplyOf(prize.id);
  if (supply.kind === 'needs_code') return supply;
  if (supply.kind === 'sold_out') return refused({ code: 'sold_out' });
  const gain = prize.kind === 'points' ? prize.points : 0;
  if (effects.purse.points() + gain > limits.pointsMax) return refused(tooManyPoints);

  // From here the grant succeeds.
  const cause = { kind: 'backend', id: command.commandId } as const;
  const given = effects.give(prize.id, cause, command.reason);
  effects.raise('prize.granted', given.payload);
  return effects.decided(({ points }) => ({
    shopperId: command.customer.externalId,
    points,
    voucher: given.view.voucher,
  }));
}
