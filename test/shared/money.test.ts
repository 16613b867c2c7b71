/** Money and points: integers, rounded down by name, exact beyond 53 bits on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountFloor, scaleFloor, type Benefit } from '../../shared/money.ts';
import { limits } from '../../shared/limits.ts';

describe('scaleFloor', () => {
  it.each([
    [100_000, 1, 1_000, 100],
    [99_999, 1, 1_000, 99],
    [limits.moneyMinorMax, limits.moneyMinorMax, limits.moneyMinorMax, limits.moneyMinorMax],
    // 10¹² × 999,999,999,999 has 80 bits.
    [limits.moneyMinorMax, 999_999_999_999, 1_000_000_000_000, 999_999_999_999],
    [-1, 1, 3, -1],
    [-7, 1, 2, -4],
    [-8, 1, 2, -4],
    [0, 1, 5, 0],
    [Number.MAX_SAFE_INTEGER, 1, 3, 3_002_399_751_580_330],
  ])('⌊%d × %d ÷ %d⌋ = %d', (value, numerator, denominator, scaled) => {
    expect(scaleFloor(value, numerator, denominator)).toBe(scaled);
  });

  it('leaves a rest from 0 to below the denominator', () => {
    const numerator = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(numerator, fc.integer({ min: 1, max: 100_000 }), (a, b) => {
        const rest = a - scaleFloor(a, 1, b) * b;
        expect(rest >= 0 && rest < b).toBe(true);
      }),
    );
  });

  it('reverses all that was earned when all is refunded, and never more on the way', () => {
    const net = fc.integer({ min: 1, max: limits.moneyMinorMax });
    const earned = fc.integer({ min: 0, max: limits.pointsMax });
    fc.assert(
      fc.property(net, earned, fc.float({ min: 0, max: 1, noNaN: true }), (total, points, part) => {
        const refunded = Math.floor(total * part);
        const reversed = scaleFloor(points, refunded, total);
        expect(reversed >= 0 && reversed <= points).toBe(true);
        expect(scaleFloor(points, total, total)).toBe(points);
      }),
    );
  });
});

describe('a discount', () => {
  it.each<[string, Benefit, number, number]>([
    ['a tenth, rounded down', { kind: 'percent', percent: 10 }, 999, 99],
    ['all of it', { kind: 'percent', percent: 100 }, 12_345, 12_345],
    ['up to its maximum', { kind: 'percent', percent: 50, amountMax: 20_000 }, 1_000_000, 20_000],
    ['below its maximum', { kind: 'percent', percent: 50, amountMax: 20_000 }, 1_000, 500],
    ['an amount', { kind: 'amount', amount: 5_000 }, 20_000, 5_000],
    ['an amount above the cart', { kind: 'amount', amount: 5_000 }, 4_999, 4_999],
    ['nothing off for free shipping', { kind: 'free_shipping' }, 20_000, 0],
    ['nothing off an empty cart', { kind: 'percent', percent: 10, amountMax: 5 }, 0, 0],
    ['the largest cart', { kind: 'percent', percent: 99 }, 1_000_000_000_000, 990_000_000_000],
  ])('takes %s', (_what, benefit, net, discount) => {
    expect(discountFloor(benefit, net)).toBe(discount);
  });
});
