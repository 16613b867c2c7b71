/** Days belong to the site: 23, 24 or 25 hours, wherever it is. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  dayOfNumber,
  daysBetween,
  dayWindow,
  endOfDayAfter,
  numberOfDay,
  siteDayAt,
  weekdayOf,
  weekOf,
} from '../../server/core/time.ts';

const hour = 3_600_000;

describe('the site day of an instant', () => {
  it.each([
    ['Pacific/Pago_Pago', '2026-06-15T10:59:59.999Z', '2026-06-14'],
    ['Pacific/Pago_Pago', '2026-06-15T11:00:00.000Z', '2026-06-15'],
    ['Pacific/Kiritimati', '2026-06-15T09:59:59.999Z', '2026-06-15'],
    ['Pacific/Kiritimati', '2026-06-15T10:00:00.000Z', '2026-06-16'],
    ['Asia/Kathmandu', '2026-06-15T18:14:59.999Z', '2026-06-15'],
    ['Asia/Kathmandu', '2026-06-15T18:15:00.000Z', '2026-06-16'],
    ['Asia/Ho_Chi_Minh', '2026-12-31T16:59:59.999Z', '2026-12-31'],
    ['Asia/Ho_Chi_Minh', '2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['America/New_York', '2028-02-29T04:59:59.999Z', '2028-02-28'],
    ['America/New_York', '2028-02-29T05:00:00.000Z', '2028-02-29'],
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
    ['UTC', '2026-03-01T00:00:00.000Z', '2026-03-01'],
  ])('in %s at %s is %s', (zone, instant, day) => {
    expect(dayAt(Date.parse(instant), zone).day).toBe(day);
  });

  it('is asked for in any order, and each answer is right', () => {
    const zone = 'Europe/Berlin';
    const instants = ['2026-03-29T12:00Z', '2026-03-28T22:59Z', '2026-03-29T12:00Z'];
    const days = instants.map((instant) => dayAt(Date.parse(instant), zone).day);
    expect(days).toEqual(['2026-03-29', '2026-03-28', '2026-03-29']);
  });
});

describe('the window of a day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00Z', 25],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00Z', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00Z', 25],
    // Half an hour of daylight saving.
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30Z', 23.5],
    // The clock springs over midnight: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', 23],
    ['Asia/Ho_Chi_Minh', '2026-12-01', '2026-11-30T17:00Z', 24],
  ])('in %s of %s starts at %s and has %d hours', (zone, day, startsAt, hours) => {
    const window = dayWindow(day, zone);
    expect(window).toEqual({
      day,
      startsAt: Date.parse(startsAt),
      endsAt: Date.parse(startsAt) + hours * hour,
    });
  });

  it.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati', 'Europe/Berlin', 'Africa/Cairo'])(
    'in %s begins where the day before ended, and belongs to itself',
    (zone) => {
      let day = '2026-01-01';
      while (day < '2027-01-01') {
        const { startsAt, endsAt } = dayWindow(day, zone);
        expect(dayAt(startsAt, zone)).toEqual({ day, startsAt, endsAt });
        expect(dayAt(endsAt - 1, zone).day).toBe(day);
        expect(dayWindow(addDays(day, 1), zone).startsAt).toBe(endsAt);
        day = addDays(day, 1);
      }
    },
  );
});

describe('counting days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i more is %s', (day, days, moved) => {
    expect(addDays(day, days)).toBe(moved);
    expect(daysBetween(day, moved)).toBe(days);
  });

  it.each([
    // From the 28th, two days on: the short day of the 29th lies between.
    ['Europe/Berlin', '2026-03-28T11:00Z', 2, '2026-03-30T22:00Z'],
    ['Europe/Berlin', '2026-10-24T10:00Z', 1, '2026-10-25T23:00Z'],
    ['Asia/Ho_Chi_Minh', '2026-12-01T16:59:59.999Z', 30, '2026-12-31T17:00Z'],
    ['UTC', '2026-01-31T12:00Z', 0, '2026-02-01T00:00Z'],
  ])('in %s, what is given at %s for %i days ends at %s', (timeZone, at, days, end) => {
    const calendar = { timeZone, zoneBefore: null, zoneFrom: 0 };
    expect(endOfDayAfter(Date.parse(at), days, calendar)).toBe(Date.parse(end));
  });
});

describe('a new time zone', () => {
  const hanoi = 'Asia/Ho_Chi_Minh';
  it.each<[string, string, string, string, string, string]>([
    // Behind the old one: the day goes on until the new zone has seen it through.
    [
      hanoi,
      'America/New_York',
      '2026-12-01T05:00Z',
      '2026-12-01T03:00Z',
      '2026-12-01',
      '2026-12-02T05:00Z',
    ],
    // Ahead of it: the day ends early, where the new zone's next one begins.
    [
      hanoi,
      'Pacific/Auckland',
      '2026-12-01T11:00Z',
      '2026-12-01T03:00Z',
      '2026-12-01',
      '2026-12-01T11:00Z',
    ],
    // Days that are over before it starts are as they always were.
    [
      hanoi,
      'America/New_York',
      '2026-12-03T05:00Z',
      '2026-12-01T03:00Z',
      '2026-12-01',
      '2026-12-01T17:00Z',
    ],
    // From its first midnight on it alone holds.
    [
      hanoi,
      'Pacific/Auckland',
      '2026-12-01T11:00Z',
      '2026-12-01T11:00Z',
      '2026-12-02',
      '2026-12-02T11:00Z',
    ],
  ])(
    'after %s, %s from %s: at %s it is %s until %s',
    (zoneBefore, timeZone, from, at, day, end) => {
      const calendar = { timeZone, zoneBefore, zoneFrom: Date.parse(from) };
      const window = siteDayAt(Date.parse(at), calendar);
      expect([window.day, window.endsAt]).toEqual([day, Date.parse(end)]);
    },
  );
});

it.each([
  ['each day of nine years', '2024-01-01', 1, 3_288],
  ['some days of four hundred', '1899-12-25', 37, 3_960],
])('counts days and weeks as the calendar does: %s', (_what, from, step, steps) => {
  const first = Temporal.PlainDate.from(from);
  const before = first.since('1970-01-01', { largestUnit: 'days' }).days;
  const [told, known]: [unknown[], unknown[]] = [[], []];
  for (let at = 0; at < step * steps; at += step) {
    const date = first.add({ days: at });
    const day = date.toString();
    const week = `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
    told.push([numberOfDay(day), dayOfNumber(before + at), weekdayOf(day), weekOf(day)]);
    known.push([before + at, day, date.dayOfWeek, week]);
  }
  expect(told).toEqual(known);
});

it('counts on from the last day of February', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  expect(daysBetween('2026-12-01', '2025-12-01')).toBe(-365);
});
