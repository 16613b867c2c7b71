/** What a shopper reads of check-ins, missions, badges, tiers and boards, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  checkIn: 'Punch today',
} as const satisfies Phrases;
