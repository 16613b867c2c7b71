/**
 * The books, recomputed: each check finds the rows that break an invariant. An empty answer is a
 * clean one. Every check runs on both engines. Joins of many rows go through a grouped subquery:
 * SQLite would else walk a site's whole table for each row of the other.
 */
import type { Unit } from '../../../shared/points.ts';
import type { Account } from '../../core/decision.ts';
import { check, type AuditCheck } from './audit-check.ts';
import { rewardChecks } from './audit-rewards.ts';

/** The balances on a shopper's row, and the account that each one sums up. */
const balances: readonly { unit: Unit; account: Account; column: string }[] = [
  { unit: 'points', account: 'shopper', column: 'points' },
  { unit: 'points', account: 'pending', column: 'points_pending' },
  { unit: 'points', account: 'held', column: 'points_held' },
  { unit: 'credit', account: 'shopper', column: 'credit' },
  { unit: 'credit', account: 'pending', column: 'credit_pending' },
  { unit: 'credit', account: 'held', column: 'credit_held' },
];

/** Columns `site_id` and `what` name each breach. */
export const auditChecks: readonly AuditCheck[] = [
  check(
    'I1',
    'a balance is the sum of its transfers',
    `
    SELECT shopper.site_id, shopper.shopper_id AS what FROM shopper LEFT JOIN (
      SELECT site_id, shopper_id,
        ${balances.map(({ unit, account, column }) => sumOf(unit, account, column)).join(', ')}
      FROM transfer GROUP BY site_id, shopper_id) AS entries
      ON entries.site_id = shopper.site_id AND entries.shopper_id = shopper.shopper_id
    WHERE ${balances
      .map(({ column }) => `shopper.${column} <> coalesce(entries.${column}, 0)`)
      .join(' OR ')}`,
  ),
  check(
    'I1',
    'what one shopper gives up in a merge, another receives',
    `
    SELECT site_id, 'merged' AS what FROM transfer
    WHERE from_account = 'merged' OR to_account = 'merged' GROUP BY site_id, unit
    HAVING sum(CASE WHEN to_account = 'merged' THEN amount ELSE -amount END) <> 0`,
  ),
  check(
    'I1',
    'a transfer belongs to a shopper',
    `
    SELECT transfer.site_id, transfer_id AS what FROM transfer LEFT JOIN shopper
      ON shopper.site_id = transfer.site_id AND shopper.shopper_id = transfer.shopper_id
    WHERE shopper.shopper_id IS NULL
      OR (from_account NOT IN ('shopper', 'pending', 'held')
        AND to_account NOT IN ('shopper', 'pending', 'held'))`,
  ),
  check(
    'I1',
    'open lots add up to the balance, or to 0 under it',
    `
    SELECT shopper.site_id, shopper.shopper_id AS what FROM shopper LEFT JOIN (
      SELECT site_id, shopper_id, sum(points_left) AS points FROM lot
      GROUP BY site_id, shopper_id) AS lots
      ON lots.site_id = shopper.site_id AND lots.shopper_id = shopper.shopper_id
    WHERE coalesce(lots.points, 0) <> CASE WHEN shopper.points > 0 THEN shopper.points ELSE 0 END`,
  ),
  check(
    'I1',
    'what waits for return windows adds up to the pending balance',
    `
    SELECT shopper.site_id, shopper.shopper_id AS what FROM shopper LEFT JOIN (
      SELECT site_id, shopper_id,
        sum(CASE WHEN unit = 'points' THEN amount ELSE 0 END) AS points,
        sum(CASE WHEN unit = 'credit' THEN amount ELSE 0 END) AS credit
      FROM pending_earning GROUP BY site_id, shopper_id) AS waiting
      ON waiting.site_id = shopper.site_id AND waiting.shopper_id = shopper.shopper_id
    WHERE shopper.points_pending <> coalesce(waiting.points, 0)
      OR shopper.credit_pending <> coalesce(waiting.credit, 0)`,
  ),
  check(
    'I1',
    'open holds add up to the held balance',
    `
    SELECT shopper.site_id, shopper.shopper_id AS what FROM shopper LEFT JOIN (
      SELECT site_id, shopper_id,
        sum(CASE WHEN unit = 'points' THEN amount ELSE 0 END) AS points,
        sum(CASE WHEN unit = 'credit' THEN amount ELSE 0 END) AS credit
      FROM points_hold WHERE state = 'held' GROUP BY site_id, shopper_id) AS open
      ON open.site_id = shopper.site_id AND open.shopper_id = shopper.shopper_id
    WHERE shopper.points_held <> coalesce(open.points, 0)
      OR shopper.credit_held <> coalesce(open.credit, 0)`,
  ),
  check(
    'I2',
    'no balance is under its floor',
    `
    SELECT site_id, shopper_id AS what FROM shopper WHERE points < points_floor OR points_owed < 0
      OR points_pending < 0 OR points_held < 0 OR credit < 0 OR credit_pending < 0
      OR credit_held < 0`,
  ),
  check(
    'I3',
    'stock put in − stock left = awards not returned',
    `
    SELECT site_id, prize_id AS what FROM (
      SELECT site_id, prize_id, units_left AS units FROM stock
      UNION ALL SELECT site_id, prize_id, -change FROM stock_entry
      UNION ALL SELECT site_id, prize_id, count(*) FROM award
        WHERE stocked = 1 AND returned_at IS NULL GROUP BY site_id, prize_id) AS moved
    GROUP BY site_id, prize_id HAVING sum(units) <> 0`,
  ),
  check(
    'I3',
    'a unique code belongs to one voucher',
    `
    SELECT site_id, code AS what FROM voucher WHERE code_shared = 0
    GROUP BY site_id, code HAVING count(*) > 1`,
  ),
  check(
    'I3',
    'a code is taken when a voucher has it, and only then',
    `
    SELECT voucher_code.site_id, voucher_code.code AS what FROM voucher_code LEFT JOIN (
      SELECT site_id, pool_id, code, count(*) AS vouchers FROM voucher
      GROUP BY site_id, pool_id, code) AS given
      ON given.site_id = voucher_code.site_id AND given.pool_id = voucher_code.pool_id
        AND given.code = voucher_code.code
    WHERE voucher_code.taken <> CASE WHEN given.vouchers IS NULL THEN 0 ELSE 1 END`,
  ),
  check(
    'I3',
    'a code that was given belongs to an import that was published',
    `
    SELECT voucher_code.site_id, voucher_code.code AS what FROM voucher_code LEFT JOIN code_import
      ON code_import.site_id = voucher_code.site_id
        AND code_import.pool_id = voucher_code.pool_id
        AND code_import.import_id = voucher_code.import_id
    WHERE code_import.import_id IS NULL OR (taken = 1 AND code_import.state <> 'published')`,
  ),
  check(
    'I3',
    'a voucher comes from an award to the shopper or to one merged into them',
    `
    SELECT voucher.site_id, voucher_id AS what FROM voucher
      LEFT JOIN award ON award.site_id = voucher.site_id AND award.award_id = voucher.award_id
      LEFT JOIN shopper AS winner
        ON winner.site_id = award.site_id AND winner.shopper_id = award.shopper_id
    WHERE award.award_id IS NULL OR award.prize_id <> voucher.prize_id
      OR coalesce(winner.merged_into, award.shopper_id) <> voucher.shopper_id`,
  ),
  check(
    'I3',
    'an award gave one voucher at the most',
    `
    SELECT site_id, award_id AS what FROM voucher GROUP BY site_id, award_id HAVING count(*) > 1`,
  ),
  check(
    'I3',
    'an award names a play or a command that happened',
    `
    SELECT award.site_id, award_id AS what FROM award
      LEFT JOIN play ON play.site_id = award.site_id AND play.play_id = award.cause_id
      LEFT JOIN command ON command.site_id = award.site_id AND command.command_id = award.cause_id
    WHERE (award.cause_kind = 'play' AND (play.play_id IS NULL OR play.prize_id <> award.prize_id))
      OR (award.cause_kind <> 'play' AND command.command_id IS NULL)`,
  ),
  check(
    'I3',
    'a winning play gave one award',
    `
    SELECT play.site_id, play_id AS what FROM play LEFT JOIN (
      SELECT site_id, cause_id, count(*) AS awards FROM award WHERE cause_kind = 'play'
      GROUP BY site_id, cause_id) AS given
      ON given.site_id = play.site_id AND given.cause_id = play.play_id
    WHERE coalesce(given.awards, 0) <> won`,
  ),
  check(
    'I3',
    'a gift that is sent comes from one award, which is returned when it is cancelled',
    `
    SELECT parcel.site_id, parcel_id AS what FROM parcel
      LEFT JOIN award ON award.site_id = parcel.site_id AND award.award_id = parcel.award_id
      LEFT JOIN shopper AS winner
        ON winner.site_id = award.site_id AND winner.shopper_id = award.shopper_id
    WHERE award.award_id IS NULL OR award.prize_id <> parcel.prize_id
      OR coalesce(winner.merged_into, award.shopper_id) <> parcel.shopper_id
      OR (award.returned_at IS NOT NULL) <> (parcel.state = 'cancelled')
      OR (parcel.state = 'to_ship' AND parcel.address IS NULL)
      OR (parcel.state = 'address_needed' AND parcel.address IS NOT NULL)`,
  ),
  check(
    'I3',
    'a play names the version of the programme that it was settled under',
    `
    SELECT play.site_id, play_id AS what FROM play LEFT JOIN programme
      ON programme.site_id = play.site_id AND programme.version = play.programme_version
    WHERE play.programme_version IS NOT NULL AND programme.version IS NULL`,
  ),
  check(
    'I3',
    'a budget has spent what its plays cost',
    `
    SELECT site_id, scope AS what FROM (
      SELECT site_id, scope, spent - opening AS cost FROM budget
      UNION ALL SELECT site_id, 'campaign ' || campaign_id, -sum(budget_cost)
      FROM play WHERE budget_cost > 0 GROUP BY site_id, campaign_id
      UNION ALL SELECT site_id, 'day ' || campaign_id || ' ' || day, -sum(budget_cost)
      FROM play WHERE budget_cost > 0 GROUP BY site_id, campaign_id, day) AS counted
    GROUP BY site_id, scope HAVING sum(cost) <> 0`,
  ),
  check(
    'I3',
    'shoppers have spent no more of a budget than their plays cost',
    `
    SELECT own.site_id, own.campaign_id AS what FROM (
      SELECT stream.site_id, stream.campaign_id, sum(cost_campaign) AS cost
      FROM stream JOIN shopper
        ON shopper.site_id = stream.site_id AND shopper.shopper_id = stream.shopper_id
      WHERE shopper.merged_into IS NULL AND cost_campaign > 0
      GROUP BY stream.site_id, stream.campaign_id) AS own LEFT JOIN (
      SELECT site_id, campaign_id, sum(budget_cost) AS cost FROM play WHERE budget_cost > 0
      GROUP BY site_id, campaign_id) AS counted
      ON counted.site_id = own.site_id AND counted.campaign_id = own.campaign_id
    WHERE own.cost > coalesce(counted.cost, 0)`,
  ),
  ...rewardChecks,
  check(
    'I5',
    'a table that an outcome names is kept',
    `
    SELECT command.site_id, command_id AS what FROM command LEFT JOIN draw_table
      ON draw_table.site_id = command.site_id AND draw_table.table_id = command.table_id
    WHERE command.table_id IS NOT NULL AND draw_table.table_id IS NULL`,
  ),
  check(
    'I4',
    'a play is the success of one command',
    `
    SELECT play.site_id, play_id AS what FROM play LEFT JOIN command
      ON command.site_id = play.site_id AND command.command_id = play.command_id
    WHERE command.kind IS NULL OR command.kind <> 'play'`,
  ),
  check(
    'I4',
    'a transfer was made by the success of one command',
    `
    SELECT transfer.site_id, transfer_id AS what FROM transfer LEFT JOIN command
      ON command.site_id = transfer.site_id AND command.command_id = transfer.command_id
    WHERE command.command_id IS NULL`,
  ),
  check(
    'I4',
    'a play command made one play',
    `
    SELECT command.site_id, command.command_id AS what FROM command LEFT JOIN (
      SELECT site_id, command_id, count(*) AS plays FROM play
      GROUP BY site_id, command_id) AS made
      ON made.site_id = command.site_id AND made.command_id = command.command_id
    WHERE command.kind = 'play' AND coalesce(made.plays, 0) <> 1`,
  ),
  check(
    'I4',
    'an answer to a survey is the success of one command',
    `
    SELECT survey_answer.site_id, survey_id AS what FROM survey_answer LEFT JOIN command
      ON command.site_id = survey_answer.site_id AND command.command_id = survey_answer.command_id
    WHERE command.kind IS NULL OR command.kind <> 'answer_survey'`,
  ),
  check(
    'I6',
    'the draws of a stream are numbered without a gap',
    `
    SELECT site_id, stream AS what FROM play GROUP BY site_id, stream, game_id, epoch
    HAVING min(draw_index) <> 0 OR max(draw_index) + 1 <> count(*)
      OR count(DISTINCT draw_index) <> count(*)`,
  ),
  check(
    'I6',
    'the plays of a stream follow each other, from the last to the first',
    `
    SELECT play.site_id, play.play_id AS what FROM play
      LEFT JOIN (SELECT site_id, before_id, count(*) AS plays FROM play GROUP BY site_id, before_id)
        AS next ON next.site_id = play.site_id AND next.before_id = play.play_id
      LEFT JOIN stream ON stream.site_id = play.site_id AND stream.shopper_id = play.stream
        AND stream.game_id = play.game_id AND last_play_id = play.play_id
        AND stream.epoch = play.epoch AND stream.draw_index = play.draw_index
    WHERE coalesce(plays, 0) + CASE WHEN stream.game_id IS NULL THEN 0 ELSE 1 END <> 1`,
  ),
  check(
    'I7',
    'a play raised one event',
    `
    SELECT play.site_id, 'plays' AS what FROM play GROUP BY play.site_id
    HAVING count(*) <> (SELECT count(*) FROM event
      WHERE event.site_id = play.site_id AND event.kind = 'play.settled')`,
  ),
  check(
    'I8',
    'an event is there once',
    `
    SELECT site_id, event_id AS what FROM event GROUP BY site_id, event_id HAVING count(*) > 1`,
  ),
  check(
    'I9',
    'a credited day names the command that credited it, which credited that one day',
    `
    SELECT check_in.site_id, check_in.command_id AS what FROM check_in LEFT JOIN command
      ON command.site_id = check_in.site_id AND command.command_id = check_in.command_id
    GROUP BY check_in.site_id, check_in.command_id
    HAVING count(DISTINCT calendar_id) <> 1 OR count(DISTINCT day) <> 1
      OR count(DISTINCT how) <> 1 OR min(how) <> min(CASE command.kind
        WHEN 'check_in' THEN 'checked_in' WHEN 'make_up' THEN 'made_up' ELSE '' END)`,
  ),
  check(
    'I9',
    'the days that a streak is made of are the days that were credited',
    `
    SELECT progress.site_id, progress.shopper_id AS what FROM progress LEFT JOIN (
      SELECT site_id, shopper_id, calendar_id, count(*) AS days, max(day) AS last_day
      FROM check_in GROUP BY site_id, shopper_id, calendar_id) AS credited
      ON credited.site_id = progress.site_id AND credited.shopper_id = progress.shopper_id
        AND credited.calendar_id = progress.item_id
    WHERE progress.kind = 'check_in' AND (credited.days IS NULL OR progress.state NOT LIKE
      '{"total":' || credited.days || ',"last":"' || credited.last_day || '",%')`,
  ),
  check(
    'I9',
    'a credited day is part of a streak',
    `
    SELECT check_in.site_id, check_in.shopper_id AS what FROM check_in LEFT JOIN progress
      ON progress.site_id = check_in.site_id AND progress.shopper_id = check_in.shopper_id
        AND progress.kind = 'check_in' AND progress.item_id = check_in.calendar_id
    WHERE progress.state IS NULL`,
  ),
  check(
    'I9',
    'a tier that ends is looked at when it does',
    `
    SELECT progress.site_id, progress.shopper_id AS what FROM progress
      JOIN shopper ON shopper.site_id = progress.site_id
        AND shopper.shopper_id = progress.shopper_id AND shopper.merged_into IS NULL
      LEFT JOIN tier_review ON tier_review.site_id = progress.site_id
        AND tier_review.shopper_id = progress.shopper_id
    WHERE progress.kind = 'tier' AND coalesce(tier_review.due_at, -1) <> 0
      AND progress.state NOT LIKE
        '{"endsAt":' || coalesce(CAST(tier_review.due_at AS TEXT), 'null') || ',%'`,
  ),
  check(
    'I10',
    'what a shopper has belongs to a shopper of its own site',
    `
    SELECT owned.site_id, owned.what FROM (
      SELECT site_id, shopper_id, voucher_id AS what FROM voucher
      UNION ALL SELECT site_id, shopper_id, award_id FROM award
      UNION ALL SELECT site_id, shopper_id, game_id FROM stream
      UNION ALL SELECT site_id, shopper_id, 'lot' FROM lot
      UNION ALL SELECT site_id, shopper_id, order_id FROM shop_order WHERE shopper_id IS NOT NULL
      UNION ALL SELECT site_id, merged_into, shopper_id FROM shopper WHERE merged_into IS NOT NULL
      UNION ALL SELECT site_id, shopper_id, board_id FROM leaderboard_score
      UNION ALL SELECT site_id, shopper_id, 'player' FROM leaderboard_player
      UNION ALL SELECT site_id, shopper_id, board_id FROM leaderboard_prize
      UNION ALL SELECT site_id, shopper_id, item_id FROM progress
      UNION ALL SELECT site_id, shopper_id, survey_id FROM survey_answer
      UNION ALL SELECT site_id, shopper_id, parcel_id FROM parcel
      UNION ALL SELECT site_id, shopper_id, source_id FROM pending_earning
      UNION ALL SELECT site_id, shopper_id, hold_id FROM points_hold
      UNION ALL SELECT site_id, shopper_id, kind FROM contact
      UNION ALL SELECT site_id, shopper_id, kind FROM lead
      UNION ALL SELECT site_id, shopper_id, birthday FROM profile
      UNION ALL SELECT site_id, shopper_id, code FROM referral_code
      UNION ALL SELECT site_id, friend_id, referral_id FROM referral
      UNION ALL SELECT site_id, referrer_id, referral_id FROM referral
      UNION ALL SELECT site_id, shopper_id, calendar_id FROM check_in
      UNION ALL SELECT site_id, shopper_id, freeze_id FROM streak_freeze
      UNION ALL SELECT site_id, shopper_id, 'tier' FROM tier_review
    ) AS owned
      LEFT JOIN shopper
        ON shopper.site_id = owned.site_id AND shopper.shopper_id = owned.shopper_id
    WHERE shopper.shopper_id IS NULL`,
  ),
];

/** What went into an account of a shopper's, less what went out. */
function sumOf(unit: Unit, account: Account, column: string): string {
  return `sum(CASE WHEN unit <> '${unit}' THEN 0 WHEN to_account = '${account}' THEN amount
    WHEN from_account = '${account}' THEN -amount ELSE 0 END) AS ${column}`;
}
