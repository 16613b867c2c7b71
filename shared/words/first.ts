/** The sentences of the first paint, which the server sends along with it. */
import { words as en } from './first/en.ts';
import { words as vi } from './first/vi.ts';
import type { Locale } from './locales.ts';
import type { Translated } from './phrase.ts';

export type FirstWords = Translated<typeof en>;

export const firstWords: Readonly<Partial<Record<Locale, FirstWords>> & { en: FirstWords }> = {
  en,
  vi,
};
