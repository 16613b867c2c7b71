import { describe, expect, test } from 'vitest';
import {
  type View,
  defaultView,
  rangeOf,
  rangeProblem,
  readLink,
  readView,
  writeView,
} from '../../../admin/figures/view.ts';

describe('the address', () => {
  const views: View[] = [
    defaultView,
    { siteId: 'goc-tra', period: { kind: 'today' }, campaignId: 'tet' },
    {
      siteId: undefined,
      period: { kind: 'custom', from: '2026-11-01', to: '2026-11-09' },
      campaignId: undefined,
    },
  ];

  test.each(views)('keeps a view whole: %o', (view) => {
    expect(readView(writeView(view))).toEqual(view);
  });

  test.each(['', '#', '#period=9d', '#from=2026-11-09&to=2026-11-01', '#from=x&to=y'])(
    'of %o says nothing that can be shown, so the page opens as ever',
    (hash) => {
      expect(readView(hash)).toEqual(defaultView);
    },
  );

  test('holds the token of a sign-in link', () => {
    expect(readLink('#link=abc_DEF-123')).toBe('abc_DEF-123');
    expect(readLink('#period=7d')).toBeUndefined();
  });
});

describe('the range', () => {
  test.each([
    ['today', '2026-11-22'],
    ['7d', '2026-11-16'],
    ['28d', '2026-10-26'],
  ] as const)('of %s ends today and begins on %s', (kind, from) => {
    expect(rangeOf({ kind }, '2026-11-22')).toEqual({ from, to: '2026-11-22' });
  });

  test.each([
    ['', '2026-11-22', /Choose/],
    ['2026-11-22', '2026-11-21', /before/],
    ['2024-01-01', '2026-01-01', /at most 366/],
  ])('from %o to %o is refused in words', (from, to, words) => {
    expect(rangeProblem({ from, to })).toMatch(words);
  });

  test('may be a whole leap year', () => {
    expect(rangeProblem({ from: '2028-01-01', to: '2028-12-31' })).toBeUndefined();
  });
});
