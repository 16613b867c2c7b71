/** The reward shop: who may buy what, and what a purchase changes. */
import { describe, expect, it } from 'vitest';
import type { ShopperFacts } from '../../server/core/facts.ts';
import { decideBuyReward, mergeRewardState, rewardViews } from '../../server/core/reward-shop.ts';
import { never } from '../../shared/time.ts';
import { now, progressWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const rewardShop = [
  { id: 'tenth', prizeId: 'ten-off', price: 100, perShopper: 2 },
  { id: 'own', prizeId: 'own-code', price: 10 },
];
const tenth = { kind: 'percent', percent: 10 } as const;
const prizes = [
  { id: 'own-code', kind: 'voucher', label: 'Own', poolId: 'imported', benefit: tenth },
  { id: 'ten-off', kind: 'voucher', label: 'Ten', poolId: 'generated', benefit: tenth, stock: 5 },
] as const;

function facts(points: number, changes: Partial<ShopperFacts> = {}): ShopperFacts {
  return shopperFacts(
    { rewardShop, prizes },
    {
      shopper: shopperWith({ points }),
      lots: points > 0 ? [{ expiresAt: never, left: points }] : [],
      stockLeft: new Map([['ten-off', 1]]),
      ...changes,
    },
  );
}

function buy(given: ShopperFacts, rewardId = 'tenth') {
  const command = { kind: 'buy_reward', siteId, commandId: 'command-1', rewardId } as const;
  return decideBuyReward(given, { ...command, shopperId: 'anna' }, stampAt());
}

const boughtTwice = progressWith({ reward: new Map([['tenth', { bought: 2 }]]) });
const soldOut = new Map([['ten-off', 0]]);

describe('a purchase that could be refused for two reasons says the first', () => {
  it.each<[string, ShopperFacts, string, string]>([
    [
      'merged beats not found',
      facts(0, { shopper: shopperWith({ mergedInto: 'c_anna' }) }),
      'none',
      'shopper_merged',
    ],
    ['not found', facts(0), 'none', 'reward_not_found'],
    ['limit beats points', facts(0, { progress: boughtTwice }), 'tenth', 'reward_limit_reached'],
    ['points beat sold out', facts(99, { stockLeft: soldOut }), 'tenth', 'not_enough_points'],
    ['sold out', facts(100, { stockLeft: soldOut }), 'tenth', 'sold_out'],
  ])('%s', (_what, given, rewardId, code) => {
    expect(buy(given, rewardId)).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

it('takes the points, the unit and one of the purchases, and gives the voucher', () => {
  const decision = buy(facts(150));
  expect(decision).toMatchObject({
    kind: 'decided',
    outcome: {
      rewardId: 'tenth',
      given: [{ prize: { id: 'ten-off' }, voucher: { state: 'issued' } }],
      wallet: { points: 50, vouchers: [{ prizeId: 'ten-off' }] },
    },
  });
  const changes = decision.kind === 'decided' ? decision.changes : [];
  expect(changes).toContainEqual({ kind: 'stock_taken', prizeId: 'ten-off' });
  expect(changes).toContainEqual({
    kind: 'progress',
    progress: { shopperId: 'anna', of: 'reward', itemId: 'tenth', state: { bought: 1 } },
  });
});

it('asks for a code first, and is sold out when there is none', () => {
  expect(buy(facts(10), 'own')).toEqual({ kind: 'needs_code', poolId: 'imported' });
  const empty = facts(10, { claimed: new Map([['imported', [null]]]) });
  expect(buy(empty, 'own')).toMatchObject({ refusal: { code: 'sold_out' } });
  const found = facts(10, { claimed: new Map([['imported', ['OWN-1']]]) });
  expect(buy(found, 'own')).toMatchObject({ outcome: { given: [{ voucher: { code: 'OWN-1' } }] } });
});

it('shows why something cannot be bought, and what is left', () => {
  expect(rewardViews(facts(99, { progress: boughtTwice }), 99, now)).toMatchObject([
    { id: 'tenth', left: 1, bought: 2, refusal: { code: 'reward_limit_reached' } },
    { id: 'own', left: 0, bought: 0, refusal: { code: 'sold_out' } },
  ]);
});

it('adds up what both had bought when they sign in', () => {
  expect(mergeRewardState({ bought: 1 }, { bought: 2 })).toEqual({ bought: 3 });
  expect(mergeRewardState({ bought: 1 }, undefined)).toEqual({ bought: 1 });
});
