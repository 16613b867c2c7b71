/** Points and store credit at the shop's checkout, and credit given by hand. */
import type { Result } from '../../shared/refusals.ts';
import type { CreditReply, PointsHoldReply } from '../../shared/schema/points-api.ts';
import { decideAdjustCredit } from '../core/back-office.ts';
import type {
  AdjustCreditCommand,
  HoldPointsCommand,
  RedeemPointsCommand,
  ReleasePointsCommand,
} from '../core/command.ts';
import {
  decideHoldPoints,
  decideRedeemPoints,
  decideReleasePoints,
} from '../core/points-checkout.ts';
import { planAdjustPoints } from '../store/sql/plans.ts';
import { planHoldPoints, planRedeemPoints, planReleasePoints } from '../store/sql/plans-points.ts';
import { settle, type Deps } from './deps.ts';

export function holdPoints(
  deps: Deps,
  command: HoldPointsCommand,
): Promise<Result<PointsHoldReply>> {
  return settle(deps, { plan: planHoldPoints, decide: decideHoldPoints }, command);
}

export function redeemPoints(
  deps: Deps,
  command: RedeemPointsCommand,
): Promise<Result<PointsHoldReply>> {
  return settle(deps, { plan: planRedeemPoints, decide: decideRedeemPoints }, command);
}

export function releasePoints(
  deps: Deps,
  command: ReleasePointsCommand,
): Promise<Result<PointsHoldReply>> {
  return settle(deps, { plan: planReleasePoints, decide: decideReleasePoints }, command);
}

export function adjustCredit(
  deps: Deps,
  command: AdjustCreditCommand,
): Promise<Result<CreditReply>> {
  return settle(deps, { plan: planAdjustPoints, decide: decideAdjustCredit }, command);
}
