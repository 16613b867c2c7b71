/** Changes of a programme document in words: money, dates and long lists as a person reads them. */
import { textIn } from '../../shared/text.ts';
import { instantOf } from '../../shared/time.ts';
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';
import { isMap, type DocumentChange } from './programme-diff.ts';

/** What numbers and instants are shown in. */
export interface Reader {
  /** An ISO 4217 code. */
  readonly currency: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Whether what a tier takes, its `from`, is money. */
  readonly tiersBySpend: boolean;
}

export function readerOf({ site, tiers }: Pick<ProgrammeDocument, 'site' | 'tiers'>): Reader {
  const { currency, timeZone } = site;
  return { currency, timeZone, tiersBySpend: tiers?.measure === 'spend' };
}

/** Fields that hold minor units of the site's currency. */
const moneyKeys = new Set([
  'amount',
  'amountMax',
  'amountMin',
  'cost',
  'minimumNet',
  'minimumSpend',
  'per',
]);
const moneyPlaces = /\.budget\.\w+$/;
const listedMax = 5;
const charactersMax = 60;

/** One line: `~ path: before → after`, `+ path: added`, or `- path: removed`. */
export function describeChange(change: DocumentChange, reader: Reader): string {
  const { path, before, after, odds } = change;
  const key = moneyPlaces.test(path) ? 'amount' : (/[^.[\]]*$/.exec(path)?.[0] ?? '');
  if (before === undefined) return `+ ${path}: ${inWords(after, key, reader)}`;
  if (after === undefined) return `- ${path}: ${inWords(before, key, reader)}`;
  const share = odds ? ` (${percent(odds[0])} → ${percent(odds[1])} of the draws)` : '';
  return `~ ${path}: ${inWords(before, key, reader)} → ${inWords(after, key, reader)}${share}`;
}

/** How many things were added, changed and removed, and where: one line. */
export function summarize(changes: readonly DocumentChange[]): string {
  if (changes.length === 0) return 'nothing changes';
  const added = changes.filter(({ before }) => before === undefined).length;
  const removed = changes.filter(({ after }) => after === undefined).length;
  const changed = changes.length - added - removed;
  const counts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  // What a change belongs to: the innermost thing with a name of its own.
  const places = changes.map(({ path }) => path.replace(/(\[[^\]]*\]|^[^.[]+)(\.[^[\]]*)$/, '$1'));
  return `${counts.join(', ')}: ${short([...new Set(places)])}`;
}

export function moneyIn(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  // A space that does not break is no help in a terminal.
  return format.format(minor / 10 ** digits).replaceAll('\u00a0', ' ');
}

/** Such as `1 Dec 2026, 00:00`. */
export function instantIn(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}

/** Up to four digits: `25 %`, `0.125 %`. */
export function percent(share: number): string {
  return `${new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(share * 100)} %`;
}

function inWords(value: unknown, key: string, reader: Reader): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return moneyKeys.has(key) || (key === 'from' && reader.tiersBySpend)
      ? moneyIn(value, reader.currency)
      : new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT.*\d/.test(value)) return instantIn(instantOf(value), reader.timeZone);
    return quoted(value);
  }
  if (Array.isArray(value)) return listInWords(value);
  return isMap(value) ? thingInWords(value, reader) : '';
}

function listInWords(list: readonly unknown[]): string {
  if (list.length === 0) return 'none';
  const names = list.map(nameOf);
  return list.length > 1 ? `${list.length}: ${short(names)}` : short(names);
}

/** `voucher "10% off", cost ₫40,000, stock 5,000`. */
function thingInWords(thing: Record<string, unknown>, reader: Reader): string {
  if (isText(thing)) return quoted(textIn(thing, 'en'));
  const { id: _, kind, label, name, ...rest } = thing;
  const title = label ?? name;
  const known = [
    ...(typeof kind === 'string' ? [kind] : []),
    ...(typeof title === 'string' || isText(title) ? [quoted(textIn(title, 'en'))] : []),
  ];
  const fields = Object.entries(rest).flatMap(([key, value]) => {
    if (value === null || (isMap(value) && Object.keys(value).length === 0)) return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${value.length} ${key}`];
    if (isMap(value) && !isText(value)) return [`${key} (${thingInWords(value, reader)})`];
    return [`${key} ${inWords(value, key, reader)}`];
  });
  const words = [...(known.length > 0 ? [known.join(' ')] : []), ...fields];
  return words.length === 0 ? '{}' : clipped(words.join(', '), 2 * charactersMax);
}

function nameOf(value: unknown): string {
  if (!isMap(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  for (const key of ['id', 'prizeId', 'kind']) {
    const name = value[key];
    if (typeof name === 'string') return name;
  }
  return clipped(JSON.stringify(value), charactersMax);
}

/** A sentence for each locale. */
function isText(value: unknown): value is Readonly<Record<string, string>> {
  if (!isMap(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, each]) => /^[a-z]{2,3}(-\w+)*$/.test(key) && typeof each === 'string')
  );
}

function short(names: readonly string[]): string {
  const rest = names.length - listedMax;
  const shown = names.slice(0, rest > 1 ? listedMax : names.length).join(', ');
  return rest > 1 ? `${shown} and ${rest} more` : shown;
}

function quoted(text: string): string {
  return JSON.stringify(clipped(text, charactersMax));
}

function clipped(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
