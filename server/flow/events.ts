/** The shop's back end reports what a shopper did, or takes a badge away. */
import { decideReportEvent } from '../core/report-event.ts';
import { decideRevokeBadge } from '../core/revoke-badge.ts';
import { planReportEvent, planRevokeBadge } from '../store/sql/plans-activity.ts';
import { useCase } from './deps.ts';

export const reportEvent = useCase(planReportEvent, decideReportEvent);
export const revokeBadge = useCase(planRevokeBadge, decideRevokeBadge);
