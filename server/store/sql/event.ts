/** Statements about events: the outbox that figures and webhooks are made from. */
import type { SiteId } from '../../../shared/ids.ts';
import type { Event, Moment } from '../../core/decision.ts';
import type { Write } from '../store.ts';
import type { Twin } from './first-migration.ts';
import { oneOf } from './one-of.ts';

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

/** Events whose ids browsers choose; all others are made by commands, which have one success. */
const isSeen = oneOf('kind', ['game.shown', 'game.opened', 'game.started']);

const seenOnce = `CREATE UNIQUE INDEX event_once ON event (site_id, event_id) WHERE ${isSeen}`;

/** A glance that is there already touches no row: it counts once. */
export function insertGlanceOnce(siteId: SiteId, event: Event, moment: Moment): Write {
  const { sql, params } = insertEvent(siteId, event, moment);
  const once = `${sql} ON CONFLICT (site_id, event_id) WHERE ${isSeen} DO NOTHING`;
  return { sql: once, params, rows: null };
}

/** SQLite keeps no index of the ids that commands make, and counts on from the last row. */
export const slimEvents: readonly Twin[] = [
  `CREATE TABLE event_in_order (
    seq INTEGER PRIMARY KEY,
    site_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    shopper_id TEXT,
    campaign_id TEXT NOT NULL,
    game_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    at BIGINT NOT NULL,
    day TEXT NOT NULL
  )`,
  `INSERT INTO event_in_order (seq, site_id, event_id, kind, shopper_id, campaign_id, game_id,
      payload, at, day)
    SELECT seq, site_id, event_id, kind, shopper_id, campaign_id, game_id, payload, at, day
    FROM event ORDER BY seq`,
  `DROP TABLE event`,
  `ALTER TABLE event_in_order RENAME TO event`,
  seenOnce,
].map((sqlite) => ({ sqlite, postgres: 'SELECT 1' }));

/** The index was made with a list before. */
export const listlessEvents: readonly Twin[] = [`DROP INDEX event_once`, seenOnce].map(
  (sqlite) => ({
    sqlite,
    postgres: 'SELECT 1',
  }),
);
