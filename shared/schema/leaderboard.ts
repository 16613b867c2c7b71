/** Leaderboards: who did the most of something in a day, a week, or ever. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { isDistinct, measure, measureProblems } from './measure.ts';
import { commandId, prizeId, siteId, slugId, text } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const rankNumber = z.int().min(1).max(limits.ranksShownMax);

const rankPrize = z.strictObject({
  /** The first and the last rank that get it, such as [1, 3]. */
  ranks: z.tuple([rankNumber, rankNumber]),
  /** What has run out is left out. */
  prizeIds: z.array(prizeId).min(1).max(limits.prizesAtOnceMax),
});

export const leaderboard = z.strictObject({
  id: slugId,
  name: text,
  /** Scores start anew each site day, or each ISO week; `ever` never. */
  period: z.enum(['ever', 'day', 'week']),
  measure,
  /** What ranks get when the day or week is over; a tie goes to who reached the score first. */
  prizes: z.array(rankPrize).max(limits.rankPrizesMax).default([]),
});

export type Leaderboard = z.infer<typeof leaderboard>;

export function leaderboardProblems(
  document: Pick<Shape, 'prizes'> & { readonly leaderboards: readonly Leaderboard[] },
): Problem[] {
  const { leaderboards: boards } = document;
  return [
    ...repeated(boards, ['leaderboards']),
    ...boards.flatMap((each, at): Problem[] => {
      const path = ['leaderboards', at, 'measure'];
      const message = 'a score is made of times, amount or units';
      const distinct = isDistinct(each.measure) ? [{ path: [...path, 'count'], message }] : [];
      return [
        ...measureProblems(each.measure, path),
        ...distinct,
        ...rankProblems(document, each, ['leaderboards', at, 'prizes']),
      ];
    }),
  ];
}

function rankProblems(
  document: Pick<Shape, 'prizes'>,
  { period, prizes }: Leaderboard,
  path: (string | number)[],
): Problem[] {
  const endless = 'a board for all time never ends: give ranks of a day or a week a prize';
  return [
    ...(period === 'ever' && prizes.length > 0 ? [{ path, message: endless }] : []),
    ...prizes.flatMap(({ ranks: [from, to], prizeIds }, at): Problem[] => {
      const here = [...path, at, 'ranks'];
      const before = prizes[at - 1]?.ranks[1] ?? 0;
      return [
        ...(from > before ? [] : [{ path: here, message: `the first rank is over ${before}` }]),
        ...(to >= from ? [] : [{ path: here, message: `the last rank is ${from} or over` }]),
        ...prizeIds.flatMap((id, place) =>
          prizeProblem(document, id, [...path, at, 'prizeIds', place]),
        ),
      ];
    }),
  ];
}

/** Writes nothing. */
export const leaderboardInput = z.strictObject({
  siteId,
  boardId: slugId,
  /** A day such as `2026-12-01` or a week such as `2026-W49`; the running one when left out. */
  period: z
    .string()
    .regex(/^\d{4}-(\d\d-\d\d|W\d\d)$/, 'a day such as 2026-12-01 or a week such as 2026-W49')
    .optional(),
});

/** A name that a shopper chooses for all boards: no address, no link, no telephone number. */
export const alias = z
  .string()
  .trim()
  .min(limits.aliasCharactersMin)
  .max(limits.aliasCharactersMax)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} '_-]*$/u, "letters, digits, spaces, ', _ and -")
  .refine((name) => !/(\d[ '_-]*){6}/.test(name), 'at most 5 digits in a row');

export const setPlayerInput = z.strictObject({
  commandId,
  /** Null for the one that is made for them. */
  alias: alias.nullable(),
  /** Whether they stand on no board. */
  hidden: z.boolean(),
});

export interface PlayerReply {
  readonly alias: string;
  readonly hidden: boolean;
}

export interface RankView {
  /** From 1; nobody shares one: who reached the score first stands above. */
  readonly rank: number;
  readonly alias: string;
  readonly score: number;
  readonly you: boolean;
}

export interface LeaderboardReply {
  readonly boardId: string;
  /** The day or week shown; empty for all time. */
  readonly period: string;
  /** The best, at most `limits.ranksShownMax`. */
  readonly top: readonly RankView[];
  /** Null for a shopper without a score, or who stands on no board. */
  readonly you: RankView | null;
  /** By what name the shopper stands here, and whether they do. */
  readonly player: PlayerReply;
}
