/** Every sentence of the widget in English: what a shop may put its own in place of. */
import { words as contact } from './contact/en.ts';
import { words as counter } from './counter/en.ts';
import { words as first } from './first/en.ts';
import { words as games } from './games/en.ts';
import { words as more } from './more/en.ts';
import type { Phrases } from './phrase.ts';
import { words as progress } from './progress/en.ts';
import { words as proof } from './proof/en.ts';
import { words as settings } from './settings/en.ts';
import { words as standing } from './standing/en.ts';

export const everySentence: Phrases = {
  ...first,
  ...more,
  ...proof,
  ...games,
  ...progress,
  ...standing,
  ...counter,
  ...settings,
  ...contact,
};
