/** Writes a site day as the locale does. It is a day of the calendar, so no time zone moves it. */
import type { SiteDay } from '../../shared/ids.ts';

/** Made late, and once: an `Intl` costs milliseconds. */
let kept: { readonly locale: string; readonly format: Intl.DateTimeFormat } | undefined;

export function siteDayText(day: SiteDay, locale: string): string {
  if (kept?.locale !== locale) {
    const format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    kept = { locale, format };
  }
  return kept.format.format(new Date(`${day}T00:00:00Z`));
}

/** From 0 for a Monday. */
export function weekdayOf(day: SiteDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
