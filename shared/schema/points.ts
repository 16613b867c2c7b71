/** How points are earned, how long they wait, and what they are worth at the checkout. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import { instant, moneyMinor, points, shopId, slugId, tierIds } from './parts.ts';
import { repeated, type Problem } from './problems.ts';

/** What happened, in a word: `order`, `sign_up`, `review`, or a name of the shop's own. */
export const earningEvent = z
  .string()
  .regex(/^[a-z][a-z0-9_.-]{0,62}$/, 'lower-case letters, digits, dots, hyphens and underscores');

const earnRule = z.strictObject({
  id: slugId,
  event: earningEvent,
  /** For each event; with `per` for each `per` minor units of what the order's net counts. */
  points,
  per: moneyMinor.min(1).optional(),
  /** Of an order only the items of these products or categories count; none named: all of it. */
  productIds: z.array(shopId).max(limits.namesPerEarnRuleMax).default([]),
  categoryIds: z.array(shopId).max(limits.namesPerEarnRuleMax).default([]),
  /** The least and the most that what counts may come to, minor units. */
  amountMin: moneyMinor.default(0),
  amountMax: moneyMinor.nullable().default(null),
  /** Who earns by it; none named: everybody. */
  tiers: tierIds,
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 18:30');

/** Of the multipliers that hold at once the highest counts; a tier's own comes on top of it. */
const multiplier = z.strictObject({
  id: slugId,
  /** 200 doubles. */
  percent: z.int().min(101).max(limits.multiplierPercentMax),
  /** What it lifts; none named: everything that is earned. */
  events: z.array(earningEvent).max(limits.earnRulesMax).default([]),
  tiers: tierIds,
  /** Days of the site's week, Monday is 1; none named: all of them. */
  weekdays: z.array(z.int('1 for Monday, to 7 for Sunday').min(1).max(7)).max(7).default([]),
  /** By the site's clocks; `to` before `from` is on the next day. */
  hours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable().default(null),
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
});

const rounding = z.enum(['floor', 'nearest', 'ceiling']);

export const pointsRules = z.strictObject({
  /** ⌊order net × points ÷ per⌋, `per` in minor units. */
  earning: z
    .strictObject({ points, per: moneyMinor.min(1) })
    .nullable()
    .default(null),
  /** What is earned besides: all rules that fit add up, each rounded down once. */
  earnRules: z.array(earnRule).max(limits.earnRulesMax).default([]),
  multipliers: z.array(multiplier).max(limits.earnRulesMax).default([]),
  /** Days that an order's points wait for its return window; 0 gives them at once. */
  pendingDays: z.int().min(0).max(365).default(0),
  /** Days until earned points expire; null keeps them for ever. */
  expiryDays: z.int().min(1).max(3_650).nullable().default(null),
  /** Days ahead that expiring points are warned of. */
  expiryWarningDays: z.int().min(1).max(365).default(30),
  refundPolicy: z
    .enum(['allow_negative', 'stop_at_zero', 'take_from_next_earning'])
    .default('stop_at_zero'),
  /** At the checkout, `points` points take `amount` minor units off; null: they take nothing. */
  value: z
    .strictObject({ points, amount: moneyMinor.min(1) })
    .nullable()
    .default(null),
  /** A share of each order's net, 100 basis points being 1 %, as points' worth or as credit. */
  cashback: z
    .strictObject({
      basisPoints: z.int().min(1).max(10_000),
      as: z.enum(['points', 'credit']),
      rounding: rounding.default('floor'),
    })
    .nullable()
    .default(null),
});

export type PointsRules = z.infer<typeof pointsRules>;
export type EarnRule = PointsRules['earnRules'][number];
export type Multiplier = PointsRules['multipliers'][number];

export function pointsProblems({ points: rules }: { readonly points: PointsRules }): Problem[] {
  return [
    ...repeated(rules.earnRules, ['points', 'earnRules']),
    ...repeated(rules.multipliers, ['points', 'multipliers']),
    ...rules.earnRules.flatMap((rule, at) => earnRuleProblems(rule, ['points', 'earnRules', at])),
    ...rules.multipliers.flatMap(({ startsAt, endsAt }, at): Problem[] => {
      if (startsAt === null || endsAt === null || instantOf(startsAt) < instantOf(endsAt)) {
        return [];
      }
      const path = ['points', 'multipliers', at, 'endsAt'];
      return [{ path, message: 'it must be later than startsAt' }];
    }),
    ...(rules.cashback?.as === 'points' && rules.value === null
      ? [
          {
            path: ['points', 'cashback', 'as'],
            message: 'points.value must say what points are worth',
          },
        ]
      : []),
  ];
}

function earnRuleProblems(rule: EarnRule, path: (string | number)[]): Problem[] {
  const problems: Problem[] = [];
  const onlyOrders = 'only an order has an amount: the event must be "order"';
  if (rule.event !== 'order') {
    if (rule.per !== undefined) problems.push({ path: [...path, 'per'], message: onlyOrders });
    for (const key of ['productIds', 'categoryIds'] as const) {
      if (rule[key].length > 0) {
        const message = 'only an order has items: the event must be "order"';
        problems.push({ path: [...path, key], message });
      }
    }
    if (rule.amountMin > 0 || rule.amountMax !== null) {
      problems.push({ path: [...path, 'amountMin'], message: onlyOrders });
    }
  }
  if (rule.amountMax !== null && rule.amountMax < rule.amountMin) {
    problems.push({ path: [...path, 'amountMax'], message: 'it must not be under amountMin' });
  }
  return problems;
}
