/** What a shopper reads where a contact is asked for, in French. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {};
