/** A shopper buys a prize with points. */
import { decideBuyReward } from '../core/reward-shop.ts';
import { planBuyReward } from '../store/sql/plans.ts';
import { useCase } from './deps.ts';

export const buyReward = useCase(planBuyReward, decideBuyReward);
