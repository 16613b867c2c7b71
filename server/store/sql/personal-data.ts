/** Statements about what is personal of a shopper and of whoever was merged into them. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { EraseDataCommand } from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import type { Query, Write } from '../store.ts';
import { leadColumns } from './lead.ts';
import { anonymousShopper, shopperNeed, type Plan } from './needs.ts';
import { oneOf } from './one-of.ts';
import { eraseStated } from './play.ts';

const them = `(SELECT CAST($2 AS TEXT)
  UNION ALL SELECT shopper_id FROM shopper WHERE site_id = $1 AND merged_into = $2)`;

/** As one list, which every engine looks up: with an OR it would look through the whole site. */
const theirs = `site_id = $1 AND shopper_id IN ${them}`;

/** Commands whose answers show what is personal. */
const telling = oneOf('kind', ['confirm_contact', 'leave_contact', 'set_attributes', 'set_player']);

/** Nobody else asks for answers by who gave them. */
export const answersOfShopper = `CREATE INDEX survey_answer_of_shopper
  ON survey_answer (site_id, shopper_id)`;

/** So that erasing does not look through all that were ever settled. */
export const tellingCommands = `CREATE INDEX command_telling ON command (site_id, owner)
  WHERE ${telling}`;

export function planEraseData({ siteId, shopperId }: EraseDataCommand): Plan<ShopperFacts> {
  const newcomer = anonymousShopper(shopperId);
  return {
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

/** Those of before a sign-in too, where the customer kept their own: the latest first. */
export function contactsOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT ${leadColumns} FROM lead WHERE ${theirs} ORDER BY left_at DESC, kind`,
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
    // Codes that are on their way would tell the address once more; they still count as sent.
    `UPDATE mail SET state = 'failed', to_address = '' WHERE site_id = $1 AND state = 'waiting'
      AND to_hash IN (SELECT hash FROM lead WHERE ${theirs})`,
    `DELETE FROM lead WHERE ${theirs}`,
    `DELETE FROM contact WHERE ${theirs}`,
    `DELETE FROM progress WHERE ${theirs} AND kind = 'attribute'`,
    // Whether they hide from the boards is their wish, and stays.
    `UPDATE leaderboard_player SET alias = NULL WHERE ${theirs}`,
    `UPDATE survey_answer SET comment = NULL WHERE ${theirs}`,
    `DELETE FROM profile WHERE ${theirs}`,
    // Their answers would tell it again: to who sends them once more they are a conflict from now.
    `UPDATE command SET outcome = '{}', body_hash = '' WHERE site_id = $1 AND ${telling}
      AND owner IN ${them}`,
  ];
  return [
    ...statements.map((sql) => ({ sql, params: [siteId, shopperId], rows: null })),
    eraseStated(siteId, shopperId),
    {
      sql: `UPDATE parcel SET address = NULL, erase_at = NULL, changed_at = $3,
          state = CASE WHEN state = 'to_ship' THEN 'address_needed' ELSE state END
        WHERE ${theirs} AND address IS NOT NULL`,
      params: [siteId, shopperId, now],
      rows: null,
    },
  ];
}
