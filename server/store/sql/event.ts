/** Statements about events: the outbox that figures and webhooks are made from. */
import type { SiteId } from '../../../shared/ids.ts';
import type { Event, Moment } from '../../core/decision.ts';
import type { Write } from '../store.ts';

/**
 * Whose an event is by now: it may be counted after the merge of the shopper that it was raised by.
 */
export const ownerNow = `coalesce((SELECT merged_into FROM shopper
  WHERE shopper.site_id = event.site_id AND shopper.shopper_id = event.shopper_id),
  event.shopper_id) AS shopper_id`;

export function insertEvent(siteId: SiteId, event: Event, { now, day }: Moment): Write {
  return {
    sql: `INSERT INTO event (site_id, event_id, kind, shopper_id, campaign_id, game_id, payload, at,
        day)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    params: [
      siteId,
      event.id,
      event.kind,
      event.shopperId,
      event.campaignId,
      event.gameId,
      JSON.stringify(event.payload),
      now,
      day,
    ],
    rows: 1,
  };
}

/** An event that is there already touches no row: it counts once. */
export function insertEventOnce(siteId: SiteId, event: Event, moment: Moment): Write {
  const { sql, params } = insertEvent(siteId, event, moment);
  return { sql: `${sql} ON CONFLICT (site_id, event_id) DO NOTHING`, params, rows: null };
}
