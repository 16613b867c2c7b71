import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatMoney,
  formatOdds,
  formatShare,
  formatTime,
  minorUnitDigits,
  shortId,
} from '../../../admin/figures/format.ts';

describe('money', () => {
  test.each([
    [1_250_000, 'VND', '₫1,250,000'],
    [1_250_050, 'EUR', '€12,500.50'],
    [1_250, 'KWD', 'KWD 1.250'],
    [-4_500, 'USD', '−$45.00'],
    [123_456, 'HUF', 'Ft 1,234.56'],
    [0, 'JPY', '¥0'],
  ])('%i minor units of %s are %s', (minorUnits, currency, words) => {
    expect(formatMoney(minorUnits, currency).replaceAll('\u00a0', ' ')).toBe(words);
  });

  test('counts in the minor unit of ISO 4217, not as the currency is usually written', () => {
    expect(['VND', 'HUF', 'IDR', 'TND', 'CLF'].map(minorUnitDigits)).toEqual([0, 2, 2, 3, 4]);
  });
});

describe('numbers', () => {
  test('a share has two digits that mean something, and what happened is never 0%', () => {
    const shares = [0, 0.00001, 0.0012, 0.062, 0.05, 0.617, 1];
    expect(shares.map(formatShare)).toEqual(['0%', '<0.01%', '0.12%', '6.2%', '5%', '62%', '100%']);
  });

  test('odds keep the digit in which 25 and 24.7 differ', () => {
    expect([0.25, 0.2471, 0.0012].map(formatOdds)).toEqual(['25%', '24.7%', '0.12%']);
  });

  test('a minus is a minus, not a hyphen', () => {
    expect(formatCount(-1_204)).toBe('−1,204');
  });
});

describe('times', () => {
  const zone = { timeZone: 'Asia/Ho_Chi_Minh', today: '2026-11-22' };

  test('are in the site’s zone, and name the day only if it is not the site’s today', () => {
    expect(formatTime(Date.parse('2026-11-21T17:05:00Z'), zone)).toBe('00:05');
    expect(formatTime(Date.parse('2026-11-21T16:59:00Z'), zone)).toBe('21 Nov, 23:59');
  });
});

test('a short id is the end of a long one', () => {
  expect(shortId('shp_0123456789')).toBe('…456789');
  expect(shortId('mai')).toBe('mai');
});
