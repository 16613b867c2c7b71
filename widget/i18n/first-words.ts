/** The sentences of the first paint, for a page that the server did not answer. */
import { localeFor } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';

export async function loadFirstWords(asked: string): Promise<Phrases> {
  const locale = localeFor(asked) ?? 'en';
  const file: { readonly words: Phrases } = await import(
    `../../shared/words/first/${locale.toLowerCase()}.ts`
  );
  return file.words;
}
