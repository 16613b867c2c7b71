/** Every sentence, in every language: none is missing, none loses a hole, plurals are its own. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../../shared/words/locales.ts';
import { fill, holesOf, type Phrase } from '../../../shared/words/phrase.ts';
import { formsOf, readWords, wordSets } from '../../helper/words.ts';

const files = await readWords();

const english = new Map(
  files.filter(({ locale }) => locale === 'en').map(({ set, words }) => [set, words]),
);

describe.each(wordSets)('%s', (set) => {
  it('is there in every language', () => {
    const spoken = files.filter((file) => file.set === set).map(({ locale }) => locale);
    expect(spoken.toSorted()).toEqual([...locales].toSorted());
  });
});

describe.each(files)('$set in $locale', ({ set, locale, words }) => {
  it('is a language of ours', () => {
    expect(locales).toContain(locale);
  });

  it('has every sentence of the English ones, and none besides', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(english.get(set) ?? {}).toSorted());
  });

  it.each(Object.entries(words))('fills every hole of %s', (key, phrase) => {
    const wanted = [...new Set(formsOf(english.get(set)?.[key] ?? '').flatMap(holesOf))];
    for (const form of formsOf(phrase)) {
      expect(form.trim()).not.toBe('');
      // "One spin left" needs no number; no form may ask for what nobody gives.
      for (const hole of holesOf(form)) expect(wanted).toContain(hole);
    }
    if (typeof phrase === 'string') {
      const needed = wanted.filter((hole) => hole !== 'count');
      expect(holesOf(phrase)).toEqual(expect.arrayContaining(needed));
    } else {
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      expect(categories).toEqual(expect.arrayContaining(Object.keys(phrase)));
      // None and millions may be said as any other number is.
      const needed = categories.filter((category) => !['zero', 'many'].includes(category));
      expect(Object.keys(phrase)).toEqual(expect.arrayContaining(needed));
    }
  });
});

describe('a phrase', () => {
  const write = (value: number): string => `<${value}>`;

  it.each<[name: string, phrase: Phrase, values: Record<string, string | number>, said: string]>([
    ['without a hole', 'Back', {}, 'Back'],
    ['with text', 'You won {prize}.', { prize: '10% {off}' }, 'You won 10% {off}.'],
    ['with a number', '{count} points', { count: 1240 }, '<1240> points'],
    ['of one', { one: 'One spin', other: '{count} spins' }, { count: 1 }, 'One spin'],
    ['of many', { one: 'One spin', other: '{count} spins' }, { count: 2 }, '<2> spins'],
    ['with a hole that nobody fills', 'Until {day}', {}, 'Until {day}'],
  ])('%s', (_, phrase, values, said) => {
    expect(fill(phrase, values, { locale: 'en', write })).toBe(said);
  });
});

describe('a phrase that runs from right to left', () => {
  const write = (value: number): string => `<${value}>`;

  it.each<[locale: string, phrase: Phrase, values: Record<string, string | number>, said: string]>([
    ['he', 'זכיתם: {prize}.', { prize: '10% off' }, 'זכיתם: \u206810% off\u2069.'],
    ['ar', { two: 'نقطتان', other: '{count} نقطة' }, { count: 2 }, 'نقطتان'],
    ['ar', { few: '{count} نقاط', other: '' }, { count: 3 }, '\u2068<3>\u2069 نقاط'],
  ])('isolates what it is given, in %s', (locale, phrase, values, said) => {
    expect(fill(phrase, values, { locale, write })).toBe(said);
  });
});
