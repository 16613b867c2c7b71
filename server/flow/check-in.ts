/** A shopper checks in, makes up a missed day, or buys a freeze. */
import type { Result } from '../../shared/refusals.ts';
import type { CheckInReply, FreezeReply } from '../../shared/schema/check-in-api.ts';
import { decideBuyFreeze, decideCheckIn, decideMakeUp } from '../core/check-in.ts';
import type { BuyFreezeCommand, CheckInCommand, MakeUpCommand } from '../core/command.ts';
import { planBuyFreeze, planCheckIn, planMakeUp } from '../store/sql/plans-check-in.ts';
import { settle, type Deps } from './deps.ts';

export function checkIn(deps: Deps, command: CheckInCommand): Promise<Result<CheckInReply>> {
  return settle(deps, { plan: planCheckIn, decide: decideCheckIn }, command);
}

export function makeUp(deps: Deps, command: MakeUpCommand): Promise<Result<CheckInReply>> {
  return settle(deps, { plan: planMakeUp, decide: decideMakeUp }, command);
}

export function buyFreeze(deps: Deps, command: BuyFreezeCommand): Promise<Result<FreezeReply>> {
  return settle(deps, { plan: planBuyFreeze, decide: decideBuyFreeze }, command);
}
