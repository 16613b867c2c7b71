/** What a shopper is shown of the check-in calendars: squares, streak, today and tomorrow. */
import { assertNever } from '../../shared/assert-never.ts';
import type { CheckInView, SquareView } from '../../shared/schema/check-in-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import type { PlayableCalendar } from './calendar.ts';
import {
  credited,
  daysToMakeUp,
  milestonesDue,
  placeOf,
  refusalToBuyFreeze,
  refusalToCheckIn,
  rewardsOf,
  squareOf,
  tomorrowOf,
  type CalendarPlace,
} from './check-in.ts';
import type { CheckInFacts } from './facts.ts';
import { prizeView, prizeViews } from './programme.ts';
import { isCredited, judged, markOn, streakOn, type History, type Mark } from './streak.ts';
import { dayOfNumber, numberOfDay, siteDayAt } from './time.ts';

/** Calendars that are closed for good are left out. */
export function checkInViews(facts: CheckInFacts, points: number, now: number): CheckInView[] {
  const { day } = siteDayAt(now, facts.programme.calendar);
  return [...facts.programme.checkIns.values()]
    .filter(({ calendar: { closesOn } }) => closesOn === null || day <= closesOn)
    .map((playable) => viewOf(facts, placeOf(facts, playable, now), points));
}

function viewOf(facts: CheckInFacts, at: CalendarPlace, points: number): CheckInView {
  const { playable, state, today, held, window } = at;
  const { calendar, rules } = playable;
  const { id, name, freeze, makeUp } = calendar;
  // What the next check-in will make of the days missed since the last one.
  const { history } = judged(
    at.history ?? { first: today, days: '' },
    today,
    rules,
    at.history ? held : [],
  );
  const done = isCredited(markOn(history, today));
  const { history: then } = done ? { history } : credited(at, today, 'x');
  const square = squareOf(playable, then, today);
  const { count, since } = streakOn(history, today, rules);
  const due = milestonesDue(at, then, today);
  return {
    id,
    name,
    streak: { by: rules.by, count, best: state?.best ?? 0, total: state?.total ?? 0 },
    today: {
      day: window.day,
      endsAt: window.endsAt,
      done,
      square,
      rewards: done ? [] : rewardsOf(facts, playable, square, due),
      streak: streakOn(then, today, rules).count,
      refusal: refusalToCheckIn(at),
    },
    tomorrow: tomorrowOf(facts, at, then),
    squares: squaresOf(facts, playable, { history, today, first: today - square + 1 }),
    milestones: calendar.milestones.flatMap(({ streak, prizeId }) => {
      const prize = facts.programme.prizes.get(prizeId);
      const given = state?.milestones[streak];
      const reached = given !== undefined && since !== null && numberOfDay(given) >= since;
      return prize ? [{ streak, prize: prizeView(prize), reached }] : [];
    }),
    freezes: { held: held.length, price: freeze.price, refusal: refusalToBuyFreeze(at, points) },
    makeUp: makeUp && { price: makeUp.price, days: daysToMakeUp(at).map(dayOfNumber) },
  };
}

function squaresOf(
  facts: CheckInFacts,
  playable: PlayableCalendar,
  { history, today, first }: { history: History; today: number; first: number },
): SquareView[] {
  const { length } = playable.calendar;
  const count = length === 'month' ? daysInMonthOf(first) : length;
  return Array.from({ length: count }, (_, at) => {
    const day = first + at;
    const mark = markOn(history, day);
    const state = stateOf(mark, day < today);
    const rewards =
      state === 'open' ? rewardsOf(facts, playable, at + 1, []) : promised(facts, playable, at + 1);
    return { square: at + 1, day: dayOfNumber(day), when: whenOf(day - today), state, rewards };
  });
}

/** What a square that is over stood for, run out or not. */
function promised(
  { programme }: CheckInFacts,
  { prizeOfSquare }: PlayableCalendar,
  square: number,
): PrizeView[] {
  return prizeViews(programme, [prizeOfSquare.get(square) ?? '']);
}

function whenOf(daysAhead: number): SquareView['when'] {
  if (daysAhead < 0) return 'past';
  if (daysAhead === 0) return 'today';
  return daysAhead === 1 ? 'tomorrow' : 'later';
}

function stateOf(mark: Mark, over: boolean): SquareView['state'] {
  switch (mark) {
    case 'x':
      return 'done';
    case 'm':
      return 'made_up';
    case 'f':
      return 'frozen';
    case 'g':
      return 'excused';
    case 'p':
      return 'paused';
    case '.':
      return over ? 'missed' : 'open';
    default:
      return assertNever(mark);
  }
}

/** `first` is the first day of the month. */
function daysInMonthOf(first: number): number {
  const month = dayOfNumber(first).slice(0, 7);
  const days = [31, 30, 29, 28];
  return days.find((count) => dayOfNumber(first + count - 1).startsWith(month)) ?? 28;
}
