/** Tiers: what a shopper must do to reach one, and what they have of it. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { prizeId, slugId, text } from './parts.ts';
import type { PointsRules } from './points.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const tier = z.strictObject({
  id: slugId,
  name: text,
  /** What the measure must come to; the first tier may start at 0. */
  from: z.int().min(0).max(limits.moneyMinorMax),
  /** 150 makes 15 points of 10 that are earned. */
  earningPercent: z.int().min(100).max(limits.multiplierPercentMax).default(100),
  /** What else comes with it, a sentence each. */
  perks: z.array(text).max(limits.perksPerTierMax).default([]),
  /** How much earlier than everybody its shoppers may play a campaign. */
  earlyAccessHours: z.int().min(0).max(720).default(0),
  /** Given when the tier is reached. */
  welcomePrizeId: prizeId.optional(),
});

export const tierRules = z.strictObject({
  /**
   * Points earned by orders and events, minor units spent, or orders. Refunds take their share
   * back; spending points takes nothing.
   */
  measure: z.enum(['points', 'spend', 'orders']),
  /** A calendar period counts until the end of the next one. */
  window: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rolling'),
      days: z.int().min(1).max(limits.tierWindowDaysMax),
    }),
    z.strictObject({
      kind: z.literal('calendar'),
      period: z.enum(['month', 'quarter', 'year']),
    }),
  ]),
  /** Days that a tier stays when the measure has fallen under it. */
  graceDays: z.int().min(0).max(limits.tierGraceDaysMax).default(0),
  /** From the lowest to the highest. */
  levels: z.array(tier).min(1).max(limits.tiersMax),
});

export type TierRules = z.infer<typeof tierRules>;
export type TierLevel = TierRules['levels'][number];

interface Tiered {
  readonly tiers: TierRules | null;
  readonly points: PointsRules;
  readonly rewardShop: readonly { readonly tiers: readonly string[] }[];
}

export function tierProblems(document: Shape & Tiered): Problem[] {
  const levels = document.tiers?.levels ?? [];
  const path = ['tiers', 'levels'];
  return [
    ...repeated(levels, path),
    ...levels.flatMap((level, at): Problem[] => {
      const before = levels[at - 1];
      const low = before !== undefined && level.from <= before.from;
      const message = `it must be more than the ${before?.from} of the tier before it`;
      return [
        ...(low ? [{ path: [...path, at, 'from'], message }] : []),
        ...(level.welcomePrizeId === undefined
          ? []
          : prizeProblem(document, level.welcomePrizeId, [...path, at, 'welcomePrizeId'])),
      ];
    }),
    ...document.points.earnRules.flatMap(({ tiers }, at) =>
      unknownTiers(document, tiers, ['points', 'earnRules', at, 'tiers']),
    ),
    ...document.points.multipliers.flatMap(({ tiers }, at) =>
      unknownTiers(document, tiers, ['points', 'multipliers', at, 'tiers']),
    ),
    ...document.rewardShop.flatMap(({ tiers }, at) =>
      unknownTiers(document, tiers, ['rewardShop', at, 'tiers']),
    ),
  ];
}

/** No command counts tiers yet: a document that is applied must not promise what never happens. */
export function tiersNotOffered({ tiers, points, rewardShop }: Tiered): Problem[] {
  const message = 'tiers are not offered yet: leave it out';
  const naming = (
    list: readonly { readonly tiers: readonly string[] }[],
    path: (string | number)[],
  ): Problem[] =>
    list.flatMap((each, at) =>
      each.tiers.length > 0 ? [{ path: [...path, at, 'tiers'], message }] : [],
    );
  return [
    ...(tiers === null ? [] : [{ path: ['tiers'], message }]),
    ...naming(points.earnRules, ['points', 'earnRules']),
    ...naming(points.multipliers, ['points', 'multipliers']),
    ...naming(rewardShop, ['rewardShop']),
  ];
}

function unknownTiers(
  { tiers }: Pick<Tiered, 'tiers'>,
  named: readonly string[],
  path: (string | number)[],
): Problem[] {
  const known = new Set(tiers?.levels.map(({ id }) => id));
  const unknown = named.filter((id) => !known.has(id));
  return unknown.map((id) => ({ path, message: `no tier has the id "${id}"` }));
}
