/**
 * Tiers: which level a shopper holds by what they did in a window, and until when. Time alone
 * lowers a level, at an instant that is known when anything is counted: whoever reads the state
 * finds the right level, whether or not it was reviewed in the meantime.
 */
import type { CommandId, SiteDay } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import type { TierLevel, TierRules } from '../../shared/schema/tiers.ts';
import type { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Activity, TakenBack } from './measure.ts';
import type { Programme } from './programme.ts';
import { partFor, partOf, sumsOn, windowOn, withPart, type TierPart } from './tier-window.ts';
import { addDays, dayWindow, endOfDayAfter, siteDayAt, type SiteCalendar } from './time.ts';

export interface TierState {
  /** When the level ends if nothing more is counted, its grace included; null for never. */
  readonly endsAt: number | null;
  /** The level held, and what it took; null for none. */
  readonly level: { readonly id: string; readonly from: number } | null;
  /** Orders of before take nothing back. Epoch milliseconds. */
  readonly since: number;
  /** What was counted, in the order of time. */
  readonly parts: readonly TierPart[];
  /** The levels whose welcome gift was given. */
  readonly welcomed: readonly string[];
}

/** The item under which the state is kept. */
export const tierId = 'all';

const noTier: TierState = { endsAt: null, level: null, since: Infinity, parts: [], welcomed: [] };

/** Tiers with the calendar that their windows lie in. */
interface Tiers {
  readonly rules: TierRules;
  readonly calendar: SiteCalendar;
}

type TierFacts = Pick<ShopperFacts, 'programme' | 'progress'>;

/** Where a shopper stands: the state as time has left it, and the place of the level held. */
export interface Standing {
  readonly state: TierState;
  /** From 0, the lowest; −1 for none. */
  readonly at: number;
}

export function standingOf({ programme, progress }: TierFacts, now: number): Standing | null {
  const tiers = tiersOf(programme);
  if (!tiers) return null;
  const state = heldAt(tiers, progress.tier.get(tierId) ?? noTier, now);
  return { state, at: Math.max(placeOf(tiers, state), reachedOn(tiers, state, now)) };
}

/** The level that a shopper holds now; null for none, and where the site has no tiers. */
export function levelOf(facts: TierFacts, now: number): TierLevel | null {
  const standing = standingOf(facts, now);
  return (standing && facts.programme.document.tiers?.levels[standing.at]) ?? null;
}

/** What is for other tiers than the shopper's is refused with the ids of those that it is for. */
export function tierNeeded(tiers: readonly string[]): Refusal {
  const names = [...new Set(tiers)].map((id) => `"${id}"`).join(' or ');
  return { code: 'tier_needed', detail: `it is for the tier ${names}` };
}

/** When something that opens for everybody opens for the holder of a level. */
export function opensFor(level: TierLevel | null, opensAt: number): number {
  return opensAt - (level?.earlyAccessHours ?? 0) * 3_600_000;
}

/**
 * Counts what an order or an event brings: its points as they are earned, waiting or not, what was
 * spent, and the order. What is won, given or adjusted counts for no tier, and neither does what
 * is done with points.
 */
export function countForTiers(effects: Effects, activity: Activity): EarnedView[] {
  const { kind, points = 0, amount, commandId } = activity;
  const isOrder = kind === 'order';
  const tiers = tiersOf(effects.facts.programme);
  if (!tiers || (points === 0 && !isOrder)) return [];
  const { now } = effects.stamp;
  const { day } = siteDayAt(now, tiers.calendar);
  const added = [points, isOrder ? amount : 0, isOrder ? 1 : 0] as const;
  const name = partFor(tiers.rules, day);
  return moved(effects, tiers, commandId, (parts) => withPart(parts, name, added));
}

/** Takes back what an order counted, from the day on which it did. */
export function takeBackFromTiers(effects: Effects, activity: Activity, back: TakenBack): void {
  const tiers = tiersOf(effects.facts.programme);
  if (!tiers) return;
  const state = effects.stateOf('tier', tierId);
  if (!state || back.countedAt < state.since) return;
  const name = partOf(state.parts, back.day);
  if (name === undefined) return;
  const taken = [-(back.points ?? 0), -back.amount, back.whole ? -1 : 0] as const;
  moved(effects, tiers, activity.commandId, (parts) => withPart(parts, name, taken));
}

/** Lowers a level whose time has come, or raises it as new rules say. */
export function reviewTier(effects: Effects, commandId: CommandId): void {
  const tiers = tiersOf(effects.facts.programme);
  if (tiers) moved(effects, tiers, commandId, (parts) => parts, true);
}

/** Signing in: what both did counts together, the higher level stays, and no gift comes twice. */
export function mergeTierState(from: TierState, to: TierState | undefined): TierState {
  if (!to) return from;
  const [low, high] = took(from) < took(to) ? [from, to] : [to, from];
  const isSame = low.level?.id === high.level?.id;
  const last = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : Math.max(a, b);
  return {
    endsAt: isSame ? last(low.endsAt, high.endsAt) : high.endsAt,
    level: high.level,
    since: Math.max(from.since, to.since),
    parts: from.parts.reduce((parts, [day, ...added]) => withPart(parts, day, added), to.parts),
    welcomed: [...new Set([...to.welcomed, ...from.welcomed])],
  };
}

/** When the measure falls under the level held by time alone; null for never, or when it has. */
export function fallsAt(programme: Programme, { state, at }: Standing, now: number): number | null {
  const tiers = tiersOf(programme);
  const fall = tiers && fallOf(tiers, state, at, siteDayAt(now, tiers.calendar).day);
  return tiers && fall ? startOf(tiers, fall, now) : null;
}

function tiersOf({ document, calendar }: Programme): Tiers | null {
  return document.tiers && { rules: document.tiers, calendar };
}

function took({ level }: TierState): number {
  return level?.from ?? -1;
}

/** The state with other parts: what the level is then, what it brings, and when to look again. */
function moved(
  effects: Effects,
  tiers: Tiers,
  commandId: CommandId,
  change: (parts: readonly TierPart[]) => readonly TierPart[],
  isReview = false,
): EarnedView[] {
  const { now } = effects.stamp;
  const { day } = siteDayAt(now, tiers.calendar);
  const stored = effects.stateOf('tier', tierId) ?? noTier;
  const before = heldAt(tiers, stored, now);
  const parts = change(windowOn(tiers.rules, before.parts, day));
  const since = Math.min(stored.since, now);
  const after = settled(tiers, before, { ...before, since, parts }, now);
  const [from, to] = [placeOf(tiers, stored), placeOf(tiers, after)];
  const earned = to > from ? welcome(effects, tiers, after, [from, to], commandId) : null;
  effects.keep('tier', tierId, { ...after, welcomed: earned?.welcomed ?? after.welcomed });
  if (to < from || (to < 0 && stored.level)) {
    effects.raise('tier.lowered', { itemId: after.level?.id ?? '', amount: to + 1 });
  }
  if (isReview || after.endsAt !== stored.endsAt) {
    effects.change({
      kind: 'tier_review',
      shopperId: effects.facts.shopper.id,
      dueAt: after.endsAt,
    });
  }
  return earned ? [earned.view] : [];
}

/** Gives the welcome gifts of the levels that were passed, each once ever, as far as they last. */
function welcome(
  effects: Effects,
  { rules }: Tiers,
  { welcomed }: TierState,
  [from, to]: readonly [number, number],
  commandId: CommandId,
): { readonly view: EarnedView; readonly welcomed: readonly string[] } {
  const level = rules.levels[to];
  if (!level) throw new Error(`no tier ${to}`);
  const { id, name } = level;
  effects.raise('tier.reached', { itemId: id, amount: to + 1 });
  const passed = rules.levels.slice(from + 1, to + 1);
  const gifts = passed.flatMap((each) => {
    if (each.welcomePrizeId === undefined || welcomed.includes(each.id)) return [];
    const given = effects.giveAll([each.welcomePrizeId], { kind: 'tier', id: commandId }, each.id);
    return given.map((view) => [each.id, view] as const);
  });
  return {
    view: { kind: 'tier', id, name, level: to + 1, given: gifts.map(([, view]) => view) },
    welcomed: [...welcomed, ...gifts.map(([each]) => each)],
  };
}

/** The state as time alone has left it. */
function heldAt(tiers: Tiers, state: TierState, now: number): TierState {
  let held = state;
  while (held.endsAt !== null && held.endsAt <= now) {
    held = withLevel(tiers, held, reachedOn(tiers, held, held.endsAt), held.endsAt);
  }
  return held;
}

/** With the level that the measure reaches now, or the one held while its grace runs. */
function settled(tiers: Tiers, before: TierState, after: TierState, now: number): TierState {
  const held = placeOf(tiers, after);
  const reached = reachedOn(tiers, after, now);
  if (reached >= held) return withLevel(tiers, after, reached, now);
  const isInGrace = reachedOn(tiers, before, now) < held && before.endsAt !== null;
  const { graceDays } = tiers.rules;
  const endsAt = isInGrace
    ? before.endsAt
    : graceDays === 0
      ? now
      : endOfDayAfter(now, graceDays, tiers.calendar);
  return heldAt(tiers, { ...after, endsAt }, now);
}

function withLevel(tiers: Tiers, state: TierState, place: number, now: number): TierState {
  const { rules, calendar } = tiers;
  const level = rules.levels[place];
  if (!level) return { ...state, endsAt: null, level: null };
  const { id, from } = level;
  const fall = fallOf(tiers, state, place, siteDayAt(now, calendar).day);
  const endsAt = fall === null ? null : startOf(tiers, addDays(fall, rules.graceDays), now);
  return { ...state, endsAt, level: { id, from } };
}

/** The first day on which the measure does not reach the level; null for never, or by now. */
function fallOf({ rules }: Tiers, state: TierState, place: number, day: SiteDay): SiteDay | null {
  const from = rules.levels[place]?.from ?? 0;
  if (from === 0) return null;
  const { until } = sumsOn(rules, state.parts, day);
  return until(from);
}

/** The beginning of a day to come: later than now also where the site has moved its zone. */
function startOf({ calendar }: Tiers, day: SiteDay, now: number): number {
  const { startsAt } = dayWindow(day, calendar.timeZone);
  return Math.max(startsAt, siteDayAt(now, calendar).endsAt);
}

function reachedOn({ rules, calendar }: Tiers, { parts }: TierState, now: number): number {
  const { kept } = sumsOn(rules, parts, siteDayAt(now, calendar).day);
  return rules.levels.findLastIndex(({ from }) => from <= kept);
}

/** −1 for none, and for a level that the site no longer has. */
function placeOf({ rules }: Tiers, { level }: TierState): number {
  return level === null ? -1 : rules.levels.findIndex(({ id }) => id === level.id);
}
