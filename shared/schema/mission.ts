/** Missions: what a shopper is asked to do, and what they are given for it. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import { isDistinct, measure, measureProblems } from './measure.ts';
import { instant, plainText, prizeId, slugId, text } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const step = z.strictObject({
  label: text,
  measure,
  /** How much of the measure makes the step. */
  target: z.int().min(1).max(limits.moneyMinorMax),
});

export const mission = z.strictObject({
  id: slugId,
  name: text,
  description: z.union([plainText, text]).nullable().default(null),
  /** What is done before the start, or from the deadline on, counts nothing; null for none. */
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
  /** Whether a step counts only when those before it are done. */
  inOrder: z.boolean().default(false),
  steps: z.array(step).min(1).max(limits.stepsPerMissionMax),
  /** How often it can be done: in all, each site day, or each ISO week; null for no limit. */
  repeat: z
    .strictObject({
      period: z.enum(['ever', 'day', 'week']).default('ever'),
      timesMax: z.int().min(1).max(10_000).nullable().default(1),
    })
    .default({ period: 'ever', timesMax: 1 }),
  /** Given each time that it is done; what has run out is left out. */
  prizeIds: z.array(prizeId).max(limits.prizesAtOnceMax).default([]),
});

export type Mission = z.infer<typeof mission>;

export function missionProblems(
  document: Shape & { readonly missions: readonly Mission[] },
): Problem[] {
  const { missions } = document;
  return [
    ...repeated(missions, ['missions']),
    ...missions.flatMap((each, at) => problemsOf(document, each, ['missions', at])),
  ];
}

function problemsOf(document: Shape, one: Mission, path: (string | number)[]): Problem[] {
  const { startsAt, endsAt, steps, prizeIds } = one;
  const ordered = startsAt === null || endsAt === null || instantOf(endsAt) > instantOf(startsAt);
  return [
    ...(ordered ? [] : [{ path: [...path, 'endsAt'], message: 'must be later than startsAt' }]),
    ...steps.flatMap((each, at) => [
      ...measureProblems(each.measure, [...path, 'steps', at, 'measure']),
      ...targetProblem(each, [...path, 'steps', at, 'target']),
    ]),
    ...prizeIds.flatMap((id, at) => prizeProblem(document, id, [...path, 'prizeIds', at])),
  ];
}

function targetProblem(one: z.infer<typeof step>, path: (string | number)[]): Problem[] {
  const max = limits.distinctTargetMax;
  if (!isDistinct(one.measure) || one.target <= max) return [];
  return [{ path, message: `at most ${max} different ${one.measure.count}` }];
}
