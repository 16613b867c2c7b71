/** Prizes for ranks: what is written down when a day or week is over, and what each rank gets. */
import { describe, expect, it } from 'vitest';
import type { Change } from '../../server/core/decision.ts';
import {
  decideCloseBoard,
  decidePayRank,
  keptSince,
  lastRank,
  periodsToClose,
  type CloseBoardCommand,
  type PayRankFacts,
  type Won,
} from '../../server/core/leaderboard-prizes.ts';
import { limits } from '../../shared/limits.ts';
import { leaderboard, type Leaderboard } from '../../shared/schema/leaderboard.ts';
import { now, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const daily = leaderboard.parse({
  id: 'daily',
  name: 'Today',
  period: 'day',
  measure: { activity: 'play' },
  prizes: [
    { ranks: [1, 1], prizeIds: ['ten-off', 'ten-points'] },
    { ranks: [3, 4], prizeIds: ['ten-points'] },
  ],
});
const weekly: Leaderboard = { ...daily, id: 'weekly', period: 'week' };
const ever: Leaderboard = { ...daily, id: 'ever', period: 'ever', prizes: [] };
const mug = { id: 'mug', kind: 'gift', label: 'Mug', stock: 3 } as const;
const parts = { leaderboards: [daily, weekly, ever], prizes: [mug] };
const period = '2026-11-30';
const both = ['ten-off', 'ten-points'];

describe('a day that is over', () => {
  const close: CloseBoardCommand = {
    kind: 'close_board',
    siteId,
    commandId: 'system:close:daily:2026-11-30',
    boardId: 'daily',
    period,
    pays: true,
    ranksMax: 4,
  };
  type Best = readonly [shopperId: string, score: number][];
  const five: Best = [
    ['anna', 9],
    ['bert', 7],
    ['cleo', 5],
    ['dora', 4],
    ['emil', 3],
  ];

  it.each<[string, Best, Partial<CloseBoardCommand>, readonly unknown[]]>([
    [
      'gives the ranks that have prizes theirs, and the others none',
      five,
      {},
      [
        [1, 'anna', 9, both],
        [3, 'cleo', 5, ['ten-points']],
        [4, 'dora', 4, ['ten-points']],
      ],
    ],
    [
      'breaks a tie by who was there first: nobody shares a rank',
      [
        ['first', 7],
        ['second', 7],
        ['third', 7],
      ],
      {},
      [
        [1, 'first', 7, both],
        [3, 'third', 7, ['ten-points']],
      ],
    ],
    ['has fewer players than prizes', [['anna', 1]], {}, [[1, 'anna', 1, both]]],
    ['had nobody, or only who wishes to stand on no board', [], {}, []],
    ['ended before there were prizes', five, { pays: false }, []],
  ])('%s', (_what, best, changes, won) => {
    const command = { ...close, ...changes };
    const facts = shopperFacts(parts);
    const ranked = best.map(([shopperId, score]) => ({ shopperId, score }));
    const decision = decideCloseBoard({ ...facts, best: ranked }, command, stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { ranks: won.length } });
    const closed = changesOf(decision).flatMap((each) =>
      each.kind === 'board_closed' ? [each] : [],
    );
    expect(closed).toHaveLength(1);
    expect(
      closed[0]?.won.map((each) => [each.rank, each.shopperId, each.score, each.prizeIds]),
    ).toEqual(won);
  });

  it('is not closed on a board that is there no longer', () => {
    const command = { ...close, boardId: 'gone' };
    const decision = decideCloseBoard({ ...shopperFacts(parts), best: [] }, command, stampAt());
    expect(decision).toMatchObject({ refusal: { code: 'board_not_found' } });
  });
});

describe('a rank', () => {
  const won: Won = {
    boardId: 'daily',
    period,
    rank: 1,
    shopperId: 'anna',
    score: 9,
    prizeIds: both,
  };
  const paid = (facts: Partial<PayRankFacts>) =>
    decidePayRank(
      { ...shopperFacts(parts), won, ...facts },
      { kind: 'pay_rank', siteId, commandId: 'pay', boardId: 'daily', period, rank: 1 },
      stampAt(),
    );
  const customer = shopperWith({ id: 'c_anna', kind: 'identified', externalId: 'anna' });

  it.each<[string, Partial<PayRankFacts>, readonly string[]]>([
    ['of somebody anonymous', {}, ['anna ten-off', 'anna ten-points']],
    [
      'of somebody who signed in since',
      { shopper: customer },
      ['c_anna ten-off', 'c_anna ten-points'],
    ],
    [
      'whose prize ran out',
      { won: { ...won, prizeIds: ['mug', 'ten-points'] }, stockLeft: new Map([['mug', 0]]) },
      ['anna ten-points'],
    ],
    [
      'whose prize the programme has no longer',
      { won: { ...won, prizeIds: ['gone', 'ten-points'] } },
      ['anna ten-points'],
    ],
    ['whose prizes are all gone', { won: { ...won, prizeIds: ['gone'] } }, []],
  ])('%s is paid what is left', (_what, facts, given) => {
    const decision = paid(facts);
    expect(decision).toMatchObject({ kind: 'decided', outcome: { given: given.length } });
    const changes = changesOf(decision);
    const awards = changes.flatMap((each) => (each.kind === 'award' ? [each.award] : []));
    expect(awards.map(({ shopperId, prizeId }) => `${shopperId} ${prizeId}`)).toEqual(given);
    expect(awards.every(({ cause }) => cause.kind === 'leaderboard' && cause.id === 'pay')).toBe(
      true,
    );
    // Paid is paid, also where nothing was left.
    expect(changes.filter(({ kind }) => kind === 'rank_paid')).toHaveLength(1);
    const events = changes.flatMap((each) => (each.kind === 'event' ? [each.event.kind] : []));
    expect(events).toContain('leaderboard.won');
  });

  it('that was paid is not paid again', () => {
    expect(paid({ won: null })).toMatchObject({ refusal: { code: 'gift_not_due' } });
  });
});

// It is Tuesday, 1 December 2026, 10:00, in week 49.
describe('the days and weeks to close', () => {
  const { programme } = shopperFacts(parts);
  const later = (days: number): number => now + days * 86_400_000;
  it.each<[string, Leaderboard, string | null, number, readonly string[]]>([
    ['none where yesterday is closed', daily, '2026-11-30', now, []],
    ['yesterday, once it is over', daily, '2026-11-29', now, ['2026-11-30']],
    ['last week, not the one that runs', weekly, '2026-W47', now, ['2026-W48']],
    [
      'all that a downtime missed, the oldest first',
      daily,
      '2026-11-30',
      later(3),
      ['2026-12-01', '2026-12-02', '2026-12-03'],
    ],
    ['across the turn of the year', weekly, '2026-W52', later(35), ['2026-W53']],
    ['on a new board yesterday, which pays nothing', daily, null, now, ['2026-11-30 unpaid']],
    ['none of a board for all time', ever, null, now, []],
  ])('%s', (_what, board, closed, at, expected) => {
    const due = periodsToClose(board, closed, programme, at);
    expect(due.map((each) => `${each.period}${each.pays ? '' : ' unpaid'}`)).toEqual(expected);
  });

  it('are caught up with for a bounded time', () => {
    const due = periodsToClose(daily, '2026-11-30', programme, later(400));
    expect(due).toHaveLength(limits.periodsCaughtUpMax);
    expect(due.at(-1)?.period).toBe('2028-01-04');
  });

  it('ask for as many ranks as get something', () => {
    expect([lastRank(daily), lastRank(ever)]).toEqual([4, 0]);
  });

  it('keep scores for a while, those for all time for ever', () => {
    expect(keptSince(ever, programme, now)).toBeNull();
    expect(keptSince(daily, programme, now)).toBe('2026-08-31');
    expect(keptSince(weekly, programme, now)).toBe('2025-W48');
  });
});

function changesOf(decision: { kind: string; changes?: readonly Change[] }): readonly Change[] {
  return decision.changes ?? [];
}
