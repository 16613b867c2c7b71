/** The reward shop: a shopper buys a prize with points. */
import type { BoughtReply, RewardView } from '../../shared/schema/rewards-api.ts';
import { inSupply, leftOf } from './award.ts';
import type { BuyRewardCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { prizeView } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { levelOf, opensFor, tierNeeded } from './tier.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Reward } from '../../shared/schema/reward-shop.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import { instantOf } from '../../shared/time.ts';

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
  const level = levelOf(facts, stamp.now);
  const points = effects.purse.points();
  const refusal = refusalToBuy(reward, { bought, points, level, now: stamp.now });
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
export function rewardViews(facts: ShopperFacts, points: number, now: number): RewardView[] {
  const { programme, progress } = facts;
  const level = levelOf(facts, now);
  return [...programme.rewards.values()].flatMap((reward) => {
    const prize = programme.prizes.get(reward.prizeId);
    if (!prize) return [];
    const bought = progress.reward.get(reward.id)?.bought ?? 0;
    const soldOut = inSupply(facts, prize) ? null : ({ code: 'sold_out' } as const);
    const { id, price, perShopper, tiers } = reward;
    const opensAt = opensAtFor(reward, level);
    return [
      {
        id,
        prize: prizeView(prize),
        price,
        left: leftOf(facts, prize),
        bought,
        perShopper,
        tiers,
        opensAt: opensAt > now ? opensAt : null,
        refusal: refusalToBuy(reward, { bought, points, level, now }) ?? soldOut,
      },
    ];
  });
}

/** Who asks to buy: with how many bought before, and how many points. */
export interface Buyer {
  readonly bought: number;
  readonly points: number;
  readonly level: TierLevel | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** −∞ where it is open always. */
function opensAtFor({ opensAt }: Reward, level: TierLevel | null): number {
  return opensAt === null ? -Infinity : opensFor(level, instantOf(opensAt));
}

/** Why the reward cannot be bought now, supply aside. The order is a contract. */
export function refusalToBuy(reward: Reward, buyer: Buyer): Refusal | null {
  const { bought, points, level, now } = buyer;
  const { tiers } = reward;
  const isTheirs = tiers.length === 0 || (level !== null && tiers.includes(level.id));
  if (!isTheirs) return tierNeeded(tiers);
  const opensAt = opensAtFor(reward, level);
  if (opensAt > now) return { code: 'reward_not_open', nextAt: opensAt };
  if (reward.perShopper !== null && bought >= reward.perShopper) {
    return { code: 'reward_limit_reached' };
  }
  if (points < reward.price) {
    return { code: 'not_enough_points', detail: `it costs ${reward.price} points` };
  }
  return null;
}
