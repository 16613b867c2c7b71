/**
 * Streaks as pictures of days: `x` credited, `m` made up, `f` kept by a freeze, `g` by grace, `p`
 * by a pause, `.` missed. The last one is today. Day 0 is a Monday.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joined,
  judged,
  roundOf,
  streakOn,
  withMark,
  type StreakRules,
} from '../../server/core/streak.ts';

/** 5 January 1970. */
const monday = 4;

type Rules = Partial<StreakRules> & { readonly paused?: readonly number[] };

/** What it shows, the days, the rules, when freezes were got; the days as judged, the streak. */
type Row = [string, string, Rules, readonly number[], string, number];

function rulesWith(changes: Rules = {}): StreakRules {
  const { paused = [], ...rules } = changes;
  return {
    by: 'day',
    daysPerWeek: 1,
    grace: 0,
    roundDays: 7,
    startsOver: false,
    isPaused: (day: number) => paused.includes(day - monday),
    ...rules,
  };
}

/** Freezes by the day on which they were got. */
function judge(days: string, rules: StreakRules, freezes: readonly number[] = []) {
  const held = freezes.map((day) => ({ id: `got-${day}`, day: monday + day }));
  const today = monday + days.length - 1;
  const { history, used } = judged({ first: monday, days }, today, rules, held);
  return { days: history.days, used, streak: streakOn(history, today, rules).count };
}

describe('a streak by day', () => {
  it.each<Row>([
    ['of one', 'x', {}, [], 'x', 1],
    ['waits for today', 'xx.', {}, [], 'xx.', 2],
    ['counts today', 'xxx', {}, [], 'xxx', 3],
    ['breaks on a missed day', 'xx..', {}, [], 'xx..', 0],
    ['begins anew after that', 'xx.x', {}, [], 'xx.x', 1],
    ['counts a day made up', 'xmx', {}, [], 'xmx', 3],
    ['lives through the grace', 'x..x', { grace: 2 }, [], 'xggx', 2],
    ['breaks beyond the grace', 'x...x', { grace: 2 }, [], 'x...x', 1],
    ['has its grace in each gap', 'x.x.x', { grace: 1 }, [], 'xgxgx', 3],
    ['has its grace once over one gap', 'xg.x', { grace: 1 }, [], 'xg.x', 1],
    ['has what is left of its grace', 'xg.x', { grace: 2 }, [], 'xggx', 2],
    ['lives through a freeze', 'x.x', {}, [0], 'xfx', 2],
    ['takes a freeze a day', 'x..x', {}, [0, 0], 'xffx', 2],
    ['takes none where they do not suffice', 'x...x', {}, [0, 0], 'x...x', 1],
    ['takes no freeze got afterwards', 'x.x', {}, [2], 'x.x', 1],
    ['takes one got on the missed day', 'x.x', {}, [1], 'xfx', 2],
    ['takes the grace before a freeze', 'x..x', { grace: 1 }, [0], 'xgfx', 2],
    ['lives through a pause', 'x..x', { paused: [1, 2] }, [], 'xppx', 2],
    ['counts a check-in in a pause', 'xxx', { paused: [1] }, [], 'xxx', 3],
    ['breaks beyond grace and pause', 'x...x', { grace: 1, paused: [2] }, [], 'x.p.x', 1],
    ['has grace beside a pause', 'x..x', { grace: 1, paused: [2] }, [], 'xgpx', 2],
    ['keeps what was excused when the rules get harder', 'xgx', {}, [], 'xgx', 2],
    ['takes nothing for what came before it', '..x', {}, [0, 0], '..x', 1],
    ['mends the older gap first', 'x.x.x', {}, [0], 'xfx.x', 1],
  ])('%s', (_what, days, rules, freezes, marked, streak) => {
    const result = judge(days, rulesWith(rules), freezes);
    expect([result.days, result.streak]).toEqual([marked, streak]);
  });
});

describe('a streak by week', () => {
  const week = { by: 'week' } as const;
  it.each<Row>([
    ['of one', 'x', week, [], 'x', 1],
    ['counts a week once', 'x.x....x', week, [], 'x.x....x', 2],
    ['waits until Sunday is over', 'x............', week, [], 'x............', 1],
    ['breaks with a missed week', 'x..............', week, [], 'x..............', 0],
    ['needs so many days', 'x.x....x', { ...week, daysPerWeek: 2 }, [], 'x.x....x', 1],
    ['has them on any day', 'xx.........x.x', { ...week, daysPerWeek: 2 }, [], 'xx.........x.x', 2],
    [
      'lives through a missed week',
      `x${'.'.repeat(13)}x`,
      { ...week, grace: 1 },
      [],
      'x......gggggggx',
      2,
    ],
    ['takes one freeze a week', `x${'.'.repeat(13)}x`, week, [8], 'x......fffffffx', 2],
    [
      'pauses with one day of it',
      `x${'.'.repeat(13)}x`,
      { ...week, paused: [9] },
      [],
      'x......pppppppx',
      2,
    ],
  ])('%s', (_what, days, rules, freezes, marked, streak) => {
    const result = judge(days, rulesWith(rules), freezes);
    expect([result.days, result.streak]).toEqual([marked, streak]);
  });

  it('begins on Monday, whatever day the first check-in was', () => {
    const sunday = { first: monday + 6, days: 'xx' };
    expect(streakOn(sunday, monday + 7, rulesWith(week))).toEqual({ count: 2, since: monday + 6 });
  });
});

describe('the round that a day belongs to', () => {
  it.each<[string, string, number, Rules, number]>([
    ['begins with the first check-in', 'xxx', 2, {}, 0],
    ['goes on over missed days', 'x...x', 4, {}, 0],
    ['ends after its last square', 'xxxxxxxx', 7, {}, 7],
    ['begins anew with whoever comes back', `x${'.'.repeat(9)}x`, 10, {}, 10],
    ['starts over where the streak broke', 'xx.x', 3, { startsOver: true }, 3],
    ['goes on where a freeze kept it', 'xxfx', 3, { startsOver: true }, 0],
    ['of a day to be made up', 'xx.xx', 2, {}, 0],
    ['of a day to be made up, which mends it', 'xx.xx', 2, { startsOver: true }, 0],
  ])('%s', (_what, days, day, rules, start) => {
    expect(roundOf({ first: monday, days }, monday + day, rulesWith(rules)) - monday).toBe(start);
  });
});

it.each<[string, [number, string], [number, string], [number, string]]>([
  ['a day of either', [0, 'x.x'], [0, '.x.'], [0, 'xxx']],
  ['a day of both once', [0, 'xx'], [0, 'xm'], [0, 'xx']],
  ['days before the other began', [5, 'x'], [2, 'x'], [2, 'x..x']],
  ['a credit of one over an excuse of the other', [0, 'xfx'], [0, 'xxx'], [0, 'xxx']],
  ['what either was excused by', [0, 'xfx'], [0, 'x.x'], [0, 'xfx']],
])('two histories join: %s', (_what, one, other, both) => {
  const [a, b] = [one, other].map(([first, days]) => ({ first, days }));
  if (!a || !b) throw new Error('two histories');
  expect(joined(a, b)).toEqual({ first: both[0], days: both[1] });
});

/** What happens on one day. */
interface ModelDay {
  readonly visits: boolean;
  readonly getsFreeze: boolean;
  readonly paused: boolean;
}

/** The rules told day by day, without a history: the streak after each day with a check-in. */
function* model(days: readonly ModelDay[], grace: number): Generator<[number, number]> {
  let [streak, last] = [0, -1];
  let freezes: number[] = [];
  for (const [today, { visits, getsFreeze }] of days.entries()) {
    if (getsFreeze) freezes.push(today);
    if (!visits) continue;
    const missed = days.flatMap((day, at) => (at > last && at < today && !day.paused ? [at] : []));
    const left = [...freezes];
    const saved = missed.slice(grace).every((day) => (left.shift() ?? day + 1) <= day);
    if (last >= 0 && saved) freezes = left;
    streak = last >= 0 && saved ? streak + 1 : 1;
    last = today;
    yield [streak, freezes.length];
  }
}

function* asDecided(days: readonly ModelDay[], grace: number): Generator<[number, number]> {
  const paused = days.flatMap((day, at) => (day.paused ? [at] : []));
  const rules = rulesWith({ grace, paused });
  let freezes: { id: string; day: number }[] = [];
  let history = null;
  for (const [at, { visits, getsFreeze }] of days.entries()) {
    const today = monday + at;
    if (getsFreeze) freezes.push({ id: `${at}`, day: today });
    if (!visits) continue;
    const after = judged(
      withMark(history ?? { first: today, days: '' }, today, 'x'),
      today,
      rules,
      freezes,
    );
    history = after.history;
    freezes = freezes.filter(({ id }) => !after.used.some((each) => each.id === id));
    yield [streakOn(history, today, rules).count, freezes.length];
  }
}

it('is what the rules say day by day, whatever happens', () => {
  const modelDay = fc.record({
    visits: fc.boolean(),
    getsFreeze: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
    paused: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
  });
  const days = fc.array(modelDay, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2 }), (happens, grace) => {
      expect([...asDecided(happens, grace)]).toEqual([...model(happens, grace)]);
    }),
    { numRuns: 500 },
  );
});

it('is whole again once every missed day is made up, in any order', () => {
  const gaps = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(gaps, fc.infiniteStream(fc.nat()), (visits, order) => {
      const first = {
        first: monday,
        days: `x${visits.map((each) => (each ? 'x' : '.')).join('')}`,
      };
      const today = monday + visits.length;
      const missed = visits.flatMap((each, at) => (each ? [] : [monday + 1 + at]));
      const shuffled = missed.toSorted(() => (order.next().value % 2 === 0 ? 1 : -1));
      const whole = shuffled.reduce(
        (history, day) => judged(withMark(history, day, 'm'), today, rulesWith(), []).history,
        first,
      );
      expect(streakOn(whole, today, rulesWith()).count).toBe(visits.length + 1);
    }),
  );
});
