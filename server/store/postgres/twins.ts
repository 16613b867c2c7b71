/** What PostgreSQL says in its own words; the twins stand in sqlite/twins.ts. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import { ownerNow } from '../sql/event.ts';
import type { CodeClaim, Query } from '../store.ts';

/**
 * The first free code of the oldest published import that has one, under a lock. LATERAL keeps the
 * imports in front, and the order keeps to the index, whatever the planner thinks of them.
 */
const lockedCode = (lock: string): string => `
  SELECT free.code FROM code_import, LATERAL (
    SELECT code FROM voucher_code
    WHERE site_id = $1 AND pool_id = $2 AND import_id = code_import.import_id AND taken = 0
    ORDER BY code LIMIT 1 ${lock}) AS free
  WHERE code_import.site_id = $1 AND code_import.pool_id = $2 AND code_import.state = 'published'
  ORDER BY code_import.import_id LIMIT 1`;

/** Takes a free code that nobody else is taking. Empty also when all free ones are being taken. */
export function claimCode({ siteId, poolId }: CodeClaim): Query {
  return {
    sql: `WITH free AS MATERIALIZED (${lockedCode('FOR UPDATE SKIP LOCKED')})
      UPDATE voucher_code SET taken = 1 FROM free
      WHERE voucher_code.site_id = $1 AND voucher_code.pool_id = $2
        AND voucher_code.code = free.code
      RETURNING voucher_code.code`,
    params: [siteId, poolId],
  };
}

/** Waits for whoever is taking a code that is free so far. Empty when none is left for certain. */
export function awaitCode({ siteId, poolId }: CodeClaim): Query {
  return {
    sql: `SELECT EXISTS (SELECT 1 FROM (${lockedCode('FOR UPDATE')}) AS waited)
        OR EXISTS (SELECT 1 FROM code_import JOIN voucher_code
            ON voucher_code.site_id = $1 AND voucher_code.pool_id = $2
              AND voucher_code.import_id = code_import.import_id AND taken = 0
          WHERE code_import.site_id = $1 AND code_import.pool_id = $2
            AND code_import.state = 'published') AS free`,
    params: [siteId, poolId],
  };
}

/** Events that no transaction still open can precede, in an order that never changes. */
export function newEvents(eventsMax: number): Query {
  return {
    sql: `SELECT event.seq, event.xid, site_id, kind, ${ownerNow}, campaign_id, game_id, payload,
        day
      FROM event, projector
      WHERE projector.name = 'figures'
        AND (event.xid, event.seq) > (projector.xid, projector.seq)
        AND event.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      ORDER BY event.xid, event.seq LIMIT $1`,
    params: [eventsMax],
  };
}

export function countNewEvents(): Query {
  return {
    sql: `SELECT count(*) AS waiting FROM event, projector
      WHERE projector.name = 'figures'
        AND (event.xid, event.seq) > (projector.xid, projector.seq)`,
    params: [],
  };
}

export function clockNow(): Query {
  return {
    sql: `SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS now`,
    params: [],
  };
}

export function lockShopper(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT shopper_id FROM shopper WHERE site_id = $1 AND shopper_id = $2 FOR UPDATE`,
    params: [siteId, shopperId],
  };
}

/** A row to lock for somebody who has none yet. Version 0 says that nothing was settled. */
export function openShopper(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `INSERT INTO shopper (site_id, shopper_id, kind, wallet_version, points, points_floor,
        points_owed, created_at)
      VALUES ($1, $2, 'anonymous', 0, 0, 0, 0, 0)
      ON CONFLICT (site_id, shopper_id) DO NOTHING`,
    params: [siteId, shopperId],
  };
}

/** A lock on a name, until the transaction ends: for orders without a row, and for shared work. */
export function lockName(name: string): Query {
  return {
    sql: `SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) IS NULL AS held`,
    params: [name],
  };
}

/** Waits for whoever locked the name, not for others who share it. */
export function shareName(name: string): Query {
  return {
    sql: `SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0)) IS NULL AS held`,
    params: [name],
  };
}
