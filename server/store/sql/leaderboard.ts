/** Statements about leaderboards. A shopper who stands on no board keeps their scores, unseen. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { BoardPlayer, ScoreChange } from '../../core/leaderboard.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull } from './row.ts';

/** `reached_at` is when the score became what it is: who was there first stands above. */
export function changeScore(
  siteId: SiteId,
  { shopperId, boardId, period, change }: ScoreChange,
  now: number,
): Write {
  if (change < 0) {
    return {
      sql: `UPDATE leaderboard_score SET reached_at = $6,
          score = CASE WHEN score > $5 THEN score - $5 ELSE 0 END
        WHERE site_id = $1 AND board_id = $2 AND period = $3 AND shopper_id = $4`,
      params: [siteId, boardId, period, shopperId, -change, now],
      rows: null,
    };
  }
  return {
    sql: `INSERT INTO leaderboard_score (site_id, board_id, period, shopper_id, score, reached_at,
        hidden)
      VALUES ($1, $2, $3, $4, $5, $6, coalesce((SELECT hidden FROM leaderboard_player
        WHERE site_id = $1 AND shopper_id = $4), 0))
      ON CONFLICT (site_id, board_id, period, shopper_id) DO UPDATE SET
        score = leaderboard_score.score + excluded.score, reached_at = excluded.reached_at`,
    params: [siteId, boardId, period, shopperId, change, now],
    rows: 1,
  };
}

export function savePlayer(siteId: SiteId, { shopperId, alias, hidden }: BoardPlayer): Write[] {
  const params = [siteId, shopperId, hidden ? 1 : 0];
  return [
    {
      sql: `INSERT INTO leaderboard_player (site_id, shopper_id, hidden, alias)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (site_id, shopper_id)
        DO UPDATE SET hidden = excluded.hidden, alias = excluded.alias`,
      params: [...params, alias],
      rows: 1,
    },
    {
      sql: `UPDATE leaderboard_score SET hidden = $3
        WHERE site_id = $1 AND shopper_id = $2 AND hidden <> $3`,
      params,
      rows: null,
    },
  ];
}

/** Adds up both shoppers' scores. Who wished to stand on no board stands on none. */
export function moveScores(siteId: SiteId, from: ShopperId, to: ShopperId): Write[] {
  const moved = [siteId, from, to];
  const later = 'excluded.reached_at > leaderboard_score.reached_at';
  return [
    {
      sql: `INSERT INTO leaderboard_player (site_id, shopper_id, hidden, alias)
        SELECT site_id, $3, hidden, alias FROM leaderboard_player
        WHERE site_id = $1 AND shopper_id = $2
        ON CONFLICT (site_id, shopper_id) DO UPDATE SET
          alias = coalesce(leaderboard_player.alias, excluded.alias),
          hidden = CASE WHEN excluded.hidden = 1 THEN 1 ELSE leaderboard_player.hidden END`,
      params: moved,
      rows: null,
    },
    {
      sql: `INSERT INTO leaderboard_score (site_id, board_id, period, shopper_id, score, reached_at,
          hidden)
        SELECT site_id, board_id, period, $3, score, reached_at, hidden FROM leaderboard_score
        WHERE site_id = $1 AND shopper_id = $2
        ON CONFLICT (site_id, board_id, period, shopper_id) DO UPDATE SET
          score = leaderboard_score.score + excluded.score,
          reached_at = CASE WHEN ${later} THEN excluded.reached_at
            ELSE leaderboard_score.reached_at END`,
      params: moved,
      rows: null,
    },
    {
      sql: `DELETE FROM leaderboard_score WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, from],
      rows: null,
    },
    {
      sql: `DELETE FROM leaderboard_player WHERE site_id = $1 AND shopper_id = $2`,
      params: [siteId, from],
      rows: null,
    },
    {
      sql: `UPDATE leaderboard_score SET hidden = (SELECT hidden FROM leaderboard_player
          WHERE site_id = $1 AND shopper_id = $2)
        WHERE site_id = $1 AND shopper_id = $2 AND EXISTS (SELECT 1 FROM leaderboard_player
          WHERE site_id = $1 AND shopper_id = $2)`,
      params: [siteId, to],
      rows: null,
    },
  ];
}

interface Board {
  readonly siteId: SiteId;
  readonly boardId: string;
  readonly period: string;
}

/** Read from the index, in its order: as much work as there are rows asked for. */
export function bestScores({ siteId, boardId, period }: Board, rowsMax: number): Query {
  return {
    sql: `SELECT best.shopper_id, best.score, player.alias FROM (
        SELECT shopper_id, score, reached_at FROM leaderboard_score
        WHERE site_id = $1 AND board_id = $2 AND period = $3 AND hidden = 0 AND score > 0
        ORDER BY score DESC, reached_at, shopper_id LIMIT $4) AS best
      LEFT JOIN leaderboard_player AS player
        ON player.site_id = $1 AND player.shopper_id = best.shopper_id
      ORDER BY best.score DESC, best.reached_at, best.shopper_id`,
    params: [siteId, boardId, period, rowsMax],
  };
}

/**
 * The shopper's score with how many stand above. SQLite counts them in the index. PostgreSQL would
 * too, but look into the table for each whose page changed since its last vacuum; asked for a
 * column that the index lacks, it reads each page once: at worst twice the time, not ten times.
 */
export function ownRank({ siteId, boardId, period }: Board, shopperId: ShopperId): Query {
  const others = `SELECT count(*) FILTER (WHERE other.hidden = 0) FROM leaderboard_score AS other
    WHERE other.site_id = $1 AND other.board_id = $2 AND other.period = $3 AND other.hidden = 0`;
  return {
    sql: `SELECT score, (${others} AND other.score > mine.score)
        + (${others} AND other.score = mine.score AND other.reached_at < mine.reached_at)
        + (${others} AND other.score = mine.score AND other.reached_at = mine.reached_at
          AND other.shopper_id < mine.shopper_id) AS above
      FROM leaderboard_score AS mine WHERE site_id = $1 AND board_id = $2 AND period = $3
        AND shopper_id = $4 AND hidden = 0 AND score > 0`,
    params: [siteId, boardId, period, shopperId],
  };
}

export function playerOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT alias, hidden FROM leaderboard_player WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

export function bestRow(row: Row): { shopperId: ShopperId; score: number; alias: string | null } {
  return {
    shopperId: textOf(row, 'shopper_id'),
    score: intOf(row, 'score'),
    alias: textOrNull(row, 'alias'),
  };
}
