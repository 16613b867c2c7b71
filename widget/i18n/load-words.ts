/** Fetches sentences, one small file a set and language. */
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

/** The build puts them beside our chunks; sources that run as they are find them in theirs. */
declare const __WORDS_HASH__: string | undefined;

/** `more` comes with the first push, the others with the views and games that say them. */
export const wordSets = [
  'more',
  'proof',
  'games',
  'progress',
  'standing',
  'counter',
  'settings',
  'contact',
] as const;

/** `first` comes with the server's first reply; as a file it is for a page that got none. */
export type WordSet = (typeof wordSets)[number] | 'first';

export async function loadWords(set: WordSet, locale: Locale): Promise<Phrases> {
  const name = locale.toLowerCase();
  const file: { readonly words: Phrases } = await import(
    /* @vite-ignore */ typeof __WORDS_HASH__ === 'undefined'
      ? `../../shared/words/${set}/${name}.ts`
      : `./${set}-${name}-${__WORDS_HASH__}.js`
  );
  return file.words;
}
