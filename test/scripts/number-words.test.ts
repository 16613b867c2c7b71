/** Names of sentences become numbers, wherever they are said, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { numberWords, wordsModule } from '../../scripts/number-words.ts';

const numbers = new Map([
  ['odds', 0],
  ['rules', 1],
  ['why_won', 2],
  ['why_lost', 3],
  ['lost', 4],
]);
const kept = new Set(['close']);

function numbered(code: string): string {
  return numberWords(code, 'code.ts', { numbers, kept });
}

describe('a name of a sentence', () => {
  it.each<[name: string, code: string, built: string]>([
    ['that is said', "say('rules', { count })", 'say(1, { count })'],
    ['that a thing says', "fair?.say('rules')", 'fair?.say(1)'],
    ['that is one of two', "say(a ? 'odds' : 'rules')", 'say(a ? 0 : 1)'],
    ['that stands in for another', "say(a ?? 'odds')", 'say(a ?? 0)'],
    ['in a template', "html`<p>${say('odds')}</p>`", 'html`<p>${say(0)}</p>`'],
    ['that is made', 'say(`why_${cause}`)', 'say(({won:2,lost:3})[cause])'],
    ['that is said later', "a = keyed('lost')", 'a = 4'],
    ['in a table', "keyed({ odds: 'odds', both: ['rules', 'lost'] })", '{ odds: 0, both: [1, 4] }'],
    ['of the first paint', "say(a ? 'close' : 'odds')", "say(a ? 'close' : 0)"],
    ['that is a type', "let a: 'odds' | 'rules'", "let a: 'odds' | 'rules'"],
    ['that is a name of something else', "a = { 'odds': b }", "a = { 'odds': b }"],
    ['that is another value too', "if (a === 'lost') b()", "if (a === 'lost') b()"],
  ])('%s', (_, code, built) => {
    expect(numbered(code)).toBe(built);
  });

  it.each<[name: string, code: string]>([
    ['nobody knows', "say('olds')"],
    ['nobody knows in a table', "keyed({ a: 'olds' })"],
    ['nobody marked', "const name = 'odds'"],
    ['is made of nothing known', 'say(`because_${cause}`)'],
    ['is computed where it must stand', 'keyed(a + b)'],
  ])('that %s stops the build', (_, code) => {
    expect(() => numbered(code)).toThrow('code.ts');
  });
});

describe('a file of words', () => {
  const file = { file: 'more', sets: ['more'], from: 7, names: ['odds', 'left'] } as const;
  const left = { one: 'One', other: '{count}' };

  it('has the sentences in the order of their numbers', () => {
    expect(wordsModule(file, { left, odds: 'Odds' })).toBe(
      'export let words=`7|one|other\nOdds\nOne|{count}`',
    );
  });

  it('says what a sentence says, be it code', async () => {
    const odds = '`${odds}` \\n';
    const built = wordsModule(file, { left, odds });
    const { words }: { readonly words: string } = await import(
      `data:text/javascript,${encodeURIComponent(built)}`
    );
    expect(words).toContain(odds);
  });

  it('lacks no sentence', () => {
    expect(() => wordsModule(file, { odds: 'Odds' })).toThrow('left');
  });
});
