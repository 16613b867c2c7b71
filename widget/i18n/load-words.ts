/** Fetches sentences, one small file for what is said together, in one language. */
import { wordFiles, type WordFile } from '../../shared/words/files.ts';
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

/**
 * The build puts files of words beside our chunks, with numbers in place of names; sources that run
 * as they are find the sets in their folders.
 */
declare const __WORDS_HASH__: string | undefined;

/** All that the server's first reply leaves out. */
export const furtherWords = ['more', 'games', 'progress', 'counter'] as const;

export async function loadWords(file: WordFile, locale: Locale): Promise<Phrases> {
  const name = locale.toLowerCase();
  if (typeof __WORDS_HASH__ === 'undefined') {
    const sets = await Promise.all(
      wordFiles[file].map((set) => phrasesIn(`../../shared/words/${set}/${name}.ts`)),
    );
    return sets.reduce((all, set) => ({ ...all, ...set }));
  }
  return phrasesIn(`./${file}-${name}-${__WORDS_HASH__}.js`);
}

async function phrasesIn(path: string): Promise<Phrases> {
  const { words }: { readonly words: Phrases } = await import(/* @vite-ignore */ path);
  return words;
}
