/** A file of sentences as it stands beside our chunks; `load-words.ts` reads those with numbers. */
import { wordFiles, type WordFile } from '../../shared/words/files.ts';
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

/**
 * The build puts files of words beside our chunks, with numbers in place of names; sources that run
 * as they are find the sets in their folders.
 */
declare const __WORDS_HASH__: string | undefined;

/** The first sentences have names; of the others the build makes a text. */
export async function wordsFile(file: 'first', locale: Locale): Promise<Phrases>;
export async function wordsFile(file: WordFile, locale: Locale): Promise<Phrases | string>;
export async function wordsFile(file: WordFile, locale: Locale): Promise<Phrases | string> {
  const name = locale.toLowerCase();
  if (typeof __WORDS_HASH__ !== 'undefined') {
    return wordsAt<Phrases | string>(`./${file}-${name}-${__WORDS_HASH__}.js`);
  }
  const sets = await Promise.all(
    wordFiles[file].map((set) => wordsAt<Phrases>(`../../shared/words/${set}/${name}.ts`)),
  );
  return sets.reduce((all, set) => ({ ...all, ...set }));
}

async function wordsAt<Words>(path: string): Promise<Words> {
  const { words }: { readonly words: Words } = await import(/* @vite-ignore */ path);
  return words;
}
