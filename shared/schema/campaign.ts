/** Campaigns: dated sets of games, each with its table of prizes. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import { audience } from './audience.ts';
import { budget, pacing, pacingProblems } from './control.ts';
import { gameId, instant, plainText, prizeId, slugId, text, tierIds } from './parts.ts';
import type { Pool, Prize } from './prize.ts';
import { noPrize, type Problem, type Shape } from './problems.ts';
import { terms } from './terms.ts';

const slot = z.strictObject({
  prizeId,
  weight: z.int('a whole number').min(0).max(limits.weightMax),
  /** Whom the prize is for here: for anybody else the fallback stands in for it. */
  tiers: tierIds,
});

const game = z.strictObject({
  id: gameId,
  /** How the draw is shown; the draw is the same. */
  kind: z.enum(['wheel', 'scratch', 'box']),
  /** How many boxes a mystery box shows; null for the other kinds. */
  boxes: z.int().min(2).max(limits.boxesMax).nullable().default(null),
  name: text,
  /** Points that a spin costs; 0 is free. */
  price: z.int().min(0).max(limits.pointsMax).default(0),
  /** Plays a shopper; null for no limit. `perCampaign` counts all games of the campaign. */
  limits: z
    .strictObject({
      perDay: z.int().min(1).max(10_000).nullable().default(null),
      perCampaign: z.int().min(1).max(1_000_000).nullable().default(null),
      ever: z.int().min(1).max(1_000_000).nullable().default(null),
    })
    .default({ perDay: null, perCampaign: null, ever: null }),
  slots: z.array(slot).min(limits.slotsPerTableMin).max(limits.slotsPerTableMax),
  /** The prize given in place of one that is sold out: on the table, free and unlimited. */
  fallbackPrizeId: prizeId,
  /** After so many losses in a row a play draws from the wins alone; null for never. */
  pity: z
    .strictObject({ afterLosses: z.int().min(1).max(limits.pityLossesMax) })
    .nullable()
    .default(null),
});

export const campaign = z.strictObject({
  id: slugId,
  name: plainText,
  startsAt: instant,
  endsAt: instant,
  games: z.array(game).min(1).max(limits.gamesPerCampaignMax),
  /** Whom the campaign is for; null for everybody. */
  audience: audience.nullable().default(null),
  /** Whoever has played in one campaign of a group plays in no other while that one runs. */
  exclusionGroup: slugId.nullable().default(null),
  terms: terms.nullable().default(null),
  budget: budget.nullable().default(null),
  pacing: z.array(pacing).max(limits.prizesMax).default([]),
});

export type Campaign = z.infer<typeof campaign>;
export type Game = z.infer<typeof game>;

export function campaignProblems(document: Shape, one: Campaign, at: number): Problem[] {
  const path = ['campaigns', at];
  const order: Problem[] =
    instantOf(one.endsAt) > instantOf(one.startsAt)
      ? []
      : [{ path: [...path, 'endsAt'], message: 'must be later than startsAt' }];
  const games = one.games.flatMap((each, index) =>
    gameProblems(document, each, [...path, 'games', index]),
  );
  return [...order, ...games, ...pacingProblems(document, one, path)];
}

function gameProblems({ prizes, pools }: Shape, one: Game, path: (string | number)[]): Problem[] {
  const byId = new Map(prizes.map((each) => [each.id, each]));
  const unknown = one.slots.flatMap((each, index) =>
    byId.has(each.prizeId)
      ? []
      : [{ path: [...path, 'slots', index, 'prizeId'], message: noPrize(each.prizeId) }],
  );
  const sum = one.slots.reduce((total, { weight }) => total + weight, 0);
  const weights =
    sum > 0 ? [] : [{ path: [...path, 'slots'], message: 'the weights must sum to at least 1' }];
  const boxes =
    (one.kind === 'box') === (one.boxes !== null)
      ? []
      : [{ path: [...path, 'boxes'], message: 'goes with the kind "box", and with no other' }];
  const hasWin = one.slots.some(
    ({ prizeId: id, weight }) => weight > 0 && byId.get(id)?.kind !== 'nothing',
  );
  const pity =
    one.pity === null || hasWin
      ? []
      : [{ path: [...path, 'pity'], message: 'needs a prize with a weight that is not "nothing"' }];
  const fallback = byId.get(one.fallbackPrizeId);
  return [
    ...unknown,
    ...weights,
    ...boxes,
    ...pity,
    ...fallbackProblems(pools, fallback, one, path),
  ];
}

function fallbackProblems(
  pools: readonly Pool[],
  fallback: Prize | undefined,
  one: Game,
  path: (string | number)[],
): Problem[] {
  const at = [...path, 'fallbackPrizeId'];
  if (!fallback) return [{ path: at, message: noPrize(one.fallbackPrizeId) }];
  if (!one.slots.some(({ prizeId: id }) => id === fallback.id)) {
    return [{ path: at, message: 'must be one of the prizes in slots' }];
  }
  if (fallback.kind !== 'nothing' && (fallback.cost > 0 || fallback.stock !== null)) {
    return [
      { path: at, message: 'must be "nothing", or free (cost 0) and unlimited (stock null)' },
    ];
  }
  if (fallback.kind === 'nothing' && fallback.stock !== null) {
    return [{ path: at, message: 'must be unlimited (stock null)' }];
  }
  const pool = fallback.kind === 'voucher' && pools.find(({ id }) => id === fallback.poolId);
  if (pool && pool.kind === 'imported') {
    return [{ path: at, message: 'must not come from imported codes, which can run out' }];
  }
  return [];
}
