import { expect, test } from 'vitest';
import { addDays, daysIn, formatDayLong, formatRange, isDay } from '../../../admin/figures/day.ts';

test('days are added over months, years and leap days', () => {
  expect(addDays('2026-11-22', -27)).toBe('2026-10-26');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});

test('both ends of a range count', () => {
  expect(daysIn({ from: '2026-11-22', to: '2026-11-22' })).toBe(1);
  // Clocks change within this range in Europe and America.
  expect(daysIn({ from: '2026-10-01', to: '2026-11-30' })).toBe(61);
});

test('a day that no calendar has is no day', () => {
  const texts = ['2026-11-22', '2026-02-30', '2026-13-01', '22.11.2026', ''];
  expect(texts.map(isDay)).toEqual([true, false, false, false, false]);
});

test.each([
  ['2026-11-22', '2026-11-22', '22 Nov 2026'],
  ['2026-11-16', '2026-11-22', '16–22 Nov 2026'],
  ['2026-10-26', '2026-11-22', '26 Oct – 22 Nov 2026'],
  ['2025-12-30', '2026-01-05', '30 Dec 2025 – 5 Jan 2026'],
])('%s to %s is written %s', (from, to, words) => {
  expect(formatRange({ from, to })).toBe(words);
});

test('the weekday stands before a day', () => {
  expect(formatDayLong('2026-11-22')).toBe('Sun 22 Nov 2026');
});
