/** Fetches sentences, one small file a set and language. */
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

/** `more` comes after the first result, `stalls` with the first stall, the others with theirs. */
export const wordSets = [
  'more',
  'proof',
  'stalls',
  'games',
  'progress',
  'standing',
  'counter',
  'settings',
  'contact',
] as const;

export type WordSet = (typeof wordSets)[number];

/** In English where a set is not translated yet. */
export async function loadWords(set: WordSet, locale: Locale): Promise<Phrases> {
  const file: { readonly words: Phrases } = await import(
    `../../shared/words/${set}/${locale.toLowerCase()}.ts`
  ).catch((error: unknown) => {
    if (locale === 'en') throw error;
    return import(`../../shared/words/${set}/en.ts`);
  });
  return file.words;
}
