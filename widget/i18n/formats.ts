/** Dates and numbers as the locale writes them. Made late: an `Intl` costs milliseconds. */
import type { Words } from './words.ts';

export interface Formats {
  number(value: number): string;
  money(minor: number): string;
  percent(part: number): string;
  day(at: number): string;
  /** Day and time in the site's time zone, ready to stand in a sentence. */
  when(at: number): string;
}

export interface FormatsSite {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

export function createFormats(
  { locale, timeZone, currency }: FormatsSite,
  { say }: Words,
): Formats {
  const number = new Intl.NumberFormat(locale);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 });
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return {
    number: (value) => number.format(value),
    money: (minor) => money.format(minor / 10 ** digits),
    percent: (part) => percent.format(part),
    day: (at) => day.format(at),
    when(at) {
      const date = day.format(at);
      const time = clock.format(at);
      if (date === day.format(Date.now())) return say('today', { time });
      if (date === day.format(Date.now() + 86_400_000)) return say('tomorrow', { time });
      return say('onDay', { day: date, time });
    },
  };
}
