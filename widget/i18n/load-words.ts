/** Fetches sentences, one small file for what is said together, in one language. */
import type { WordFile } from '../../shared/words/files.ts';
import type { Locale } from '../../shared/words/locales.ts';
import { readLines } from '../../shared/words/lines.ts';
import type { Phrases } from '../../shared/words/phrase.ts';
import { wordsFile } from './words-file.ts';

/** All that the server's first reply leaves out. */
export const furtherWords = ['more', 'games', 'progress', 'counter'] as const;

export async function loadWords(file: WordFile, locale: Locale): Promise<Phrases> {
  const words = await wordsFile(file, locale);
  return typeof words === 'string' ? readLines(words) : words;
}
