/** Statements about commands, plays, awards and the supply behind prizes. */
import type {
  CampaignId,
  CommandId,
  PoolId,
  PrizeId,
  ShopperId,
  SiteId,
} from '../../../shared/ids.ts';
import type { Award, Moment, RecordedPlay } from '../../core/decision.ts';
import type { Query, Row, Write } from '../store.ts';
import { tableColumn, wholeOutcome } from './draw-table.ts';
import { intOf, textOf, textOrNull } from './row.ts';

export interface SettledCommand {
  readonly owner: string;
  /** Whom the owner was merged into since. */
  readonly ownerMergedInto: string | null;
  readonly bodyHash: string;
  /** The answer, as it was given. */
  readonly outcome: string;
}

// Put together once: an engine finds its prepared statements by their text.
const selectCommand = `SELECT owner, body_hash, outcome, ${tableColumn},
    (SELECT merged_into FROM shopper
      WHERE shopper.site_id = command.site_id AND shopper_id = owner) AS merged_into
  FROM command WHERE site_id = $1 AND command_id = $2`;

/** Apart from the site's row: a join of the two costs SQLite several times both reads. */
export function commandById(siteId: SiteId, commandId: CommandId): Query {
  return { sql: selectCommand, params: [siteId, commandId] };
}

export function settledCommand(row: Row): SettledCommand {
  return {
    owner: textOf(row, 'owner'),
    ownerMergedInto: textOrNull(row, 'merged_into'),
    bodyHash: textOf(row, 'body_hash'),
    outcome: wholeOutcome(row),
  };
}

export interface NewCommand {
  readonly siteId: SiteId;
  readonly commandId: CommandId;
  readonly kind: string;
  readonly owner: string;
  readonly bodyHash: string;
  readonly outcome: string;
  /** The table that the outcome shows without having it; null for none. */
  readonly tableId: string | null;
  readonly now: number;
}

export function insertCommand(command: NewCommand): Write {
  const { siteId, commandId, kind, owner, bodyHash, outcome, tableId, now } = command;
  return {
    sql: `INSERT INTO command (site_id, command_id, kind, owner, body_hash, outcome, table_id, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    params: [siteId, commandId, kind, owner, bodyHash, outcome, tableId, now],
    rows: 1,
  };
}

export function insertPlay(
  siteId: SiteId,
  commandId: CommandId,
  play: RecordedPlay,
  { now, day }: Moment,
): Write {
  return {
    sql: `INSERT INTO play (site_id, play_id, command_id, stream, campaign_id, game_id, prize_id,
        slot, epoch, draw_index, before_id, won, budget_cost, at, day, programme_version, region,
        age_confirmed)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    params: [
      siteId,
      play.id,
      commandId,
      play.stream,
      play.campaignId,
      play.gameId,
      play.prizeId,
      play.slot,
      play.epoch,
      play.index,
      play.beforeId,
      play.won ? 1 : 0,
      play.budgetCost,
      now,
      day,
      play.programmeVersion,
      play.region,
      play.ageConfirmed,
    ],
    rows: 1,
  };
}

export function insertAward(siteId: SiteId, award: Award, now: number): Write {
  return {
    sql: `INSERT INTO award (site_id, award_id, shopper_id, prize_id, cause_kind, cause_id, cost,
        stocked, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    params: [
      siteId,
      award.id,
      award.shopperId,
      award.prizeId,
      award.cause.kind,
      award.cause.id,
      award.cost,
      award.stocked ? 1 : 0,
      now,
    ],
    rows: 1,
  };
}

/** A shopper's own stream, and those of the shoppers merged into them. */
const streamsOfShopper = `(SELECT CAST($2 AS TEXT)
  UNION ALL SELECT shopper_id FROM shopper WHERE site_id = $1 AND merged_into = $2)`;

/** Goes back along the streams from the last play of each, and counts the plays before `$3`. */
const playsBack = (steps: string): string => `WITH RECURSIVE back
    (play_id, command_id, before_id, counted) AS (
  SELECT play.play_id, play.command_id, play.before_id, 0 FROM stream
    JOIN play ON play.site_id = stream.site_id AND play.play_id = stream.last_play_id
  WHERE stream.site_id = $1 AND stream.shopper_id IN ${streamsOfShopper}
  UNION ALL
  SELECT play.play_id, play.command_id, play.before_id, ${steps} FROM back
    JOIN play ON play.site_id = $1 AND play.play_id = back.before_id`;

/** Outcomes of a shopper's plays, newest first: the receipts are in them. */
export function playsOf(
  siteId: SiteId,
  shopperId: ShopperId,
  page: { readonly before: string | null; readonly rowsMax: number },
): Query {
  return {
    sql: `${playsBack("counted + CASE WHEN $3 = '' OR back.play_id < $3 THEN 1 ELSE 0 END")}
        WHERE counted < $4)
      SELECT command.outcome, ${tableColumn} FROM (SELECT play_id, command_id FROM back
        WHERE $3 = '' OR play_id < $3 ORDER BY play_id DESC LIMIT $4) AS page
        JOIN command ON command.site_id = $1 AND command.command_id = page.command_id
      ORDER BY page.play_id DESC`,
    params: [siteId, shopperId, page.before ?? '', page.rowsMax],
  };
}

/** A page of a campaign's outcomes, oldest first: play ids begin with their time. */
export function playsOfCampaign(
  siteId: SiteId,
  campaignId: CampaignId,
  page: { readonly after: string; readonly rowsMax: number },
): Query {
  return {
    sql: `SELECT command.outcome, ${tableColumn}, play.programme_version, play.region,
        play.age_confirmed
      FROM play JOIN command
        ON command.site_id = play.site_id AND command.command_id = play.command_id
      WHERE play.site_id = $1 AND play.campaign_id = $2 AND play.play_id > $3
      ORDER BY play.play_id LIMIT $4`,
    params: [siteId, campaignId, page.after, page.rowsMax],
  };
}

export function playById(siteId: SiteId, playId: string): Query {
  return {
    sql: `SELECT at, stream, campaign_id, game_id, prize_id, slot, programme_version FROM play
      WHERE site_id = $1 AND play_id = $2`,
    params: [siteId, playId],
  };
}

export function playCount(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `${playsBack('0')}) SELECT count(*) AS plays FROM back`,
    params: [siteId, shopperId],
  };
}

const statedAny = '(play.region IS NOT NULL OR play.age_confirmed IS NOT NULL)';

/** What a shopper stated before plays: where they were, and the age reached; each once. */
export function statedBy(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `${playsBack('0')}) SELECT region, age_confirmed FROM play
      WHERE site_id = $1 AND play_id IN (SELECT play_id FROM back) AND ${statedAny}
      GROUP BY region, age_confirmed ORDER BY coalesce(region, ''), coalesce(age_confirmed, 0)`,
    params: [siteId, shopperId],
  };
}

export function eraseStated(siteId: SiteId, shopperId: ShopperId): Write {
  return {
    sql: `${playsBack('0')}) UPDATE play SET region = NULL, age_confirmed = NULL
      WHERE site_id = $1 AND play_id IN (SELECT play_id FROM back) AND ${statedAny}`,
    params: [siteId, shopperId],
    rows: null,
  };
}

/** Play ids begin with their time, so that the newest stand last. */
export function latestPlays(siteId: SiteId, rowsMax: number): Query {
  return {
    sql: `SELECT play_id, at, stream, campaign_id, game_id, prize_id, won, programme_version
      FROM play WHERE site_id = $1 ORDER BY play_id DESC LIMIT $2`,
    params: [siteId, rowsMax],
  };
}

/**
 * What is left of the prizes named, which are few: those of one game, or of a site's live games.
 */
export function stockLeft(siteId: SiteId, prizeIds: readonly PrizeId[]): Query {
  const places = prizeIds.map((_, at) => `$${at + 2}`).join(', ');
  return {
    sql: `SELECT site_id, prize_id, units_left FROM stock
      WHERE site_id = $1 AND prize_id IN (${places})`,
    params: [siteId, ...prizeIds],
    shared: true,
  };
}

export function stockRow(row: Row): readonly [PrizeId, number] {
  return [textOf(row, 'prize_id'), intOf(row, 'units_left')];
}

/** Touches no row when no more than `kept` are left: then another play took the last one. */
export function takeStock(siteId: SiteId, prizeId: PrizeId, kept: number): Write {
  return {
    sql: `UPDATE stock SET units_left = units_left - 1
      WHERE site_id = $1 AND prize_id = $2 AND units_left > $3`,
    params: [siteId, prizeId, kept],
    rows: 1,
    after: (row) =>
      row['prize_id'] === prizeId && row['site_id'] === siteId
        ? { ...row, units_left: intOf(row, 'units_left') - 1 }
        : row,
  };
}

/** A stock's row stays, whatever the programme says of its prize later. */
export function returnStock(siteId: SiteId, prizeId: PrizeId): Write {
  return {
    sql: `UPDATE stock SET units_left = units_left + 1 WHERE site_id = $1 AND prize_id = $2`,
    params: [siteId, prizeId],
    rows: 1,
  };
}

export function returnAward(siteId: SiteId, awardId: string, now: number): Write {
  return {
    sql: `UPDATE award SET returned_at = $3
      WHERE site_id = $1 AND award_id = $2 AND returned_at IS NULL`,
    params: [siteId, awardId, now],
    rows: 1,
  };
}

/** A row when one of the pool's published imports has a free code; in the order of the index. */
export function freeCode(siteId: SiteId, poolId: PoolId): Query {
  return {
    sql: `SELECT import_id FROM code_import
      WHERE site_id = $1 AND pool_id = $2 AND state = 'published' AND (
        SELECT code FROM voucher_code
        WHERE site_id = $1 AND pool_id = $2 AND import_id = code_import.import_id AND taken = 0
        ORDER BY code LIMIT 1) IS NOT NULL
      LIMIT 1`,
    params: [siteId, poolId],
  };
}
