import { expect, test } from 'vitest';
import { stageOf } from '../../../admin/figures/stage.ts';
import { onePlay, overviewReply } from '../overview-reply.ts';

const shown = { step: 'shown', shoppers: { value: 3, before: 0 } } as const;
const { totals } = overviewReply();

test('nobody has ever played: the first steps, with how many have seen a game', () => {
  expect(stageOf(overviewReply())).toEqual({ kind: 'first_run', seen: 0 });
  expect(stageOf(overviewReply({ funnel: [shown] }))).toEqual({ kind: 'first_run', seen: 3 });
});

test('an old play and a quiet week: an empty period', () => {
  expect(stageOf(overviewReply({ latestPlays: [onePlay] })).kind).toBe('empty_period');
});

test('whatever is not zero is worth showing', () => {
  const plays = { value: 1, before: 0 };
  expect(stageOf(overviewReply({ totals: { ...totals, plays } })).kind).toBe('figures');
  const seen = overviewReply({ funnel: [shown], latestPlays: [onePlay] });
  expect(stageOf(seen).kind).toBe('figures');
});
