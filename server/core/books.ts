/**
 * A shopper's books, of missions and of badges, and the backlog beside them. Most activities only
 * move numbers that nobody waits for: they are noted in the backlog, which is small, and the books
 * stay closed. Opening the books enters what was noted; closing them says what may be noted next.
 */
import type { ActivityKind } from '../../shared/activity.ts';
import { limits } from '../../shared/limits.ts';
import { bookKinds } from '../../shared/progress.ts';
import {
  badgeBookId,
  badgeBookOf,
  badgesIn,
  noBadge,
  roomInBadge,
  withNotedBadge,
  type BadgeState,
} from './badge.ts';
import type { ShopperFacts } from './facts.ts';
import type { Activity, Room, Told } from './measure.ts';
import {
  missionBookId,
  missionBookOf,
  missionsIn,
  missionTurn,
  roomInMission,
  withNotedMission,
  type MissionState,
} from './mission.ts';
import type { Programme } from './programme.ts';
import type { ProgressFacts, ProgressStates } from './progress.ts';
import { siteDayAt } from './time.ts';

type BookKind = (typeof bookKinds)[number];

/** What was noted since the books were written, under one programme. */
export interface Backlog {
  readonly version: number;
  /** When the books were written. */
  readonly at: number;
  /** Until when a note moves nothing but numbers; null for ever. */
  readonly until: number | null;
  /** By kind: how many more may be noted, and how often each activity was. */
  readonly kinds: readonly (readonly [ActivityKind, number, readonly Noted[]])[];
}

/** Name, amount, and how often. */
type Noted = readonly [string, number, number];

type BookFacts = Pick<ShopperFacts, 'programme' | 'progress' | 'shopper'>;

export class Books {
  readonly #programme: Programme;
  readonly #progress: ProgressFacts;
  readonly #now: number;
  readonly #told: Told[] = [];
  #backlog: Backlog | null;
  #opened: Opened | null = null;
  readonly #changed = new Set<BookKind>();

  constructor({ programme, progress, shopper }: BookFacts, now: number) {
    this.#programme = programme;
    this.#progress = progress;
    this.#now = now;
    this.#backlog = shopper.backlog;
  }

  /** Whether it is enough to note the activity; else it has to be counted in the books. */
  note(activity: Activity): boolean {
    if (this.#opened) return false;
    const after =
      this.#backlog && withNote(this.#backlog, activity, this.#programme.version, this.#now);
    if (!after) return false;
    this.#backlog = after;
    return true;
  }

  /** An activity that was counted in the books; its like may be noted from now on. */
  counted({ kind, name, amount, items }: Activity): void {
    if (kind !== 'order' && items.length === 0) this.#told.push({ kind, name, amount, items });
  }

  missions(): ReadonlyMap<string, MissionState> {
    return this.#open().missions;
  }

  badges(): ReadonlyMap<string, BadgeState> {
    return this.#open().badges;
  }

  setMission(id: string, state: MissionState): void {
    this.#open().missions.set(id, state);
    this.#changed.add('mission');
  }

  setBadge(id: string, state: BadgeState): void {
    this.#open().badges.set(id, state);
    this.#changed.add('badge');
  }

  /** What is to be kept: the books that changed, and the backlog that goes on from them. */
  close(): { readonly backlog: Backlog | null; readonly kept: readonly Kept[] } {
    const opened = this.#opened;
    if (!opened || this.#changed.size === 0) return { backlog: this.#backlog, kept: [] };
    const { missions, badges } = opened;
    const told = [...opened.told, ...this.#told];
    const backlog = backlogAfter(opened, this.#programme, told, this.#now);
    // What may be noted moves the numbers that stand in either book.
    if (backlog && missions.size > 0) this.#changed.add('mission');
    if (backlog && badges.size > 0) this.#changed.add('badge');
    const states = { mission: missionBookOf(missions), badge: badgeBookOf(badges) };
    return { backlog, kept: [...this.#changed].map((of) => ({ of, state: states[of] })) };
  }

  #open(): Opened {
    if (this.#opened) return this.#opened;
    const opened = openBooks(this.#programme, this.#progress, this.#backlog);
    for (const kind of opened.changed) this.#changed.add(kind);
    this.#opened = opened;
    return opened;
  }
}

interface Kept {
  readonly of: BookKind;
  readonly state: ProgressStates[BookKind];
}

interface Opened {
  readonly missions: Map<string, MissionState>;
  readonly badges: Map<string, BadgeState>;
  /** What was noted, and may be again. */
  readonly told: readonly Told[];
  readonly changed: readonly BookKind[];
}

/** What is counted, with both books as they would stand if nothing had ever been only noted. */
export function settledBooks({ programme, progress, shopper }: BookFacts): ProgressFacts {
  const { missions, badges } = openBooks(programme, progress, shopper.backlog);
  return {
    ...progress,
    mission: new Map([[missionBookId, missionBookOf(missions)]]),
    badge: new Map([[badgeBookId, badgeBookOf(badges)]]),
  };
}

/** What is counted for two who become one. Their books join; what was noted is entered before. */
export function booksToMerge(
  from: BookFacts,
  to: BookFacts,
): { readonly from: ProgressFacts; readonly to: ProgressFacts; readonly backlog: Backlog | null } {
  const { backlog } = to.shopper;
  const joins = bookKinds.some((kind) => from.progress[kind].size > 0);
  if (!joins || (from.shopper.backlog === null && backlog === null)) {
    return { from: from.progress, to: to.progress, backlog };
  }
  return { from: settledBooks(from), to: settledBooks(to), backlog: null };
}

function openBooks(programme: Programme, progress: ProgressFacts, backlog: Backlog | null): Opened {
  const missions = missionsIn(progress.mission.get(missionBookId));
  const badges = badgesIn(progress.badge.get(badgeBookId));
  const { at = 0, kinds = [] } = backlog ?? {};
  const told: Told[] = [];
  for (const [kind, , notes] of kinds) {
    const listeners = programme.listeners.get(kind);
    for (const [name, amount, times] of notes) {
      const activity = { kind, name, amount, items: [] };
      told.push(activity);
      if (times === 0) continue;
      // What is not in the books came with a change of the programme: it was not there to count.
      for (const playable of listeners?.missions ?? []) {
        const { id } = playable.mission;
        const state = missions.get(id);
        if (state) missions.set(id, withNotedMission(playable, state, { activity, times, at }));
      }
      for (const badge of listeners?.badges ?? []) {
        const state = badges.get(badge.id);
        if (state) badges.set(badge.id, withNotedBadge(badge, state, activity, times));
      }
    }
  }
  const isNoted = kinds.some(([, , notes]) => notes.some(([, , times]) => times > 0));
  return { missions, badges, told, changed: isNoted ? bookKinds : [] };
}

/** Whether the activities would only be noted, and the books stay closed. */
export function isOnlyNoted(
  { programme, backlog }: { readonly programme: Programme; readonly backlog: Backlog | null },
  activities: readonly Told[],
  now: number,
): boolean {
  const { version } = programme;
  return backlog !== null && activities.every((each) => withNote(backlog, each, version, now));
}

/** The backlog with one note more; null when the note could move more than numbers. */
function withNote(
  backlog: Backlog,
  { kind, name, amount, items }: Told,
  version: number,
  now: number,
): Backlog | null {
  if (backlog.version !== version || items.length > 0) return null;
  if (now < backlog.at || (backlog.until !== null && now >= backlog.until)) return null;
  const [, room = 0, notes = []] = backlog.kinds.find(([each]) => each === kind) ?? [];
  const isSame = (each: Noted): boolean => each[0] === name && each[1] === amount;
  if (room === 0 || !notes.some(isSame)) return null;
  const after = notes.map((each) => (isSame(each) ? ([name, amount, each[2] + 1] as const) : each));
  const kinds = backlog.kinds.map((each) =>
    each[0] === kind ? ([kind, room - 1, after] as const) : each,
  );
  return { ...backlog, kinds };
}

/**
 * What may be noted from here on: activities that move numbers, and nothing else, for a while. The
 * numbers that they move stand in the books, if only as 0.
 */
function backlogAfter(
  books: Opened,
  programme: Programme,
  told: readonly Told[],
  now: number,
): Backlog | null {
  const kinds = new Map<ActivityKind, [ActivityKind, number, Noted[]]>();
  // Who plays may win next.
  const wins = told.filter(({ kind }) => kind === 'play');
  const next = [...told, ...wins.map((each) => ({ ...each, kind: 'win' }) as const)];
  for (const activity of next.toReversed()) {
    const { kind, name, amount } = activity;
    const known = kinds.get(kind) ?? [kind, limits.notedMax, []];
    const isKnown = known[2].some((each) => each[0] === name && each[1] === amount);
    if (isKnown || known[2].length >= limits.notedNamesMax) continue;
    const left = roomFor(books, programme, activity, now);
    if (left <= 0) continue;
    kinds.set(kind, [kind, Math.min(known[1], left), [...known[2], [name, amount, 0]]]);
  }
  if (kinds.size === 0) return null;
  const until = untilOf(programme, [...kinds.keys()], now);
  return { version: programme.version, at: now, until, kinds: [...kinds.values()] };
}

/** How often the activity may be noted; 0 when it moves nothing, or more than numbers. */
function roomFor(
  { missions, badges }: Opened,
  programme: Programme,
  activity: Told,
  now: number,
): number {
  const listeners = programme.listeners.get(activity.kind);
  const { day } = siteDayAt(now, programme.calendar);
  const ofMissions = (listeners?.missions ?? []).map((playable) => {
    const { id } = playable.mission;
    return { id, ...roomInMission(playable, missions.get(id), activity, { programme, now, day }) };
  });
  const ofBadges = (listeners?.badges ?? []).map((badge) => {
    const state = badges.get(badge.id) ?? noBadge;
    return { id: badge.id, state, ...roomInBadge(badge, state, activity, day) };
  });
  const left = Math.min(limits.notedMax, ...[...ofMissions, ...ofBadges].map((room) => room.left));
  const [movedMissions, movedBadges] = [ofMissions.filter(isMoved), ofBadges.filter(isMoved)];
  if (left <= 0 || movedMissions.length + movedBadges.length === 0) return 0;
  for (const { id, state } of movedMissions) missions.set(id, state);
  for (const { id, state } of movedBadges) badges.set(id, state);
  return left;
}

function isMoved({ moves }: Room): boolean {
  return moves;
}

/** The next instant at which a mission begins, ends or starts anew, or a new day counts. */
function untilOf(programme: Programme, kinds: readonly ActivityKind[], now: number): number | null {
  const heard = kinds.flatMap((kind) => programme.listeners.get(kind) ?? []);
  const { endsAt: tomorrow } = siteDayAt(now, programme.calendar);
  const turns = heard.flatMap(({ missions, badges }) => [
    ...missions.map((playable) => missionTurn(playable, programme, now)),
    ...badges.map(({ measure }) => (measure?.count === 'days' ? tomorrow : Infinity)),
  ]);
  const until = Math.min(Infinity, ...turns);
  return until === Infinity ? null : until;
}
