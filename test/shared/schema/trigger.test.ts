/** What a trigger may say, and what a wrong one is told. */
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../shared/schema/programme.ts';
import { programmeInput } from '../../helper/programme.ts';

const leaving = { id: 'leaving', open: 'wheel', when: { kind: 'exit' } };

function messagesOf(...triggers: object[]): string[] {
  const checked = checkProgramme({ ...programmeInput(), triggers });
  return checked.ok ? [] : checked.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('a trigger', () => {
  it.each<[string, object]>([
    ['a game', leaving],
    ['a view', { ...leaving, open: 'wallet' }],
    ['some pages', { ...leaving, pages: ['/', '/cart', '/p/*/tea*', '/trà/*'] }],
    ['a delay', { ...leaving, when: { kind: 'delay', seconds: 20 } }],
    ['a depth', { ...leaving, when: { kind: 'scroll', percent: 60 }, again: { kind: 'visit' } }],
    ['a rest', { ...leaving, again: { kind: 'days', days: 7 } }],
    ['its play', { ...leaving, again: { kind: 'until_played' } }],
  ])('may name %s', (_, one) => {
    expect(messagesOf(one)).toEqual([]);
  });

  it('comes on every page, once a visit, when nothing else is said', () => {
    const checked = checkProgramme({ ...programmeInput(), triggers: [leaving] });
    expect(checked.ok && checked.value.triggers).toEqual([
      { ...leaving, pages: [], again: { kind: 'visit' } },
    ]);
  });

  it.each<[string, object, string]>([
    [
      'a game that is not there',
      { ...leaving, open: 'whel' },
      'triggers[0].open: no game has the id "whel"; and the views are home, play, wallet',
    ],
    [
      'a view with nothing in it',
      { ...leaving, open: 'check-in' },
      'triggers[0].open: there would be nothing to see: checkIns has nothing in it',
    ],
    [
      'a page that is no path',
      { ...leaving, pages: ['cart'] },
      'triggers[0].pages[0]: a path such as /products/*: it starts with / and has no ? or #',
    ],
    ['a page with a query', { ...leaving, pages: ['/cart?x=1'] }, 'triggers[0].pages[0]: a path'],
    ['half a letter', { ...leaving, pages: ['/\ud800'] }, 'triggers[0].pages[0]: a path'],
    [
      'a page with too many stars',
      { ...leaving, pages: ['/*/*/*'] },
      'triggers[0].pages[0]: at most two * in a path',
    ],
    [
      'another moment',
      { ...leaving, when: { kind: 'click' } },
      'triggers[0].when.kind: must be "delay", "scroll" or "exit", not "click"',
    ],
    [
      'no depth',
      { ...leaving, when: { kind: 'scroll', percent: 0 } },
      'triggers[0].when.percent: must be at least 1, not 0',
    ],
    [
      'a play of what is no game',
      { ...leaving, open: 'wallet', again: { kind: 'until_played' } },
      'triggers[0].again: only what opens a game can wait for its play',
    ],
  ])('may not name %s', (_, one, message) => {
    const [first = '', ...others] = messagesOf(one);
    expect(first.startsWith(message) ? message : first).toBe(message);
    expect(others).toEqual([]);
  });

  it('has an id of its own', () => {
    expect(messagesOf(leaving, leaving)).toEqual([
      'triggers: the id "leaving" is there twice; ids are unique',
    ]);
  });
});
