/** Leaderboards: who did the most of something in a day, a week, or ever. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { isDistinct, measure, measureProblems } from './measure.ts';
import { commandId, siteId, slugId, text } from './parts.ts';
import { repeated, type Problem } from './problems.ts';

export const leaderboard = z.strictObject({
  id: slugId,
  name: text,
  /** Scores start anew each site day, or each ISO week; `ever` never. */
  period: z.enum(['ever', 'day', 'week']),
  measure,
});

export type Leaderboard = z.infer<typeof leaderboard>;

export function leaderboardProblems(boards: readonly Leaderboard[]): Problem[] {
  return [
    ...repeated(boards, ['leaderboards']),
    ...boards.flatMap((each, at): Problem[] => {
      const path = ['leaderboards', at, 'measure'];
      const message = 'a score is made of times, amount or units';
      const distinct = isDistinct(each.measure) ? [{ path: [...path, 'count'], message }] : [];
      return [...measureProblems(each.measure, path), ...distinct];
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
