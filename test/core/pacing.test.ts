/** How much of a stock pacing releases, and when more comes: cases that a person can read. */
import { describe, expect, it } from 'vitest';
import { nextReleaseAt, releasedBy, type PacedStock } from '../../server/core/pacing.ts';
import type { Pacing } from '../../shared/schema/control.ts';

const even: Pacing = { prizeId: 'rare', kind: 'even' };
/** Twice as much on Saturdays and Sundays, nothing on Mondays. */
const weekends: Pacing = { prizeId: 'rare', kind: 'weekdays', weights: [0, 1, 1, 1, 1, 2, 2] };
const drops: Pacing = {
  prizeId: 'rare',
  kind: 'releases',
  releases: [
    { at: '2026-12-02T09:00:00+07:00', units: 3 },
    { at: '2026-12-05T20:00:00+07:00', units: 7 },
  ],
};

const late: Pacing = {
  prizeId: 'rare',
  kind: 'releases',
  releases: [{ at: '2026-12-15T00:00:00+07:00', units: 3 }],
};

/** From Tuesday 1 December to Tuesday 15 December 2026, midnight to midnight. */
function paced(pacing: Pacing, total: number, more: Partial<PacedStock> = {}): PacedStock {
  return {
    pacing,
    total,
    startsAt: at('2026-12-01 00:00'),
    endsAt: at('2026-12-15 00:00'),
    calendar: { timeZone: 'Asia/Ho_Chi_Minh', zoneBefore: null, zoneFrom: 0 },
    ...more,
  };
}

function at(time: string): number {
  return Date.parse(`${time.replace(' ', 'T')}:00+07:00`);
}

describe('released by now', () => {
  it.each<[string, Pacing, number, string, number]>([
    ['even: nothing before the start', even, 14, '2026-11-30 23:59', 0],
    ['even: the first at the start', even, 14, '2026-12-01 00:00', 1],
    ['even: one a day when there is one for each day', even, 14, '2026-12-01 23:59', 1],
    ['even: the next when its time has come', even, 14, '2026-12-02 00:00', 2],
    [
      'even: half of them in the middle, and the next',
      even,
      1_000_000_000,
      '2026-12-08 00:00',
      500_000_001,
    ],
    ['even: all in the last stretch', even, 14, '2026-12-14 12:00', 14],
    ['even: all after the end', even, 14, '2027-01-01 00:00', 14],
    ['even: none of none', even, 0, '2026-12-08 00:00', 0],
    [
      'weekdays: the share of the first day, a Tuesday, at its start',
      weekends,
      16,
      '2026-12-01 00:00',
      1,
    ],
    ['weekdays: the share holds until midnight', weekends, 16, '2026-12-01 23:59', 1],
    ['weekdays: a Saturday brings twice as much', weekends, 16, '2026-12-05 00:00', 6],
    ['weekdays: a Monday without weight brings nothing', weekends, 16, '2026-12-07 12:00', 8],
    ['weekdays: all by the last day that has a weight', weekends, 16, '2026-12-13 00:00', 16],
    ['weekdays: rounded down, never up', weekends, 15, '2026-12-01 00:00', 0],
    ['releases: nothing before the first', drops, 10, '2026-12-02 08:59', 0],
    ['releases: from its time on', drops, 10, '2026-12-02 09:00', 3],
    ['releases: and those after it', drops, 10, '2026-12-05 20:00', 10],
  ])('%s', (_name, pacing, total, time, released) => {
    expect(releasedBy(paced(pacing, total), at(time))).toBe(released);
  });
});

describe('when more comes', () => {
  it.each<[string, Pacing, number, number, string | null]>([
    ['even: the second at its time', even, 14, 1, '2026-12-02 00:00'],
    ['even: the last', even, 14, 13, '2026-12-14 00:00'],
    ['even: never when all are given', even, 14, 14, null],
    ['weekdays: with the next day', weekends, 16, 1, '2026-12-02 00:00'],
    ['weekdays: after a day without weight', weekends, 16, 8, '2026-12-08 00:00'],
    ['weekdays: with the first day that fills a unit', weekends, 2, 0, '2026-12-06 00:00'],
    ['releases: never when all are given, though more were planned', drops, 5, 5, null],
    ['releases: never when the campaign ends with it', late, 10, 0, null],
    ['releases: the first', drops, 10, 0, '2026-12-02 09:00'],
    ['releases: the next that brings more than was given', drops, 10, 3, '2026-12-05 20:00'],
  ])('%s', (_name, pacing, total, given, time) => {
    const next = nextReleaseAt(paced(pacing, total), given);
    expect(next === null ? null : new Date(next)).toEqual(
      time === null ? null : new Date(at(time)),
    );
  });

  it('is the very instant at which one more is released, whatever the numbers', () => {
    for (const total of [1, 2, 3, 7, 11, 97, 1_001]) {
      for (const pacing of [even, weekends]) {
        const stock = paced(pacing, total);
        for (let given = 0; given < total; given += Math.ceil(total / 9)) {
          const next = nextReleaseAt(stock, given);
          if (next === null) continue;
          expect(releasedBy(stock, next)).toBeGreaterThan(given);
          if (next > stock.startsAt) expect(releasedBy(stock, next - 1)).toBeLessThanOrEqual(given);
        }
      }
    }
  });

  it('never falls as time goes on, also over days of 23 and 25 hours', () => {
    const stock = paced(weekends, 1_000, {
      startsAt: Date.parse('2026-03-20T12:00:00Z'),
      endsAt: Date.parse('2026-11-03T12:00:00Z'),
      calendar: { timeZone: 'America/New_York', zoneBefore: null, zoneFrom: 0 },
    });
    let last = 0;
    for (let now = stock.startsAt; now < stock.endsAt; now += 5 * 3_600_000) {
      const released = releasedBy(stock, now);
      expect(released).toBeGreaterThanOrEqual(last);
      last = released;
    }
    expect(releasedBy(stock, stock.endsAt - 1)).toBe(1_000);
  });
});
