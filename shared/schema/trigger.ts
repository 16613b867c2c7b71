/** When the panel opens by itself: after a while, at a depth of the page, or as somebody leaves. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { views, type View } from '../views.ts';
import { oneLine, slugId } from './parts.ts';
import { repeated, type Problem, type Shape } from './problems.ts';
import type { ProgrammeDocument } from './programme.ts';

const pagePattern = oneLine
  .max(limits.urlCharactersMax)
  .regex(/^\/[^\s?#\p{Cs}]*$/u, 'a path such as /products/*: it starts with / and has no ? or #')
  .refine((pattern) => pattern.split('*').length <= 3, 'at most two * in a path');

const when = z.discriminatedUnion('kind', [
  /** After so long on a page that is in view. */
  z.strictObject({ kind: z.literal('delay'), seconds: z.int().min(1).max(3_600) }),
  /** When so much of the page was scrolled past. */
  z.strictObject({ kind: z.literal('scroll'), percent: z.int().min(1).max(100) }),
  /** When the pointer leaves at the top, or a finger flings the page back up. */
  z.strictObject({ kind: z.literal('exit') }),
]);

/** When it may come again, at the earliest: never twice in one visit, whatever is said here. */
const again = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit') }),
  z.strictObject({ kind: z.literal('hours'), hours: z.int().min(1).max(8_760) }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(365) }),
  /** At each visit, until the shopper has played the game. */
  z.strictObject({ kind: z.literal('until_played') }),
]);

export const trigger = z.strictObject({
  id: slugId,
  /** The id of a game, or a view such as `check-in`. */
  open: slugId,
  when,
  /** Paths on which it may; `*` stands for anything. None named: on every page. */
  pages: z.array(pagePattern).max(limits.pagesPerTriggerMax).default([]),
  again: again.default({ kind: 'visit' }),
});

export type Trigger = z.infer<typeof trigger>;

/** A trigger as the page gets it. */
export interface TriggerRule {
  readonly id: string;
  readonly place: { readonly view: View; readonly gameId?: string };
  readonly on: Trigger['when']['kind'];
  /** From how many seconds, or percent of the page, on. */
  readonly from: number;
  /** The source of an expression that the page's path must match. */
  readonly pages: string;
  /** How long it rests after somebody closed it, in hours; null where only a play ends it. */
  readonly restHours: number | null;
}

type Document = Pick<Shape, 'campaigns'> &
  Pick<ProgrammeDocument, 'triggers' | (typeof listOf)[keyof typeof listOf]>;

/** What a view shows, where a programme may have none of it. */
const listOf = {
  'check-in': 'checkIns',
  quiz: 'quizzes',
  survey: 'surveys',
  missions: 'missions',
  badges: 'badges',
  tiers: 'tiers',
  leaderboard: 'leaderboards',
  shop: 'rewardShop',
  referral: 'referral',
} as const satisfies Partial<Record<View, keyof ProgrammeDocument>>;

export function triggerProblems(document: Document): Problem[] {
  const { triggers } = document;
  return [
    ...repeated(triggers, ['triggers']),
    ...triggers.flatMap((each, at) => problemsOf(document, each, ['triggers', at])),
  ];
}

function problemsOf(document: Document, one: Trigger, path: (string | number)[]): Problem[] {
  const { open, again: cap } = one;
  if (document.campaigns.some(({ games }) => games.some(({ id }) => id === open))) return [];
  const message = viewProblem(document, open);
  return [
    ...(message === null ? [] : [{ path: [...path, 'open'], message }]),
    ...(cap.kind === 'until_played'
      ? [{ path: [...path, 'again'], message: 'only what opens a game can wait for its play' }]
      : []),
  ];
}

function viewProblem(document: Document, open: string): string | null {
  const view = views.find((each) => each === open);
  if (!view) return `no game has the id "${open}"; and the views are ${views.join(', ')}`;
  const list = Object.entries(listOf).find(([each]) => each === view)?.[1];
  const held = list && document[list];
  const isEmpty = held === null || (Array.isArray(held) && held.length === 0);
  return isEmpty ? `there would be nothing to see: ${list} has nothing in it` : null;
}
