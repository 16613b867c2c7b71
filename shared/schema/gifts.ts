/** Gifts on an occasion: welcome, birthday, and so many orders. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { prizeId, slugId } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

export const gifts = z.strictObject({
  /** Once, at the first sign-in of an account that is not older. */
  welcome: z
    .strictObject({ prizeId, withinDays: z.int().min(1).max(3_650).default(30) })
    .nullable()
    .default(null),
  /** Once a year, on the site's own day. */
  birthday: z
    .strictObject({
      prizeId,
      /** When 29 February is celebrated in a year that has none. */
      leapDay: z.enum(['february_28', 'march_1']).default('february_28'),
    })
    .nullable()
    .default(null),
  /** Once each, with the order that makes so many. */
  milestones: z
    .array(z.strictObject({ id: slugId, orders: z.int().min(1).max(1_000), prizeId }))
    .max(limits.milestonesMax)
    .default([]),
});

export type GiftRules = z.infer<typeof gifts>;

export function giftProblems(document: Shape & { readonly gifts: GiftRules }): Problem[] {
  const { welcome, birthday, milestones } = document.gifts;
  const problem = (id: string | undefined, path: (string | number)[]): Problem[] =>
    id === undefined ? [] : prizeProblem(document, id, ['gifts', ...path, 'prizeId']);
  return [
    ...repeated(milestones, ['gifts', 'milestones']),
    ...problem(welcome?.prizeId, ['welcome']),
    ...problem(birthday?.prizeId, ['birthday']),
    ...milestones.flatMap((each, at) => problem(each.prizeId, ['milestones', at])),
  ];
}
