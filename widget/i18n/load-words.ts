/** Fetches sentences, one small file a set and language. */
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

/** `more` comes after the first result, `stalls` with the first stall, the others with theirs. */
export type WordSet =
  | 'more'
  | 'proof'
  | 'stalls'
  | 'games'
  | 'progress'
  | 'standing'
  | 'counter'
  | 'settings'
  | 'contact';

export async function loadWords(set: WordSet, locale: Locale): Promise<Phrases> {
  const file: { readonly words: Phrases } = await import(
    `../../shared/words/${set}/${locale.toLowerCase()}.ts`
  );
  return file.words;
}
