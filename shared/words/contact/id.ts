/** What a shopper reads where a contact is asked for, in Indonesian. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {};
