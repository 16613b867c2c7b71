/** A shopper takes a voucher that they won. */
import type { Result } from '../../shared/refusals.ts';
import type { ClaimReply } from '../../shared/schema/shopper-api.ts';
import { decideClaim } from '../core/claim.ts';
import type { ClaimCommand } from '../core/command.ts';
import { planClaim } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';

export function claim(deps: Deps, command: ClaimCommand): Promise<Result<ClaimReply>> {
  return settle(deps, { plan: planClaim, decide: decideClaim }, command);
}
