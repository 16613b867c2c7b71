/** What a page is told of triggers: whether they hold now, where, and how long they rest. */
import { describe, expect, it } from 'vitest';
import { compileProgramme } from '../../server/core/programme.ts';
import { describeChange, readerOf } from '../../server/core/programme-words.ts';
import { diffDocuments } from '../../server/core/programme-diff.ts';
import { triggerRules } from '../../server/core/triggers.ts';
import { checkProgramme, type ProgrammeDocument } from '../../shared/schema/programme.ts';
import type { TriggerRule } from '../../shared/schema/trigger.ts';
import { instantOf } from '../../shared/time.ts';
import { programmeInput } from '../helper/programme.ts';

const [starts, ends] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'];

function documentOf(one: object): ProgrammeDocument {
  const input = programmeInput({ campaign: { startsAt: starts, endsAt: ends } });
  const trigger = { id: 'one', open: 'wheel', when: { kind: 'exit' }, ...one };
  const checked = checkProgramme({ ...input, triggers: [trigger] });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.value;
}

function ruleAt(one: object, now: number): TriggerRule | undefined {
  return triggerRules(compileProgramme(1, documentOf(one)), now)[0];
}

const during = instantOf(starts) + 1;

describe('a rule', () => {
  it.each([
    ['before the campaign', instantOf(starts) - 1, false],
    ['at its start', instantOf(starts), true],
    ['in its last millisecond', instantOf(ends) - 1, true],
    ['at its end', instantOf(ends), false],
  ])('%s', (_, now, isThere) => {
    expect(ruleAt({}, now) !== undefined).toBe(isThere);
    expect(ruleAt({ open: 'play' }, now) !== undefined).toBe(isThere);
    expect(ruleAt({ open: 'wallet' }, now) !== undefined).toBe(true);
  });

  it.each<[object, TriggerRule['on'], number]>([
    [{ kind: 'delay', seconds: 20 }, 'delay', 20],
    [{ kind: 'scroll', percent: 60 }, 'scroll', 60],
    [{ kind: 'exit' }, 'exit', 0],
  ])('of %j', (when, on, from) => {
    expect(ruleAt({ when }, during)).toMatchObject({ on, from });
  });

  it.each<[object, number | null]>([
    [{ kind: 'visit' }, 0],
    [{ kind: 'hours', hours: 6 }, 6],
    [{ kind: 'days', days: 7 }, 168],
    [{ kind: 'until_played' }, null],
  ])('rests for %j', (again, restHours) => {
    expect(ruleAt({ again }, during)?.restHours).toBe(restHours);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['/', ['/'], ['/cart']],
    ['/cart', ['/cart', '/cart/', '/Cart'], ['/', '/carts', '/cart/add', '/en/cart']],
    ['/cart/', ['/cart', '/cart/'], ['/cart/add']],
    ['/p/*', ['/p/tea', '/p/tea/green', '/p/'], ['/p', '/shop/p/tea']],
    ['*'.padStart(2, '/'), ['/', '/anything/at/all'], []],
    ['/*/tea*', ['/en/tea', '/en/teapots'], ['/tea', '/en/coffee']],
    ['/a.b+(c)', ['/a.b+(c)'], ['/axb+(c)', '/a.bb(c)']],
    ['/trà/*', ['/tr%C3%A0/xanh', '/tr%c3%a0/xanh'], ['/tra/xanh']],
  ])('of %s holds there and nowhere else', (pattern, there, elsewhere) => {
    const expression = new RegExp(ruleAt({ pages: [pattern] }, during)?.pages ?? 'none', 'i');
    expect(there.filter((path) => !expression.test(path))).toEqual([]);
    expect(elsewhere.filter((path) => expression.test(path))).toEqual([]);
  });

  it('holds on any of its pages, and on every page when it names none', () => {
    const { pages = '' } = ruleAt({ pages: ['/cart', '/checkout'] }, during) ?? {};
    expect(['/cart', '/checkout', '/'].map((path) => new RegExp(pages).test(path))).toEqual([
      true,
      true,
      false,
    ]);
    expect(ruleAt({}, during)?.pages).toBe('');
  });
});

it('is told of in words when it comes, changes and goes', () => {
  const lines = (before: ProgrammeDocument, after: ProgrammeDocument): string[] =>
    diffDocuments(before, after).map((change) => describeChange(change, readerOf(after)));
  const one = documentOf({ pages: ['/cart'] });
  const none = { ...one, triggers: [] };
  const later = documentOf({ pages: ['/cart', '/p/*'], again: { kind: 'days', days: 7 } });
  expect([...lines(none, one), ...lines(one, later), ...lines(one, none)]).toEqual([
    '+ triggers[one]: open "wheel", when (exit), 1 pages, again (visit)',
    '~ triggers[one].pages: /cart → 2: /cart, /p/*',
    '~ triggers[one].again.kind: "visit" → "days"',
    '+ triggers[one].again.days: 7',
    '- triggers[one]: open "wheel", when (exit), 1 pages, again (visit)',
  ]);
});
