/** Days belong to the site. Everything that turns an instant into a day is here. */
import { Temporal } from 'temporal-polyfill';
import type { SiteDay } from '../../shared/ids.ts';

/** A day of the site, and when it begins and ends: 23, 24 or 25 hours, epoch milliseconds. */
export interface DayWindow {
  readonly day: SiteDay;
  readonly startsAt: number;
  readonly endsAt: number;
}

// Many ask about the same days, today and tomorrow above all: a zone costs 160 µs to ask.
const lastWindows = new Map<string, readonly DayWindow[]>();
const namedWindows = new Map<string, DayWindow>();
const lastWindowsMax = 3;
const namedWindowsMax = 1_000;

/** The site day that `now` belongs to, in an IANA time zone. */
export function dayAt(now: number, timeZone: string): DayWindow {
  const last = lastWindows.get(timeZone) ?? [];
  const known = last.find(({ startsAt, endsAt }) => now >= startsAt && now < endsAt);
  if (known) return known;
  const date = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const window = windowOf(date, timeZone);
  lastWindows.set(timeZone, [window, ...last].slice(0, lastWindowsMax));
  return window;
}

/** A site's zone, and until when the one before it still holds. */
export interface SiteCalendar {
  readonly timeZone: string;
  /** Null when the zone has held all along. */
  readonly zoneBefore: string | null;
  /** A midnight of `timeZone`: a new zone never starts in the middle of a day. */
  readonly zoneFrom: number;
}

/** The site day that `now` belongs to. The last day of an old zone ends where the new one says. */
export function siteDayAt(now: number, calendar: SiteCalendar): DayWindow {
  const { timeZone, zoneBefore, zoneFrom } = calendar;
  if (zoneBefore === null || now >= zoneFrom) return dayAt(now, timeZone);
  const window = dayAt(now, zoneBefore);
  if (window.endsAt <= zoneFrom) return window;
  const next = dayAt(zoneFrom, timeZone);
  return { ...window, endsAt: next.day === window.day ? next.endsAt : zoneFrom };
}

/** What the site's clocks show: ISO weekday, Monday is 1, and minutes since 00:00. */
export function siteClockAt(
  now: number,
  { timeZone, zoneBefore, zoneFrom }: SiteCalendar,
): { readonly weekday: number; readonly minute: number } {
  const zone = zoneBefore === null || now >= zoneFrom ? timeZone : zoneBefore;
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  return { weekday: local.dayOfWeek, minute: local.hour * 60 + local.minute };
}

/** The window of a named day. */
export function dayWindow(day: SiteDay, timeZone: string): DayWindow {
  const name = `${timeZone} ${day}`;
  const known = namedWindows.get(name);
  if (known) return known;
  const window = windowOf(Temporal.PlainDate.from(day), timeZone);
  if (namedWindows.size >= namedWindowsMax) namedWindows.clear();
  namedWindows.set(name, window);
  return window;
}

/** `day` moved by whole days. */
export function addDays(day: SiteDay, days: number): SiteDay {
  return dayOfNumber(numberOfDay(day) + days);
}

/** The ISO week of a day, such as `2026-W49`, in the order of time. */
export function weekOf(day: SiteDay): string {
  // The week belongs to the year that its Thursday is in.
  const thursday = numberOfDay(day) + 4 - weekdayOf(day);
  const year = dayOfNumber(thursday).slice(0, 4);
  const week = Math.floor((thursday - numberOfDay(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${padded(week, 2)}`;
}

export type Period = 'ever' | 'day' | 'week';

/** A period by a name that sorts in the order of time; `ever` has neither a name nor an end. */
export interface PeriodWindow {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly endsAt: number | null;
}

// As with days: many ask about the same period.
const lastWeeks = new Map<string, { readonly day: SiteDay; readonly week: PeriodWindow }>();

/** The site's day, ISO week or all of time that `now` belongs to. */
export function periodAt(period: Period, now: number, calendar: SiteCalendar): PeriodWindow {
  if (period === 'ever') return { name: '', endsAt: null };
  const { day, endsAt } = siteDayAt(now, calendar);
  if (period === 'day') return { name: day, endsAt };
  const { timeZone } = calendar;
  const last = lastWeeks.get(timeZone);
  if (last?.day === day) return last.week;
  const sunday = addDays(day, 7 - weekdayOf(day));
  const week = { name: weekOf(day), endsAt: dayWindow(sunday, timeZone).endsAt };
  lastWeeks.set(timeZone, { day, week });
  return week;
}

/** 1 on Mondays to 7 on Sundays. */
export function weekdayOf(day: SiteDay): number {
  // 1970-01-01 was a Thursday.
  return ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** Days from `from` to `to`, 0 when they are the same. */
export function daysBetween(from: SiteDay, to: SiteDay): number {
  return numberOfDay(to) - numberOfDay(from);
}

// Years begin in March here, so that a leap day is the last of one; 400 of them are an era.
const daysPerEra = 146_097;
const daysBefore1970 = 719_468;

/**
 * Days since 1970-01-01: a day of the years 0 to 9999 as a whole number. A command asks for many;
 * `days_from_civil` of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms" takes a
 * hundredth of what a date object does.
 */
export function numberOfDay(day: SiteDay): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const leaps = Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * daysPerEra + ofEra * 365 + leaps + dayOfYear - daysBefore1970;
}

/** The other way round: `civil_from_days`. */
export function dayOfNumber(days: number): SiteDay {
  const shifted = days + daysBefore1970;
  const era = Math.floor(shifted / daysPerEra);
  const ofEra = shifted - era * daysPerEra;
  const leaps = Math.floor(ofEra / 1_460) - Math.floor(ofEra / 36_524);
  const years = Math.floor((ofEra - leaps - Math.floor(ofEra / 146_096)) / 365);
  const dayOfYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return [padded(year, 4), padded(month, 2), padded(date, 2)].join('-');
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** The end of the site day that lies `days` days after the day of `now`. */
export function endOfDayAfter(now: number, days: number, calendar: SiteCalendar): number {
  const { day } = siteDayAt(now, calendar);
  return dayWindow(addDays(day, days), calendar.timeZone).endsAt;
}

function windowOf(date: Temporal.PlainDate, timeZone: string): DayWindow {
  const startsAt = date.toZonedDateTime(timeZone).epochMilliseconds;
  const endsAt = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return { day: date.toString(), startsAt, endsAt };
}
