/**
 * What a shopper does is counted here, once, for all that listens: a command that makes an activity
 * names its kind in its plan, so that what listeners need is loaded, and calls `countActivity`.
 */
import type { GameId } from '../../shared/ids.ts';
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import { countForBadges, takeBackFromBadges } from './badge.ts';
import type { Effects } from './effects.ts';
import { scoreOnBoards } from './leaderboard.ts';
import { isOnlyNoted, type Backlog } from './books.ts';
import type { Activity, TakenBack, Told } from './measure.ts';
import { countForMissions, takeBackFromMissions } from './mission.ts';
import type { Listeners, Programme } from './programme.ts';
import { askSurveys } from './survey.ts';
import { countForTiers, takeBackFromTiers } from './tier.ts';

/** Answers what came along by it. Nothing is loaded or written where nothing listens. */
export function countActivity(effects: Effects, activity: Activity): EarnedView[] {
  const listeners = effects.facts.programme.listeners.get(activity.kind);
  if (!listeners) return [];
  const { missions, surveys, badges } = listeners;
  const isNoted = hasBooks(listeners) && effects.books.note(activity);
  const earned = isNoted ? [] : countForMissions(effects, missions, activity);
  if (surveys.length > 0) askSurveys(effects, surveys, activity);
  if (!isNoted) earned.push(...countForBadges(effects, badges, activity));
  if (!isNoted && hasBooks(listeners)) effects.books.counted(activity);
  scoreOnBoards(effects, activity);
  earned.push(...countForTiers(effects, activity));
  return earned;
}

/** Whether a play in the game, if it wins or not, opens the books of a shopper with the backlog. */
export function opensBooks(
  programme: Programme,
  gameId: GameId,
  backlog: Backlog | null,
  now: number,
): boolean {
  const told = (['play', 'win'] as const).flatMap((kind) => {
    const heard = programme.listeners.get(kind);
    return heard && hasBooks(heard) ? [{ kind, ...playIn(gameId) }] : [];
  });
  return told.length > 0 && !isOnlyNoted({ programme, backlog }, told, now);
}

export function playIn(gameId: GameId): Omit<Told, 'kind'> {
  return { name: gameId, amount: 0, items: [] };
}

function hasBooks({ missions, badges }: Listeners): boolean {
  return missions.length > 0 || badges.length > 0;
}

/**
 * An order is cancelled or refunded. What it counted is taken back where nothing was given for it:
 * steps, missions and levels that are reached stay, and what was asked may still be answered. What
 * boards count of it stands on the order (`takeBackFromBoards`).
 */
export function takeBackActivity(effects: Effects, activity: Activity, back: TakenBack): void {
  const listeners = effects.facts.programme.listeners.get(activity.kind);
  if (!listeners) return;
  takeBackFromMissions(effects, listeners.missions, activity, back);
  takeBackFromBadges(effects, listeners.badges, activity, back);
  takeBackFromTiers(effects, activity, back);
}
