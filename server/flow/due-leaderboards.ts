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
  // What is before the last one that was closed counts as closed.
  inOrder: true,
  mechanic: { plan: planCloseBoard, decide: decideCloseBoard },
  query: (at) => (at.programme.document.leaderboards.length === 0 ? null : closedBoards(at.siteId)),
  commands(rows, at) {
    const { siteId, programme, now } = at;
    const closed = rows.map((row) => [textOf(row, 'board_id'), textOf(row, 'period')] as const);
    return programme.document.leaderboards.flatMap((board) => {
      const theirs = closed.filter(([boardId]) => boardId === board.id);
      // Without prizes for now it is closed all the same: no day is paid by prizes that come later.
      if (board.prizes.length === 0 && theirs.length === 0) return [];
      // A board that went by weeks before was closed for no day so far.
      const last = theirs.find(([, period]) => period.includes('W') === (board.period === 'week'));
      const periods = periodsToClose(board, last?.[1] ?? null, programme, now);
      return periods.map(({ period, pays }) => {
        const commandId = systemId('close', board.id, period);
        const what = { boardId: board.id, period, pays, ranksMax: lastRank(board) };
        return { kind: 'close_board', siteId, commandId, ...what } as const;
      });
    });
  },
});

export const dueRanks = dueWork({
  name: 'ranks to pay',
  // Of a prize that runs out, the higher rank gets the last.
  inOrder: true,
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
