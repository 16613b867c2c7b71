/** Missions: what a shopper has done of them, and what they are given when one is done. */
import type { SiteDay } from '../../shared/ids.ts';
import type { EarnedView, MissionView } from '../../shared/schema/rewards-api.ts';
import type { Mission } from '../../shared/schema/mission.ts';
import type { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import {
  moneyMark,
  roomBelow,
  tallied,
  tallyOfBoth,
  withActivity,
  withoutActivity,
  withTimes,
  type Activity,
  type Room,
  type Tally,
  type TakenBack,
  type Told,
} from './measure.ts';
import { prizeViews, type PlayableMission, type Programme } from './programme.ts';
import { periodAt, siteDayAt } from './time.ts';

export interface MissionState {
  /** The day or week that it counts for; empty when it counts for ever. */
  readonly period: string;
  /** How often it was done in the period. */
  readonly done: number;
  /**
   * Orders from this instant on count for what is not done yet: an earlier one, when it is undone,
   * takes nothing away. Epoch milliseconds; 0 where no order counts.
   */
  readonly since: number;
  /** In the order of the steps. */
  readonly steps: readonly Tally[];
}

/**
 * All missions that a shopper has begun: one row, for they move together. It is read and written by
 * every play: a plain count, which most missions are, stands there as a number alone.
 */
export interface MissionBook {
  readonly items: readonly (readonly [string, MissionState | number])[];
}

/** The item under which the book is kept. */
export const missionBookId = 'all';

/** Counts the activity for every mission that is running, and gives what is won by it. */
export function countForMissions(
  effects: Effects,
  missions: readonly PlayableMission[],
  activity: Activity,
): EarnedView[] {
  if (missions.length === 0) return [];
  const { now } = effects.stamp;
  const { books } = effects;
  const states = books.missions();
  const finished: Mission[] = [];
  for (const playable of missions) {
    const { mission } = playable;
    const before = states.get(mission.id);
    if (now < playable.startsAt || now >= playable.endsAt) continue;
    const after = advanced(effects, playable, before, activity);
    if (!after) continue;
    const isDone = mission.steps.every((_, at) => isReached(mission, after, at));
    if (isDone) finished.push(mission);
    books.setMission(mission.id, isDone ? afterRound(playable, after, now) : after);
  }
  return finished.map((mission) => reward(effects, mission, activity));
}

/**
 * Undoes what an order counted for steps that are not reached yet. What is done stays done: a step,
 * a mission, and what was given for it.
 */
export function takeBackFromMissions(
  effects: Effects,
  missions: readonly PlayableMission[],
  activity: Activity,
  back: TakenBack,
): void {
  if (missions.length === 0) return;
  const { books } = effects;
  const states = books.missions();
  for (const { mission } of missions) {
    const state = states.get(mission.id);
    if (!state || back.countedAt < state.since || isUsedUp(mission, state)) continue;
    const steps = mission.steps.map(({ measure }, at): Tally => {
      const tally = state.steps[at] ?? 0;
      if (!isOpen(mission, state, at)) return tally;
      return withoutActivity(tally, measure, activity, back) ?? tally;
    });
    if (steps.every((tally, at) => tally === (state.steps[at] ?? 0))) continue;
    books.setMission(mission.id, { ...state, steps });
  }
}

/** An activity that was only noted, and how often. */
interface Notes {
  readonly activity: Told;
  readonly times: number;
  /** When the book was written: the mission ran all the while, or not at all. */
  readonly at: number;
}

/** The state with what was only noted: no step was reached by it. */
export function withNotedMission(
  { mission, startsAt, endsAt }: PlayableMission,
  state: MissionState,
  { activity, times, at: writtenAt }: Notes,
): MissionState {
  if (writtenAt < startsAt || writtenAt >= endsAt || isUsedUp(mission, state)) return state;
  const steps = mission.steps.map(({ measure }, at): Tally => {
    const tally = state.steps[at] ?? 0;
    return isOpen(mission, state, at) ? withTimes(tally, measure, activity, times) : tally;
  });
  return { ...state, steps };
}

/** How often an activity may come before it does more than move a number of that state. */
export function roomInMission(
  { mission, startsAt, endsAt, countsOrders }: PlayableMission,
  before: MissionState | undefined,
  activity: Told,
  { programme, now, day }: { programme: Programme; now: number; day: SiteDay },
): Room & { readonly state: MissionState } {
  const state = stateIn(mission, before, programme, now);
  const none = { state, moves: false, left: Infinity };
  if (now < startsAt || now >= endsAt || isUsedUp(mission, state)) return none;
  const open = mission.steps.filter((_, at) => isOpen(mission, state, at));
  if (open.length === 0) return { state, moves: true, left: 0 };
  const rooms = mission.steps.map(({ target, measure }, at): Room => {
    if (!isOpen(mission, state, at)) return none;
    return roomBelow(target, state.steps[at], measure, activity, day);
  });
  const moves = rooms.some((room) => room.moves);
  // From when on orders count must be written down.
  const isUndated = moves && countsOrders && state.since === 0;
  return { state, moves, left: isUndated ? 0 : Math.min(...rooms.map(({ left }) => left)) };
}

/** When a mission that takes no notes now may begin, or one that does may end or start anew. */
export function missionTurn(
  { mission, startsAt, endsAt }: PlayableMission,
  { calendar }: Programme,
  now: number,
): number {
  const days = mission.steps.some(({ measure }) => measure.count === 'days');
  const { endsAt: periodEndsAt } = periodAt(days ? 'day' : mission.repeat.period, now, calendar);
  const turns = [startsAt, endsAt, periodEndsAt ?? Infinity];
  return Math.min(...turns.filter((at) => at > now));
}

/** The mission's state with the activity; null when it counts nothing of it. */
function advanced(
  { facts, stamp }: Effects,
  { mission, countsOrders }: PlayableMission,
  before: MissionState | undefined,
  activity: Activity,
): MissionState | null {
  const { calendar } = facts.programme;
  const state = stateIn(mission, before, facts.programme, stamp.now);
  if (isUsedUp(mission, state)) return null;
  const { day } = siteDayAt(stamp.now, calendar);
  // A sign-in may have reached the last step: whatever comes next settles it.
  let counts = mission.steps.every((_, at) => isReached(mission, state, at));
  let reaches = false;
  const steps = mission.steps.map(({ measure }, at): Tally => {
    const tally = state.steps[at] ?? 0;
    if (!isOpen(mission, state, at)) return tally;
    const more = withActivity(tally, measure, activity, day);
    if (more === null) return tally;
    counts = true;
    reaches ||= tallied(more) >= (mission.steps[at]?.target ?? 0);
    return more;
  });
  if (!counts) return null;
  const starts = state.since === 0 ? stamp.now : state.since;
  // The next step in the order begins with the next order.
  const since = mission.inOrder && reaches ? stamp.now + 1 : starts;
  return { ...state, since: countsOrders ? since : 0, steps };
}

/** A round begins empty; after the last one the steps stay as they are, to be seen. */
function afterRound(
  { mission, countsOrders }: PlayableMission,
  state: MissionState,
  now: number,
): MissionState {
  const done = { ...state, done: state.done + 1 };
  if (isUsedUp(mission, done)) return done;
  return { ...done, steps: [], since: countsOrders ? now + 1 : 0 };
}

function reward(effects: Effects, mission: Mission, { commandId }: Activity): EarnedView {
  const { id, name, prizeIds } = mission;
  const cause = { kind: 'mission', id: commandId } as const;
  effects.raise('mission.completed', { itemId: id });
  const given = effects.giveAll(prizeIds, cause, id);
  return { kind: 'mission', id, name, given };
}

/** What the shopper is shown: every mission that is not long over. */
export function missionViews(facts: ShopperFacts, now: number): MissionView[] {
  const { programme, progress } = facts;
  const states = missionsIn(progress.mission.get(missionBookId));
  return programme.missions.map((playable): MissionView => {
    const { mission, startsAt, endsAt } = playable;
    const state = stateIn(mission, states.get(mission.id), programme, now);
    const { endsAt: periodEndsAt } = periodAt(mission.repeat.period, now, programme.calendar);
    const ends = Math.min(endsAt, periodEndsAt ?? Infinity);
    const { id, name, description, inOrder } = mission;
    return {
      id,
      name,
      description,
      inOrder,
      steps: mission.steps.map(({ label, target, measure }, at) => ({
        label,
        current: Math.min(tallied(state.steps[at]), target),
        target,
        open: now < endsAt && isOpen(mission, state, at) && !isUsedUp(mission, state),
        ...moneyMark(measure),
      })),
      prizes: prizeViews(programme, mission.prizeIds),
      startsAt: mission.startsAt === null ? null : startsAt,
      endsAt: ends === Infinity ? null : ends,
      completed: state.done,
      timesMax: mission.repeat.timesMax,
      state: standing(playable, state, now),
    };
  });
}

/** Signing in: what both did counts together, and what one has done is done. */
export function mergeMissionBooks(from: MissionBook, to: MissionBook | undefined): MissionBook {
  const states = missionsIn(to);
  for (const [id, state] of missionsIn(from)) states.set(id, mergedState(state, states.get(id)));
  return { items: [...states] };
}

function mergedState(from: MissionState, to: MissionState | undefined): MissionState {
  if (!to || from.period > to.period) return from;
  if (to.period > from.period) return to;
  const length = Math.max(from.steps.length, to.steps.length);
  return {
    period: to.period,
    done: from.done + to.done,
    since: Math.min(from.since, to.since),
    steps: Array.from({ length }, (_, at) => tallyOfBoth(from.steps[at], to.steps[at])),
  };
}

function standing(
  { mission, startsAt, endsAt }: PlayableMission,
  state: MissionState,
  now: number,
): MissionView['state'] {
  if (isUsedUp(mission, state)) return 'completed';
  if (now < startsAt) return 'upcoming';
  return now < endsAt ? 'open' : 'ended';
}

export function missionsIn(book: MissionBook | undefined): Map<string, MissionState> {
  const states = new Map<string, MissionState>();
  for (const [id, state] of book?.items ?? []) {
    const isPlain = typeof state === 'number';
    states.set(id, isPlain ? { period: '', done: 0, since: 0, steps: [state] } : state);
  }
  return states;
}

export function missionBookOf(states: ReadonlyMap<string, MissionState>): MissionBook {
  const items = [...states].map(([id, state]) => [id, plainOf(state) ?? state] as const);
  return { items };
}

/** The count of a state that is nothing else; null for any other. */
function plainOf({ period, done, since, steps }: MissionState): number | null {
  const [tally] = steps;
  const isPlain = period === '' && done === 0 && since === 0 && steps.length === 1;
  return isPlain && typeof tally === 'number' ? tally : null;
}

/**
 * The state of the period that runs. A new zone may set the calendar back: no day is run twice. A
 * week's name says nothing of days: what was counted under it is over when days are.
 */
function stateIn(
  { repeat }: Mission,
  state: MissionState | undefined,
  { calendar }: Programme,
  now: number,
): MissionState {
  const { name } = periodAt(repeat.period, now, calendar);
  const isLike = state?.period.length === name.length || name === '';
  if (state && isLike && state.period >= name) return state;
  return { period: name, done: 0, since: 0, steps: [] };
}

function isUsedUp({ repeat }: Mission, { done }: MissionState): boolean {
  return repeat.timesMax !== null && done >= repeat.timesMax;
}

function isReached({ steps }: Mission, state: MissionState, at: number): boolean {
  return tallied(state.steps[at]) >= (steps[at]?.target ?? 0);
}

/** Whether a step counts now: it is not reached, and in a given order those before it are. */
function isOpen(mission: Mission, state: MissionState, at: number): boolean {
  if (isReached(mission, state, at)) return false;
  if (!mission.inOrder) return true;
  return mission.steps.slice(0, at).every((_, before) => isReached(mission, state, before));
}
