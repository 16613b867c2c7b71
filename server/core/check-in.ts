/**
 * Check-ins: a shopper credits the site's day of now, or a missed one afterwards, and buys freezes.
 * The client names no day and no hour of its own: what today is, the site's calendar says.
 */
import type { SiteDay } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { CheckInReply, FreezeReply, TomorrowView } from '../../shared/schema/check-in-api.ts';
import type { GivenView } from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { countActivity } from './activity.ts';
import { inSupply } from './award.ts';
import type { PlayableCalendar } from './calendar.ts';
import type { BuyFreezeCommand, CheckInCommand, MakeUpCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { CheckInFacts } from './facts.ts';
import { prizeView } from './programme.ts';
import type { Stamp } from './stamp.ts';
import {
  creditedIn,
  isCredited,
  joined,
  judged,
  markOn,
  roundOf,
  streakOn,
  withMark,
  type History,
  type Mark,
  type UsedFreeze,
} from './streak.ts';
import { dayOfNumber, numberOfDay, siteDayAt, type DayWindow } from './time.ts';

/** The first two fields are what the audit compares with the rows, so they stay the first. */
export interface CheckInState {
  /** Days credited, ever. */
  readonly total: number;
  /** The last day credited. */
  readonly last: SiteDay;
  readonly first: SiteDay;
  /** One mark a day from `first` on: see core/streak.ts. */
  readonly days: string;
  /** The longest streak so far. */
  readonly best: number;
  /** The day on which the milestone of each length was last given. */
  readonly milestones: Readonly<Record<string, SiteDay>>;
}

export function mergeCheckInState(from: CheckInState, to: CheckInState | undefined): CheckInState {
  if (!to) return from;
  const milestones = { ...from.milestones };
  for (const [length, day] of Object.entries(to.milestones)) {
    if (day > (milestones[length] ?? '')) milestones[length] = day;
  }
  const history = joined(historyOf(from), historyOf(to));
  return stateOf(history, { best: Math.max(from.best, to.best), milestones });
}

export function decideCheckIn(
  facts: CheckInFacts,
  { calendarId, commandId }: CheckInCommand,
  stamp: Stamp,
): Decision<CheckInReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const playable = facts.programme.checkIns.get(calendarId);
  if (!playable) return refused({ code: 'calendar_not_found' });
  const at = placeOf(facts, playable, stamp.now);
  const refusal = refusalToCheckIn(at);
  if (refusal) return refused(refusal);
  return credit(facts, { at, day: at.today, how: 'checked_in', commandId, price: 0 }, stamp);
}

export function decideMakeUp(
  facts: CheckInFacts,
  { calendarId, commandId, day: named }: MakeUpCommand,
  stamp: Stamp,
): Decision<CheckInReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const playable = facts.programme.checkIns.get(calendarId);
  if (!playable) return refused({ code: 'calendar_not_found' });
  const at = placeOf(facts, playable, stamp.now);
  const closed = refusalOfDates(at);
  if (closed) return refused(closed);
  const day = numberOfDay(named);
  if (at.history && isCredited(markOn(at.history, day))) {
    return refused({ code: 'checked_in_already' });
  }
  const days = daysToMakeUp(at);
  if (!days.includes(day)) {
    const which = days.length === 0 ? 'no day' : days.map(dayOfNumber).join(', ');
    return refused({ code: 'make_up_not_possible', detail: `possible now: ${which}` });
  }
  const price = playable.calendar.makeUp?.price ?? 0;
  return credit(facts, { at, day, how: 'made_up', commandId, price }, stamp);
}

export function decideBuyFreeze(
  facts: CheckInFacts,
  { calendarId }: BuyFreezeCommand,
  stamp: Stamp,
): Decision<FreezeReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const playable = facts.programme.checkIns.get(calendarId);
  if (!playable) return refused({ code: 'calendar_not_found' });
  const at = placeOf(facts, playable, stamp.now);
  const effects = new Effects(facts, stamp);
  const refusal = refusalToBuyFreeze(at, effects.purse.points());
  if (refusal) return refused(refusal);

  // From here the purchase succeeds.
  const price = playable.calendar.freeze.price ?? 0;
  effects.purse.spend(price, 'freeze');
  const id = effects.ids.next('f');
  const { id: shopperId } = facts.shopper;
  const freeze = { id, shopperId, calendarId, day: dayOfNumber(at.today) };
  effects.change({ kind: 'freeze_got', freeze });
  effects.raise('freeze.bought', { itemId: calendarId, amount: price });
  const freezes = at.held.length + 1;
  return effects.decided((wallet) => ({ calendarId, freezes, wallet }));
}

/** Where a shopper stands in a calendar, before a command. */
export interface CalendarPlace {
  readonly playable: PlayableCalendar;
  /** Null before the first check-in. */
  readonly history: History | null;
  readonly state: CheckInState | undefined;
  readonly window: DayWindow;
  /** The number of the site's day of now. */
  readonly today: number;
  /** Freezes not used so far. */
  readonly held: readonly { readonly id: string; readonly day: number }[];
  /** When and how the next day begins and ends. */
  readonly next: DayWindow;
}

export function placeOf(
  facts: CheckInFacts,
  playable: PlayableCalendar,
  now: number,
): CalendarPlace {
  const { id } = playable.calendar;
  const { calendar } = facts.programme;
  const state = facts.progress.check_in.get(id);
  const window = siteDayAt(now, calendar);
  const held = facts.freezes
    .filter(({ calendarId }) => calendarId === id)
    .map((each) => ({ id: each.id, day: numberOfDay(each.day) }));
  return {
    playable,
    history: state ? historyOf(state) : null,
    state,
    window,
    today: numberOfDay(window.day),
    held,
    next: { ...siteDayAt(window.endsAt, calendar), startsAt: window.endsAt },
  };
}

/** Why one cannot check in now. The order is a contract. */
export function refusalToCheckIn(at: CalendarPlace): Refusal | null {
  const closed = refusalOfDates(at);
  if (closed) return closed;
  if (!at.history || !isCredited(markOn(at.history, at.today))) return null;
  const nextAt = isOpenOn(at.playable, at.next.day) ? at.next.startsAt : undefined;
  return { code: 'checked_in_already', nextAt };
}

/** Why no freeze can be bought now. The order is a contract. */
export function refusalToBuyFreeze(at: CalendarPlace, points: number): Refusal | null {
  const { closesOn, freeze } = at.playable.calendar;
  const { price, heldMax } = freeze;
  if (closesOn !== null && at.window.day > closesOn) return { code: 'calendar_not_open' };
  if (price === null) return { code: 'freeze_not_for_sale' };
  if (at.held.length >= heldMax) return { code: 'freezes_full', detail: `${heldMax} at most` };
  if (points < price) {
    return { code: 'not_enough_points', detail: `a freeze costs ${price} points` };
  }
  return null;
}

/** Missed days that may be credited now, oldest first: none before the first check-in. */
export function daysToMakeUp({ playable, history, today }: CalendarPlace): number[] {
  const { calendar, neverWas } = playable;
  if (!history || !calendar.makeUp) return [];
  const earliest = Math.max(today - calendar.makeUp.daysBackMax, history.first);
  return Array.from({ length: Math.max(0, today - earliest) }, (_, at) => earliest + at).filter(
    (day) =>
      !isCredited(markOn(history, day)) && !neverWas(day) && isOpenOn(playable, dayOfNumber(day)),
  );
}

/** The square that `day` is on, once it is credited. */
export function squareOf(
  { calendar, rules }: PlayableCalendar,
  history: History,
  day: number,
): number {
  if (calendar.length === 'month') return Number(dayOfNumber(day).slice(8));
  return day - roundOf(history, day, rules) + 1;
}

/** The milestones that a streak has reached and that were not given for it. */
export function milestonesDue(
  { playable, state }: Pick<CalendarPlace, 'playable' | 'state'>,
  history: History,
  today: number,
): PlayableCalendar['calendar']['milestones'] {
  const { count, since } = streakOn(history, today, playable.rules);
  return playable.calendar.milestones.filter(({ streak, once }) => {
    if (streak > count || since === null) return false;
    const given = state?.milestones[streak];
    return given === undefined || (!once && numberOfDay(given) < since);
  });
}

/** What the next day brings to one who has checked in today. */
export function tomorrowOf(
  facts: CheckInFacts,
  at: Pick<CalendarPlace, 'playable' | 'state' | 'today' | 'next'>,
  history: History,
): TomorrowView | null {
  const { playable, next, today } = at;
  if (!isOpenOn(playable, next.day)) return null;
  const tomorrow = numberOfDay(next.day);
  const done = withMark(history, today, 'x');
  const { history: kept } = judged(done, tomorrow, playable.rules, []);
  const then = withMark(kept, tomorrow, 'x');
  const square = squareOf(playable, then, tomorrow);
  const dueToday = milestonesDue(at, done, today);
  const due = milestonesDue(at, then, tomorrow).filter((each) => !dueToday.includes(each));
  return {
    day: next.day,
    startsAt: next.startsAt,
    endsAt: next.endsAt,
    square,
    rewards: rewardsOf(facts, playable, square, due),
    streak: streakOn(then, tomorrow, playable.rules).count,
  };
}

/** What of a square, and of milestones, is left to be given. */
export function rewardsOf(
  facts: CheckInFacts,
  { prizeOfSquare }: PlayableCalendar,
  square: number,
  milestones: readonly { readonly prizeId: string }[],
): PrizeView[] {
  const { programme } = facts;
  const ids = [prizeOfSquare.get(square), ...milestones.map(({ prizeId }) => prizeId)];
  return ids.flatMap((id) => {
    const prize = id === undefined ? undefined : programme.prizes.get(id);
    return prize && inSupply(facts, prize) ? [prizeView(prize)] : [];
  });
}

/** The history with `day` credited, and the missed days before today judged. */
export function credited(
  { playable, history, today, held }: CalendarPlace,
  day: number,
  mark: Mark,
): { history: History; used: UsedFreeze[] } {
  const known = history ?? { first: day, days: '' };
  return judged(withMark(known, day, mark), today, playable.rules, held);
}

interface Credit {
  readonly at: CalendarPlace;
  readonly day: number;
  readonly how: 'checked_in' | 'made_up';
  readonly commandId: string;
  /** In points. */
  readonly price: number;
}

function credit(
  facts: CheckInFacts,
  { at, day, how, commandId, price }: Credit,
  stamp: Stamp,
): Decision<CheckInReply> {
  const { playable, state, today } = at;
  const { calendar, rules, prizeOfSquare } = playable;
  const effects = new Effects(facts, stamp);
  if (effects.purse.points() < price) {
    return refused({ code: 'not_enough_points', detail: `it costs ${price} points` });
  }

  // From here the day is credited.
  if (price > 0) effects.purse.spend(price, 'make_up');
  const { history, used } = credited(at, day, how === 'checked_in' ? 'x' : 'm');
  const { count } = streakOn(history, today, rules);
  const square = squareOf(playable, history, day);
  const due = milestonesDue(at, history, today);
  const milestones = { ...state?.milestones };
  for (const { streak } of due) milestones[streak] = at.window.day;
  const kept = stateOf(history, { best: Math.max(state?.best ?? 0, count), milestones });
  const named = dayOfNumber(day);
  const { id: shopperId } = facts.shopper;
  const checkIn = { shopperId, calendarId: calendar.id, day: named, how };
  effects.change({ kind: 'check_in', checkIn });
  for (const each of used) {
    effects.change({ kind: 'freeze_used', freezeId: each.id, day: dayOfNumber(each.day) });
  }
  effects.keep('check_in', calendar.id, kept);
  const given: GivenView[] = [];
  for (const prizeId of [prizeOfSquare.get(square), ...due.map((each) => each.prizeId)]) {
    if (prizeId === undefined) continue;
    const one = effects.giveIfLeft(prizeId, { kind: 'check_in', id: commandId }, 'check_in');
    if (!one) continue;
    given.push(one.view);
    effects.raise('prize.granted', one.payload);
  }
  effects.raise('check_in.credited', { itemId: calendar.id, amount: count });
  // A day made up was not a visit.
  const activity = { commandId, name: calendar.id, amount: 0, items: [] };
  const earned =
    how === 'checked_in' ? countActivity(effects, { ...activity, kind: 'check_in' }) : [];
  const after = { ...at, state: kept };
  return effects.decided((wallet) => ({
    calendarId: calendar.id,
    day: named,
    square,
    given,
    streak: { by: rules.by, count, best: kept.best, total: kept.total },
    freezesUsed: used.length,
    freezes: at.held.length - used.length + freezesIn(facts, calendar.id, given),
    endsAt: at.window.endsAt,
    tomorrow: tomorrowOf(facts, after, history),
    earned,
    wallet,
  }));
}

/** Freezes for this calendar among what was given. */
function freezesIn(facts: CheckInFacts, calendarId: string, given: readonly GivenView[]): number {
  return given.reduce((sum, { prize: { id } }) => {
    const prize = facts.programme.prizes.get(id);
    return prize?.kind === 'freeze' && prize.calendarId === calendarId ? sum + prize.freezes : sum;
  }, 0);
}

function refusalOfDates({ playable, window }: CalendarPlace): Refusal | null {
  if (isOpenOn(playable, window.day)) return null;
  const { opensOn, closesOn } = playable.calendar;
  const detail = `open from ${opensOn ?? 'ever'} to ${closesOn ?? 'ever'}`;
  return { code: 'calendar_not_open', detail };
}

function isOpenOn({ calendar: { opensOn, closesOn } }: PlayableCalendar, day: SiteDay): boolean {
  return (opensOn === null || opensOn <= day) && (closesOn === null || day <= closesOn);
}

function historyOf({ first, days }: CheckInState): History {
  return { first: numberOfDay(first), days };
}

function stateOf(
  history: History,
  { best, milestones }: Pick<CheckInState, 'best' | 'milestones'>,
): CheckInState {
  const { first, days } = history;
  const last = first + Math.max(days.lastIndexOf('x'), days.lastIndexOf('m'));
  return {
    total: creditedIn(history),
    last: dayOfNumber(last),
    first: dayOfNumber(first),
    days,
    best,
    milestones,
  };
}
