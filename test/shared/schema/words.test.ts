/** A shop's own sentences: which are taken, and what is said of the others. */
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../shared/schema/programme.ts';

const site = {
  id: 'tea',
  name: 'Tea',
  currency: 'VND',
  timeZone: 'Asia/Ho_Chi_Minh',
  locale: 'vi',
  origins: [],
};

function issuesOf(words: unknown): unknown {
  const checked = checkProgramme({ format: 1, site: { ...site, words } });
  return checked.ok ? [] : checked.issues.map(({ path, message }) => [path, message]);
}

describe('sentences of a shop', () => {
  it.each<[name: string, words: unknown]>([
    ['a sentence', { vi: { spin: 'Quay đi' } }],
    ['one with its hole', { en: { won: 'Hooray, {prize}' } }],
    ['one without the hole of ours', { en: { won: 'Hooray' } }],
    ['plurals', { en: { left: { one: 'One more', other: '{count} more' } } }],
    ['one of a later view', { he: { claim: 'קח' } }],
  ])('%s is taken', (_, words) => {
    expect(issuesOf(words)).toEqual([]);
  });

  it.each<[name: string, words: unknown, path: string, said: string]>([
    ['a name that nobody says', { en: { spinn: 'Go' } }, 'site.words.en.spinn', 'no sentence'],
    ['a name of every object', { en: { toString: 'Go' } }, 'site.words.en.toString', 'no sentence'],
    ['a hole that nobody fills', { en: { won: '{you} won' } }, 'site.words.en.won', '{prize}'],
    ['no text', { en: { spin: '' } }, 'site.words.en.spin', ''],
    ['a language that is not ours', { sv: { spin: 'Snurra' } }, 'site.words.sv', ''],
    ['plurals without the last', { en: { left: { one: 'One' } } }, 'site.words.en.left', ''],
  ])('%s is refused', (_, words, path, said) => {
    const [[at, message] = []] = issuesOf(words) as string[][];
    expect(at?.startsWith(path) || path.startsWith(at ?? '-')).toBe(true);
    expect(message).toContain(said);
  });
});
