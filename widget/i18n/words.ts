/** What the widget says, in one language, with the shop's own sentences on top. */
import type { Locale } from '../../shared/words/locales.ts';
import { fill, type Holes, type Phrases } from '../../shared/words/phrase.ts';
import type { words as first } from '../../shared/words/first/en.ts';
import type { words as more } from '../../shared/words/more/en.ts';
import type { words as contact } from '../../shared/words/contact/en.ts';
import type { words as counter } from '../../shared/words/counter/en.ts';
import type { words as games } from '../../shared/words/games/en.ts';
import type { words as progress } from '../../shared/words/progress/en.ts';
import type { words as proof } from '../../shared/words/proof/en.ts';
import type { words as settings } from '../../shared/words/settings/en.ts';
import type { words as standing } from '../../shared/words/standing/en.ts';

type Known = typeof first &
  typeof more &
  typeof proof &
  typeof games &
  typeof progress &
  typeof standing &
  typeof counter &
  typeof settings &
  typeof contact;

export type WordKey = keyof Known;

/** Sentences that stand as they are. */
export type PlainKey = {
  [Key in WordKey]: [Holes<Known[Key]>] extends [never] ? Key : never;
}[WordKey];

type Named = WordKey | readonly Named[] | { readonly [name: string]: Named };

/**
 * Marks names of sentences that are said later: the build puts numbers in their place, and finds
 * them only here and in `say`.
 */
export function keyed<const Names extends Named>(names: Names): Names {
  return names;
}

type Values<Key extends WordKey> = [Holes<Known[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<Known[Key]>, string | number>>];

export class Words {
  /** Ours; the shopper's own may be another of the same language, such as `en-GB`. */
  locale: Locale = 'en';
  /** Makes text of a number; better once `formats` are there. */
  write: (value: number) => string = String;
  #phrases: Phrases = {};

  /** What the server sent stays on top of whatever a chunk brings. */
  add(phrases: Phrases, isOnTop = false): void {
    this.#phrases = isOnTop ? { ...this.#phrases, ...phrases } : { ...phrases, ...this.#phrases };
  }

  /** Empty for a sentence that is not here yet. */
  say = <Key extends WordKey>(key: Key, ...given: Values<Key>): string => {
    const phrase = this.#phrases[key];
    const [values = {}]: readonly Readonly<Record<string, string | number>>[] = given;
    return phrase === undefined ? '' : fill(phrase, values, this);
  };
}
