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
  /** How much earlier than everybody its shoppers may play a campaign or buy a new reward. */
  earlyAccessHours: z.int().min(0).max(720).default(0),
  /** Given when the tier is reached, once ever. */
  welcomePrizeId: prizeId.optional(),
});

export const tierRules = z.strictObject({
  /**
   * Points earned by orders and events, minor units spent, or orders. Refunds take their whole
   * share back, whatever the refund policy leaves of the balance; spending points takes nothing.
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
  readonly rewardShop: readonly TierNames[];
}

/** Whoever holds one of them; none named: everybody. */
interface TierNames {
  readonly tiers: readonly string[];
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
    ...document.campaigns.flatMap((one, at) => campaignTiers(document, one, ['campaigns', at])),
  ];
}

function campaignTiers(
  document: Tiered,
  { audience, games }: Shape['campaigns'][number],
  path: (string | number)[],
): Problem[] {
  const named = unknownTiers(document, audience?.tiers ?? [], [...path, 'audience', 'tiers']);
  const inSlots = games.flatMap(({ slots, fallbackPrizeId }, at) =>
    slots.flatMap(({ tiers, prizeId: id }, slot): Problem[] => {
      const here = [...path, 'games', at, 'slots', slot, 'tiers'];
      const message = 'must be empty: the fallback stands in for prizes that are not for everybody';
      return [
        ...unknownTiers(document, tiers, here),
        ...(tiers.length > 0 && id === fallbackPrizeId ? [{ path: here, message }] : []),
      ];
    }),
  );
  return [...named, ...inSlots];
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
