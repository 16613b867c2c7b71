/**
 * What a shopper does is counted here, once, for all that listens: a command that makes an activity
 * names its kind in its plan, so that what listeners need is loaded, and calls `countActivity`.
 */
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import { countForBadges, takeBackFromBadges } from './badge.ts';
import type { Effects } from './effects.ts';
import { scoreOnBoards, takeBackFromBoards } from './leaderboard.ts';
import type { Activity, TakenBack } from './measure.ts';
import { countForMissions, takeBackFromMissions } from './mission.ts';
import type { Listeners } from './programme.ts';
import { askSurveys } from './survey.ts';

/** What counts activities, and takes back what orders counted. */
interface Counter {
  count(effects: Effects, listeners: Listeners, activity: Activity): EarnedView[];
  takeBack(effects: Effects, listeners: Listeners, activity: Activity, back: TakenBack): void;
}

const counters: readonly Counter[] = [
  {
    count: (effects, { missions }, activity) => countForMissions(effects, missions, activity),
    takeBack: (effects, { missions }, activity, back) =>
      takeBackFromMissions(effects, missions, activity, back),
  },
  {
    count(effects, { surveys }, activity) {
      if (surveys.length > 0) askSurveys(effects, surveys, activity);
      return [];
    },
    // A question that was asked may still be answered.
    takeBack: () => undefined,
  },
  {
    count: (effects, { badges }, activity) => countForBadges(effects, badges, activity),
    takeBack: (effects, { badges }, activity, back) =>
      takeBackFromBadges(effects, badges, activity, back),
  },
  {
    count(effects, { boards }, activity) {
      scoreOnBoards(effects, boards, activity);
      return [];
    },
    takeBack: (effects, { boards }, activity, back) =>
      takeBackFromBoards(effects, boards, activity, back),
  },
];

/** Answers what came along by it. Nothing is loaded or written where nothing listens. */
export function countActivity(effects: Effects, activity: Activity): EarnedView[] {
  const listeners = effects.facts.programme.listeners.get(activity.kind);
  if (!listeners) return [];
  return counters.flatMap((counter) => counter.count(effects, listeners, activity));
}

/**
 * An order is cancelled or refunded. What it counted is taken back where nothing was given for it:
 * steps, missions and levels that are reached stay.
 */
export function takeBackActivity(effects: Effects, activity: Activity, back: TakenBack): void {
  const listeners = effects.facts.programme.listeners.get(activity.kind);
  if (!listeners) return;
  for (const counter of counters) counter.takeBack(effects, listeners, activity, back);
}
