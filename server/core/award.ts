/**
 * Gives prizes: the one way from a prize to points, free plays, a voucher and a place in the books.
 */
import { assertNever } from '../../shared/assert-never.ts';
import type { CampaignId, GameId, PoolId, PrizeId } from '../../shared/ids.ts';
import type { Prize } from '../../shared/schema/prize.ts';
import type { GivenView } from '../../shared/schema/rewards-api.ts';
import type { WalletChange } from '../../shared/schema/shopper-api.ts';
import { never } from '../../shared/time.ts';
import type { Award, Cause, Change, EventPayload } from './decision.ts';
import type { Shopper, ShopperFacts, SupplyFacts } from './facts.ts';
import { openedParcel, type Parcel } from './parcel.ts';
import { prizeView } from './programme.ts';
import type { Purse } from './purse.ts';
import type { Ids, Stamp } from './stamp.ts';
import { endOfDayAfter, siteDayAt } from './time.ts';
import { voucherView, type Voucher } from './voucher.ts';

/** What stands in the way of giving a prize. */
export type Supply =
  | { readonly kind: 'available' }
  | { readonly kind: 'sold_out' }
  | { readonly kind: 'needs_code'; readonly poolId: PoolId };

/** What the same decision has taken already. */
interface Taken {
  readonly units: number;
  readonly codes: number;
}

const nothingTaken: Taken = { units: 0, codes: 0 };

type Supplies = SupplyFacts & Pick<ShopperFacts, 'programme'>;

export function supplyOf(facts: Supplies, prize: Prize, taken = nothingTaken): Supply {
  const empty = prize.stock !== null && (facts.stockLeft.get(prize.id) ?? 0) <= taken.units;
  if (empty) return { kind: 'sold_out' };
  if (prize.kind !== 'voucher' || facts.programme.pools.get(prize.poolId)?.kind !== 'imported') {
    return { kind: 'available' };
  }
  const claimed = facts.claimed.get(prize.poolId) ?? [];
  const code = claimed[taken.codes] ?? claimed.at(-1);
  if (code === null) return { kind: 'sold_out' };
  if (taken.codes < claimed.length) return { kind: 'available' };
  return { kind: 'needs_code', poolId: prize.poolId };
}

/** Whether the prize could be given, as far as facts go without claiming a code. */
export function inSupply(facts: Supplies, prize: Prize): boolean {
  const supply = supplyOf(facts, prize);
  if (supply.kind !== 'needs_code') return supply.kind === 'available';
  return facts.poolFree.get(supply.poolId) === true;
}

/** How many are left to show: 0 when it has run out, null when it cannot. */
export function leftOf(facts: Supplies, prize: Prize): number | null {
  if (!inSupply(facts, prize)) return 0;
  return prize.stock === null ? null : (facts.stockLeft.get(prize.id) ?? 0);
}

/** The game that gives a prize; empty ids outside of games. */
export interface GivingPlace {
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  /** Units of the prize's stock that are to be kept; none when missing. */
  readonly unitsKept?: number;
}

export const outsideGames: GivingPlace = { campaignId: '', gameId: '' };

export interface Given {
  readonly view: GivenView;
  readonly voucher: Voucher | null;
  /** Free plays of the game that gives: its caller counts them in its own stream. */
  readonly freePlays: number;
  /** A badge, for the effects to give. */
  readonly badge?: { readonly badgeId: string; readonly level: number };
  /** What an event says of it. */
  readonly payload: EventPayload;
}

/** Gives within one decision: what it took is gone for the next prize. */
export class Giver {
  readonly #facts: Supplies & Pick<ShopperFacts, 'shopper'>;
  readonly #purse: Purse;
  readonly #stamp: Stamp;
  readonly #ids: Ids;
  #changes: Change[] = [];
  readonly #vouchers: Voucher[] = [];
  readonly #units = new Map<PrizeId, number>();
  readonly #codes = new Map<PoolId, number>();

  constructor(
    facts: Supplies & Pick<ShopperFacts, 'shopper'>,
    purse: Purse,
    stamp: Stamp,
    ids: Ids,
  ) {
    this.#facts = facts;
    this.#purse = purse;
    this.#stamp = stamp;
    this.#ids = ids;
  }

  supplyOf(prizeId: PrizeId): Supply {
    const prize = this.#prize(prizeId);
    const codes = prize.kind === 'voucher' ? (this.#codes.get(prize.poolId) ?? 0) : 0;
    const taken = { units: this.#units.get(prizeId) ?? 0, codes };
    return supplyOf(this.#facts, prize, taken);
  }

  /** The prize must be in supply, its code claimed. */
  give(prizeId: PrizeId, cause: Cause, reason: string, place: GivingPlace): Given {
    const prize = this.#prize(prizeId);
    const view = { prize: prizeView(prize), voucher: null };
    const none = { view, voucher: null, freePlays: 0, payload: { prizeId, cost: prize.cost } };
    if (prize.kind === 'nothing') return none;
    const award = this.#award(prize, cause, place.unitsKept);
    switch (prize.kind) {
      case 'points':
        this.#purse.earn(prize.points, reason);
        return none;
      case 'credit':
        this.#purse.earn(prize.credit, reason, 'credit');
        return none;
      case 'free_play':
        return { ...none, freePlays: this.#freePlays(prize, place) };
      case 'freeze':
        this.#freezes(prize);
        return none;
      case 'voucher': {
        const voucher = this.#voucher(prize, award, place);
        return {
          ...none,
          voucher,
          view: { ...view, voucher: voucherView(voucher, this.#stamp.now) },
          payload: { ...none.payload, voucherId: voucher.id },
        };
      }
      case 'gift':
        this.#changes.push({ kind: 'parcel_opened', parcel: this.#parcel(prize, award) });
        return none;
      case 'badge':
        return { ...none, badge: { badgeId: prize.badgeId, level: prize.level } };
      default:
        return assertNever(prize);
    }
  }

  /** Everything given so far, apart from the points, which the purse keeps. */
  changes(): readonly Change[] {
    return this.#changes;
  }

  /** Free plays of a game that were given from outside of it, to be counted by its own play. */
  takeFreePlays(gameId: GameId): number {
    let plays = 0;
    this.#changes = this.#changes.filter((change) => {
      if (change.kind !== 'free_plays' || change.grant.gameId !== gameId) return true;
      plays += change.grant.plays;
      return false;
    });
    return plays;
  }

  /** How many units of a prize this decision has taken. */
  taken(prizeId: PrizeId): number {
    return this.#units.get(prizeId) ?? 0;
  }

  /** What the wallet's owner is told: the shopper as the purse left them, and the new vouchers. */
  walletChange({ walletVersion: version, points }: Shopper): WalletChange {
    const vouchers = this.#vouchers.map((each) => voucherView(each, this.#stamp.now));
    return { version, points, vouchers };
  }

  #award({ id: prizeId, cost, stock }: Prize, cause: Cause, kept = 0): Award {
    const { shopper } = this.#facts;
    const stocked = stock !== null;
    const id = this.#ids.next('a');
    const award = { id, shopperId: shopper.id, prizeId, cause, cost, stocked };
    this.#changes.push({ kind: 'award', award });
    if (stocked) {
      this.#units.set(prizeId, this.taken(prizeId) + 1);
      this.#changes.push({ kind: 'stock_taken', prizeId, ...(kept > 0 && { kept }) });
    }
    return award;
  }

  #freePlays(prize: Prize & { kind: 'free_play' }, place: GivingPlace): number {
    const gameId = prize.gameId ?? place.gameId;
    if (gameId === place.gameId) return prize.plays;
    const { programme, shopper } = this.#facts;
    const campaignId = programme.games.get(gameId)?.campaign.id;
    if (campaignId === undefined) throw new Error(`free plays of "${gameId}", which is no game`);
    const grant = { shopperId: shopper.id, gameId, campaignId, plays: prize.plays };
    this.#changes.push({ kind: 'free_plays', grant });
    return 0;
  }

  #freezes({ calendarId, freezes }: Prize & { kind: 'freeze' }): void {
    const { programme, shopper } = this.#facts;
    const { day } = siteDayAt(this.#stamp.now, programme.calendar);
    for (let at = 0; at < freezes; at += 1) {
      const freeze = { id: this.#ids.next('f'), shopperId: shopper.id, calendarId, day };
      this.#changes.push({ kind: 'freeze_got', freeze });
    }
  }

  #voucher(prize: Prize & { kind: 'voucher' }, award: Award, place: GivingPlace): Voucher {
    const { programme, shopper } = this.#facts;
    const { now } = this.#stamp;
    const { poolId, ttlDays } = prize;
    const { code, shared } = this.#code(poolId);
    const voucher: Voucher = {
      id: this.#ids.next('v'),
      awardId: award.id,
      shopperId: shopper.id,
      prizeId: prize.id,
      campaignId: place.campaignId,
      gameId: place.gameId,
      poolId,
      code,
      shared,
      label: prize.label,
      benefit: prize.benefit,
      currency: programme.site.currency,
      minimumSpend: prize.minimumSpend,
      trust: prize.trust,
      // Whoever is signed in is known: nothing is asked.
      claim: shopper.kind === 'identified' ? null : prize.claim,
      state: 'issued',
      issuedAt: now,
      expiresAt: ttlDays === null ? never : endOfDayAfter(now, ttlDays, programme.calendar),
      claimedAt: null,
      holdId: null,
      heldUntil: null,
      orderId: null,
      redeemedAt: null,
    };
    this.#vouchers.push(voucher);
    this.#changes.push({ kind: 'voucher_issued', voucher });
    return voucher;
  }

  #parcel({ id: prizeId, label }: Prize, award: Award): Parcel {
    const { id: awardId, shopperId, stocked } = award;
    const id = this.#ids.next('g');
    return openedParcel({ id, awardId, shopperId, prizeId, label, stocked }, this.#stamp.now);
  }

  #code(poolId: PoolId): { code: string; shared: boolean } {
    const pool = this.#facts.programme.pools.get(poolId);
    switch (pool?.kind) {
      case 'generated':
        return { code: pool.prefix + this.#ids.code(), shared: false };
      case 'shared':
        return { code: pool.code, shared: true };
      case 'imported': {
        const used = this.#codes.get(poolId) ?? 0;
        const code = this.#facts.claimed.get(poolId)?.[used];
        if (!code) throw new Error(`a voucher of pool ${poolId} was given without a claimed code`);
        this.#codes.set(poolId, used + 1);
        return { code, shared: false };
      }
      case undefined:
        throw new Error(`no pool ${poolId}`);
    }
  }

  #prize(prizeId: PrizeId): Prize {
    const prize = this.#facts.programme.prizes.get(prizeId);
    if (!prize) throw new Error(`the programme has no prize "${prizeId}"`);
    return prize;
  }
}
