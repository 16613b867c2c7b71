/** A sentence of the widget as data, so that a shop can put its own in its place. */
import { isRightToLeft } from './locales.ts';

/** Of CLDR, as `Intl.PluralRules` names them; `{count}` chooses. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Holes stand in braces: `You won {prize}.` */
export type Phrase =
  | string
  | (Readonly<Partial<Record<PluralCategory, string>>> & { readonly other: string });

export type Phrases = Readonly<Record<string, Phrase>>;

/** The same sentences in another language, whose plurals are its own. */
export type Translated<Words extends Phrases> = { readonly [Key in keyof Words]: Phrase };

/** What must be put into a phrase, by the names of its holes. */
export type Holes<Said extends Phrase> = HolesIn<
  Said extends string ? Said : Said extends { readonly other: infer Other } ? Other : never
>;

type HolesIn<Sentence> = Sentence extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesIn<Rest>
  : never;

/** Writes the values into the holes. `write` makes text of a number. */
export function fill(
  phrase: Phrase,
  values: Readonly<Record<string, string | number>>,
  { locale, write }: { readonly locale: string; readonly write: (value: number) => string },
): string {
  return sentenceOf(phrase, Number(values['count']), locale).replace(
    /\{(\w+)\}/g,
    (hole, name: string) => {
      const value = values[name] ?? hole;
      const text = typeof value === 'number' ? write(value) : value;
      return isolate(text, locale);
    },
  );
}

/**
 * A name in Latin letters must not turn a sentence round that runs from right to left, nor be
 * turned round itself: there each stands for itself.
 */
export function isolate(text: string, locale: string): string {
  return isRightToLeft(locale) ? `\u2068${text}\u2069` : text;
}

/** The names of the holes of a sentence, each once, in the order of the alphabet. */
export function holesOf(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].toSorted();
}

const rulesOf: Record<string, Intl.PluralRules> = {};

/** An `Intl` costs milliseconds on a slow phone: only where there is a plural. */
function sentenceOf(phrase: Phrase, count: number, locale: string): string {
  if (typeof phrase === 'string') return phrase;
  const rules = (rulesOf[locale] ??= new Intl.PluralRules(locale));
  return phrase[rules.select(count)] || phrase.other;
}
