/** The shop vouches for a customer; the anonymous shopper who presents its token becomes them. */
import type { Result } from '../../shared/refusals.ts';
import type { IdentifyCommand } from '../core/command.ts';
import { decideIdentify, type IdentifyOutcome } from '../core/identify.ts';
import { planIdentify } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';

export function identify(deps: Deps, command: IdentifyCommand): Promise<Result<IdentifyOutcome>> {
  return settle(deps, { plan: planIdentify, decide: decideIdentify }, command);
}
