/** Days belong to the site. Everything that turns an instant into a day is here. */
import { Temporal } from 'temporal-polyfill';
import type { SiteDay } from '../../shared/ids.ts';

/** A day of the site, and when it begins and ends: 23, 24 or 25 hours, epoch milliseconds. */
export interface DayWindow {
  readonly day: SiteDay;
  readonly startsAt: number;
  readonly endsAt: number;
}

// Many ask about the same day: the last answer for each question is kept.
const lastWindows = new Map<string, DayWindow>();
const lastEnds = new Map<string, Pick<DayWindow, 'day' | 'endsAt'>>();

/** The site day that `now` belongs to, in an IANA time zone. */
export function dayAt(now: number, timeZone: string): DayWindow {
  const last = lastWindows.get(timeZone);
  if (last && now >= last.startsAt && now < last.endsAt) return last;
  const date = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const window = windowOf(date, timeZone);
  lastWindows.set(timeZone, window);
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
  return windowOf(Temporal.PlainDate.from(day), timeZone);
}

/** `day` moved by whole days. */
export function addDays(day: SiteDay, days: number): SiteDay {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The ISO week of a day, such as `2026-W49`, in the order of time. */
export function weekOf(day: SiteDay): string {
  const { yearOfWeek = 0, weekOfYear = 0 } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
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
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Days from `from` to `to`, 0 when they are the same. */
export function daysBetween(from: SiteDay, to: SiteDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Days since 1970-01-01: a day as a whole number. */
export function numberOfDay(day: SiteDay): number {
  return daysBetween('1970-01-01', day);
}

export function dayOfNumber(days: number): SiteDay {
  return addDays('1970-01-01', days);
}

/** The end of the site day that lies `days` days after the day of `now`. */
export function endOfDayAfter(now: number, days: number, calendar: SiteCalendar): number {
  const { timeZone } = calendar;
  const { day } = siteDayAt(now, calendar);
  const name = `${timeZone} ${days}`;
  const last = lastEnds.get(name);
  if (last?.day === day) return last.endsAt;
  const { endsAt } = dayWindow(addDays(day, days), timeZone);
  lastEnds.set(name, { day, endsAt });
  return endsAt;
}

function windowOf(date: Temporal.PlainDate, timeZone: string): DayWindow {
  const startsAt = date.toZonedDateTime(timeZone).epochMilliseconds;
  const endsAt = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return { day: date.toString(), startsAt, endsAt };
}
