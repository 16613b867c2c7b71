/** The shop's back end reports what a shopper did, or takes a badge away. */
import type { Result } from '../../shared/refusals.ts';
import type { ReportedEventReply, RevokedReply } from '../../shared/schema/event-api.ts';
import type { ReportEventCommand, RevokeBadgeCommand } from '../core/command.ts';
import { decideReportEvent } from '../core/report-event.ts';
import { decideRevokeBadge } from '../core/revoke-badge.ts';
import { planReportEvent, planRevokeBadge } from '../store/sql/plans-activity.ts';
import { settle, type Deps } from './deps.ts';

export function reportEvent(
  deps: Deps,
  command: ReportEventCommand,
): Promise<Result<ReportedEventReply>> {
  return settle(deps, { plan: planReportEvent, decide: decideReportEvent }, command);
}

export function revokeBadge(
  deps: Deps,
  command: RevokeBadgeCommand,
): Promise<Result<RevokedReply>> {
  return settle(deps, { plan: planRevokeBadge, decide: decideRevokeBadge }, command);
}
