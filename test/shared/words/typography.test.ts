/** Every sentence is set as its language sets them: quotation marks, spaces, full stops. */
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../../shared/words/locales.ts';
import { bare, formsOf, readWords } from '../../helper/words.ts';

interface Flaw {
  readonly name: string;
  readonly sign: RegExp;
  /** A sentence that has it. */
  readonly wrong: string;
  readonly in?: readonly Locale[];
  readonly notIn?: readonly Locale[];
}

const fullWidth = ['ja', 'zh-Hans'] as const;
const otherLetters = [...fullWidth, 'ko', 'th', 'ar', 'he'] as const;

const flaws: readonly Flaw[] = [
  { name: 'a space too many', sign: /^\s|\s$|\s{2}/, wrong: 'Two  spaces' },
  { name: 'three dots for an ellipsis', sign: /\.\.\./, wrong: 'Turning...' },
  { name: 'a straight quotation mark', sign: /["'`´]/, wrong: "Today's punch" },
  { name: 'a hyphen for a dash', sign: / - |--/, wrong: 'Points - prizes' },
  { name: 'a space before a mark', sign: /\s[,.:;?!»”]/, wrong: 'Done !', notIn: ['fr'] },
  {
    name: 'a mark that its space may leave',
    sign: /(?<![\u00A0\u202F])[:;?!»]|«(?![\u00A0\u202F])/,
    wrong: 'Pas cette fois ?',
    in: ['fr'],
  },
  {
    name: 'an ellipsis that may stand alone on a line',
    sign: /(?<!\u00A0)…/,
    wrong: 'Es dreht sich …',
    in: ['de'],
  },
  { name: 'a narrow mark', sign: /[,.:;?!()](?!\d)/, wrong: '好, 兑换', in: fullWidth },
  { name: 'a Latin mark', sign: /[,;?]/, wrong: 'أين أنت?', in: ['ar'] },
  { name: 'a question that does not open', sign: /^[^¿]*\?/, wrong: 'Dónde?', in: ['es'] },
  {
    name: 'a mark that ends sentences',
    sign: /[?!]|(?<!น)\.(?!\d)/,
    wrong: 'ถูกต้อง.',
    in: ['th'],
  },
  {
    name: 'a word in Latin letters',
    sign: /\p{Script=Latin}{2}/u,
    wrong: '쿠폰 code',
    in: otherLetters,
  },
];

const quotes: Readonly<Record<Locale, string>> = {
  en: '“”‘’',
  vi: '“”',
  'zh-Hans': '“”',
  ja: '「」',
  ko: '‘’',
  th: '“”',
  id: '“”',
  es: '«»',
  fr: '«»’',
  de: '„“',
  ar: '«»',
  he: '״״׳',
};

/** Programmers read it too: it has names in Latin letters, and codes between its sentences. */
const files = (await readWords()).filter(({ set }) => set !== 'verify');

describe.each(locales)('%s', (locale) => {
  const said = files
    .filter((file) => file.locale === locale)
    .flatMap(({ words }) => Object.entries(words))
    .flatMap(([key, phrase]) => formsOf(phrase).map((form) => `${key} = ${bare(form)}`));

  it.each(flaws.filter((flaw) => isFlawOf(flaw, locale)))('nowhere has $name', ({ sign }) => {
    expect(said.filter((line) => sign.test(sentenceOf(line)))).toEqual([]);
  });

  it('quotes with its own marks', () => {
    const foreign = new RegExp(`[${quotesNotIn(locale)}]`);
    expect(said.filter((line) => foreign.test(sentenceOf(line)))).toEqual([]);
  });
});

it.each(flaws)('finds $name', ({ sign, wrong }) => {
  expect(sign.test(wrong)).toBe(true);
});

function isFlawOf(flaw: Flaw, locale: Locale): boolean {
  return flaw.in ? flaw.in.includes(locale) : !flaw.notIn?.includes(locale);
}

function sentenceOf(line: string): string {
  return line.slice(line.indexOf(' = ') + 3);
}

function quotesNotIn(locale: Locale): string {
  const all = [...new Set(Object.values(quotes).join(''))];
  return all.filter((mark) => !quotes[locale].includes(mark)).join('');
}
