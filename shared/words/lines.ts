/** Sentences with numbers as a text: a line each, since quotes and commas weigh more. */
import type { Phrase, Phrases, PluralCategory } from './phrase.ts';

const categories: readonly PluralCategory[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The first line has the number of the first sentence, and which forms of plurals the others have,
 * side by side. Throws at a sentence that has what divides them.
 */
export function writeLines(from: number, phrases: readonly Phrase[]): string {
  const forms = categories.filter((form) => phrases.some((phrase) => textOf(phrase, form)));
  const lines = phrases.map((phrase) =>
    typeof phrase === 'string' ? [phrase] : forms.map((form) => phrase[form] ?? ''),
  );
  const odd = lines.flat().find((text) => /[|\n]/.test(text));
  if (odd !== undefined) throw new Error(`"${odd}" has what divides sentences`);
  return [[from, ...forms], ...lines].map((texts) => texts.join('|')).join('\n');
}

function textOf(phrase: Phrase, form: PluralCategory): string | undefined {
  return typeof phrase === 'string' ? undefined : phrase[form];
}

export function readLines(text: string): Phrases {
  const [[from, ...forms] = [], ...lines] = text.split('\n').map((line) => line.split('|'));
  return Object.fromEntries(
    lines.map((texts, at) => [
      Number(from) + at,
      texts.length > 1 ? pluralOf(forms, texts) : (texts[0] ?? ''),
    ]),
  );
}

/** A form that the sentence has not is empty. */
function pluralOf(forms: readonly string[], texts: readonly string[]): Phrase {
  return { other: '', ...Object.fromEntries(forms.map((form, at) => [form, texts[at] ?? ''])) };
}
