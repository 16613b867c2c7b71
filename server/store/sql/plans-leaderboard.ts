/** Which facts the commands need that close boards and pay ranks. */
import type {
  CloseBoardCommand,
  CloseBoardFacts,
  PayRankCommand,
  PayRankFacts,
} from '../../core/leaderboard-prizes.ts';
import { bestRow, bestScores } from './leaderboard.ts';
import { unpaidRank, wonRow } from './leaderboard-prizes.ts';
import { anonymousShopper, shopperNeed, type Plan } from './needs.ts';

export function planCloseBoard(command: CloseBoardCommand): Plan<CloseBoardFacts> {
  const { ranksMax } = command;
  return {
    need: () => ({
      shopperIds: [],
      orderIds: [],
      queries: [bestScores(command, ranksMax)],
      facts: ([best], reading) => ({
        ...reading,
        best: (best ?? []).map(bestRow).map(({ shopperId, score }) => ({ shopperId, score })),
      }),
    }),
  };
}

export function planPayRank(command: PayRankCommand): Plan<PayRankFacts> {
  const { siteId } = command;
  const find = unpaidRank(siteId, command);
  return {
    find,
    need(programme, now, found) {
      const won = found[0] ? wonRow(found[0]) : null;
      // A rank that was paid since touches nobody.
      const need = shopperNeed(programme, {
        siteId,
        newcomer: anonymousShopper(won?.shopperId ?? ''),
        lots: now,
        progress: [],
        prizeIds: (won?.prizeIds ?? []).filter((id) => programme.prizes.has(id)),
      });
      return {
        ...need,
        queries: [find, ...need.queries],
        facts([unpaid, ...rows], reading) {
          const facts = need.facts(rows, reading);
          // Merged since they were looked for: whoever they are now is not locked.
          if (!facts || facts.shopper.mergedInto !== null) return null;
          return { ...facts, won: unpaid?.[0] ? wonRow(unpaid[0]) : null };
        },
      };
    },
  };
}
