/** Points and store credit at the shop's checkout, and credit given by hand. */
import { decideAdjustCredit } from '../core/back-office.ts';
import {
  decideHoldPoints,
  decideRedeemPoints,
  decideReleasePoints,
} from '../core/points-checkout.ts';
import { planAdjustPoints } from '../store/sql/plans.ts';
import { planHoldPoints, planRedeemPoints, planReleasePoints } from '../store/sql/plans-points.ts';
import { useCase } from './deps.ts';

export const holdPoints = useCase(planHoldPoints, decideHoldPoints);
export const redeemPoints = useCase(planRedeemPoints, decideRedeemPoints);
export const releasePoints = useCase(planReleasePoints, decideReleasePoints);
export const adjustCredit = useCase(planAdjustPoints, decideAdjustCredit);
