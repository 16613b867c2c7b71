/** Check-ins as a shopper sees them: squares, milestones and months. */
import { expect, it } from 'vitest';
import { checkInViews } from '../../server/core/check-in-view.ts';
import type { CheckInState } from '../../server/core/check-in.ts';
import { facts, kept } from '../helper/check-in.ts';
import { stampAt } from '../helper/facts.ts';

it('shows every square with what became of its day', () => {
  const state = kept('2026-11-27', 'xmfx');
  const [view] = checkInViews(facts({ state, points: 60 }), 60, stampAt().now);
  const squares = view?.squares.map((each) => `${each.square} ${each.when} ${each.state}`);
  expect(squares).toEqual([
    '1 past done',
    '2 past made_up',
    '3 past frozen',
    '4 past done',
    '5 today open',
    '6 tomorrow open',
    '7 later open',
  ]);
  expect(view).toMatchObject({
    streak: { count: 3, total: 3 },
    today: { done: false, square: 5, streak: 4, refusal: null },
    tomorrow: { square: 6, streak: 5 },
    freezes: { held: 0, price: 50, refusal: null },
    makeUp: { price: 20, days: ['2026-11-29'] },
  });
});

it.each<[string, CheckInState, string[]]>([
  ['tomorrow has its own', kept('2026-11-30', 'x'), ['ten-off']],
  ['the one of today is not told of tomorrow', kept('2026-11-29', 'xx'), []],
])('before the check-in of today, milestones: %s', (_what, state, ids) => {
  const calendar = { rewards: [] };
  const [view] = checkInViews(facts({ state, calendar }), 0, stampAt().now);
  expect(view?.tomorrow?.rewards.map(({ id }) => id)).toEqual(ids);
});

it('shows a month with all of its days', () => {
  const calendar = { length: 'month' } as const;
  const at = Date.parse('2028-02-10T10:00:00+07:00');
  const [view] = checkInViews(facts({ calendar }), 0, at);
  expect(view?.squares).toHaveLength(29);
  expect(view?.squares[9]).toMatchObject({ day: '2028-02-10', when: 'today' });
});
