/** Check-ins: who may credit which day, what it gives, and what tomorrow brings. */
import { describe, expect, it } from 'vitest';
import {
  decideBuyFreeze,
  decideCheckIn,
  decideMakeUp,
  mergeCheckInState,
  type CheckInState,
} from '../../server/core/check-in.ts';
import type { CheckInFacts } from '../../server/core/facts.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { base, facts, kept, own, type Given } from '../helper/check-in.ts';
import { shopperWith, stampAt } from '../helper/facts.ts';
import { programmeOf, siteId } from '../helper/programme.ts';

const command = { siteId, commandId: 'command-1', shopperId: 'anna', calendarId: 'daily' };

function checkIn(given: CheckInFacts, at?: string, calendarId = 'daily') {
  const stamp = stampAt(at === undefined ? undefined : Date.parse(at));
  return decideCheckIn(given, { ...command, kind: 'check_in', calendarId }, stamp);
}

function makeUp(given: CheckInFacts, day: string) {
  return decideMakeUp(given, { ...command, kind: 'make_up', day }, stampAt());
}

function buyFreeze(given: CheckInFacts) {
  return decideBuyFreeze(given, { ...command, kind: 'buy_freeze' }, stampAt());
}

const merged = shopperWith({ mergedInto: 'c_anna' });
const doneToday = kept('2026-12-01', 'x');
const gap = kept('2026-11-29', 'x.x');
const doneBefore = kept('2026-11-30', 'x');

/** With a mission that one check-in fulfils. */
function countedFacts(state: CheckInState): CheckInFacts {
  const step = { label: 'Come', measure: { activity: 'check_in' }, target: 1 } as const;
  const missions = [{ id: 'here', name: 'Here', steps: [step], prizeIds: ['ten-points'] }];
  const given = facts({ state, points: 20 });
  const calendar = { ...base, rewards: [], milestones: [] };
  const document = programmeOf({ checkIns: [calendar], prizes: [own], missions });
  return { ...given, programme: compileProgramme(1, document) };
}

describe('a command that could be refused for two reasons says the first', () => {
  it.each<[string, ReturnType<typeof checkIn>, string]>([
    [
      'merged beats not found',
      checkIn(facts({ shopper: merged }), undefined, 'none'),
      'shopper_merged',
    ],
    ['not found', checkIn(facts(), undefined, 'none'), 'calendar_not_found'],
    [
      'closed beats done',
      checkIn(facts({ calendar: { closesOn: '2026-11-30' }, state: doneToday })),
      'calendar_not_open',
    ],
    [
      'not open so far',
      checkIn(facts({ calendar: { opensOn: '2026-12-02' } })),
      'calendar_not_open',
    ],
    ['done', checkIn(facts({ state: doneToday })), 'checked_in_already'],
  ])('a check-in: %s', (_what, decision, code) => {
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it.each<[string, CheckInFacts, string, string]>([
    ['credited beats too early', facts({ state: gap }), '2026-11-29', 'checked_in_already'],
    ['before the first check-in', facts({ state: gap }), '2026-11-28', 'make_up_not_possible'],
    ['before any check-in', facts(), '2026-11-30', 'make_up_not_possible'],
    ['today', facts({ state: kept('2026-11-30', 'x') }), '2026-12-01', 'make_up_not_possible'],
    ['tomorrow', facts({ state: gap }), '2026-12-02', 'make_up_not_possible'],
    [
      'too long ago',
      facts({ state: kept('2026-11-26', 'x.xxxx') }),
      '2026-11-27',
      'make_up_not_possible',
    ],
    [
      'off',
      facts({ state: gap, calendar: { makeUp: null } }),
      '2026-11-30',
      'make_up_not_possible',
    ],
    [
      'on a day when it was closed',
      facts({ state: gap, calendar: { opensOn: '2026-12-01' } }),
      '2026-11-30',
      'make_up_not_possible',
    ],
    ['possible beats points', facts({ state: gap }), '2026-11-30', 'not_enough_points'],
  ])('a make-up: %s', (_what, given, day, code) => {
    expect(makeUp(given, day)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  const two = ['2026-12-01', '2026-12-01'];
  it.each<[string, CheckInFacts, string]>([
    [
      'closed beats not for sale',
      facts({ calendar: { closesOn: '2026-11-30', freeze: {} } }),
      'calendar_not_open',
    ],
    [
      'not for sale beats full',
      facts({ calendar: { freeze: {} }, freezes: two }),
      'freeze_not_for_sale',
    ],
    ['full beats points', facts({ freezes: two }), 'freezes_full'],
    ['points', facts({ points: 49 }), 'not_enough_points'],
  ])('a freeze: %s', (_what, given, code) => {
    expect(buyFreeze(given)).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

it('a freeze may be bought with the last points, on the last day', () => {
  const decision = buyFreeze(facts({ points: 50, calendar: { closesOn: '2026-12-01' } }));
  expect(decision).toMatchObject({ outcome: { freezes: 1, wallet: { points: 0 } } });
});

it('says when one may check in again', () => {
  const again = { code: 'checked_in_already', nextAt: Date.parse('2026-12-02T00:00+07:00') };
  expect(checkIn(facts({ state: doneToday }))).toEqual({ kind: 'refused', refusal: again });
});

it.each<[string, () => object, object[]]>([
  ['a check-in counts', () => checkIn(countedFacts(doneBefore)), [{ kind: 'mission', id: 'here' }]],
  ['a day made up does not', () => makeUp(countedFacts(gap), '2026-11-30'), []],
])('for missions %s', (_what, decide, earned) => {
  expect(decide()).toMatchObject({ kind: 'decided', outcome: { earned } });
});

it('asks for a code of the shop, and goes on without one when there is none', () => {
  const second = { state: kept('2026-11-30', 'x') };
  expect(checkIn(facts(second))).toEqual({ kind: 'needs_code', poolId: 'imported' });
  const empty = facts({ ...second, claimed: new Map([['imported', [null]]]) });
  expect(checkIn(empty)).toMatchObject({ outcome: { square: 2, given: [], streak: { count: 2 } } });
});

describe('what a check-in changes', () => {
  it.each<[string, Given, object]>([
    [
      'the first',
      {},
      { square: 1, given: [{ prize: { id: 'ten-points' } }], streak: { count: 1 } },
    ],
    [
      'a milestone',
      { state: kept('2026-11-29', 'xx') },
      { square: 3, given: [{ prize: { id: 'ten-off' } }], streak: { count: 3 } },
    ],
    [
      'a milestone once a streak',
      { state: kept('2026-11-28', 'xxx', { milestones: { 3: '2026-11-30' } }) },
      { square: 4, given: [], streak: { count: 4 } },
    ],
    [
      'a milestone again in a new streak',
      { state: kept('2026-11-25', 'xxx.xx', { milestones: { 3: '2026-11-27' } }) },
      { given: [{ prize: { id: 'ten-off' } }], streak: { count: 3 } },
    ],
    [
      'a milestone that is for once, once',
      {
        calendar: { milestones: [{ streak: 3, prizeId: 'ten-off', once: true }] },
        state: kept('2026-11-25', 'xxx.xx', { milestones: { 3: '2026-11-27' } }),
      },
      { given: [], streak: { count: 3 } },
    ],
    [
      'no milestone again that was given on the first day of the streak',
      {
        calendar: { milestones: [{ streak: 1, prizeId: 'ten-off' }], rewards: [] },
        state: kept('2026-11-30', 'x', { milestones: { 1: '2026-11-30' } }),
      },
      { given: [], streak: { count: 2 } },
    ],
    [
      'a freeze used',
      { state: kept('2026-11-28', 'xx'), freezes: ['2026-11-28'] },
      { streak: { count: 3 }, freezesUsed: 1, freezes: 0 },
    ],
    [
      'squares go on over a broken streak',
      { state: kept('2026-11-27', 'xx') },
      { square: 5, streak: { count: 1, best: 2 } },
    ],
    [
      'or start over with it',
      { state: kept('2026-11-27', 'xx'), calendar: { streak: { afterBreak: 'start_over' } } },
      { square: 1, given: [{ prize: { id: 'ten-points' } }] },
    ],
    ['the day of the month', { calendar: { length: 'month' } }, { square: 1, day: '2026-12-01' }],
    [
      'a freeze got, which counts at once',
      { calendar: { rewards: [{ square: 1, prizeId: 'ice' }] }, freezes: ['2026-11-30'] },
      { given: [{ prize: { id: 'ice' } }], freezes: 3 },
    ],
    [
      'a pause that the site made afterwards',
      {
        state: kept('2026-11-28', 'xx'),
        calendar: { pauses: [{ from: '2026-11-30', to: '2026-11-30' }] },
      },
      { streak: { count: 3 } },
    ],
  ])('%s', (_what, given, outcome) => {
    expect(checkIn(facts(given))).toMatchObject({ kind: 'decided', outcome });
  });

  it('keeps the days in a line that a person can read', () => {
    const decision = checkIn(facts({ state: kept('2026-11-28', 'xx'), freezes: ['2026-11-28'] }));
    const changes = decision.kind === 'decided' ? decision.changes : [];
    expect(changes).toContainEqual({ kind: 'freeze_used', freezeId: 'f_0', day: '2026-11-30' });
    expect(changes.find(({ kind }) => kind === 'progress')).toMatchObject({
      progress: { state: { total: 3, last: '2026-12-01', first: '2026-11-28', days: 'xxfx' } },
    });
  });
});

it('a make-up gives the reward of its day, joins the streak, and pays no milestone twice', () => {
  const state = kept('2026-11-26', 'xxx.x', { milestones: { 3: '2026-11-28' } });
  const decision = makeUp(facts({ state, points: 20 }), '2026-11-29');
  const outcome = {
    day: '2026-11-29',
    square: 4,
    given: [],
    streak: { count: 5 },
    wallet: { points: 0 },
  };
  expect(decision).toMatchObject({ kind: 'decided', outcome });
});

describe('tomorrow', () => {
  it.each<[string, Given, object | null]>([
    ['the next square', {}, { day: '2026-12-02', square: 2, rewards: [{ id: 'own' }], streak: 2 }],
    ['without what has run out', { poolFree: new Map([['imported', false]]) }, { rewards: [] }],
    [
      'with the milestone',
      { state: kept('2026-11-30', 'x'), claimed: new Map([['imported', ['OWN-1']]]) },
      { square: 3, rewards: [{ id: 'ten-off' }], streak: 3 },
    ],
    ['a new round', { state: kept('2026-11-25', 'xxxxxx') }, { square: 1, streak: 8 }],
    ['nothing when it closes today', { calendar: { closesOn: '2026-12-01' } }, null],
    // 1 December 2026 is a Tuesday.
    ['the same week', { calendar: { streak: { by: 'week' } } }, { streak: 1 }],
  ])('is %s', (_what, given, tomorrow) => {
    const decision = checkIn(facts({ poolFree: new Map([['imported', true]]), ...given }));
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    if (tomorrow === null) expect(decision.outcome.tomorrow).toBeNull();
    else expect(decision.outcome.tomorrow).toMatchObject(tomorrow);
  });
});

describe('the day is the site’s, wherever that is', () => {
  const here = (timeZone: string): Given => ({ site: { timeZone }, calendar: { rewards: [] } });
  it.each<[string, string, string, string, number]>([
    // UTC−11 and UTC+14 at one instant: two days.
    ['Pacific/Pago_Pago', '2026-06-15T10:30:00Z', '2026-06-13', '2026-06-14', 24],
    ['Pacific/Kiritimati', '2026-06-15T10:30:00Z', '2026-06-15', '2026-06-16', 24],
    // The days of 23 and of 25 hours.
    ['Europe/Berlin', '2026-03-29T20:00:00Z', '2026-03-28', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-24', '2026-10-25', 25],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-07', '2026-03-08', 23],
    // Midnight itself is left out there.
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-23', '2026-04-24', 23],
  ])('in %s at %s after %s', (timeZone, at, before, day, hours) => {
    const decision = checkIn(facts({ ...here(timeZone), state: kept(before, 'x') }), at);
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    const { outcome } = decision;
    expect(outcome).toMatchObject({ day, streak: { count: 2 } });
    const { tomorrow, endsAt } = outcome;
    expect(tomorrow?.startsAt).toBe(endsAt);
    const same = checkIn(facts({ ...here(timeZone), state: kept(day, 'x') }), at);
    expect(same).toMatchObject({ refusal: { code: 'checked_in_already', nextAt: endsAt } });
    const start = endsAt - hours * 3_600_000;
    const early = checkIn(
      facts({ ...here(timeZone), state: kept(before, 'x') }),
      new Date(start - 1).toISOString(),
    );
    expect(early).toMatchObject({ refusal: { code: 'checked_in_already', nextAt: start } });
  });
});

describe('a new time zone', () => {
  const moved = (timeZone: string, zoneBefore: string, zoneFrom: string, state: CheckInState) => {
    const given = facts({ state });
    const document = programmeOf({ checkIns: [{ ...base, rewards: [] }], site: { timeZone } });
    const zone = { zoneBefore, zoneFrom: Date.parse(zoneFrom) };
    return { ...given, programme: compileProgramme(2, document, zone) };
  };

  it('behind the old one lets no day be credited twice', () => {
    const state = kept('2026-12-01', 'x');
    const given = moved('America/New_York', 'Asia/Ho_Chi_Minh', '2026-12-01T05:00Z', state);
    const late = checkIn(given, '2026-12-02T04:59:59Z');
    const nextAt = Date.parse('2026-12-02T05:00Z');
    expect(late).toMatchObject({ refusal: { code: 'checked_in_already', nextAt } });
    expect(checkIn(given, '2026-12-02T05:00:00Z')).toMatchObject({
      outcome: { day: '2026-12-02', streak: { count: 2 } },
    });
  });

  it('over the date line breaks no streak by the day that never was', () => {
    // Pago Pago is at 13 June when Kiritimati begins the 15th.
    const state = kept('2026-06-12', 'xx');
    const given = moved('Pacific/Kiritimati', 'Pacific/Pago_Pago', '2026-06-14T10:00Z', state);
    expect(checkIn(given, '2026-06-14T09:59:59Z')).toMatchObject({
      refusal: { code: 'checked_in_already' },
    });
    expect(checkIn(given, '2026-06-14T10:00:00Z')).toMatchObject({
      outcome: { day: '2026-06-15', streak: { count: 3 } },
    });
  });

  it('makes up no day that never was', () => {
    const state = kept('2026-06-11', 'x.x');
    const given = moved('Pacific/Kiritimati', 'Pacific/Pago_Pago', '2026-06-14T10:00Z', state);
    const at = Date.parse('2026-06-14T10:00:00Z');
    const skipped = { ...command, kind: 'make_up', day: '2026-06-14' } as const;
    expect(decideMakeUp(given, skipped, stampAt(at))).toEqual({
      kind: 'refused',
      refusal: { code: 'make_up_not_possible', detail: 'possible now: 2026-06-12' },
    });
  });
});

it.each<[string, CheckInState, CheckInState | undefined, Partial<CheckInState>]>([
  ['nothing of their own', kept('2026-12-01', 'x'), undefined, { total: 1, days: 'x' }],
  [
    'days of both',
    kept('2026-11-29', 'x.x'),
    kept('2026-11-30', 'xx'),
    { total: 3, last: '2026-12-01', days: 'xxx' },
  ],
  [
    'the longer best',
    kept('2026-12-01', 'x', { best: 9 }),
    kept('2026-12-01', 'x'),
    { best: 9, total: 1 },
  ],
  [
    'the later day of a milestone',
    kept('2026-12-01', 'x', { milestones: { 3: '2026-11-02', 5: '2026-11-05' } }),
    kept('2026-12-01', 'x', { milestones: { 3: '2026-11-03' } }),
    { milestones: { 3: '2026-11-03', 5: '2026-11-05' } },
  ],
  [
    'the later day of a milestone, whoever had it',
    kept('2026-12-01', 'x', { milestones: { 3: '2026-11-04' } }),
    kept('2026-12-01', 'x', { milestones: { 3: '2026-11-03' } }),
    { milestones: { 3: '2026-11-04' } },
  ],
])('a sign-in makes of both: %s', (_what, from, to, state) => {
  expect(mergeCheckInState(from, to)).toMatchObject(state);
});
