/**
 * Gives a prize: the one way from a prize to points, free plays, a voucher and a place in the
 * books.
 */
import type { CampaignId, GameId, PoolId } from '../../shared/ids.ts';
import type { Prize } from '../../shared/schema/programme.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Cause, Change } from './decision.ts';
import type { Shopper, SupplyFacts } from './facts.ts';
import type { Programme } from './programme.ts';
import type { Purse } from './purse.ts';
import type { Ids, Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';
import { never } from '../../shared/time.ts';
import type { Voucher } from './voucher.ts';

/** What stands in the way of giving a prize. */
export type Supply =
  | { readonly kind: 'available' }
  | { readonly kind: 'sold_out' }
  | { readonly kind: 'needs_code'; readonly poolId: PoolId };

export function supplyOf(programme: Programme, facts: SupplyFacts, prize: Prize): Supply {
  const empty = prize.stock !== null && (facts.stockLeft.get(prize.id) ?? 0) === 0;
  if (empty) return { kind: 'sold_out' };
  if (prize.kind !== 'voucher' || programme.pools.get(prize.poolId)?.kind !== 'imported') {
    return { kind: 'available' };
  }
  const claimed = facts.claimed.get(prize.poolId);
  if (claimed === undefined) return { kind: 'needs_code', poolId: prize.poolId };
  return { kind: claimed === null ? 'sold_out' : 'available' };
}

/** Whether the prize could be given, as far as facts go without claiming a code. */
export function inSupply(programme: Programme, facts: SupplyFacts, prize: Prize): boolean {
  const supply = supplyOf(programme, facts, prize);
  if (supply.kind !== 'needs_code') return supply.kind === 'available';
  return facts.poolFree.get(supply.poolId) === true;
}

export interface AwardInput {
  readonly programme: Programme;
  readonly supply: SupplyFacts;
  readonly prize: Prize;
  readonly shopper: Shopper;
  readonly purse: Purse;
  readonly cause: Cause;
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly reason: string;
}

/** What was given. `freePlays` go to the game that the caller plays. */
export interface Given {
  readonly changes: readonly Change[];
  readonly voucher: Voucher | null;
  readonly freePlays: number;
}

/** The prize must be in supply, its code claimed. */
export function giveAward(input: AwardInput, stamp: Stamp, ids: Ids): Given {
  const { prize, shopper, cause, purse } = input;
  if (prize.kind === 'nothing') return { changes: [], voucher: null, freePlays: 0 };
  const awardId = ids.next('a');
  const { id: prizeId, cost } = prize;
  const stocked = prize.stock !== null;
  const award = { id: awardId, shopperId: shopper.id, prizeId, cause, cost, stocked };
  const changes: Change[] = [{ kind: 'award', award }];
  if (stocked) changes.push({ kind: 'stock_taken', prizeId });
  switch (prize.kind) {
    case 'points':
      purse.earn(prize.points, input.reason);
      return { changes, voucher: null, freePlays: 0 };
    case 'free_play':
      return { changes, voucher: null, freePlays: prize.plays };
    case 'voucher': {
      const voucher = newVoucher(input, prize, awardId, stamp, ids);
      changes.push({ kind: 'voucher_issued', voucher });
      return { changes, voucher, freePlays: 0 };
    }
    default:
      return assertNever(prize);
  }
}

function newVoucher(
  input: AwardInput,
  prize: Prize & { kind: 'voucher' },
  awardId: string,
  stamp: Stamp,
  ids: Ids,
): Voucher {
  const { programme, shopper, campaignId, gameId } = input;
  const { code, shared } = codeFor(input, prize.poolId, ids);
  return {
    id: ids.next('v'),
    awardId,
    shopperId: shopper.id,
    prizeId: prize.id,
    campaignId,
    gameId,
    poolId: prize.poolId,
    code,
    shared,
    label: prize.label,
    benefit: prize.benefit,
    currency: programme.site.currency,
    minimumSpend: prize.minimumSpend,
    trust: prize.trust,
    state: 'issued',
    issuedAt: stamp.now,
    expiresAt:
      prize.ttlDays === null ? never : endOfDayAfter(stamp.now, prize.ttlDays, programme.calendar),
    claimedAt: null,
    holdId: null,
    heldUntil: null,
    orderId: null,
    redeemedAt: null,
  };
}

function codeFor(input: AwardInput, poolId: PoolId, ids: Ids): { code: string; shared: boolean } {
  const pool = input.programme.pools.get(poolId);
  switch (pool?.kind) {
    case 'generated':
      return { code: pool.prefix + ids.code(), shared: false };
    case 'shared':
      return { code: pool.code, shared: true };
    case 'imported': {
      const code = input.supply.claimed.get(poolId);
      if (!code) throw new Error(`a voucher of pool ${poolId} was given without a claimed code`);
      return { code, shared: false };
    }
    case undefined:
      throw new Error(`no pool ${poolId}`);
  }
}
