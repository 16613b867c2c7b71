/** The shop vouches for a customer; the anonymous shopper who presents its token becomes them. */
import type { Result } from '../../shared/refusals.ts';
import type { IdentifyCommand } from '../core/command.ts';
import { decideIdentify, type IdentifyOutcome } from '../core/identify.ts';
import { planIdentify } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';
import { giveDueGifts } from './gifts.ts';
import { finishQuizzes } from './quiz.ts';
import { settleReferralsOf } from './referral.ts';

export async function identify(
  deps: Deps,
  command: IdentifyCommand,
): Promise<Result<IdentifyOutcome>> {
  const identified = await settle(deps, { plan: planIdentify, decide: decideIdentify }, command);
  if (identified.ok) {
    const { siteId, customer } = command;
    await finishQuizzes(deps, siteId, customer.shopperId);
    await giveDueGifts(deps, siteId, customer.shopperId);
    await settleReferralsOf(deps, siteId, customer.shopperId);
  }
  return identified;
}
