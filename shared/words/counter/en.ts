/** What a shopper reads of points, the reward shop, friends, parcels and settings, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  buy: { one: 'Take it for {count} point', other: 'Take it for {count} points' },
} as const satisfies Phrases;
