/**
 * Numbers, money and times as the page writes them. The page is in English, so its numbers are
 * too.
 */

import { formatDay } from './day.ts';

/** One locale for words, numbers and dates: a page that mixes separators is misread. */
export const pageLocale = 'en-GB';

const countFormat = new Intl.NumberFormat(pageLocale);
const countCompactFormat = new Intl.NumberFormat(pageLocale, {
  notation: 'compact',
  maximumFractionDigits: 1,
});
const moneyFormats = new Map<string, Intl.NumberFormat>();

export function formatCount(count: number): string {
  return minus(countFormat.format(count));
}

/** `12.4K`, for an axis. */
export function formatCountCompact(count: number): string {
  return minus(countCompactFormat.format(count));
}

/** `62%`, `6.2%`, `0.62%` of a share from 0: two digits that mean something. */
export function formatShare(share: number): string {
  return percentWords(share, share >= 0.1 ? 0 : share >= 0.01 ? 1 : 2);
}

/** `24.7%`, `0.12%`: finer, for odds, where 25 and 24.7 are not the same. */
export function formatOdds(odds: number): string {
  return percentWords(odds, odds >= 0.01 ? 1 : 2);
}

/** `minorUnits` of an ISO 4217 currency, with all its decimals. */
export function formatMoney(minorUnits: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return minus(moneyFormat(currency, digits, 'standard').format(minorUnits / 10 ** digits));
}

/** `₫1.2M`, for an axis. */
export function formatMoneyCompact(minorUnits: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return minus(moneyFormat(currency, digits, 'compact').format(minorUnits / 10 ** digits));
}

/**
 * How many decimals the minor unit stands for: ISO 4217, list one. `Intl` would answer how a
 * currency is usually written (no decimals for the forint), which is not what the server counts
 * in.
 */
export function minorUnitDigits(currency: string): number {
  if (withoutDecimals.has(currency)) return 0;
  if (withThreeDecimals.has(currency)) return 3;
  if (withFourDecimals.has(currency)) return 4;
  return 2;
}

/** `14:32` on the site's own day, `21 Nov, 14:32` on any other. */
export function formatTime(at: number, { timeZone, today }: { timeZone: string; today: string }) {
  const parts = timeParts(at, timeZone);
  return parts.day === today ? parts.time : `${parts.dayWords}, ${parts.time}`;
}

/** `22 Nov 2026`, the site's own day. */
export function formatDate(at: number, timeZone: string): string {
  return formatDay(timeParts(at, timeZone).day);
}

/** The last signs tell two shoppers apart; the first are the same for all. */
export function shortId(id: string): string {
  return id.length <= 8 ? id : `…${id.slice(-6)}`;
}

/** What did happen is never 0%. */
function percentWords(share: number, decimals: number): string {
  if (share > 0 && share < 0.0001) return '<0.01%';
  return `${(share * 100).toFixed(decimals).replace(/\.0+$/, '')}%`;
}

function timeParts(at: number, timeZone: string) {
  const options = { timeZone, hourCycle: 'h23' } as const;
  // Swedish writes a date as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
  const time = new Intl.DateTimeFormat(pageLocale, {
    ...options,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  const dayWords = new Intl.DateTimeFormat(pageLocale, {
    timeZone,
    day: 'numeric',
    month: 'short',
  }).format(at);
  return { day, time, dayWords };
}

function moneyFormat(currency: string, digits: number, notation: 'standard' | 'compact') {
  const key = `${currency} ${notation}`;
  const known = moneyFormats.get(key);
  if (known !== undefined) return known;
  const decimals =
    notation === 'compact'
      ? { maximumFractionDigits: 1 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(pageLocale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation,
    ...decimals,
  });
  moneyFormats.set(key, format);
  return format;
}

/** A hyphen is not a minus sign, and stands at another height. */
function minus(text: string): string {
  return text.replace('-', '−');
}

const withoutDecimals = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const withFourDecimals = new Set(['CLF', 'UYW']);
