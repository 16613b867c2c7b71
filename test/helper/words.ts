/** Every file of sentences, as it stands. */
import { readdirSync } from 'node:fs';
import { locales, type Locale } from '../../shared/words/locales.ts';
import type { Phrase, Phrases } from '../../shared/words/phrase.ts';

export interface WordsFile {
  readonly set: string;
  /** As its file is called, where that is no language of ours. */
  readonly locale: Locale | (string & {});
  readonly words: Phrases;
}

const folder = new URL('../../shared/words/', import.meta.url);

export const wordSets: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export function readWords(): Promise<WordsFile[]> {
  return Promise.all(
    wordSets.flatMap((set) =>
      readdirSync(new URL(`${set}/`, folder)).map(async (file) => {
        const { words }: { words: Phrases } = await import(new URL(`${set}/${file}`, folder).href);
        const name = file.replace('.ts', '');
        const locale = locales.find((each) => each.toLowerCase() === name) ?? name;
        return { set, locale, words };
      }),
    ),
  );
}

/** A sentence in each form of its plural. */
export function formsOf(phrase: Phrase): string[] {
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase);
}

/** Without its holes: their names are nobody's words, and Latin in every language. */
export function bare(form: string): string {
  return form.replaceAll(/\{\w+\}/g, '0');
}
