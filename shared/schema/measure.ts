/** A measure: which of a shopper's activities count, and what of them is counted. */
import { z } from 'zod';
import { activityKinds } from '../activity.ts';
import { moneyMinor, shopId } from './parts.ts';
import type { Problem } from './problems.ts';

/** Of a game, a quiz, or an event as the shop calls it, such as `review` or `Product Shared`. */
export const activityName = z
  .string()
  .regex(/^[A-Za-z0-9](?:[\w .:-]{0,62}[\w.:-])?$/, 'up to 64 letters, digits, spaces and . : - _');

export const measure = z.strictObject({
  activity: z.enum(activityKinds),
  /** Only this game, quiz or event; every one when left out. */
  name: activityName.optional(),
  /** Only what is about this product, or this category. */
  productId: shopId.optional(),
  categoryId: shopId.optional(),
  /** Only from this amount on, minor units: of the products that count, else of the whole. */
  amountMin: moneyMinor.default(0),
  /**
   * `times`: how often. `amount`: the sum, minor units. `units`: how many pieces. The rest counts
   * different ones: site days, names, products, categories.
   */
  count: z
    .enum(['times', 'amount', 'units', 'days', 'names', 'products', 'categories'])
    .default('times'),
});

export type Measure = z.infer<typeof measure>;

const inItems: readonly Measure['count'][] = ['units', 'products', 'categories'];

export function measureProblems(one: Measure, path: (string | number)[]): Problem[] {
  const { activity, name, productId, categoryId, count } = one;
  const problems: Problem[] = [];
  if (activity === 'order' && name !== undefined) {
    problems.push({ path: [...path, 'name'], message: 'an order has no name: leave it out' });
  }
  if (activity === 'order' && count === 'names') {
    problems.push({ path: [...path, 'count'], message: 'an order has no name to count' });
  }
  if (activity === 'order' || activity === 'event') return problems;
  if (productId !== undefined || categoryId !== undefined || inItems.includes(count)) {
    const message = `only an order or an event is about products, not "${activity}"`;
    problems.push({ path: [...path, 'activity'], message });
  }
  if (count === 'amount' || one.amountMin > 0) {
    const message = `only an order or an event has an amount, not "${activity}"`;
    problems.push({ path: [...path, 'activity'], message });
  }
  return problems;
}

/** Whether a measure counts different ones, whose names must be kept. */
export function isDistinct({ count }: Pick<Measure, 'count'>): boolean {
  return count !== 'times' && count !== 'amount' && count !== 'units';
}
