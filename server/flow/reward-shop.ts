/** A shopper buys a prize with points. */
import type { Result } from '../../shared/refusals.ts';
import type { BoughtReply } from '../../shared/schema/rewards-api.ts';
import type { BuyRewardCommand } from '../core/command.ts';
import { decideBuyReward } from '../core/reward-shop.ts';
import { planBuyReward } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';

export function buyReward(deps: Deps, command: BuyRewardCommand): Promise<Result<BoughtReply>> {
  return settle(deps, { plan: planBuyReward, decide: decideBuyReward }, command);
}
