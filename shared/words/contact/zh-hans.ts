/** What a shopper reads where a contact is asked for, in simplified Chinese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {};
