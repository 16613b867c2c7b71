/**
 * What the page shows: site, period, campaign. It lives behind the `#` of the address, so that a
 * view can be kept as a bookmark, and never reaches a server log.
 */
import { limits } from '../../shared/limits.ts';
import { addDays, daysIn, isDay } from './day.ts';

export type Period =
  | { readonly kind: 'today' | '7d' | '28d' }
  | { readonly kind: 'custom'; readonly from: string; readonly to: string };

export interface View {
  /** The first of the admin's sites, if none is named. */
  readonly siteId: string | undefined;
  readonly period: Period;
  /** All campaigns, if none is named. */
  readonly campaignId: string | undefined;
}

export interface Range {
  readonly from: string;
  readonly to: string;
}

export const defaultView: View = {
  siteId: undefined,
  period: { kind: '7d' },
  campaignId: undefined,
};

/** Whatever cannot be read counts as not said. */
export function readView(hash: string): View {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    siteId: said.get('site') ?? undefined,
    period: readPeriod(said),
    campaignId: said.get('campaign') ?? undefined,
  };
}

export function writeView(view: View): string {
  const said = new URLSearchParams();
  if (view.siteId !== undefined) said.set('site', view.siteId);
  if (view.period.kind === 'custom') {
    said.set('from', view.period.from);
    said.set('to', view.period.to);
  } else {
    said.set('period', view.period.kind);
  }
  if (view.campaignId !== undefined) said.set('campaign', view.campaignId);
  return `#${said.toString()}`;
}

/** The token that `admin-link` printed, if the page was opened with one. */
export function readLink(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('link') ?? undefined;
}

/** Both days belong to the range; today counts, though it is not over. */
export function rangeOf(period: Period, today: string): Range {
  switch (period.kind) {
    case 'today':
      return { from: today, to: today };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '28d':
      return { from: addDays(today, -27), to: today };
    case 'custom':
      return { from: period.from, to: period.to };
  }
}

/** Why the range cannot be shown, in words, or undefined. */
export function rangeProblem({ from, to }: Range): string | undefined {
  if (!isDay(from) || !isDay(to)) return 'Choose the first and the last day.';
  if (from > to) return 'The first day has to come before the last.';
  if (daysIn({ from, to }) > limits.overviewDaysMax) {
    return `A period holds at most ${limits.overviewDaysMax} days.`;
  }
  return undefined;
}

function readPeriod(said: URLSearchParams): Period {
  const range = { from: said.get('from') ?? '', to: said.get('to') ?? '' };
  if (rangeProblem(range) === undefined) return { kind: 'custom', ...range };
  const kind = said.get('period');
  return kind === 'today' || kind === '7d' || kind === '28d' ? { kind } : defaultView.period;
}
