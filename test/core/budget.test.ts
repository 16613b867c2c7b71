/** Budgets: what a play adds to which row, within which bounds, and whom it alarms. */
import { describe, expect, it } from 'vitest';
import { chargesOf } from '../../server/core/budget.ts';
import { playFacts, stampAt, streamWith } from '../helper/facts.ts';
import type { ProgrammeParts } from '../helper/programme.ts';

type Budget = NonNullable<NonNullable<ProgrammeParts['campaign']>['budget']>;

const gift = { id: 'gift', kind: 'points', label: 'Gift', points: 1, cost: 100 } as const;
const cheap = { ...gift, id: 'cheap', cost: 2 } as const;

/** A play that gives a prize of `cost`, when `spent` was spent by all and `own` by the shopper. */
function play(budget: Budget, cost: number, { spent = 0, own = 0 } = {}) {
  const slots = ['gift', 'cheap', 'nothing'].map((prizeId) => ({ prizeId, weight: 1 }));
  const facts = playFacts(
    { prizes: [gift, cheap], game: { slots }, campaign: { budget } },
    {
      spent: new Map([['campaign always', spent]]),
      streams: [streamWith({ costCampaign: own })],
    },
  );
  const playable = facts.programme.games.get('wheel');
  if (!playable) throw new Error('no wheel');
  return chargesOf(facts, playable, cost, stampAt());
}

describe('of the campaign’s budget', () => {
  it.each<[string, number, number, number, number[]]>([
    ['nothing just before the half, rounded up', 1_001, 0, 500, []],
    ['50 % at the half, rounded up', 1_001, 0, 501, [50]],
    ['nothing just before four fifths, rounded up', 1_001, 501, 800, []],
    ['80 % at four fifths, rounded up', 1_001, 501, 801, [80]],
    ['nothing while the cheapest prize fits', 1_000, 900, 998, []],
    ['100 % when it fits no more', 1_000, 900, 999, [100]],
    ['100 % at the very end', 1_000, 900, 1_000, [100]],
  ])('it alarms with %s', (_what, total, spent, after, percents) => {
    const { alarms } = play({ total }, after - spent, { spent });
    expect(alarms).toEqual(
      percents.map((percent) => ({ scope: 'campaign', percent, spent: after })),
    );
  });

  it.each<[string, number, number, number, number]>([
    ['between the marks that it stays between', 600, 100, 500, 699],
    ['between the marks that it goes from and to', 450, 100, 400, 499],
    ['up to what is left', 990, 10, 989, 990],
  ])('it is charged %s', (_what, spent, cost, spentMin, spentMax) => {
    const { charges } = play({ total: 1_000 }, cost, { spent });
    expect(charges).toContainEqual({ row: 'campaign always', cost, spentMin, spentMax });
  });
});

describe('of a shopper’s own budget', () => {
  it.each<[string, number, number, number[]]>([
    ['nothing below the half', 0, 499, []],
    ['50 % at the half', 450, 550, [50]],
    ['50 % and 80 % passed at once', 0, 850, [50, 80]],
    ['nothing when it was passed before', 550, 650, []],
    ['100 % when the cheapest prize fits no more', 900, 999, [100]],
  ])('it alarms with %s', (_what, own, after, percents) => {
    const { alarms } = play({ perShopper: 1_000 }, after - own, { own });
    expect(alarms).toEqual(
      percents.map((percent) => ({ scope: 'shopper', percent, spent: after })),
    );
  });

  it('no row is charged for it but those of all', () => {
    const { charges } = play({ perShopper: 1_000 }, 100);
    expect(charges.map(({ row }) => row).toSorted()).toEqual([
      'campaign always',
      'day always 2026-12-01',
    ]);
  });
});

it('a prize that costs nothing charges and alarms nobody', () => {
  expect(play({ total: 1_000, perShopper: 1 }, 0)).toEqual({ charges: [], alarms: [] });
});
