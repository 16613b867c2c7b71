/** A shopper checks in, makes up a missed day, or buys a freeze. */
import { decideBuyFreeze, decideCheckIn, decideMakeUp } from '../core/check-in.ts';
import { planBuyFreeze, planCheckIn, planMakeUp } from '../store/sql/plans-check-in.ts';
import { useCase } from './deps.ts';

export const checkIn = useCase(planCheckIn, decideCheckIn);
export const makeUp = useCase(planMakeUp, decideMakeUp);
export const buyFreeze = useCase(planBuyFreeze, decideBuyFreeze);
