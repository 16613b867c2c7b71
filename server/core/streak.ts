/**
 * Streaks, from the days that were credited and what the missed ones were excused by. A day that
 * was excused once stays so, whatever the rules say later; so rules can mend a streak, but not
 * break it afterwards. Days are whole numbers here, in the site's own days.
 */

/**
 * What is known of a day: credited on the day (`x`) or made up (`m`); else missed and kept by a
 * freeze (`f`), by grace (`g`) or by a pause (`p`); else missed, or not over yet (`.`).
 */
export type Mark = 'x' | 'm' | 'f' | 'g' | 'p' | '.';

export interface History {
  /** The number of the first day. */
  readonly first: number;
  /** One mark a day from the first on. */
  readonly days: string;
}

export interface StreakRules {
  readonly by: 'day' | 'week';
  /** Check-ins that a week needs to count. */
  readonly daysPerWeek: number;
  /** Days, or weeks, in a row that may be missed. */
  readonly grace: number;
  /** Squares of a round. */
  readonly roundDays: number;
  /** Whether a round ends where the streak breaks. */
  readonly startsOver: boolean;
  isPaused(day: number): boolean;
}

/** A freeze that is held. */
export interface Freeze {
  readonly id: string;
  /** The day on which it was got: it keeps the days from then on. */
  readonly day: number;
}

export interface UsedFreeze {
  readonly id: string;
  /** The missed day, or the last one of the missed week. */
  readonly day: number;
}

export interface Streak {
  /** Days, or weeks, that count. */
  readonly count: number;
  /** The day on which the first of them begins; null when there is none. */
  readonly since: number | null;
}

/** A day, or a week: the days from `from` up to `to`, which is not one of them. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly counts: boolean;
  readonly mark: Mark;
}

export function markOn({ first, days }: History, day: number): Mark {
  return markOf(days[day - first]);
}

export function isCredited(mark: Mark): boolean {
  return mark === 'x' || mark === 'm';
}

/** Days credited, ever. */
export function creditedIn({ days }: History): number {
  return days.replaceAll(/[^xm]/g, '').length;
}

/** The history with `day` marked, which may lie behind its end. */
export function withMark(history: History, day: number, mark: Mark): History {
  const { first, days } = reachingTo(history, day);
  const at = day - first;
  return { first, days: days.slice(0, at) + mark + days.slice(at + 1) };
}

/**
 * Says what keeps the streak over the missed days before today: a pause, the grace, then freezes
 * got in time. A freeze is used only where it saves the streak.
 */
export function judged(
  history: History,
  today: number,
  rules: StreakRules,
  freezes: readonly Freeze[],
): { history: History; used: UsedFreeze[] } {
  let marked = reachingTo(history, today);
  const held = freezes.toSorted((a, b) => a.day - b.day);
  const used: UsedFreeze[] = [];
  for (const gap of gapsOf(unitsOf(marked, today, rules))) {
    const missed: Unit[] = [];
    for (const unit of gap) {
      if (unit.mark !== '.') continue;
      if (daysOf(unit).some((day) => rules.isPaused(day))) marked = excuse(marked, unit, 'p');
      else missed.push(unit);
    }
    const graced = gap.filter(({ mark }) => mark === 'g').length;
    const byGrace = missed.slice(0, Math.max(0, rules.grace - graced));
    const byFreeze = missed.slice(byGrace.length);
    const taken = freezesFor(byFreeze, held);
    if (taken === null) continue;
    for (const unit of byGrace) marked = excuse(marked, unit, 'g');
    for (const [at, unit] of byFreeze.entries()) {
      marked = excuse(marked, unit, 'f');
      const freeze = taken[at];
      if (!freeze) continue;
      held.splice(held.indexOf(freeze), 1);
      used.push({ id: freeze.id, day: unit.to - 1 });
    }
  }
  return { history: marked, used };
}

/** The streak as of `today`, which breaks nothing while it is not over. */
export function streakOn(history: History, today: number, rules: StreakRules): Streak {
  let streak: Streak = { count: 0, since: null };
  for (const unit of unitsOf(history, today, rules)) {
    if (unit.counts) streak = { count: streak.count + 1, since: streak.since ?? unit.from };
    else if (breaks(unit, today)) streak = { count: 0, since: null };
  }
  return streak;
}

/** The first day of the round that `day` belongs to, once it is credited. */
export function roundOf(history: History, day: number, rules: StreakRules): number {
  let start: number | null = null;
  let broken = false;
  const until = Math.max(day, history.first + history.days.length - 1);
  for (const unit of unitsOf(history, until, rules)) {
    for (const each of daysOf(unit)) {
      if (each !== day && !isCredited(markOn(history, each))) continue;
      const over = start === null || each - start >= rules.roundDays;
      if (start === null || over || (rules.startsOver && broken)) start = each;
      broken = false;
      if (each === day) return start;
    }
    broken ||= breaks(unit, until);
  }
  throw new Error(`day ${day} lies before the history`);
}

/** What both know of each day: a day that either was credited for counts, once. */
export function joined(one: History, other: History): History {
  const first = Math.min(one.first, other.first);
  const end = Math.max(one.first + one.days.length, other.first + other.days.length);
  const days = Array.from({ length: end - first }, (_, at): Mark => {
    const marks = [markOn(one, first + at), markOn(other, first + at)];
    return marks.find(isCredited) ?? marks.find((mark) => mark !== '.') ?? '.';
  });
  return { first, days: days.join('') };
}

/** Weeks begin on Monday; day 0 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** All days, or weeks, from the first one up to the one of today. */
function unitsOf({ first, days }: History, today: number, rules: StreakRules): Unit[] {
  const end = Math.max(today + 1, first + days.length);
  const units: Unit[] = [];
  for (let from = first; from < end;) {
    const to = rules.by === 'day' ? from + 1 : Math.min(end, weekOf(from) * 7 + 4);
    const marks = Array.from({ length: to - from }, (_, at) => markOf(days[from + at - first]));
    const credited = marks.filter(isCredited).length;
    const counts = credited >= (rules.by === 'day' ? 1 : rules.daysPerWeek);
    const mark = marks.find((each) => each !== '.' && !isCredited(each)) ?? '.';
    units.push({ from, to, counts, mark });
    from = to;
  }
  return units;
}

/** Runs of what does not count, between what counts and today: what came before breaks nothing. */
function gapsOf(units: readonly Unit[]): Unit[][] {
  const gaps: Unit[][] = [];
  let gap: Unit[] | null = null;
  for (const unit of units.slice(0, -1)) {
    if (unit.counts) gap = [];
    else if (gap !== null) {
      if (gap.length === 0) gaps.push(gap);
      gap.push(unit);
    }
  }
  return gaps;
}

/** The freezes that keep all of the units, or null when they do not suffice. */
function freezesFor(units: readonly Unit[], held: readonly Freeze[]): Freeze[] | null {
  const taken = held.slice(0, units.length);
  const keeps = units.every(({ to }, at) => {
    const freeze = taken[at];
    return freeze !== undefined && freeze.day < to;
  });
  return keeps ? taken : null;
}

function breaks({ to, counts, mark }: Unit, today: number): boolean {
  return !counts && mark === '.' && to <= today;
}

function excuse(history: History, unit: Unit, mark: Mark): History {
  return daysOf(unit)
    .filter((day) => markOn(history, day) === '.')
    .reduce((marked, day) => withMark(marked, day, mark), history);
}

function daysOf({ from, to }: Unit): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function reachingTo({ first, days }: History, day: number): History {
  if (day < first) return { first: day, days: '.'.repeat(first - day) + days };
  return { first, days: days.padEnd(day - first + 1, '.') };
}

function markOf(text: string | undefined): Mark {
  switch (text) {
    case 'x':
    case 'm':
    case 'f':
    case 'g':
    case 'p':
      return text;
    default:
      return '.';
  }
}
