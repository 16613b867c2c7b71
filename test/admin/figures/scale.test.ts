import { expect, test } from 'vitest';
import { roundScale } from '../../../admin/figures/scale.ts';

test.each([
  ['nothing', [0, 0], [0]],
  ['one', [1], [0, 1]],
  ['a few', [3], [0, 1, 2, 3]],
  ['just over a step', [401], [0, 200, 400, 600]],
  ['money', [10_486_000], [0, 5_000_000, 10_000_000, 15_000_000]],
  ['refunds', [80, -30], [-50, 0, 50, 100]],
])('the axis of %s ends on round numbers', (_, values, ticks) => {
  expect(roundScale(values, 4).ticks).toEqual(ticks);
});

test('covers every value in at most four whole steps', () => {
  for (let most = 1; most < 5_000; most += 7) {
    const { max, ticks } = roundScale([most], 4);
    expect(max).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every(Number.isInteger)).toBe(true);
  }
});
