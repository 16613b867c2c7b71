/** What the widget and the server say to each other about rewards beside the games. */
import { z } from 'zod';
import type { Refusal } from '../refusals.ts';
import { commandId, siteId, slugId } from './parts.ts';
import type { ParcelView } from './parcel.ts';
import type { PrizeView, VoucherView, WalletChange } from './shopper-api.ts';

/** Everything beside the games. Writes nothing. */
export const rewardsInput = z.strictObject({ siteId });

export const buyRewardInput = z.strictObject({ commandId, rewardId: slugId });

/** A prize that was given. */
export interface GivenView {
  readonly prize: PrizeView;
  readonly voucher: VoucherView | null;
}

export interface BoughtReply {
  readonly rewardId: string;
  readonly given: readonly GivenView[];
  readonly wallet: WalletChange;
}

export interface RewardView {
  readonly id: string;
  readonly prize: PrizeView;
  /** In points. */
  readonly price: number;
  /** What is left of a prize with a stock; null when it cannot run out. */
  readonly left: number | null;
  readonly bought: number;
  readonly perShopper: number | null;
  /** Why it cannot be bought now. */
  readonly refusal: Refusal | null;
}

export interface RewardsReply {
  readonly rewardShop: readonly RewardView[];
  /** Gifts that are sent, newest first. */
  readonly parcels: readonly ParcelView[];
}
