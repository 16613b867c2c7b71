/** Who stands where: one read that writes nothing; and by what name a shopper stands there. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { LeaderboardReply } from '../../shared/schema/leaderboard.ts';
import { decideSetPlayer, madeAlias } from '../core/leaderboard.ts';
import { periodAt } from '../core/time.ts';
import { bestRow, bestScores, ownRank, playerOf } from '../store/sql/leaderboard.ts';
import { planSetPlayer } from '../store/sql/plans-activity.ts';
import { intOf, textOrNull } from '../store/sql/row.ts';
import { useCase, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export interface BoardAsk {
  readonly siteId: SiteId;
  readonly shopperId: ShopperId;
  readonly boardId: string;
  /** The day or week; the running one when left out. */
  readonly period?: string | undefined;
}

export async function readLeaderboard(
  deps: Deps,
  { siteId, shopperId, boardId, ...ask }: BoardAsk,
): Promise<Result<LeaderboardReply>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const found = programme.document.leaderboards.find(({ id }) => id === boardId);
  if (!found) return refuse('board_not_found');
  const running = periodAt(found.period, deps.clock(), programme.calendar).name;
  const period = found.period === 'ever' ? '' : (ask.period ?? running);
  const board = { siteId, boardId, period };
  const [best, own, players] = await deps.store.report([
    bestScores(board, limits.ranksShownMax),
    ownRank(board, shopperId),
    playerOf(siteId, shopperId),
  ]);
  const chosen = players?.[0] ? textOrNull(players[0], 'alias') : null;
  const alias = chosen ?? madeAlias(siteId, shopperId);
  const hidden = players?.[0] ? intOf(players[0], 'hidden') === 1 : false;
  const mine = own?.[0];
  return ok({
    boardId,
    period,
    top: (best ?? []).map(bestRow).map((row, at) => ({
      rank: at + 1,
      alias: row.alias ?? madeAlias(siteId, row.shopperId),
      score: row.score,
      you: row.shopperId === shopperId,
    })),
    you: mine
      ? { rank: intOf(mine, 'above') + 1, alias, score: intOf(mine, 'score'), you: true }
      : null,
    player: { alias, hidden },
  });
}

export const setPlayer = useCase(planSetPlayer, decideSetPlayer);
