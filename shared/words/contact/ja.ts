/** What a shopper reads where a contact is asked for, in Japanese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {};
