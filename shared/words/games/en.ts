/** What a shopper reads at the games beside the wheel, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  scratch: 'Scratch the foil',
} as const satisfies Phrases;
