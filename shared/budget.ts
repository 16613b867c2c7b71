/** The names of the rows that keep what a campaign has spent of its budget. */
import type { CampaignId, SiteDay } from './ids.ts';

/** In all. */
export function campaignRow(campaignId: CampaignId): string {
  return `campaign ${campaignId}`;
}

export function dayRow(campaignId: CampaignId, day: SiteDay): string {
  return `day ${campaignId} ${day}`;
}
