/** Badges: levels that a shopper reaches by what they do, or is given. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { isDistinct, measure, measureProblems } from './measure.ts';
import { prizeId, slugId, text } from './parts.ts';
import type { Prize } from './prize.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const level = z.strictObject({
  /** How much of the measure makes the level. */
  at: z.int().min(1).max(limits.moneyMinorMax),
  name: text.nullable().default(null),
  /** Given once, when the level is reached by the measure. */
  prizeIds: z.array(prizeId).max(limits.prizesAtOnceMax).default([]),
});

export const badge = z.strictObject({
  id: slugId,
  name: text,
  description: text.nullable().default(null),
  /** Whether nobody sees it before they have it. */
  hidden: z.boolean().default(false),
  /** Null for a badge that is only given, as a prize. */
  measure: measure.nullable().default(null),
  /** The lowest first. */
  levels: z.array(level).min(1).max(limits.levelsPerBadgeMax),
});

export type Badge = z.infer<typeof badge>;

type Document = Shape & { readonly badges: readonly Badge[] };

export function badgeProblems(document: Document): Problem[] {
  const { badges, prizes } = document;
  return [
    ...repeated(badges, ['badges']),
    ...badges.flatMap((each, at) => problemsOf(document, each, ['badges', at])),
    ...prizes.flatMap((each, at) => givenProblems(badges, each, ['prizes', at])),
  ];
}

function problemsOf(document: Shape, one: Badge, path: (string | number)[]): Problem[] {
  const { levels, measure: measured } = one;
  return [
    ...(measured ? measureProblems(measured, [...path, 'measure']) : []),
    ...levels.flatMap(({ at, prizeIds }, index): Problem[] => {
      const here = [...path, 'levels', index];
      const before = levels[index - 1]?.at ?? 0;
      const max = limits.distinctTargetMax;
      const tooMany = measured !== null && isDistinct(measured) && at > max;
      return [
        ...(at > before ? [] : [{ path: [...here, 'at'], message: `more than ${before}` }]),
        ...(tooMany ? [{ path: [...here, 'at'], message: `at most ${max} different ones` }] : []),
        ...prizeIds.flatMap((id, place) =>
          prizeProblem(document, id, [...here, 'prizeIds', place]),
        ),
      ];
    }),
  ];
}

/** A badge that is given as a prize must be there, with that level. */
function givenProblems(badges: readonly Badge[], one: Prize, path: (string | number)[]): Problem[] {
  if (one.kind !== 'badge') return [];
  const found = badges.find(({ id }) => id === one.badgeId);
  if (!found) {
    return [{ path: [...path, 'badgeId'], message: `no badge has the id "${one.badgeId}"` }];
  }
  if (one.level <= found.levels.length) return [];
  const message = `"${one.badgeId}" has ${found.levels.length} levels`;
  return [{ path: [...path, 'level'], message }];
}
