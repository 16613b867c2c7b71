/** The reward shop: a shopper buys a prize with points. */
import type { BoughtReply, RewardView } from '../../shared/schema/rewards-api.ts';
import { inSupply, leftOf } from './award.ts';
import type { BuyRewardCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { prizeView } from './programme.ts';
import type { Stamp } from './stamp.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Reward } from '../../shared/schema/reward-shop.ts';

export interface RewardState {
  readonly bought: number;
}

export function mergeRewardState(from: RewardState, to: RewardState | undefined): RewardState {
  return { bought: from.bought + (to?.bought ?? 0) };
}

export function decideBuyReward(
  facts: ShopperFacts,
  { rewardId, commandId }: BuyRewardCommand,
  stamp: Stamp,
): Decision<BoughtReply> {
  const { programme, shopper, progress } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const reward = programme.rewards.get(rewardId);
  if (!reward) return refused({ code: 'reward_not_found' });
  const effects = new Effects(facts, stamp);
  const bought = progress.reward.get(rewardId)?.bought ?? 0;
  const refusal = refusalToBuy(reward, bought, effects.purse.points());
  if (refusal) return refused(refusal);
  const { prizeId, price } = reward;
  const supply = effects.supplyOf(prizeId);
  if (supply.kind === 'needs_code') return supply;
  if (supply.kind === 'sold_out') return refused({ code: 'sold_out' });

  // From here the purchase succeeds.
  effects.purse.spend(price, 'reward');
  const given = effects.give(prizeId, { kind: 'shop', id: commandId }, 'reward');
  effects.keep('reward', rewardId, { bought: bought + 1 });
  effects.raise('reward.bought', { ...given.payload, itemId: rewardId, amount: price });
  return effects.decided((wallet) => ({ rewardId, given: [given.view], wallet }));
}

/** What the shopper is shown of the shop. */
export function rewardViews(facts: ShopperFacts, points: number): RewardView[] {
  const { programme, progress } = facts;
  return [...programme.rewards.values()].flatMap((reward) => {
    const prize = programme.prizes.get(reward.prizeId);
    if (!prize) return [];
    const bought = progress.reward.get(reward.id)?.bought ?? 0;
    const soldOut = inSupply(programme, facts, prize) ? null : ({ code: 'sold_out' } as const);
    const { id, price, perShopper } = reward;
    return [
      {
        id,
        prize: prizeView(prize),
        price,
        left: leftOf(programme, facts, prize),
        bought,
        perShopper,
        refusal: refusalToBuy(reward, bought, points) ?? soldOut,
      },
    ];
  });
}

/** Why the reward cannot be bought now, supply aside. The order is a contract. */
export function refusalToBuy(reward: Reward, bought: number, points: number): Refusal | null {
  if (reward.perShopper !== null && bought >= reward.perShopper) {
    return { code: 'reward_limit_reached' };
  }
  if (points < reward.price) {
    return { code: 'not_enough_points', detail: `it costs ${reward.price} points` };
  }
  return null;
}
