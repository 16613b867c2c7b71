/** Leaderboards: what a shopper scores, and by what name they stand there. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import type { PlayerReply } from '../../shared/schema/leaderboard.ts';
import type { BoardView } from '../../shared/schema/rewards-api.ts';
import type { SetPlayerCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { moneyMark, scoreOf, takenFromScore, type Activity, type TakenBack } from './measure.ts';
import { prizeViews, type Programme } from './programme.ts';
import { textHash, type Stamp } from './stamp.ts';
import { periodAt } from './time.ts';

/** A change of one shopper's score in one period of a board. */
export interface ScoreChange {
  readonly shopperId: ShopperId;
  readonly boardId: string;
  readonly period: string;
  /** Below 0 when an order is undone; a score never falls below 0. */
  readonly change: number;
}

/** How a shopper stands on all boards. */
export interface BoardPlayer {
  readonly shopperId: ShopperId;
  /** Null for the one that is made for them. */
  readonly alias: string | null;
  readonly hidden: boolean;
}

/** What a board counts of an order. */
export type Scored = Omit<ScoreChange, 'shopperId'>;

export function scoreOnBoards(effects: Effects, activity: Activity): void {
  const { facts, stamp } = effects;
  for (const each of scoresOf(facts.programme, activity, stamp.now)) score(effects, each);
}

export function scoresOf(
  { calendar, listeners }: Programme,
  activity: Activity,
  now: number,
): Scored[] {
  const boards = listeners.get(activity.kind)?.boards ?? [];
  return boards.flatMap(({ id: boardId, measure, period }) => {
    const change = scoreOf(measure, activity);
    return change === 0 ? [] : [{ boardId, period: periodAt(period, now, calendar).name, change }];
  });
}

/** Takes back from where it was scored, and no more than that; answers what is left. */
export function takeBackFromBoards(
  effects: Effects,
  scored: readonly Scored[],
  activity: Activity,
  back: TakenBack,
): Scored[] {
  const { leaderboards } = effects.facts.programme.document;
  return scored.flatMap((each) => {
    const board = leaderboards.find(({ id }) => id === each.boardId);
    const part = board ? takenFromScore(board.measure, activity, back) : 0;
    const taken = back.whole ? each.change : Math.min(part, each.change);
    score(effects, { ...each, change: -taken });
    return taken === each.change ? [] : [{ ...each, change: each.change - taken }];
  });
}

function score(effects: Effects, scored: Scored): void {
  if (scored.change === 0) return;
  const shopperId = effects.facts.shopper.id;
  effects.change({ kind: 'score', score: { shopperId, ...scored } });
}

export function decideSetPlayer(
  facts: ShopperFacts,
  { alias, hidden }: SetPlayerCommand,
  stamp: Stamp,
): Decision<PlayerReply> {
  const { shopper, programme } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const effects = new Effects(facts, stamp);
  effects.change({ kind: 'board_player', player: { shopperId: shopper.id, alias, hidden } });
  const shown = alias ?? madeAlias(programme.siteId, shopper.id);
  return effects.decided(() => ({ alias: shown, hidden }));
}

export function boardViews(programme: Programme, now: number): BoardView[] {
  return programme.document.leaderboards.map(({ id, name, period, measure, prizes }) => {
    const { endsAt } = periodAt(period, now, programme.calendar);
    const given = prizes.map(({ ranks: [from, to], prizeIds }) => ({
      from,
      to,
      prizes: prizeViews(programme, prizeIds),
    }));
    return { id, name, period, endsAt, ...moneyMark(measure), prizes: given };
  });
}

/**
 * A name for who chose none: the same at each look, telling nothing of who they are, in no language
 * and in a form that nobody may choose.
 */
export function madeAlias(siteId: SiteId, shopperId: ShopperId): string {
  return `#${textHash(`alias:${siteId}:${shopperId}`).slice(0, 6).toUpperCase()}`;
}
