/** What a decision may know: rows as the store read them, under the locks of the command. */
import type {
  CampaignId,
  GameId,
  OrderId,
  PoolId,
  PrizeId,
  ShopperId,
  SiteDay,
} from '../../shared/ids.ts';
import type { OrderItem } from '../../shared/schema/storefront-api.ts';
import type { Programme } from './programme.ts';
import type { ProgressFacts } from './progress.ts';
import type { Voucher } from './voucher.ts';

/** Facts that every decision has. */
export interface BaseFacts {
  readonly programme: Programme;
  /** Goes up with each restore or failover, so that no draw is made twice. */
  readonly epoch: number;
}

export interface Shopper {
  readonly id: ShopperId;
  readonly kind: 'anonymous' | 'identified';
  readonly externalId: string | null;
  readonly mergedInto: ShopperId | null;
  /** 0 before the first command. */
  readonly walletVersion: number;
  readonly points: number;
  /** The lowest balance allowed, ≤ 0. */
  readonly pointsFloor: number;
  /** Points that the next earning pays back. */
  readonly pointsOwed: number;
  readonly createdAt: number;
}

/** A shopper's draws and counts in one game. */
export interface Stream {
  readonly gameId: GameId;
  readonly campaignId: CampaignId;
  readonly epoch: number;
  /** Of the last draw made, −1 before the first of the epoch. */
  readonly index: number;
  readonly day: SiteDay;
  readonly playsDay: number;
  readonly playsCampaign: number;
  readonly playsEver: number;
  readonly freePlays: number;
}

/** Points that expire together. */
export interface Lot {
  readonly expiresAt: number;
  readonly left: number;
}

export interface WalletFacts extends BaseFacts {
  readonly shopper: Shopper;
  /** All open lots when the command may spend, else those that are due to expire. */
  readonly lots: readonly Lot[];
}

/** What stands behind the prizes of the games asked for. */
export interface SupplyFacts {
  /** What is left, a committed count; prizes without a stock are not in it. */
  readonly stockLeft: ReadonlyMap<PrizeId, number>;
  /** Whether an imported pool has a free code. */
  readonly poolFree: ReadonlyMap<PoolId, boolean>;
  /** The codes claimed for this command, in order; null last when a pool turned out to be empty. */
  readonly claimed: ReadonlyMap<PoolId, readonly (string | null)[]>;
}

/** What a shopper's command needs that gives, takes or counts something of theirs. */
export interface ShopperFacts extends WalletFacts, SupplyFacts {
  readonly progress: ProgressFacts;
}

export interface PlayFacts extends ShopperFacts {
  /** All of the shopper's streams: campaign limits count across games. */
  readonly streams: readonly Stream[];
}

export interface ClaimFacts extends WalletFacts {
  readonly voucher: Voucher | null;
}

export interface IdentifyFacts extends WalletFacts {
  /** The identified shopper's streams. */
  readonly streams: readonly Stream[];
  readonly progress: ProgressFacts;
  readonly anonymous: {
    readonly shopper: Shopper;
    readonly streams: readonly Stream[];
    readonly lots: readonly Lot[];
    readonly progress: ProgressFacts;
  } | null;
  readonly tokenUsed: boolean;
}

export interface Order {
  readonly id: OrderId;
  readonly shopperId: ShopperId | null;
  readonly currency: string;
  readonly net: number;
  readonly refunded: number;
  readonly pointsEarned: number;
  readonly pointsReversed: number;
  readonly state: 'reported' | 'cancelled';
  readonly at: number;
  readonly items: readonly OrderItem[];
}

export interface OrderFacts extends BaseFacts {
  readonly order: Order | null;
  /** The order's shopper, null for a guest. */
  readonly wallet: ShopperFacts | null;
  /** The campaign of the voucher that the order redeemed, null when it redeemed none. */
  readonly redeemed: Pick<Voucher, 'campaignId' | 'gameId'> | null;
}

export interface VoucherFacts extends BaseFacts {
  /** Every voucher that the code or hold names. */
  readonly vouchers: readonly Voucher[];
  /** The owners of `vouchers`, locked. */
  readonly shoppers: ReadonlyMap<ShopperId, Shopper>;
  /** The order named by the command, if it was reported. */
  readonly order: Order | null;
  /** Whether another voucher was already redeemed on that order. */
  readonly orderAttributed: boolean;
}
