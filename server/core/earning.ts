/** What an order or another event earns, by the rules of the programme. */
import { assertNever } from '../../shared/assert-never.ts';
import { scaleBy } from '../../shared/money.ts';
import type { EarnRule, Multiplier } from '../../shared/schema/points.ts';
import type { OrderItem } from '../../shared/schema/storefront-api.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import { instantOf } from '../../shared/time.ts';
import type { Programme } from './programme.ts';
import { siteClockAt } from './time.ts';

/** Who earns when: the tier they are in, and the instant. */
export interface Earner {
  readonly level: TierLevel | null;
  readonly now: number;
}

export interface EarningOrder {
  readonly net: number;
  readonly items?: readonly OrderItem[] | undefined;
}

export interface OrderEarning {
  readonly points: number;
  /** Store credit, minor units. */
  readonly credit: number;
}

/** The simple rule, every earn rule that fits, and the cashback. */
export function earnedByOrder(
  programme: Programme,
  order: EarningOrder,
  earner: Earner,
): OrderEarning {
  const { earning, earnRules } = programme.points;
  const simple = earning && { points: earning.points, per: earning.per, amount: order.net };
  const parts = [
    ...(simple ? [simple] : []),
    ...earnRules.flatMap((rule) => fitting(rule, order, earner)),
  ];
  const lift = liftOf(programme, 'order', earner);
  const points = parts.reduce((sum, { points: each, per, amount }) => {
    return sum + lifted(each, per === undefined ? null : { amount, per }, lift);
  }, 0);
  const back = cashbackOf(programme, order.net);
  return { points: points + back.points, credit: back.credit };
}

/** What one event that is no order earns. */
export function earnedByEvent(programme: Programme, event: string, earner: Earner): number {
  const rules = programme.points.earnRules.filter(
    (rule) => rule.event === event && isOf(rule, earner),
  );
  if (event === 'order' || rules.length === 0) return 0;
  const lift = liftOf(programme, event, earner);
  return rules.reduce((sum, { points }) => sum + lifted(points, null, lift), 0);
}

/** ⌊points × lift × amount ÷ per⌋, rounded down once; the lift is in 1/10,000. */
function lifted(
  points: number,
  share: { readonly amount: number; readonly per: number } | null,
  lift: number,
): number {
  const product = BigInt(points) * BigInt(lift) * BigInt(share?.amount ?? 1);
  return Number(product / (10_000n * BigInt(share?.per ?? 1)));
}

interface Part {
  readonly points: number;
  readonly per: number | undefined;
  readonly amount: number;
}

function fitting(rule: EarnRule, order: EarningOrder, earner: Earner): Part[] {
  if (rule.event !== 'order' || !isOf(rule, earner)) return [];
  const amount = amountFor(rule, order);
  if (amount === null || amount < rule.amountMin) return [];
  if (rule.amountMax !== null && amount > rule.amountMax) return [];
  return [{ points: rule.points, per: rule.per, amount }];
}

/** What of the order a rule counts, never more than its net; null when nothing of it is named. */
function amountFor({ productIds, categoryIds }: EarnRule, { net, items }: EarningOrder) {
  if (productIds.length + categoryIds.length === 0) return net;
  const named = (items ?? []).filter(
    ({ productId, categoryId }) =>
      productIds.includes(productId) ||
      (categoryId !== undefined && categoryIds.includes(categoryId)),
  );
  if (named.length === 0) return null;
  return Math.min(
    net,
    named.reduce((sum, { amount }) => sum + amount, 0),
  );
}

function isOf({ tiers }: Pick<EarnRule, 'tiers'>, { level }: Earner): boolean {
  return tiers.length === 0 || (level !== null && tiers.includes(level.id));
}

/** In 1/10,000: the highest multiplier that holds, and the tier's own on top of it. */
function liftOf(programme: Programme, event: string, earner: Earner): number {
  const holding = programme.points.multipliers.filter((each) =>
    holds(each, programme, event, earner),
  );
  const best = Math.max(100, ...holding.map(({ percent }) => percent));
  return best * (earner.level?.earningPercent ?? 100);
}

function holds(each: Multiplier, programme: Programme, event: string, earner: Earner): boolean {
  const { now } = earner;
  if (each.events.length > 0 && !each.events.includes(event)) return false;
  if (!isOf(each, earner)) return false;
  if (each.startsAt !== null && now < instantOf(each.startsAt)) return false;
  if (each.endsAt !== null && now >= instantOf(each.endsAt)) return false;
  return inHours(each, siteClockAt(now, programme.calendar));
}

/** Hours over midnight belong to the day they begin on. */
function inHours(
  { hours, weekdays }: Pick<Multiplier, 'hours' | 'weekdays'>,
  { weekday, minute }: { readonly weekday: number; readonly minute: number },
): boolean {
  const isOn = (day: number): boolean => weekdays.length === 0 || weekdays.includes(day);
  if (hours === null) return isOn(weekday);
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
  if (from < to) return isOn(weekday) && minute >= from && minute < to;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return (isOn(weekday) && minute >= from) || (isOn(yesterday) && minute < to);
}

function minuteOf(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function cashbackOf({ points: { cashback, value } }: Programme, net: number): OrderEarning {
  if (cashback === null) return { points: 0, credit: 0 };
  const { basisPoints, rounding } = cashback;
  switch (cashback.as) {
    case 'credit':
      return { points: 0, credit: scaleBy(rounding, net, basisPoints, 10_000) };
    case 'points':
      return {
        // The document is refused without a value: there would be nothing to count in.
        points: value
          ? scaleBy(
              rounding,
              net,
              BigInt(basisPoints) * BigInt(value.points),
              BigInt(value.amount) * 10_000n,
            )
          : 0,
        credit: 0,
      };
    default:
      return assertNever(cashback.as);
  }
}
