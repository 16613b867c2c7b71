import { describe, expect, test } from 'vitest';
import { binomialBounds, oddsVerdict } from '../../../admin/figures/odds.ts';

describe('binomial bounds', () => {
  // Checked against sums made straight from the definition.
  test.each([
    { plays: 10, odds: 0.5 },
    { plays: 25, odds: 0.02 },
    { plays: 200, odds: 0.25 },
    { plays: 400, odds: 0.9 },
    { plays: 1_000, odds: 0.001 },
  ])('leave at most 0.0005 on each side: $plays plays at $odds', ({ plays, odds }) => {
    const { low, high } = binomialBounds({ plays, odds });
    const below = (count: number) => cumulative({ plays, odds, from: 0, to: count - 1 });
    const above = (count: number) => cumulative({ plays, odds, from: count + 1, to: plays });
    expect(below(low)).toBeLessThanOrEqual(0.0005);
    expect(below(low + 1)).toBeGreaterThan(0.0005);
    expect(above(high)).toBeLessThanOrEqual(0.0005);
    if (high > 0) expect(above(high - 1)).toBeGreaterThan(0.0005);
  });

  test('agree with the normal approximation where that one holds', () => {
    const { low, high } = binomialBounds({ plays: 10_000_000, odds: 0.25 });
    const spread = 3.290_527 * Math.sqrt(10_000_000 * 0.25 * 0.75);
    expect(Math.abs(low - (2_500_000 - spread))).toBeLessThan(3);
    expect(Math.abs(high - (2_500_000 + spread))).toBeLessThan(3);
  });

  test('are one number where nothing is left to chance', () => {
    expect(binomialBounds({ plays: 0, odds: 0.3 })).toEqual({ low: 0, high: 0 });
    expect(binomialBounds({ plays: 50, odds: 0 })).toEqual({ low: 0, high: 0 });
    expect(binomialBounds({ plays: 50, odds: 1 })).toEqual({ low: 50, high: 50 });
  });
});

describe('the verdict on a prize', () => {
  const bounds = binomialBounds({ plays: 1_000, odds: 0.1 });

  test.each([
    ['on the lower bound is chance', bounds.low, 'expected'],
    ['under it is not', bounds.low - 1, 'fewer'],
    ['on the upper bound is chance', bounds.high, 'expected'],
    ['over it is not', bounds.high + 1, 'more'],
  ])('%s', (_, given, kind) => {
    expect(oddsVerdict(prize({ plays: 1_000, oddsSet: 0.1, given })).kind).toBe(kind);
  });

  test('also says so of a prize that has left the table since', () => {
    const gone = prize({ plays: 1_000, oddsSet: 0, given: 160, low: 0.1, high: 0.1 });
    expect(oddsVerdict(gone).kind).toBe('more');
  });

  test.each([
    ['at the lower of two odds is chance', 100, 'expected'],
    ['at the higher one too', 250, 'expected'],
    ['beyond both is not', 320, 'more'],
    ['short of both is not', 60, 'fewer'],
  ])('of which the odds changed within a day: %s', (_, given, kind) => {
    const changed = prize({ plays: 1_000, oddsSet: 0.25, given, low: 0.1, high: 0.25 });
    expect(oddsVerdict(changed).kind).toBe(kind);
  });

  test('is silent before the first play, and about prizes that were never to come', () => {
    expect(oddsVerdict(prize({ plays: 0, oddsSet: 0.1, given: 0 })).kind).toBe('no_plays');
    expect(oddsVerdict(prize({ plays: 10, oddsSet: 0, given: 4 })).kind).toBe('never_drawn');
  });
});

/** A prize whose odds were the same all the time, unless `low` and `high` say otherwise. */
function prize(of: {
  plays: number;
  oddsSet: number;
  given: number;
  low?: number;
  high?: number;
}): Parameters<typeof oddsVerdict>[0] {
  const { low = of.oddsSet, high = of.oddsSet } = of;
  return { ...of, oddsExpected: { low, high } };
}

/** P(from ≤ X ≤ to), each term from logarithms of factorials. */
function cumulative(of: { plays: number; odds: number; from: number; to: number }): number {
  let sum = 0;
  for (let k = of.from; k <= of.to; k += 1) {
    const ways = logFactorial(of.plays) - logFactorial(k) - logFactorial(of.plays - k);
    sum += Math.exp(ways + k * Math.log(of.odds) + (of.plays - k) * Math.log(1 - of.odds));
  }
  return sum;
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
}
