/** Check-in calendars: a reward for a day, more for a streak, and what a missed day does. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { points, prizeId, siteDay, slugId, text } from './parts.ts';
import type { Prize } from './prize.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const streak = z.strictObject({
  /** What a streak counts: days, or weeks from Monday to Sunday. */
  by: z.enum(['day', 'week']).default('day'),
  /** Check-ins that a week needs to count. */
  daysPerWeek: z.int().min(1).max(7).default(1),
  /** Days, or weeks, in a row that may be missed and break nothing. */
  grace: z.int().min(0).max(30).default(0),
  /** Whether a broken streak leaves the squares as they are, or begins with the first one again. */
  afterBreak: z.enum(['go_on', 'start_over']).default('go_on'),
});

export const checkInCalendar = z.strictObject({
  id: slugId,
  name: text,
  /** Squares of one round, which begins with the shopper's check-in; or the days of each month. */
  length: z.union([z.literal(7), z.literal(14), z.literal(30), z.literal('month')]),
  /** The first and the last site day on which it is open; null for no end. */
  opensOn: siteDay.nullable().default(null),
  closesOn: siteDay.nullable().default(null),
  /** What a square gives. */
  rewards: z
    .array(z.strictObject({ square: z.int().min(1).max(31), prizeId }))
    .max(31)
    .default([]),
  /** What a streak gives when it is that long: each streak anew, or `once` a shopper. */
  milestones: z
    .array(
      z.strictObject({
        streak: z.int().min(1).max(3_650),
        prizeId,
        once: z.boolean().default(false),
      }),
    )
    .max(limits.milestonesPerCalendarMax)
    .default([]),
  streak: streak.prefault({}),
  /** A freeze keeps the streak over one missed day, or week, that comes after it was got. */
  freeze: z
    .strictObject({
      /** In points; null when it cannot be bought. */
      price: points.nullable().default(null),
      /** One who has that many may not buy another. */
      heldMax: z.int().min(1).max(20).default(2),
    })
    .prefault({}),
  /** A missed day may be credited afterwards: at most so many days back, for a price in points. */
  makeUp: z
    .strictObject({
      daysBackMax: z.int().min(1).max(31),
      price: z.int().min(0).max(limits.pointsMax).default(0),
    })
    .nullable()
    .default(null),
  /** Days on which nobody's streak breaks, both ends included. */
  pauses: z
    .array(z.strictObject({ from: siteDay, to: siteDay }))
    .max(limits.pausesPerCalendarMax)
    .default([]),
});

export type CheckInCalendar = z.infer<typeof checkInCalendar>;

export function checkInProblems(
  document: Shape & { readonly checkIns: readonly CheckInCalendar[] },
): Problem[] {
  const { checkIns, prizes } = document;
  return [
    ...repeated(checkIns, ['checkIns']),
    ...prizes.flatMap((each, at) => freezeProblems(checkIns, each, at)),
    ...checkIns.flatMap((each, at) => calendarProblems(document, each, ['checkIns', at])),
  ];
}

function freezeProblems(checkIns: readonly CheckInCalendar[], prize: Prize, at: number): Problem[] {
  if (prize.kind !== 'freeze') return [];
  const { calendarId } = prize;
  if (checkIns.some(({ id }) => id === calendarId)) return [];
  const path = ['prizes', at, 'calendarId'];
  return [{ path, message: `no check-in calendar has the id "${calendarId}"` }];
}

function calendarProblems(
  document: Shape,
  calendar: CheckInCalendar,
  path: (string | number)[],
): Problem[] {
  const { length, rewards, milestones, streak: rules, opensOn, closesOn, pauses } = calendar;
  const squaresMax = length === 'month' ? 31 : length;
  const problems: Problem[] = [
    ...twice(rewards.map(({ square }) => square)).map((at) => ({
      path: [...path, 'rewards', at, 'square'],
      message: 'one reward a square',
    })),
    ...twice(milestones.map((each) => each.streak)).map((at) => ({
      path: [...path, 'milestones', at, 'streak'],
      message: 'one milestone a length',
    })),
  ];
  for (const [at, { square, prizeId: id }] of rewards.entries()) {
    problems.push(...prizeProblem(document, id, [...path, 'rewards', at, 'prizeId']));
    if (square <= squaresMax) continue;
    const message = `the calendar has ${squaresMax} squares`;
    problems.push({ path: [...path, 'rewards', at, 'square'], message });
  }
  for (const [at, { prizeId: id }] of milestones.entries()) {
    problems.push(...prizeProblem(document, id, [...path, 'milestones', at, 'prizeId']));
  }
  for (const [at, { from, to }] of pauses.entries()) {
    if (from <= to) continue;
    problems.push({ path: [...path, 'pauses', at, 'to'], message: `not before ${from}` });
  }
  if (opensOn !== null && closesOn !== null && closesOn < opensOn) {
    problems.push({ path: [...path, 'closesOn'], message: `not before ${opensOn}` });
  }
  if (length === 'month' && rules.afterBreak === 'start_over') {
    const message = 'the squares of a month are its days: "go_on"';
    problems.push({ path: [...path, 'streak', 'afterBreak'], message });
  }
  return problems;
}

/** The places of those that were there before. */
function twice(values: readonly number[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
