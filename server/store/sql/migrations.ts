/**
 * The schema, step by step. Both engines accept every statement but where a twin is given. Times
 * are epoch milliseconds, money is in minor units, and every primary key starts with the site.
 */
import { firstStatements, type Twin } from './first-migration.ts';
import { referralMigration } from './migration-referral.ts';
import { checkInTables } from './check-in.ts';
import { drawTables } from './draw-table.ts';
import { listlessEvents, slimEvents } from './event.ts';
import { leadTables } from './lead.ts';
import { answersOfShopper, tellingCommands } from './personal-data.ts';

export interface Migration {
  readonly version: number;
  readonly statements: readonly (string | Twin)[];
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    statements: firstStatements,
  },
  {
    version: 2,
    statements: [
      // What is counted for a shopper: `state` is JSON, as the kind says in core/progress.ts.
      `CREATE TABLE progress (
        site_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        item_id TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (site_id, shopper_id, kind, item_id)
      )`,
    ],
  },
  {
    version: 3,
    statements: [
      // A gift that is sent. `address` is JSON, and null when there is none (any more).
      `CREATE TABLE parcel (
        site_id TEXT NOT NULL,
        parcel_id TEXT NOT NULL,
        award_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        prize_id TEXT NOT NULL,
        label TEXT NOT NULL,
        stocked INTEGER NOT NULL,
        state TEXT NOT NULL,
        address TEXT,
        tracking TEXT,
        given_at BIGINT NOT NULL,
        changed_at BIGINT NOT NULL,
        erase_at BIGINT,
        PRIMARY KEY (site_id, parcel_id)
      )`,
      `CREATE UNIQUE INDEX parcel_of_award ON parcel (site_id, award_id)`,
      `CREATE INDEX parcel_of_shopper ON parcel (site_id, shopper_id)`,
      `CREATE INDEX parcel_in_state ON parcel (site_id, state, parcel_id)`,
      `CREATE INDEX parcel_to_erase ON parcel (site_id, erase_at) WHERE erase_at IS NOT NULL`,
    ],
  },
  {
    version: 4,
    statements: [
      // Who does the work that time makes due; a takeover raises the fencing token.
      `CREATE TABLE lease (
        name TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        token BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
      )`,
      `CREATE INDEX lot_due ON lot (site_id, expires_at, shopper_id) WHERE points_left > 0`,
      `CREATE INDEX voucher_hold_due ON voucher (site_id, held_until) WHERE state = 'held'`,
      `CREATE INDEX voucher_due ON voucher (site_id, expires_at) WHERE state = 'issued'`,
    ],
  },
  {
    version: 5,
    statements: [
      // The version that a play was settled under; null for plays of before.
      `ALTER TABLE play ADD COLUMN programme_version INTEGER`,
      // The earlier version that this one brought back; null for a document of its own.
      `ALTER TABLE programme ADD COLUMN restored_from INTEGER`,
    ],
  },
  {
    version: 6,
    statements: [
      // What was bought, as it was reported: JSON, a list of `orderItem`.
      `ALTER TABLE shop_order ADD COLUMN items TEXT NOT NULL DEFAULT '[]'`,
    ],
  },
  {
    version: 7,
    statements: [
      // Codes count as free once the import that brought them is published.
      `CREATE TABLE code_import (
        site_id TEXT NOT NULL,
        pool_id TEXT NOT NULL,
        import_id TEXT NOT NULL,
        digest TEXT NOT NULL,
        state TEXT NOT NULL,
        touched_at BIGINT NOT NULL,
        PRIMARY KEY (site_id, pool_id, import_id)
      )`,
      `INSERT INTO code_import (site_id, pool_id, import_id, digest, state, touched_at)
        SELECT DISTINCT site_id, pool_id, '0', '', 'published', 0 FROM voucher_code`,
      `ALTER TABLE voucher_code ADD COLUMN import_id TEXT NOT NULL DEFAULT '0'`,
      `DROP INDEX voucher_code_free`,
      `CREATE INDEX voucher_code_free ON voucher_code (site_id, pool_id, import_id, code)
        WHERE taken = 0`,
    ],
  },
  {
    version: 8,
    statements: [
      // Points and store credit that wait for a return window, or are held for a cart.
      ...['points_pending', 'points_held', 'credit', 'credit_pending', 'credit_held'].map(
        (column) =>
          `ALTER TABLE shopper ADD COLUMN ${column} BIGINT NOT NULL DEFAULT 0
            CHECK (${column} >= 0)`,
      ),
      `ALTER TABLE transfer ADD COLUMN unit TEXT NOT NULL DEFAULT 'points'`,
      ...['points_forgiven', 'credit_earned', 'credit_reversed', 'credit_forgiven'].map(
        (column) =>
          `ALTER TABLE shop_order ADD COLUMN ${column} BIGINT NOT NULL DEFAULT 0
            CHECK (${column} >= 0)`,
      ),
      `CREATE TABLE pending_earning (
        site_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        source_id TEXT NOT NULL,
        unit TEXT NOT NULL,
        amount BIGINT NOT NULL CHECK (amount > 0),
        due_at BIGINT NOT NULL,
        PRIMARY KEY (site_id, shopper_id, source_id, unit)
      )`,
      `CREATE INDEX pending_earning_due ON pending_earning (site_id, due_at)`,
      `CREATE TABLE points_hold (
        site_id TEXT NOT NULL,
        hold_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        unit TEXT NOT NULL,
        amount BIGINT NOT NULL CHECK (amount > 0),
        discount BIGINT NOT NULL,
        lots TEXT NOT NULL,
        state TEXT NOT NULL,
        held_until BIGINT NOT NULL,
        order_id TEXT,
        PRIMARY KEY (site_id, hold_id)
      )`,
      `CREATE INDEX points_hold_open ON points_hold (site_id, shopper_id) WHERE state = 'held'`,
      `CREATE INDEX points_hold_due ON points_hold (site_id, held_until) WHERE state = 'held'`,
      `CREATE INDEX points_hold_order ON points_hold (site_id, order_id)
        WHERE order_id IS NOT NULL`,
    ],
  },
  {
    version: 9,
    statements: [
      // Whoever gave an answer may be merged later: it stays theirs.
      `CREATE TABLE survey_answer (
        site_id TEXT NOT NULL,
        survey_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        command_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        score INTEGER,
        comment TEXT,
        at BIGINT NOT NULL,
        day TEXT NOT NULL,
        PRIMARY KEY (site_id, survey_id, shopper_id, subject)
      )`,
      `CREATE INDEX survey_answer_in_time ON survey_answer (site_id, survey_id, at)`,
    ],
  },
  {
    version: 10,
    statements: [
      // Draws of `day` of every kind, losses in a row, and what the campaign's prizes cost.
      `ALTER TABLE stream ADD COLUMN draws_day INTEGER NOT NULL DEFAULT 0`,
      `ALTER TABLE stream ADD COLUMN losses INTEGER NOT NULL DEFAULT 0`,
      `ALTER TABLE stream ADD COLUMN cost_campaign BIGINT NOT NULL DEFAULT 0`,
      `ALTER TABLE shopper ADD COLUMN paused_until BIGINT NOT NULL DEFAULT 0`,
      `ALTER TABLE play ADD COLUMN budget_cost BIGINT NOT NULL DEFAULT 0`,
      // `opening`: what had been spent before plays were counted in it.
      `CREATE TABLE budget (
        site_id TEXT NOT NULL,
        scope TEXT NOT NULL,
        spent BIGINT NOT NULL,
        opening BIGINT NOT NULL,
        PRIMARY KEY (site_id, scope)
      )`,
    ],
  },
  referralMigration,
  {
    version: 12,
    statements: [
      `CREATE TABLE leaderboard_score (
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        period TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        score BIGINT NOT NULL CHECK (score >= 0),
        reached_at BIGINT NOT NULL,
        hidden INTEGER NOT NULL,
        PRIMARY KEY (site_id, board_id, period, shopper_id)
      )`,
      `CREATE INDEX leaderboard_rank ON leaderboard_score
        (site_id, board_id, period, score DESC, reached_at, shopper_id) WHERE hidden = 0`,
      `CREATE INDEX leaderboard_of_shopper ON leaderboard_score (site_id, shopper_id)`,
      // How a shopper stands on every board; without a row by a name made for them.
      `CREATE TABLE leaderboard_player (
        site_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        alias TEXT,
        hidden INTEGER NOT NULL,
        PRIMARY KEY (site_id, shopper_id)
      )`,
    ],
  },
  { version: 13, statements: checkInTables },
  {
    version: 14,
    statements: [
      // When an order came that may qualify; null once the referral was looked at for it.
      `ALTER TABLE referral ADD COLUMN ordered_at BIGINT`,
      `CREATE INDEX referral_ordered ON referral (site_id, ordered_at)
        WHERE ordered_at IS NOT NULL`,
    ],
  },
  {
    version: 15,
    // What missions and badges were counted since their rows were written, as JSON: core/books.ts.
    statements: [`ALTER TABLE shopper ADD COLUMN backlog TEXT`],
  },
  { version: 16, statements: leadTables },
  {
    version: 17,
    statements: [
      // When time lowers a shopper's tier, should nothing more be counted.
      `CREATE TABLE tier_review (
        site_id TEXT NOT NULL,
        shopper_id TEXT NOT NULL,
        due_at BIGINT NOT NULL,
        PRIMARY KEY (site_id, shopper_id)
      )`,
      `CREATE INDEX tier_review_due ON tier_review (site_id, due_at, shopper_id)`,
    ],
  },
  {
    version: 18,
    statements: [
      // What the player stated, where the campaign's terms asked for it.
      `ALTER TABLE play ADD COLUMN region TEXT`,
      `ALTER TABLE play ADD COLUMN age_confirmed INTEGER`,
    ],
  },
  {
    version: 19,
    statements: [
      // Plays stand in the order of time, so that a batch of them shares its pages, and each names
      // the one before it in its stream: no index by stream is needed, whose pages are all others.
      `ALTER TABLE stream ADD COLUMN last_play_id TEXT`,
      `UPDATE stream SET last_play_id = (SELECT play_id FROM play
        WHERE play.site_id = stream.site_id AND play.stream = stream.shopper_id
          AND play.game_id = stream.game_id ORDER BY epoch DESC, draw_index DESC LIMIT 1)`,
      `CREATE TABLE play_in_order (
        site_id TEXT NOT NULL,
        play_id TEXT NOT NULL,
        command_id TEXT NOT NULL,
        stream TEXT NOT NULL,
        campaign_id TEXT NOT NULL,
        game_id TEXT NOT NULL,
        prize_id TEXT NOT NULL,
        slot INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        draw_index INTEGER NOT NULL,
        before_id TEXT,
        won INTEGER NOT NULL,
        budget_cost BIGINT NOT NULL,
        at BIGINT NOT NULL,
        day TEXT NOT NULL,
        programme_version INTEGER,
        region TEXT,
        age_confirmed INTEGER,
        PRIMARY KEY (site_id, play_id)
      )`,
      `INSERT INTO play_in_order (site_id, play_id, command_id, stream, campaign_id, game_id,
          prize_id, slot, epoch, draw_index, before_id, won, budget_cost, at, day,
          programme_version, region, age_confirmed)
        SELECT site_id, play_id, command_id, stream, campaign_id, game_id, prize_id, slot, epoch,
          draw_index, lag(play_id) OVER (PARTITION BY site_id, stream, game_id
            ORDER BY epoch, draw_index), won, budget_cost, at, day, programme_version, region,
          age_confirmed
        FROM play ORDER BY site_id, play_id`,
      `DROP TABLE play`,
      `ALTER TABLE play_in_order RENAME TO play`,
    ],
  },
  {
    version: 20,
    statements: [
      `CREATE TABLE leaderboard_closed (
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        period TEXT NOT NULL,
        closed_at BIGINT NOT NULL,
        PRIMARY KEY (site_id, board_id, period)
      )`,
      // Ranks that get something, as they stood when the period was over; prizes as JSON.
      `CREATE TABLE leaderboard_prize (
        site_id TEXT NOT NULL,
        board_id TEXT NOT NULL,
        period TEXT NOT NULL,
        rank INTEGER NOT NULL,
        shopper_id TEXT NOT NULL,
        score BIGINT NOT NULL,
        prize_ids TEXT NOT NULL,
        paid_at BIGINT,
        PRIMARY KEY (site_id, board_id, period, rank)
      )`,
      `CREATE INDEX leaderboard_prize_due ON leaderboard_prize (site_id, period, board_id, rank)
        WHERE paid_at IS NULL`,
    ],
  },
  { version: 21, statements: drawTables },
  { version: 22, statements: slimEvents },
  // What a mail is written in; null for the site's own language.
  { version: 23, statements: [`ALTER TABLE mail ADD COLUMN locale TEXT`] },
  {
    version: 24,
    // What an order let go to shoppers whose it was before, as JSON: `Forgiven` in core/facts.ts.
    statements: [`ALTER TABLE shop_order ADD COLUMN forgiven_before TEXT NOT NULL DEFAULT '[]'`],
  },
  { version: 25, statements: [tellingCommands] },
  {
    version: 26,
    // What boards count of an order, as JSON: `Scored` in core/leaderboard.ts.
    statements: [`ALTER TABLE shop_order ADD COLUMN scored TEXT NOT NULL DEFAULT '[]'`],
  },
  {
    version: 27,
    statements: [`DROP INDEX command_telling`, tellingCommands, ...listlessEvents],
  },
  { version: 28, statements: [answersOfShopper] },
];

/** Code that is older than the database would write rows that newer code cannot read. */
export function refuseNewer(version: number): void {
  const known = migrations.at(-1)?.version ?? 0;
  if (version <= known) return;
  throw new Error(`the database is of a newer version: ${version}, and this code knows ${known}`);
}
