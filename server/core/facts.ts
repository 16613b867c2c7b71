/** What a decision may know: rows as the store read them, under the locks of the command. */
import type {
  CampaignId,
  GameId,
  HoldId,
  OrderId,
  PlayId,
  PoolId,
  PrizeId,
  ShopperId,
  SiteDay,
} from '../../shared/ids.ts';
import type { OrderItem } from '../../shared/schema/storefront-api.ts';
import type { Unit } from '../../shared/points.ts';
import type { Backlog } from './books.ts';
import type { Lead } from './lead.ts';
import type { Scored } from './leaderboard.ts';
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
  /** Earned, waiting for a return window: no part of `points`. */
  readonly pointsPending: number;
  /** Kept for carts: no part of `points`. */
  readonly pointsHeld: number;
  /** Store credit, minor units, ≥ 0; so are the two beside it. */
  readonly credit: number;
  readonly creditPending: number;
  readonly creditHeld: number;
  readonly createdAt: number;
  /** Until when the shopper wants to play nothing; 0 when they never paused, `never` for good. */
  readonly pausedUntil: number;
  /** What was counted for them since their books were written; null for nothing. */
  readonly backlog: Backlog | null;
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
  /** Every play of `day`, free plays too. */
  readonly drawsDay: number;
  /** Losses in a row while a win was possible, counted where the game promises pity. */
  readonly losses: number;
  /** What the prizes won in the campaign cost, minor units; counted where it has a budget. */
  readonly costCampaign: number;
  /** Names the one before it, and so on: a shopper's plays are found along their streams. */
  readonly lastPlayId: PlayId | null;
}

/** Points that expire together. */
export interface Lot {
  readonly expiresAt: number;
  readonly left: number;
}

/** What one source, an order say, has earned and a return window keeps. */
export interface Pending {
  readonly shopperId: ShopperId;
  /** `order:` and the order's id. */
  readonly sourceId: string;
  readonly unit: Unit;
  /** Always more than 0. */
  readonly amount: number;
  readonly dueAt: number;
}

/** Points or credit kept for a cart. */
export interface Hold {
  readonly id: HoldId;
  readonly shopperId: ShopperId;
  readonly unit: Unit;
  /** Always more than 0. */
  readonly amount: number;
  /** What it takes off the cart, minor units. */
  readonly discount: number;
  /** Where the points came from, and go back to: [expires at, points]. */
  readonly lots: readonly (readonly [number, number])[];
  readonly state: 'held' | 'redeemed' | 'returned';
  readonly heldUntil: number;
  readonly orderId: OrderId | null;
}

export interface WalletFacts extends BaseFacts {
  readonly shopper: Shopper;
  /** All open lots when the command may spend, else those that are due to expire. */
  readonly lots: readonly Lot[];
  /** What may be due for release, and the order's own when the command is about one. */
  readonly pending: readonly Pending[];
  /** What may have timed out, and those that the command is about. */
  readonly holds: readonly Hold[];
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

/** A freeze that was not used so far. */
export interface HeldFreeze {
  readonly id: string;
  readonly shopperId: ShopperId;
  readonly calendarId: string;
  /** On which it was got. */
  readonly day: SiteDay;
}

export interface CheckInFacts extends ShopperFacts {
  /** Of the calendars asked for, the oldest first. */
  readonly freezes: readonly HeldFreeze[];
}

export interface PlayFacts extends ShopperFacts {
  /** All of the shopper's streams: campaign limits count across games. */
  readonly streams: readonly Stream[];
  readonly spent: BudgetSpent;
}

/** What the prizes of campaigns with a budget have cost, by scope; a scope not there spent 0. */
export type BudgetSpent = ReadonlyMap<string, number>;

export interface ClaimFacts extends WalletFacts {
  readonly voucher: Voucher | null;
  readonly leads: readonly Lead[];
}

/** What a shopper may have beside wallet, streams and progress: it follows them at a sign-in. */
export type Belonging =
  | 'check_ins'
  | 'leads'
  | 'parcels'
  | 'profile'
  | 'referrals'
  | 'scores'
  | 'vouchers';

export interface IdentifyFacts extends WalletFacts {
  /** The identified shopper's streams. */
  readonly streams: readonly Stream[];
  readonly progress: ProgressFacts;
  readonly anonymous: {
    readonly shopper: Shopper;
    readonly streams: readonly Stream[];
    readonly lots: readonly Lot[];
    readonly pending: readonly Pending[];
    readonly holds: readonly Hold[];
    readonly progress: ProgressFacts;
    readonly belongings: readonly Belonging[];
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
  /** Of what was to be taken back, what the policy let go: it is not earned a second time. */
  readonly pointsForgiven: number;
  /** Store credit, minor units; it follows the same rules. */
  readonly creditEarned: number;
  readonly creditReversed: number;
  readonly creditForgiven: number;
  readonly state: 'reported' | 'cancelled';
  readonly at: number;
  readonly items: readonly OrderItem[];
  /** What was let go to others, whose order it was before: at most one entry for each. */
  readonly forgivenBefore: readonly Forgiven[];
  /** What boards count of it: no more may be taken off them. */
  readonly scored: readonly Scored[];
}

export interface Forgiven {
  readonly shopperId: ShopperId;
  readonly points: number;
  readonly credit: number;
}

export interface OrderFacts extends BaseFacts {
  readonly order: Order | null;
  /** The order's shopper, null for a guest. */
  readonly wallet: ShopperFacts | null;
  /** Who else spent points or credit on it, with what they spent. */
  readonly spenders: readonly WalletFacts[];
  /** The campaign of the voucher that the order redeemed, null when it redeemed none. */
  readonly redeemed: Pick<Voucher, 'campaignId' | 'gameId'> | null;
}

/** A hold of points or credit, and the order that it is to be spent on, if it was reported. */
export interface HoldFacts extends ShopperFacts {
  readonly hold: Hold | null;
  readonly order: Order | null;
}

export interface VoucherFacts extends BaseFacts {
  /** Every voucher that the code or hold names. */
  readonly vouchers: readonly Voucher[];
  /** The owners of `vouchers`, locked. */
  readonly shoppers: ReadonlyMap<ShopperId, Shopper>;
  /** The order named by the command, if it was reported. */
  readonly order: Order | null;
  /** When the voucher was redeemed that the order is credited to; null without one. */
  readonly creditedAt: number | null;
}
