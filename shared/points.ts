/** What a shopper may own, and under which name an order's points wait. */

/** Points, or store credit in minor units. Never one for the other. */
export const units = ['points', 'credit'] as const;

export type Unit = (typeof units)[number];

/** The source of what an order has earned. */
export function orderSource(orderId: string): string {
  return `order:${orderId}`;
}
