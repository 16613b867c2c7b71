/**
 * Pacing: how much of a prize's stock may be given by now, along the campaign. Pure functions of
 * the programme, the time, the stock in all and what was given.
 */
import { assertNever } from '../../shared/assert-never.ts';
import { scaleFloor } from '../../shared/money.ts';
import type { Pacing } from '../../shared/schema/control.ts';
import { instantOf } from '../../shared/time.ts';
import {
  addDays,
  daysBetween,
  dayWindow,
  siteDayAt,
  weekdayOf,
  type SiteCalendar,
} from './time.ts';

/** What a prize's stock is spread over. */
export interface PacedStock {
  readonly pacing: Pacing;
  /** Of the campaign, epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly calendar: SiteCalendar;
  /** The prize's stock in all. */
  readonly total: number;
}

/** How many units may have been given by `now`, 0 ≤ released ≤ total. */
export function releasedBy(stock: PacedStock, now: number): number {
  const { pacing, startsAt, endsAt, total } = stock;
  if (now < startsAt) return 0;
  if (now >= endsAt) return total;
  switch (pacing.kind) {
    case 'even':
      // Unit k, from 0, is released at startsAt + ⌈k × duration ÷ total⌉.
      return Math.min(total, scaleFloor(total, now - startsAt, endsAt - startsAt) + 1);
    case 'weekdays':
      return releasedByDay(stock, pacing.weights, dayNumber(stock, now));
    case 'releases':
      return Math.min(
        total,
        pacing.releases
          .filter(({ at }) => instantOf(at) <= now)
          .reduce((sum, { units }) => sum + units, 0),
      );
    default:
      return assertNever(pacing);
  }
}

/** When more than `given` units are released: null when that is not before the campaign ends. */
export function nextReleaseAt(stock: PacedStock, given: number): number | null {
  const { startsAt, endsAt, total } = stock;
  if (given >= total) return null;
  const at = releaseOf(stock, given);
  return at === null || at >= endsAt ? null : Math.max(at, startsAt);
}

function releaseOf(stock: PacedStock, given: number): number | null {
  const { pacing, startsAt, endsAt, total, calendar } = stock;
  switch (pacing.kind) {
    case 'even':
      return startsAt - scaleFloor(-given, endsAt - startsAt, total);
    case 'weekdays': {
      const last = dayNumber(stock, endsAt - 1);
      const day = firstWhere(last, (nth) => releasedByDay(stock, pacing.weights, nth) > given);
      if (day === null) return null;
      return dayWindow(addDays(firstDay(stock), day - 1), calendar.timeZone).startsAt;
    }
    case 'releases': {
      let released = 0;
      for (const { at, units } of pacing.releases) {
        released += units;
        if (released > given) return instantOf(at);
      }
      return null;
    }
    default:
      return assertNever(pacing);
  }
}

/** Each day brings its share at its start; the days' shares are as their weekdays' weights. */
function releasedByDay(stock: PacedStock, weights: readonly number[], nth: number): number {
  const all = weightThrough(stock, weights, dayNumber(stock, stock.endsAt - 1));
  if (all === 0) return 0;
  return Math.min(stock.total, scaleFloor(stock.total, weightThrough(stock, weights, nth), all));
}

/** The weights of the first `nth` days of the campaign, added up. */
function weightThrough(stock: PacedStock, weights: readonly number[], nth: number): number {
  const week = weights.reduce((sum, weight) => sum + weight, 0);
  const first = weekdayOf(firstDay(stock)) - 1;
  let sum = Math.floor(nth / 7) * week;
  for (let at = 0; at < nth % 7; at += 1) sum += weights[(first + at) % 7] ?? 0;
  return sum;
}

/** 1 on the campaign's first site day. */
function dayNumber(stock: PacedStock, now: number): number {
  return daysBetween(firstDay(stock), siteDayAt(now, stock.calendar).day) + 1;
}

function firstDay({ startsAt, calendar }: PacedStock): string {
  return siteDayAt(startsAt, calendar).day;
}

/** The smallest number from 1 to `last` that `holds`, which then holds for all above it. */
function firstWhere(last: number, holds: (nth: number) => boolean): number | null {
  if (!holds(last)) return null;
  let [below, found] = [0, last];
  while (found - below > 1) {
    const middle = Math.floor((below + found) / 2);
    if (holds(middle)) found = middle;
    else below = middle;
  }
  return found;
}
