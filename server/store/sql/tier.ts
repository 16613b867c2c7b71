/** Statements about the ends of tiers. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { Query, Write } from '../store.ts';
import type { DuePage } from './due.ts';

export function saveTierReview(siteId: SiteId, shopperId: ShopperId, dueAt: number | null): Write {
  if (dueAt === null) {
    return {
      sql: `DELETE FROM tier_review WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, shopperId],
      rows: null,
    };
  }
  return {
    sql: `INSERT INTO tier_review (site_id, shopper_id, due_at) VALUES ($1, $2, $3)
      ON CONFLICT (site_id, shopper_id) DO UPDATE SET due_at = excluded.due_at`,
    params: [siteId, shopperId, dueAt],
    rows: 1,
  };
}

export function tiersDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT shopper_id, due_at FROM tier_review WHERE site_id = $1 AND due_at <= $2
      ORDER BY due_at, shopper_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}
