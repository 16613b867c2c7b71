/** What a shopper reads where a contact is asked for, in Korean. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {};
