/** Badges: which levels a shopper has reached, was given, or had revoked. */
import type { CommandId, SiteDay } from '../../shared/ids.ts';
import type { Badge } from '../../shared/schema/badge.ts';
import type { BadgeView, EarnedView } from '../../shared/schema/rewards-api.ts';
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
import { prizeViews } from './programme.ts';
import { siteDayAt } from './time.ts';

export interface BadgeState {
  readonly tally: Tally;
  /** What of the tally stood for a badge that was revoked: it makes no level again. */
  readonly spent: number;
  /** From 1; 0 for none. */
  readonly level: number;
  /** The highest level whose prizes were given: they are given once. */
  readonly prized: number;
  /** Orders from this instant on count. Epoch milliseconds; 0 where no order counts. */
  readonly since: number;
  readonly revoked?: { readonly at: number; readonly reason: string };
}

/** All badges that count for a shopper: one row, as with missions; a plain count is a number. */
export interface BadgeBook {
  readonly items: readonly (readonly [string, BadgeState | number])[];
}

/** The item under which the book is kept. */
export const badgeBookId = 'all';

export const noBadge: BadgeState = { tally: 0, spent: 0, level: 0, prized: 0, since: 0 };

interface Reached {
  readonly badge: Badge;
  readonly from: number;
  readonly level: number;
}

/** Counts the activity for every badge that has a level left, and gives what is reached by it. */
export function countForBadges(
  effects: Effects,
  badges: readonly Badge[],
  activity: Activity,
): EarnedView[] {
  if (badges.length === 0) return [];
  const { books, facts, stamp } = effects;
  const { day } = siteDayAt(stamp.now, facts.programme.calendar);
  const states = books.badges();
  const reached: Reached[] = [];
  for (const badge of badges) {
    const { id, measure, levels } = badge;
    const before = states.get(id);
    if (!measure || (before?.level ?? 0) >= levels.length) continue;
    const tally = withActivity(before?.tally, measure, activity, day);
    if (tally === null) continue;
    const starts = measure.activity === 'order' ? stamp.now : 0;
    const state = { ...(before ?? { ...noBadge, since: starts }), tally };
    const level = Math.max(state.level, levelAt(badge, tallied(tally) - state.spent));
    const rises = level > state.level;
    // A level that was given as a prize, or earned before it was revoked, brings no prizes again.
    if (rises) reached.push({ badge, from: Math.max(state.prized, state.level), level });
    const prized = rises ? Math.max(state.prized, level) : state.prized;
    books.setBadge(id, { ...state, level, prized });
  }
  return reached.map((each) => reward(effects, each, activity.commandId));
}

/** Undoes what an order counted. A level that is reached stays. */
export function takeBackFromBadges(
  effects: Effects,
  badges: readonly Badge[],
  activity: Activity,
  back: TakenBack,
): void {
  if (badges.length === 0) return;
  const { books } = effects;
  const states = books.badges();
  for (const { id, measure, levels } of badges) {
    const state = states.get(id);
    if (!state || !measure || state.level >= levels.length) continue;
    if (back.countedAt < state.since) continue;
    const tally = withoutActivity(state.tally, measure, activity, back);
    if (tally === null) continue;
    books.setBadge(id, { ...state, tally });
  }
}

/** The state with what was only noted: no level was reached by it. */
export function withNotedBadge(
  { measure, levels }: Badge,
  state: BadgeState,
  activity: Told,
  times: number,
): BadgeState {
  if (!measure || state.level >= levels.length) return state;
  const tally = withTimes(state.tally, measure, activity, times);
  return tally === state.tally ? state : { ...state, tally };
}

/** How often an activity may come before it does more than move a number. */
export function roomInBadge(
  { measure, levels }: Badge,
  { level, tally, spent }: BadgeState,
  activity: Told,
  day: SiteDay,
): Room {
  const next = levels[level];
  if (!measure || !next) return { moves: false, left: Infinity };
  return roomBelow(next.at + spent, tally, measure, activity, day);
}

/** A badge that is a prize itself: the levels below come with it, their prizes do not. */
export function giveBadge(effects: Effects, given: { badgeId: string; level: number }): void {
  const { badgeId, level } = given;
  const state = effects.books.badges().get(badgeId) ?? noBadge;
  if (state.level >= level) return;
  effects.books.setBadge(badgeId, { ...state, level });
  effects.raise('badge.earned', { itemId: badgeId, amount: level });
}

/** What the shopper is shown: nothing of a hidden badge that they do not have. */
export function badgeViews({ programme, progress }: ShopperFacts): BadgeView[] {
  const states = badgesIn(progress.badge.get(badgeBookId));
  return programme.document.badges.flatMap((badge) => {
    const { id, name, description, measure, levels } = badge;
    const { level, tally, spent } = states.get(id) ?? noBadge;
    if (badge.hidden && level === 0) return [];
    const next = measure ? (levels[level]?.at ?? null) : null;
    const counted = Math.max(0, tallied(tally) - spent);
    return [
      {
        id,
        name,
        description,
        level,
        levels: levels.map((each) => ({
          at: each.at,
          name: each.name,
          prizes: prizeViews(programme, each.prizeIds),
        })),
        current: next === null ? null : Math.min(counted, next),
        target: next,
        ...(measure ? moneyMark(measure) : {}),
      },
    ];
  });
}

/** Signing in: what both did counts together, and the higher level stays. */
export function mergeBadgeBooks(from: BadgeBook, to: BadgeBook | undefined): BadgeBook {
  const states = badgesIn(to);
  for (const [id, state] of badgesIn(from)) {
    const other = states.get(id);
    states.set(id, other ? mergedState(state, other) : state);
  }
  return { items: [...states] };
}

function mergedState(from: BadgeState, to: BadgeState): BadgeState {
  const revoked = to.revoked ?? from.revoked;
  return {
    tally: tallyOfBoth(from.tally, to.tally),
    spent: from.spent + to.spent,
    level: Math.max(from.level, to.level),
    prized: Math.max(from.prized, to.prized),
    since: Math.max(from.since, to.since),
    ...(revoked ? { revoked } : {}),
  };
}

function reward(effects: Effects, { badge, from, level }: Reached, id: CommandId): EarnedView {
  const prizeIds = badge.levels.slice(from, level).flatMap((each) => each.prizeIds);
  effects.raise('badge.earned', { itemId: badge.id, amount: level });
  const given = effects.giveAll(prizeIds, { kind: 'badge', id }, badge.id);
  return { kind: 'badge', id: badge.id, name: badge.name, level, given };
}

function levelAt({ levels }: Badge, counted: number): number {
  return levels.filter(({ at }) => at <= counted).length;
}

export function badgesIn(book: BadgeBook | undefined): Map<string, BadgeState> {
  const states = new Map<string, BadgeState>();
  for (const [id, state] of book?.items ?? []) {
    states.set(id, typeof state === 'number' ? { ...noBadge, tally: state } : state);
  }
  return states;
}

export function badgeBookOf(states: ReadonlyMap<string, BadgeState>): BadgeBook {
  const items = [...states].map(([id, state]) => {
    const { tally, spent, level, prized, since, revoked } = state;
    const isPlain = spent === 0 && level === 0 && prized === 0 && since === 0 && !revoked;
    return [id, isPlain && typeof tally === 'number' ? tally : state] as const;
  });
  return { items };
}
