/** What SQLite says in its own words; the twins stand in postgres/twins.ts. */
import { ownerNow } from '../sql/event.ts';
import type { CodeClaim, Query } from '../store.ts';

/**
 * Takes a free code of the oldest import that has one: CROSS JOIN keeps the imports in front. There
 * is one writer, so an empty answer is the truth.
 */
export function claimCode({ siteId, poolId }: CodeClaim): Query {
  return {
    sql: `UPDATE voucher_code SET taken = 1
      WHERE site_id = $1 AND pool_id = $2 AND code = (
        SELECT free.code FROM code_import CROSS JOIN voucher_code AS free
        WHERE code_import.site_id = $1 AND code_import.pool_id = $2
          AND code_import.state = 'published'
          AND free.site_id = $1 AND free.pool_id = $2
          AND free.import_id = code_import.import_id AND free.taken = 0
        ORDER BY code_import.import_id LIMIT 1)
      RETURNING code`,
    params: [siteId, poolId],
  };
}

/** Sequence numbers follow the commits, since there is one writer. */
export function newEvents(eventsMax: number): Query {
  return {
    sql: `SELECT seq, 0 AS xid, site_id, kind, ${ownerNow}, campaign_id, game_id, payload,
        day
      FROM event WHERE seq > (SELECT seq FROM projector WHERE name = 'figures')
      ORDER BY seq LIMIT $1`,
    params: [eventsMax],
  };
}

export function countNewEvents(): Query {
  return {
    sql: `SELECT count(*) AS waiting FROM event
      WHERE seq > (SELECT seq FROM projector WHERE name = 'figures')`,
    params: [],
  };
}

export function clockNow(): Query {
  return {
    sql: `SELECT CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) AS now`,
    params: [],
  };
}
