/** The plan of a play: it reads as little as the game allows, since plays come in crowds. */
import type { GameId } from '../../../shared/ids.ts';
import { bookKinds, type ProgressKind } from '../../../shared/progress.ts';
import type { Backlog } from '../../core/books.ts';
import type { PlayCommand } from '../../core/command.ts';
import type { PlayFacts } from '../../core/facts.ts';
import type { PlayableGame, Programme } from '../../core/programme.ts';
import { spentNeed } from './budget.ts';
import {
  anonymousShopper,
  heardBy,
  stockedOf,
  supplyNeed,
  wallet,
  walletQueries,
  type Plan,
  type SupplyNeed,
} from './needs.ts';
import { progressFrom, progressOf } from './progress.ts';
import { backlogOf, streamRow, streamsOf } from './shopper.ts';

/** Whether a play opens the books of a shopper with this backlog. */
type OpensBooks = (
  programme: Programme,
  gameId: GameId,
  backlog: Backlog | null,
  now: number,
) => boolean;

export function planPlay(command: PlayCommand, opensBooks: OpensBooks): Plan<PlayFacts> {
  const { siteId, shopperId, gameId } = command;
  return {
    need(programme, now) {
      const playable = programme.games.get(gameId);
      const spends = (playable?.game.price ?? 0) > 0;
      const { supply, progress, mayNote } = playable
        ? askedByGame(programme, playable)
        : nothingAsked;
      const asked = playable?.progressAt(now) ?? [];
      const kinds = asked.length === 0 ? progress : [...new Set([...progress, ...asked])];
      const counted = kinds.length === 0 ? [] : [progressOf(siteId, shopperId, kinds)];
      const budget = spentNeed(siteId, playable?.budgetRows(now) ?? []);
      const queries = [
        ...walletQueries(programme, shopperId, spends ? undefined : now),
        streamsOf(siteId, shopperId),
        ...counted,
        ...budget.queries,
        ...supply.queries,
      ];
      return {
        shopperIds: [shopperId],
        orderIds: [],
        queries,
        more([shopper]) {
          if (!mayNote) return [];
          const backlog = shopper?.[0] ? backlogOf(shopper[0]) : null;
          const opens = opensBooks(programme, gameId, backlog, now);
          return opens ? [progressOf(siteId, shopperId, bookKinds)] : [];
        },
        facts(rows, reading) {
          const [shopper, lots, streams, ...rest] = rows;
          const books = rows[queries.length];
          const known = counted.length === 0 ? [] : (rest[0] ?? []);
          return {
            ...wallet(shopper, lots, anonymousShopper(shopperId), reading),
            ...supply.facts(rest.slice(counted.length + budget.queries.length), reading),
            progress: books
              ? progressFrom([...known, ...books], [...kinds, ...bookKinds])
              : progressFrom(known, kinds),
            spent: budget.spent(rest.slice(counted.length)),
            streams: (streams ?? []).map(streamRow),
          };
        },
      };
    },
  };
}

/** What every play of a game asks, whoever plays and when. */
interface GameAsk {
  readonly supply: SupplyNeed;
  readonly progress: readonly ProgressKind[];
  /** Whether the books, which are not among it, may stay closed. */
  readonly mayNote: boolean;
}

const nothingAsked: GameAsk = { supply: supplyNeed('', [], []), progress: [], mayNote: false };
const gameAsks = new WeakMap<PlayableGame, GameAsk>();

function askedByGame(programme: Programme, playable: PlayableGame): GameAsk {
  const known = gameAsks.get(playable);
  if (known) return known;
  const { stockedIds, importedPoolIds, givesBadges } = playable;
  const heard = heardBy(programme, ['play', 'win']);
  const stocked = new Set([...stockedIds, ...stockedOf(programme, heard.prizeIds)]);
  const progress = new Set([...heard.progress, ...(givesBadges ? bookKinds : [])]);
  const mayNote = !givesBadges && bookKinds.some((kind) => progress.has(kind));
  if (mayNote) for (const kind of bookKinds) progress.delete(kind);
  const ask = {
    supply: supplyNeed(programme.siteId, [...stocked], importedPoolIds),
    progress: [...progress],
    mayNote,
  };
  gameAsks.set(playable, ask);
  return ask;
}
