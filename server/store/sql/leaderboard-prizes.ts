/** Statements about boards that were closed, and ranks that were won. */
import type { SiteId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { BoardChange, Won } from '../../core/leaderboard-prizes.ts';
import type { Query, Row, Write } from '../store.ts';
import type { DuePage } from './due.ts';
import { changeScore, savePlayer } from './leaderboard.ts';
import { intOf, textOf } from './row.ts';

type Rank = Pick<Won, 'boardId' | 'period' | 'rank'>;

/** The last day and the last week of each board that was closed. */
export function closedBoards(siteId: SiteId): Query {
  return {
    sql: `SELECT board_id, max(period) AS period FROM leaderboard_closed
      WHERE site_id = $1 GROUP BY board_id, length(period)`,
    params: [siteId],
  };
}

export function ranksDue({ siteId, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT board_id, period, rank FROM leaderboard_prize
      WHERE site_id = $1 AND paid_at IS NULL
      ORDER BY period, board_id, rank LIMIT $2 OFFSET $3`,
    params: [siteId, rowsMax, skip],
  };
}

/** A rank that is not paid, with whoever its shopper is by now. */
export function unpaidRank(siteId: SiteId, { boardId, period, rank }: Rank): Query {
  return {
    sql: `SELECT won.board_id, won.period, won.rank, won.score, won.prize_ids,
        coalesce(shopper.merged_into, won.shopper_id) AS shopper_id
      FROM leaderboard_prize AS won JOIN shopper
        ON shopper.site_id = won.site_id AND shopper.shopper_id = won.shopper_id
      WHERE won.site_id = $1 AND won.board_id = $2 AND won.period = $3 AND won.rank = $4
        AND won.paid_at IS NULL`,
    params: [siteId, boardId, period, rank],
  };
}

export function wonRow(row: Row): Won {
  const prizeIds: string[] = JSON.parse(textOf(row, 'prize_ids'));
  return {
    boardId: textOf(row, 'board_id'),
    period: textOf(row, 'period'),
    rank: intOf(row, 'rank'),
    shopperId: textOf(row, 'shopper_id'),
    score: intOf(row, 'score'),
    prizeIds,
  };
}

/**
 * One score of each board that is older than its board keeps them. Those of all time, which have no
 * name of a day or week, stay for a board that may count for ever again.
 */
export function oldScores(
  siteId: SiteId,
  boards: readonly { readonly boardId: string; readonly before: string }[],
): Query {
  const each = boards.map(
    (_, at) => `SELECT board_id, period, shopper_id FROM (
      SELECT board_id, period, shopper_id FROM leaderboard_score
      WHERE site_id = $1 AND board_id = $${2 * at + 2} AND period < $${2 * at + 3}
        AND period > ''
      ORDER BY period, shopper_id LIMIT 1) AS board_${at}`,
  );
  return {
    sql: each.join(' UNION ALL '),
    params: [siteId, ...boards.flatMap(({ boardId, before }) => [boardId, before])],
  };
}

export function boardWrites(change: BoardChange, siteId: SiteId, now: number): Write[] {
  switch (change.kind) {
    case 'score':
      return [changeScore(siteId, change.score, now)];
    case 'board_player':
      return savePlayer(siteId, change.player);
    case 'board_closed':
      return closeBoard(change, siteId, now);
    case 'rank_paid':
      return [payRank(change.won, siteId, now)];
    case 'scores_forgotten':
      return [forgetScores(change, siteId)];
    default:
      return assertNever(change);
  }
}

function closeBoard(
  { boardId, period, won }: BoardChange & { kind: 'board_closed' },
  siteId: SiteId,
  now: number,
): Write[] {
  return [
    {
      sql: `INSERT INTO leaderboard_closed (site_id, board_id, period, closed_at)
        VALUES ($1, $2, $3, $4)`,
      params: [siteId, boardId, period, now],
      rows: 1,
    },
    ...won.map(({ rank, shopperId, score, prizeIds }): Write => ({
      sql: `INSERT INTO leaderboard_prize (site_id, board_id, period, rank, shopper_id, score,
            prize_ids) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      params: [siteId, boardId, period, rank, shopperId, score, JSON.stringify(prizeIds)],
      rows: 1,
    })),
  ];
}

function payRank({ boardId, period, rank }: Won, siteId: SiteId, now: number): Write {
  return {
    sql: `UPDATE leaderboard_prize SET paid_at = $5
      WHERE site_id = $1 AND board_id = $2 AND period = $3 AND rank = $4 AND paid_at IS NULL`,
    params: [siteId, boardId, period, rank, now],
    rows: 1,
  };
}

function forgetScores(
  { boardId, before }: BoardChange & { kind: 'scores_forgotten' },
  siteId: SiteId,
): Write {
  return {
    sql: `DELETE FROM leaderboard_score WHERE site_id = $1 AND board_id = $2
      AND (period, shopper_id) IN (SELECT period, shopper_id FROM leaderboard_score
        WHERE site_id = $1 AND board_id = $2 AND period < $3 AND period > ''
        ORDER BY period, shopper_id LIMIT $4)`,
    params: [siteId, boardId, before, limits.scoresForgottenAtOnceMax],
    rows: null,
  };
}
