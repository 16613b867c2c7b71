/** What a campaign costs, by hand and by the forecast. */
import { describe, expect, it } from 'vitest';
import {
  costByOdds,
  costMax,
  forecastOf,
  givenByOdds,
  oddsOf,
  type PrizeOdds,
} from '../../server/core/forecast.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { programmeOf } from '../helper/programme.ts';

const odds = (share: number, cost: number, stock: number | null = null): PrizeOdds => ({
  prizeId: 'prize',
  share,
  cost,
  stock,
});

describe('the forecast', () => {
  it('reads the odds of all games of a campaign', () => {
    const programme = compileProgramme(1, programmeOf());
    expect(oddsOf(programme, 'always')).toEqual([
      { prizeId: 'ten-off', share: 0.25, cost: 20_000, stock: null },
      { prizeId: 'nothing', share: 0.5, cost: 0, stock: null },
      { prizeId: 'ten-points', share: 0.25, cost: 100, stock: null },
    ]);
  });

  it.each<[string, number, number, number | null, number, number]>([
    ['what is plenty is given as drawn', 100, 0.25, null, 25, 18.75],
    ['a stock that cannot run out changes nothing', 100, 0.25, 100, 25, 18.75],
    // Of two draws at one half: 1/4 none, 3/4 one or more.
    ['a stock of one is given once, if at all', 2, 0.5, 1, 0.75, 0.1875],
    ['a stock that is drawn for certain is all given', 10, 1, 4, 4, 0],
    ['a stock of nothing gives nothing', 10, 0.5, 0, 0, 0],
    ['a prize that is never drawn is never given', 10, 0, 5, 0, 0],
  ])('knows that %s', (_name, plays, share, stock, mean, variance) => {
    const given = givenByOdds(plays, share, stock);
    expect(given.mean).toBeCloseTo(mean, 9);
    expect(given.variance).toBeCloseTo(variance, 9);
  });

  it('adds up what the prizes cost', () => {
    const cost = costByOdds([odds(0.5, 100), odds(0.25, 1_000, 1_000)], 1_000);
    expect(cost.mean).toBeCloseTo(50_000 + 250_000, 6);
  });

  it('knows the most that it can cost: the dearest first, as long as there are any', () => {
    expect(costMax([odds(0.5, 100), odds(0.1, 1_000, 3), odds(0, 9_000)], 10)).toBe(3_700);
    expect(costMax([odds(0.5, 100, 2)], 10)).toBe(200);
  });

  it('orders its figures, and keeps its band within what is possible', () => {
    const table = [odds(0.5, 100)];
    const forecast = forecastOf([4_900, 5_000, 5_100, 5_000, 5_050], table, 100);
    const { band, p5, p50, p95, max } = forecast;
    const order = [0, band[0], p5, p50, p95, band[1], max];
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(forecast).toMatchObject({ expected: 5_000, mean: 5_010, max: 10_000 });
  });

  it('reaches further where the odds do not tell the cost', () => {
    const table = [odds(0.5, 100)];
    const told = forecastOf([4_900, 5_000, 5_100], table, 100).band;
    const strange = forecastOf([7_900, 8_000, 8_100], table, 100).band;
    expect(strange[1] - strange[0]).toBeGreaterThan(told[1] - told[0]);
  });
});
