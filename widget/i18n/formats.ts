/** Dates and numbers as the locale writes them. */
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
  const number = once(() => new Intl.NumberFormat(locale));
  const money = once(() => new Intl.NumberFormat(locale, { style: 'currency', currency }));
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 }),
  );
  const day = once(() => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }));
  const clock = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );
  return {
    // Of our languages Arabic alone may write digits of its own.
    number: (value) =>
      /^\d{1,3}$/.test(`${value}`) && !locale.startsWith('ar')
        ? `${value}`
        : number().format(value),
    money(minor) {
      const digits = money().resolvedOptions().maximumFractionDigits ?? 2;
      return money().format(minor / 10 ** digits);
    },
    percent: (part) => percent().format(part),
    day: (at) => day().format(at),
    when(at) {
      const date = day().format(at);
      const time = clock().format(at);
      if (date === day().format(Date.now())) return say('today', { time });
      if (date === day().format(Date.now() + 86_400_000)) return say('tomorrow', { time });
      return say('onDay', { day: date, time });
    },
  };
}

/** When it is needed first: on a cheap phone each `Intl` is a long task's half. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
