/** Statements about what is personal of a shopper and of whoever was merged into them. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { EraseDataCommand } from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import type { Query, Write } from '../store.ts';
import { anonymousShopper, shopperNeed, type Plan } from './needs.ts';
const theirs = `site_id = $1 AND (shopper_id = $2 OR shopper_id IN (SELECT shopper_id
  FROM shopper WHERE site_id = $1 AND merged_into = $2))`;

export function planEraseData({ siteId, shopperId }: EraseDataCommand): Plan<ShopperFacts> {
  const newcomer = anonymousShopper(shopperId);
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, { siteId, newcomer, lots: now, progress: [], prizeIds: [] }),
  };
}

/** Which contacts are known by their keyed hashes. */
export function hashedContactsOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT DISTINCT kind FROM contact WHERE ${theirs} ORDER BY kind`,
    params: [siteId, shopperId],
  };
}

/** Newest first. */
export function answersOf(siteId: SiteId, shopperId: ShopperId, rowsMax: number): Query {
  return {
    sql: `SELECT survey_id, score, comment, at FROM survey_answer WHERE ${theirs}
      ORDER BY at DESC, survey_id LIMIT $3`,
    params: [siteId, shopperId, rowsMax],
  };
}

export function erasePerson(siteId: SiteId, shopperId: ShopperId, now: number): Write[] {
  const statements = [
    // Codes that are on their way would tell the address once more.
    `DELETE FROM mail WHERE site_id = $1 AND state = 'waiting'
      AND to_hash IN (SELECT hash FROM lead WHERE ${theirs})`,
    `DELETE FROM lead WHERE ${theirs}`,
    `DELETE FROM contact WHERE ${theirs}`,
    `DELETE FROM progress WHERE ${theirs} AND kind = 'attribute'`,
    // Whether they hide from the boards is their wish, and stays.
    `UPDATE leaderboard_player SET alias = NULL WHERE ${theirs}`,
    `UPDATE survey_answer SET comment = NULL WHERE ${theirs}`,
    `DELETE FROM profile WHERE ${theirs}`,
  ];
  return [
    ...statements.map((sql) => ({ sql, params: [siteId, shopperId], rows: null })),
    {
      sql: `UPDATE parcel SET address = NULL, erase_at = NULL, changed_at = $3,
          state = CASE WHEN state = 'to_ship' THEN 'address_needed' ELSE state END
        WHERE ${theirs} AND address IS NOT NULL`,
      params: [siteId, shopperId, now],
      rows: null,
    },
  ];
}
