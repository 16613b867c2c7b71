/** Sentences are said the same after they were a text. */
import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLines, writeLines } from '../../../shared/words/lines.ts';
import { locales } from '../../../shared/words/locales.ts';
import { fill, type Phrase, type Phrases } from '../../../shared/words/phrase.ts';

it('are a line each, under the forms of their plurals', () => {
  const text = writeLines(7, [
    'Odds',
    { one: 'One', other: 'More' },
    { one: 'Odd', few: 'Some', other: 'Odds' },
  ]);
  expect(text).toBe('7|one|few|other\nOdds\nOne||More\nOdd|Some|Odds');
  expect(readLines(text)).toEqual({
    7: 'Odds',
    8: { one: 'One', few: '', other: 'More' },
    9: { one: 'Odd', few: 'Some', other: 'Odds' },
  });
});

it.each<[Phrase]>([['a|b'], ['a\nb'], [{ one: 'a|b', other: 'c' }]])('are not %j', (phrase) => {
  expect(() => writeLines(0, [phrase])).toThrow('divides');
});

describe.each(locales)('in %s', (locale) => {
  it('say the same of every number', async () => {
    const phrases = await phrasesIn(locale);
    const said = (all: Phrases): string[] =>
      [0, 1, 2, 3, 11, 100, 1_000_000].flatMap((count) =>
        Object.values(all).map((phrase) => fill(phrase, { count }, { locale, write: String })),
      );
    expect(said(readLines(writeLines(0, Object.values(phrases))))).toEqual(said(phrases));
  });
});

async function phrasesIn(locale: string): Promise<Phrases> {
  const paths = globSync(`shared/words/*/${locale.toLowerCase()}.ts`);
  const sets: { readonly words: Phrases }[] = await Promise.all(
    paths.map((path) => import(pathToFileURL(path).href)),
  );
  return Object.assign({}, ...sets.map(({ words }) => words));
}
