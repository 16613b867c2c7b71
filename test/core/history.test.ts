/** What a line of the ledger is told as. */
import { expect, it } from 'vitest';
import { historyLine, type HistoryEntry } from '../../server/core/history.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { programmeOf } from '../helper/programme.ts';

const levels = [{ id: 'gold', name: 'Gold', from: 10 }];
const window = { kind: 'rolling', days: 30 } as const;
const programme = compileProgramme(
  1,
  programmeOf({ tiers: { measure: 'points', window, levels } }),
);

function told(entry: Partial<HistoryEntry>): unknown[] {
  const whole = { id: 't_1', at: 1, change: 5, other: 'issued', reason: '', ...entry } as const;
  const line = historyLine(programme, { command: null, outcome: null, ...whole }, 5);
  return [line.cause, line.about ?? line.note];
}

it.each<[string, Partial<HistoryEntry>, unknown[]]>([
  [
    'the gift of a tier, by its name',
    {
      command: 'report_event',
      reason: 'tier',
      outcome: { earned: [{ kind: 'tier', id: 'gold' }] },
    },
    ['tier', 'Gold'],
  ],
  [
    'the gift of a tier that is gone',
    { command: 'report_event', reason: 'tier', outcome: { earned: [{ kind: 'tier', id: 'old' }] } },
    ['tier', null],
  ],
  ['the prize of a rank', { command: 'pay_rank', reason: 'leaderboard' }, ['leaderboard', null]],
  [
    'what the shop gave, in a word that is ours, too',
    { command: 'grant_prize', reason: 'order' },
    ['given', 'order'],
  ],
  [
    'what the shop changed, in a word that is ours, too',
    { command: 'adjust_points', reason: 'won' },
    ['adjusted', 'won'],
  ],
])('tells %s', (_name, entry, expected) => {
  expect(told(entry)).toEqual(expected);
});
