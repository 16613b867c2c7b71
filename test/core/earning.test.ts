/** What orders and events earn: every kind of rule, lifted by happy hours and tiers. */
import { describe, expect, it } from 'vitest';
import { earnedByEvent, earnedByOrder, type EarningOrder } from '../../server/core/earning.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import { now } from '../helper/facts.ts';
import { programmeOf } from '../helper/programme.ts';

type Points = NonNullable<ProgrammeInput['points']>;
type Rule = NonNullable<Points['earnRules']>[number];
type Multiplier = NonNullable<Points['multipliers']>[number];

const levels = [
  { id: 'silver', name: 'Silver', from: 1 },
  { id: 'gold', name: 'Gold', from: 2, earningPercent: 150 },
];
const order: EarningOrder = {
  net: 100_000,
  items: [
    { productId: 'tea', categoryId: 'drinks', quantity: 2, amount: 30_999 },
    { productId: 'cup', quantity: 1, amount: 20_000 },
    { productId: 'juice', categoryId: 'drinks', quantity: 1, amount: 49_001 },
  ],
};

/** Tuesday, 1 December 2026, 10:00 in Ho Chi Minh City, unless another instant is given. */
function earned(points: Points, tier: string | null = null, at = now, what = order) {
  const document = programmeOf({ points, tiers: { measure: 'orders', window, levels } });
  const level = document.tiers?.levels.find(({ id }) => id === tier) ?? null;
  return earnedByOrder(compileProgramme(1, document), what, { level, now: at });
}
const window = { kind: 'rolling', days: 365 } as const;
const simple = { points: 1, per: 1_000 };

const rule = (more: Partial<Rule>): Points => ({
  earnRules: [{ id: 'rule', event: 'order', points: 1, ...more }],
});

describe('an order of 100,000', () => {
  it.each<[string, Points, string | null, number]>([
    ['by the simple rule', { earning: simple }, null, 100],
    ['by a rule without an amount, once', rule({ points: 40 }), null, 40],
    ['for each 3,000', rule({ per: 3_000 }), null, 33],
    ['by product: 30,999 of tea', rule({ per: 1_000, productIds: ['tea'] }), null, 30],
    ['by category: 80,000 of drinks', rule({ per: 1_000, categoryIds: ['drinks'] }), null, 80],
    [
      'an item that both name counts once',
      rule({ per: 1_000, categoryIds: ['drinks'], productIds: ['tea', 'cup'] }),
      null,
      100,
    ],
    ['by a product that it has not', rule({ points: 40, productIds: ['hat'] }), null, 0],
    ['at its least amount', rule({ points: 40, amountMin: 100_000 }), null, 40],
    ['under the least amount', rule({ points: 40, amountMin: 100_001 }), null, 0],
    ['at the most', rule({ points: 40, amountMax: 100_000 }), null, 40],
    ['over the most', rule({ points: 40, amountMax: 99_999 }), null, 0],
    ['by tier, for gold', rule({ points: 40, tiers: ['gold'] }), 'gold', 60],
    ['by tier, for silver', rule({ points: 40, tiers: ['gold'] }), 'silver', 0],
    ['by tier, for nobody yet', rule({ points: 40, tiers: ['gold'] }), null, 0],
    ['of another event', rule({ points: 40, event: 'review' }), null, 0],
    ['all rules that fit add up', { earning: simple, ...rule({ points: 5 }) }, null, 105],
    ['a tier lifts, rounded down once', { earning: { points: 1, per: 1_500 } }, 'gold', 100],
  ])('%s', (_what, points, tier, expected) => {
    expect(earned(points, tier)).toEqual({ points: expected, credit: 0 });
  });

  it('counts no more for its items than was paid for it', () => {
    const cheap = { ...order, net: 10_000 };
    const points = rule({ per: 1_000, categoryIds: ['drinks'] });
    expect(earned(points, null, now, cheap).points).toBe(10);
  });
});

describe('cashback', () => {
  const value = { points: 1, amount: 100 };
  it.each<[string, number, Points['cashback'], number, number]>([
    ['as credit, rounded down', 999, { basisPoints: 250, as: 'credit' }, 0, 24],
    ['to the nearest', 999, { basisPoints: 250, as: 'credit', rounding: 'nearest' }, 0, 25],
    ['a half goes up', 1_000, { basisPoints: 25, as: 'credit', rounding: 'nearest' }, 0, 3],
    ['rounded up', 961, { basisPoints: 250, as: 'credit', rounding: 'ceiling' }, 0, 25],
    ['as points of 100 each', 99_999, { basisPoints: 250, as: 'points' }, 24, 0],
  ])('%s', (_what, net, cashback, points, credit) => {
    expect(earned({ cashback, value }, null, now, { net })).toEqual({ points, credit });
  });
});

describe('a multiplier', () => {
  const lifted = (more: Partial<Multiplier>, at: string, tier: string | null = null): number => {
    const multipliers = [{ id: 'happy', percent: 200, ...more }];
    return earned({ earning: simple, multipliers }, tier, Date.parse(at)).points;
  };
  const evening = { hours: { from: '18:00', to: '20:00' } };
  const night = { hours: { from: '22:00', to: '02:00' }, weekdays: [5] };
  const sunday = { ...night, weekdays: [7] };
  it.each<[string, Partial<Multiplier>, string, number]>([
    ['always', {}, '2026-12-01T10:00:00+07:00', 200],
    ['before its hour', evening, '2026-12-01T17:59:59+07:00', 100],
    ['from its hour on', evening, '2026-12-01T18:00:00+07:00', 200],
    ['until its hour', evening, '2026-12-01T20:00:00+07:00', 100],
    ['by the clocks of the site', evening, '2026-12-01T12:00:00Z', 200],
    ['on its weekday', { weekdays: [2] }, '2026-12-01T10:00:00+07:00', 200],
    ['on another weekday', { weekdays: [1, 3] }, '2026-12-01T10:00:00+07:00', 100],
    ['over midnight, on Friday night', night, '2026-12-04T22:00:00+07:00', 200],
    ['over midnight, early on Saturday', night, '2026-12-05T01:59:00+07:00', 200],
    ['over midnight, early on Friday', night, '2026-12-04T01:59:00+07:00', 100],
    ['before it starts', { startsAt: '2026-12-01T10:00:01+07:00' }, '2026-12-01T03:00:00Z', 100],
    ['from its start on', { startsAt: '2026-12-01T10:00:00+07:00' }, '2026-12-01T03:00:00Z', 200],
    ['over midnight, early on Monday', sunday, '2026-12-07T01:59:00+07:00', 200],
    ['when it has ended', { endsAt: '2026-12-01T10:00:00+07:00' }, '2026-12-01T03:00:00Z', 100],
    ['of another event', { events: ['review'] }, '2026-12-01T10:00:00+07:00', 100],
    ['of another tier', { tiers: ['gold'] }, '2026-12-01T10:00:00+07:00', 100],
  ])('%s', (_what, more, at, points) => {
    expect(lifted(more, at)).toBe(points);
  });

  it('of the highest percent counts, with the tier on top', () => {
    const multipliers = [
      { id: 'one', percent: 200 },
      { id: 'two', percent: 300 },
    ];
    expect(earned({ earning: simple, multipliers }).points).toBe(300);
    expect(earned({ earning: simple, multipliers }, 'gold').points).toBe(450);
  });
});

it('an event earns by its own rules, lifted like an order', () => {
  const programme = compileProgramme(
    1,
    programmeOf({
      points: {
        earnRules: [
          { id: 'review', event: 'review', points: 25 },
          { id: 'more', event: 'review', points: 5 },
          { id: 'order', event: 'order', points: 7 },
        ],
        multipliers: [{ id: 'reviews', percent: 150, events: ['review'] }],
      },
    }),
  );
  const level: TierLevel | null = null;
  expect(earnedByEvent(programme, 'review', { level, now })).toBe(37 + 7);
  expect(earnedByEvent(programme, 'sign_up', { level, now })).toBe(0);
  expect(earnedByEvent(programme, 'order', { level, now })).toBe(0);
});
