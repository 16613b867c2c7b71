/** Site days as text, `2026-11-22`: arithmetic and words. A day has no zone, so UTC stands in. */

const millisecondsPerDay = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** False also for days that no calendar has, such as 2026-02-30. */
export function isDay(text: string): boolean {
  if (!pattern.test(text)) return false;
  const at = instantOf(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export function addDays(day: string, count: number): string {
  return new Date(instantOf(day) + count * millisecondsPerDay).toISOString().slice(0, 10);
}

/** How many days the range holds, both ends included. */
export function daysIn({ from, to }: { from: string; to: string }): number {
  return Math.round((instantOf(to) - instantOf(from)) / millisecondsPerDay) + 1;
}

/** `22 Nov 2026` */
export function formatDay(day: string): string {
  return dayFormat.format(instantOf(day));
}

/** `22 Nov` */
export function formatDayShort(day: string): string {
  return shortFormat.format(instantOf(day));
}

/** `Sun 22 Nov 2026` */
export function formatDayLong(day: string): string {
  return longFormat.format(instantOf(day)).replace(',', '');
}

/** `16–22 Nov 2026`, as short as it can be said. */
export function formatRange({ from, to }: { from: string; to: string }): string {
  if (from === to) return formatDay(from);
  // Thin spaces around the dash read as gaps in this size.
  return dayFormat
    .formatRange(instantOf(from), instantOf(to))
    .replaceAll(/\u2009–\u2009/g, ' – ')
    .replace(/^(\d+) – (\d+ )/, '$1–$2');
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const shortFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
});
const longFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
