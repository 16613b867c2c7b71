/** What time makes due on leaderboards: periods to close, ranks to pay, old scores to forget. */
import {
  decideCloseBoard,
  decideForgetScores,
  decidePayRank,
  keptSince,
  lastRank,
  periodsToClose,
} from '../core/leaderboard-prizes.ts';
import { closedBoards, oldScores, ranksDue } from '../store/sql/leaderboard-prizes.ts';
import { planNothing } from '../store/sql/plans-due.ts';
import { planCloseBoard, planPayRank } from '../store/sql/plans-leaderboard.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import { dueWork, systemId, type DueAt } from './due-work.ts';

export const dueClosings = dueWork({
  name: 'leaderboards to close',
  mechanic: { plan: planCloseBoard, decide: decideCloseBoard },
  query: (at) => (boardsWithPrizes(at).length === 0 ? null : closedBoards(at.siteId)),
  commands(rows, at) {
    const { siteId, programme, now } = at;
    const closed = new Map(rows.map((row) => [textOf(row, 'board_id'), textOf(row, 'period')]));
    return boardsWithPrizes(at).flatMap((board) => {
      const periods = periodsToClose(board, closed.get(board.id) ?? null, programme, now);
      return periods.map(({ period, pays }) => {
        const commandId = systemId('close', board.id, period);
        const what = { boardId: board.id, period, pays, ranksMax: lastRank(board) };
        return { kind: 'close_board', siteId, commandId, ...what } as const;
      });
    });
  },
});

function boardsWithPrizes({ programme }: DueAt) {
  return programme.document.leaderboards.filter(({ prizes }) => prizes.length > 0);
}

export const dueRanks = dueWork({
  name: 'ranks to pay',
  mechanic: { plan: planPayRank, decide: decidePayRank },
  query: ranksDue,
  commands: (rows, { siteId }) =>
    rows.map((row) => {
      const [boardId, period] = [textOf(row, 'board_id'), textOf(row, 'period')];
      const rank = intOf(row, 'rank');
      const commandId = systemId('rank', boardId, period, rank);
      return { kind: 'pay_rank', siteId, commandId, boardId, period, rank };
    }),
});

export const dueForgetting = dueWork({
  name: 'old scores to forget',
  mechanic: { plan: planNothing, decide: decideForgetScores },
  query(at) {
    const boards = limitsOf(at);
    return boards.length === 0 ? null : oldScores(at.siteId, boards);
  },
  commands(rows, at) {
    const { siteId } = at;
    const limits = new Map(limitsOf(at).map(({ boardId, before }) => [boardId, before]));
    return rows.flatMap((row) => {
      const boardId = textOf(row, 'board_id');
      const before = limits.get(boardId);
      if (before === undefined) return [];
      const first = [textOf(row, 'period'), textOf(row, 'shopper_id')];
      const commandId = systemId('forget', boardId, ...first);
      return [{ kind: 'forget_scores', siteId, commandId, boardId, before } as const];
    });
  },
});

function limitsOf({ programme, now }: DueAt) {
  return programme.document.leaderboards.flatMap((board) => {
    const before = keptSince(board, programme, now);
    return before === null ? [] : [{ boardId: board.id, before }];
  });
}
