/** The reward shop: what points buy. */
import { z } from 'zod';
import { instant, points, prizeId, slugId, tierIds } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

export const reward = z.strictObject({
  id: slugId,
  prizeId,
  /** In points. */
  price: points,
  /** How many one shopper may buy, ever; null for no limit. */
  perShopper: z.int().min(1).max(10_000).nullable().default(null),
  /** Who may buy it; none named: everybody. */
  tiers: tierIds,
  /** From when it may be bought, by a tier with early access sooner; null for always. */
  opensAt: instant.nullable().default(null),
});

export type Reward = z.infer<typeof reward>;

export function rewardProblems(
  document: Shape & { readonly rewardShop: readonly Reward[] },
): Problem[] {
  const { rewardShop } = document;
  return [
    ...repeated(rewardShop, ['rewardShop']),
    ...rewardShop.flatMap((each, at) =>
      prizeProblem(document, each.prizeId, ['rewardShop', at, 'prizeId']),
    ),
  ];
}
