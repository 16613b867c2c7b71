/** How much of an activity a measure counts, and what that makes of a tally. */
import type { ActivityKind } from '../../shared/activity.ts';
import { limits } from '../../shared/limits.ts';
import type { CommandId, SiteDay } from '../../shared/ids.ts';
import { isDistinct, type Measure } from '../../shared/schema/measure.ts';
import type { OrderItem } from '../../shared/schema/storefront-api.ts';

/** Something that a shopper did. */
export interface Activity {
  readonly kind: ActivityKind;
  /** The command that it came with: the cause of what is given for it. */
  readonly commandId: CommandId;
  /** The order, where it is one: what it is about when its shopper is asked. */
  readonly subject?: string;
  /** The game, quiz, or event of the shop's; empty where there is none. */
  readonly name: string;
  /** Minor units, ≥ 0; 0 where there is no money in it. */
  readonly amount: number;
  /** What the earn rules gave for it; none where it is no order and no event of the shop's. */
  readonly points?: number;
  /** What it is about, where it is about products. */
  readonly items: readonly OrderItem[];
}

/** What a measure looks at. */
export type Told = Pick<Activity, 'kind' | 'name' | 'amount' | 'items'>;

/**
 * A sum or count; or, where different ones are counted, each with how often it was met, so that
 * one order less does not lose what another one brought.
 */
export type Tally = number | readonly (readonly [string, number])[];

export function tallied(tally: Tally | undefined): number {
  if (tally === undefined) return 0;
  return typeof tally === 'number' ? tally : tally.length;
}

/** The tally with the activity; null when the measure counts nothing of it. */
export function withActivity(
  tally: Tally | undefined,
  measure: Measure,
  activity: Told,
  day: SiteDay,
): Tally | null {
  const counted = countedOf(measure, activity, day);
  if (typeof counted === 'number') {
    const more = Math.min(tallied(tally) + counted, limits.tallyMax);
    return more === tallied(tally) ? null : more;
  }
  if (counted.length === 0) return null;
  // How often a name was met matters only where it can be taken back.
  const known = new Set(namesIn(tally).map(([name]) => name));
  if (measure.activity !== 'order' && counted.every((name) => known.has(name))) return null;
  return counted.reduce((kept, name) => moved(kept, name, 1), namesIn(tally));
}

/** How often an activity may come before something is reached, if it moves anything at all. */
export interface Room {
  readonly moves: boolean;
  readonly left: number;
}

/** The room of a tally that may grow while it is below `target`: none for a name that is new. */
export function roomBelow(
  target: number,
  tally: Tally | undefined,
  measure: Measure,
  activity: Told,
  day: SiteDay,
): Room {
  const more = withActivity(tally, measure, activity, day);
  if (more === null) return { moves: false, left: Infinity };
  if (typeof more !== 'number') return { moves: true, left: 0 };
  const step = more - tallied(tally);
  return { moves: true, left: Math.floor((target - 1 - tallied(tally)) / step) };
}

/** A tally with an activity that came several times and brought no new name. */
export function withTimes(tally: Tally, measure: Measure, activity: Told, times: number): Tally {
  const counted = countedOf(measure, activity, '');
  if (typeof counted !== 'number' || counted === 0) return tally;
  return Math.min(tallied(tally) + counted * times, limits.tallyMax);
}

/** How much an activity adds to a score, which counts no different ones. */
export function scoreOf(measure: Measure, activity: Activity): number {
  const counted = countedOf(measure, activity, '');
  return typeof counted === 'number' ? counted : 0;
}

/** How much of a score is undone. */
export function takenFromScore(measure: Measure, activity: Activity, back: TakenBack): number {
  const counted = scoreOf(measure, activity);
  return counted - tallied(withoutActivity(counted, measure, activity, back) ?? counted);
}

/** What is undone of an activity that was counted: a part of its amount, or all of it. */
export interface TakenBack {
  /** Minor units. */
  readonly amount: number;
  /** Of the points that it earned. */
  readonly points?: number;
  readonly whole: boolean;
  /** When it was counted: on which day, and whether by a round that goes on. */
  readonly countedAt: number;
  readonly day: SiteDay;
}

/**
 * The tally without what is undone; null when nothing changes. A part of an order takes back its
 * amount from a sum over whole orders; all else counts until the whole order is undone.
 */
export function withoutActivity(
  tally: Tally | undefined,
  measure: Measure,
  activity: Activity,
  back: TakenBack,
): Tally | null {
  if (tally === undefined) return null;
  const counted = countedOf(measure, activity, back.day);
  if (typeof counted === 'number') {
    const whole = back.whole ? counted : 0;
    const less = measure.count === 'amount' && !isPicky(measure) ? back.amount : whole;
    if (counted === 0 || less === 0) return null;
    return Math.max(0, tallied(tally) - less);
  }
  if (counted.length === 0 || !back.whole) return null;
  return counted.reduce((kept, name) => moved(kept, name, -1), namesIn(tally));
}

/** Both of what two shoppers had, who are one. */
export function tallyOfBoth(from: Tally | undefined, to: Tally | undefined): Tally {
  if (from === undefined) return to ?? 0;
  if (to === undefined) return from;
  if (typeof from === 'number' || typeof to === 'number') return tallied(from) + tallied(to);
  return from.reduce((kept, [name, times]) => moved(kept, name, times), to);
}

type Names = readonly (readonly [string, number])[];

/** An amount, or the names of different ones. */
function countedOf(measure: Measure, activity: Told, day: SiteDay): number | string[] {
  const none = isDistinct(measure) ? [] : 0;
  if (activity.kind !== measure.activity) return none;
  if (measure.name !== undefined && measure.name !== activity.name) return none;
  const items = isPicky(measure)
    ? activity.items.filter((item) => isAbout(item, measure))
    : activity.items;
  if (isPicky(measure) && items.length === 0) return none;
  const amount = isPicky(measure) ? sum(items.map((item) => item.amount)) : activity.amount;
  if (amount < measure.amountMin) return none;
  switch (measure.count) {
    case 'times':
      return 1;
    case 'amount':
      return amount;
    case 'units':
      return sum(items.map(({ quantity }) => quantity));
    case 'days':
      return [day];
    case 'names':
      return [activity.name];
    case 'products':
      return [...new Set(items.map(({ productId }) => productId))];
    case 'categories':
      return [...new Set(items.flatMap(({ categoryId }) => categoryId ?? []))];
  }
}

/** Whether a measure looks at some of the products only. */
function isPicky({ productId, categoryId }: Measure): boolean {
  return productId !== undefined || categoryId !== undefined;
}

function isAbout(item: OrderItem, { productId, categoryId }: Measure): boolean {
  if (productId !== undefined && productId !== item.productId) return false;
  return categoryId === undefined || categoryId === item.categoryId;
}

function namesIn(tally: Tally | undefined): Names {
  return typeof tally === 'object' ? tally : [];
}

function moved(names: Names, name: string, change: number): Names {
  const known = names.find(([each]) => each === name);
  if (!known) {
    const room = change > 0 && names.length < limits.distinctKeptMax;
    return room ? [...names, [name, change]] : names;
  }
  const times = known[1] + change;
  const others = names.filter((each) => each !== known);
  return times <= 0 ? others : [...others, [name, times]];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** What a view says of a measure that counts money, minor units. */
export function moneyMark({ count }: Pick<Measure, 'count'>): { readonly money?: true } {
  return count === 'amount' ? { money: true } : {};
}
