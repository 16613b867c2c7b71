/** What a shop's back end gives by hand: points up or down, or a prize, with a reason. */
import type { GrantReply, PointsReply } from '../../shared/schema/storefront-api.ts';
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { giveAward, supplyOf } from './award.ts';
import type { AdjustPointsCommand, GrantPrizeCommand } from './command.ts';
import { decided, refused, type Change, type Decision } from './decision.ts';
import type { GrantFacts, WalletFacts } from './facts.ts';
import { Purse } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { voucherView } from './voucher.ts';

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
  const wallet = purse.close();
  const changes: Change[] = [
    ...wallet.changes,
    {
      kind: 'event',
      event: {
        id: ids.next('e'),
        kind: 'points.adjusted',
        shopperId: facts.shopper.id,
        campaignId: '',
        gameId: '',
        payload: { amount: change },
      },
    },
  ];
  return decided({ shopperId: customer.externalId, points: wallet.shopper.points }, changes);
}

export function decideGrantPrize(
  facts: GrantFacts,
  command: GrantPrizeCommand,
  stamp: Stamp,
): Decision<GrantReply> {
  const { programme, shopper } = facts;
  const prize = programme.prizes.get(command.prizeId);
  if (!prize) return refused({ code: 'prize_not_found' });
  if (prize.kind !== 'voucher' && prize.kind !== 'points') {
    return refused({ code: 'prize_not_found', detail: 'only vouchers and points can be granted' });
  }
  const supply = supplyOf(programme, facts, prize);
  if (supply.kind === 'needs_code') return supply;
  if (supply.kind === 'sold_out') return refused({ code: 'sold_out' });

  const ids = idsFrom(stamp);
  const purse = new Purse(facts, stamp, ids);
  const gain = prize.kind === 'points' ? prize.points : 0;
  if (purse.points() + gain > limits.pointsMax) return refused(tooManyPoints);

  // From here the grant succeeds.
  const given = giveAward(
    {
      programme,
      supply: facts,
      prize,
      shopper,
      purse,
      cause: { kind: 'backend', id: command.commandId },
      campaignId: '',
      gameId: '',
      reason: command.reason,
    },
    stamp,
    ids,
  );
  const wallet = purse.close();
  const payload = given.voucher
    ? { prizeId: prize.id, cost: prize.cost, voucherId: given.voucher.id }
    : { prizeId: prize.id, cost: prize.cost };
  const id = ids.next('e');
  const event = {
    id,
    kind: 'prize.granted',
    shopperId: shopper.id,
    campaignId: '',
    gameId: '',
    payload,
  } as const;
  const reply: GrantReply = {
    shopperId: command.customer.externalId,
    points: wallet.shopper.points,
    voucher: given.voucher && voucherView(given.voucher, stamp.now),
  };
  return decided(reply, [...wallet.changes, ...given.changes, { kind: 'event', event }]);
}

const tooManyPoints: Refusal = {
  code: 'bad_request',
  detail: `a balance holds at most ${limits.pointsMax} points`,
};
