/** A shopper takes a voucher that they won. */
import { decideClaim } from '../core/claim.ts';
import { planClaim } from '../store/sql/plans.ts';
import { useCase } from './deps.ts';

export const claim = useCase(planClaim, decideClaim);
