/** Fetches sentences, one small file a set and language. */
import type { Locale } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

interface File {
  readonly words: Phrases;
}

export async function loadMoreWords(locale: Locale): Promise<Phrases> {
  const file: File = await import(`../../shared/words/more/${locale}.ts`);
  return file.words;
}

export async function loadStallWords(locale: Locale): Promise<Phrases> {
  const file: File = await import(`../../shared/words/stalls/${locale}.ts`);
  return file.words;
}
