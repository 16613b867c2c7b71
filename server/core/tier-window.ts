/** What a tier measures: sums of a rolling or calendar window, kept a row for each of its parts. */
import type { SiteDay } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { TierRules } from '../../shared/schema/tiers.ts';
import { addDays } from './time.ts';

/** What was counted: points, minor units spent, orders. All three, for rules may change. */
export type TierAmounts = readonly [points: number, spend: number, orders: number];

/** Of a rolling window a day, of a calendar window a month by its first day. */
export type TierPart = readonly [day: SiteDay, ...TierAmounts];

export interface WindowSums {
  /** What the running window holds: it counts towards the next level. */
  readonly current: number;
  /** What keeps a level: that of the window before counts too where periods are the calendar's. */
  readonly kept: number;
  /** The first day on which less than `from` is kept; null when that is so already. */
  until(from: number): SiteDay | null;
}

/** The sums on a site's day, should nothing more be counted. */
export function sumsOn(rules: TierRules, parts: readonly TierPart[], day: SiteDay): WindowSums {
  const { window } = rules;
  const within = windowOn(rules, parts, day);
  const total = sumOf(rules, within);
  if (window.kind === 'rolling') {
    return {
      current: total,
      kept: total,
      until(from) {
        let left = total;
        if (left < from) return null;
        for (const part of within) {
          left -= sumOf(rules, [part]);
          if (left < from) return addDays(part[0], window.days);
        }
        return null;
      },
    };
  }
  const begins = periodOf(window.period, day);
  const current = sumOf(
    rules,
    within.filter(([first]) => first >= begins),
  );
  const kept = Math.max(current, total - current);
  const next = nextPeriod(window.period, begins);
  return {
    current,
    kept,
    until(from) {
      if (kept < from) return null;
      return current >= from ? nextPeriod(window.period, next) : next;
    },
  };
}

/** The parts that the window still holds, and of a calendar's the one before it. */
export function windowOn(
  { window }: TierRules,
  parts: readonly TierPart[],
  day: SiteDay,
): readonly TierPart[] {
  const first =
    window.kind === 'rolling'
      ? addDays(day, 1 - window.days)
      : periodOf(window.period, addDays(periodOf(window.period, day), -1));
  return parts.every(([each]) => each >= first) ? parts : parts.filter(([each]) => each >= first);
}

/** The parts with more or, under 0, less in the one of this name; none falls under 0. */
export function withPart(
  parts: readonly TierPart[],
  name: SiteDay,
  added: TierAmounts,
): TierPart[] {
  const known = parts.find(([each]) => each === name);
  const [, points = 0, spend = 0, orders = 0] = known ?? [];
  const part: TierPart = [
    name,
    bounded(points + added[0]),
    bounded(spend + added[1]),
    bounded(orders + added[2]),
  ];
  const others = parts.filter((each) => each !== known);
  return [...others, part].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The part in which a day was counted, under another window maybe; undefined where it is over. */
export function partOf(parts: readonly TierPart[], day: SiteDay): SiteDay | undefined {
  const names = parts.map(([name]) => name);
  return [day, firstOfMonth(day)].find((name) => names.includes(name));
}

/** The name of the part that a day belongs to. */
export function partFor({ window }: TierRules, day: SiteDay): SiteDay {
  return window.kind === 'rolling' ? day : firstOfMonth(day);
}

function sumOf({ measure }: TierRules, parts: readonly TierPart[]): number {
  const at = { points: 1, spend: 2, orders: 3 } as const;
  return parts.reduce((sum, part) => sum + part[at[measure]], 0);
}

function bounded(amount: number): number {
  return Math.min(Math.max(0, amount), limits.tallyMax);
}

type Period = (TierRules['window'] & { readonly kind: 'calendar' })['period'];

/** The first day of the period that a day lies in. */
function periodOf(period: Period, day: SiteDay): SiteDay {
  const year = day.slice(0, 4);
  if (period === 'year') return `${year}-01-01`;
  if (period === 'month') return firstOfMonth(day);
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
}

function nextPeriod(period: Period, begins: SiteDay): SiteDay {
  // At least as long as any, and shorter than two.
  const days = { month: 31, quarter: 92, year: 366 }[period];
  return periodOf(period, addDays(begins, days));
}

function firstOfMonth(day: SiteDay): SiteDay {
  return `${day.slice(0, 7)}-01`;
}
