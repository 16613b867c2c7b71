/**
 * Prizes for ranks. When a period is over, its board is closed once: who stands where is written
 * down, and what is scored or undone later changes nothing. Then each rank is paid by itself.
 */
import type { PrizeId, ShopperId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Leaderboard } from '../../shared/schema/leaderboard.ts';
import type { Base } from './command.ts';
import { decided, raised, refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { BaseFacts, ShopperFacts } from './facts.ts';
import type { BoardPlayer, ScoreChange } from './leaderboard.ts';
import type { Programme } from './programme.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { addDays, siteDayAt, weekOf } from './time.ts';

/** Where somebody stood when a board was closed, and what they get for it. */
export interface Won {
  readonly boardId: string;
  readonly period: string;
  /** From 1. */
  readonly rank: number;
  readonly shopperId: ShopperId;
  readonly score: number;
  readonly prizeIds: readonly PrizeId[];
}

/** A day or week of a leaderboard is over. */
export interface CloseBoardCommand extends Base {
  readonly kind: 'close_board';
  readonly boardId: string;
  readonly period: string;
  /** Whether ranks get something; not for a period that ended before there were prizes. */
  readonly pays: boolean;
  /** The last rank that gets something. */
  readonly ranksMax: number;
}

export interface PayRankCommand extends Base {
  readonly kind: 'pay_rank';
  readonly boardId: string;
  readonly period: string;
  readonly rank: number;
}

export interface ForgetScoresCommand extends Base {
  readonly kind: 'forget_scores';
  readonly boardId: string;
  /** The first day or week that is kept. */
  readonly before: string;
}

export type BoardCommand = CloseBoardCommand | PayRankCommand | ForgetScoresCommand;

export type BoardChange =
  | { readonly kind: 'score'; readonly score: ScoreChange }
  | { readonly kind: 'board_player'; readonly player: BoardPlayer }
  | {
      readonly kind: 'board_closed';
      readonly boardId: string;
      readonly period: string;
      readonly won: readonly Won[];
    }
  | { readonly kind: 'rank_paid'; readonly won: Won }
  /** At most `limits.scoresForgottenAtOnceMax` of them. */
  | { readonly kind: 'scores_forgotten'; readonly boardId: string; readonly before: string };

export interface CloseBoardFacts extends BaseFacts {
  /** The first is rank 1; who wishes to stand on no board is not among them. */
  readonly best: readonly { readonly shopperId: ShopperId; readonly score: number }[];
}

export interface PayRankFacts extends ShopperFacts {
  /** Null when it was paid. */
  readonly won: Won | null;
}

export function decideCloseBoard(
  { programme, best }: CloseBoardFacts,
  { boardId, period, pays }: CloseBoardCommand,
  stamp: Stamp,
): Decision<{ readonly ranks: number }> {
  const board = programme.document.leaderboards.find(({ id }) => id === boardId);
  if (!board) return refused({ code: 'board_not_found' });
  const ranked = pays ? best : [];
  const won = ranked.flatMap((each, at): Won[] => {
    const rank = at + 1;
    const prizeIds = prizesOf(board, rank);
    return prizeIds.length === 0 ? [] : [{ boardId, period, rank, ...each, prizeIds }];
  });
  const payload = { itemId: boardId, amount: won.length };
  const id = idsFrom(stamp).next('e');
  return decided({ ranks: won.length }, [
    { kind: 'board_closed', boardId, period, won },
    raised({ id, kind: 'leaderboard.closed', shopperId: null, payload }),
  ]);
}

/** Gives what is left of the prizes; a prize that the programme has no longer is left out. */
export function decidePayRank(
  facts: PayRankFacts,
  { commandId }: PayRankCommand,
  stamp: Stamp,
): Decision<{ readonly given: number }> {
  const { won, programme } = facts;
  if (!won) return refused({ code: 'gift_not_due' });
  const effects = new Effects(facts, stamp);
  effects.raise('leaderboard.won', { itemId: won.boardId, amount: won.rank });
  const known = won.prizeIds.filter((id) => programme.prizes.has(id));
  const given = effects.giveAll(known, { kind: 'leaderboard', id: commandId }, won.boardId);
  effects.change({ kind: 'rank_paid', won });
  return effects.decided(() => ({ given: given.length }));
}

export function decideForgetScores(
  _facts: BaseFacts,
  { boardId, before }: ForgetScoresCommand,
): Decision<object> {
  return decided({}, [{ kind: 'scores_forgotten', boardId, before }]);
}

/** The lowest rank that gets something; 0 when none does. */
export function lastRank({ prizes }: Pick<Leaderboard, 'prizes'>): number {
  return Math.max(0, ...prizes.map(({ ranks: [, to] }) => to));
}

/**
 * The periods to close, the oldest first: those that ended since `closed`, as far as a downtime is
 * caught up with. A board that was never closed pays from the period on that runs now.
 */
export function periodsToClose(
  { period }: Leaderboard,
  closed: string | null,
  { calendar }: Programme,
  now: number,
): { readonly period: string; readonly pays: boolean }[] {
  if (period === 'ever') return [];
  const ended = Array.from({ length: limits.periodsCaughtUpMax }, (_, at) =>
    periodBefore(period, at + 1, calendar, now),
  );
  const [last = ''] = ended;
  if (closed === null) return [{ period: last, pays: false }];
  const missed = ended.filter((each) => each > closed).toReversed();
  return missed.map((each) => ({ period: each, pays: true }));
}

/** Scores of earlier periods than this one are forgotten; null where they are kept for ever. */
export function keptSince({ period }: Leaderboard, programme: Programme, now: number) {
  if (period === 'ever') return null;
  const kept = period === 'day' ? limits.scoresKeptDays : limits.scoresKeptWeeks;
  return periodBefore(period, kept, programme.calendar, now);
}

function prizesOf({ prizes }: Leaderboard, rank: number): readonly PrizeId[] {
  const found = prizes.find(({ ranks: [from, to] }) => from <= rank && rank <= to);
  return found?.prizeIds ?? [];
}

/** The name of the day or week so many of them ago. */
function periodBefore(
  period: 'day' | 'week',
  ago: number,
  calendar: Programme['calendar'],
  now: number,
): string {
  const { day } = siteDayAt(now, calendar);
  return period === 'day' ? addDays(day, -ago) : weekOf(addDays(day, -7 * ago));
}
