/** Whether a campaign runs, where somebody could wonder why nobody plays. */
import type { CampaignView } from '../../shared/schema/admin-api.ts';
import { formatDate } from './format.ts';

/** `starts 1 Dec 2026`, `ended 20 Nov 2026`; empty while it runs. */
export function runsWords(
  { startsAt, endsAt }: Pick<CampaignView, 'startsAt' | 'endsAt'>,
  { now, timeZone }: { now: number; timeZone: string },
): string {
  if (now < startsAt) return `starts ${formatDate(startsAt, timeZone)}`;
  if (now >= endsAt) return `ended ${formatDate(endsAt, timeZone)}`;
  return '';
}
