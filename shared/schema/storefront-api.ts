/** What a shop's back end says to the server, over REST or tRPC, with its secret key. */
import { z } from 'zod';
import type { AttributeValue } from '../attribute.ts';
import type { VoucherView } from './shopper-api.ts';
import { limits } from '../limits.ts';
import {
  commandId,
  currency,
  moneyMinor,
  oneLine,
  plainText,
  prizeId,
  shopId,
  voucherId,
} from './parts.ts';

/** A line of an order: `amount` is what was paid for all its pieces, minor units. */
export const orderItem = z.strictObject({
  productId: shopId,
  categoryId: shopId.optional(),
  quantity: z.int().min(1).max(1_000_000),
  amount: moneyMinor,
});

export type OrderItem = z.infer<typeof orderItem>;

const code = oneLine.min(3).max(64);

export const reportOrderInput = z.strictObject({
  commandId,
  orderId: shopId,
  /** The shop's own customer id; none for a guest. */
  shopperId: shopId.optional(),
  currency,
  /** What was paid for the goods: after discounts, without tax, shipping and refunds. */
  net: moneyMinor,
  /** What was bought, for rules by product or category. */
  items: z.array(orderItem).max(limits.orderItemsMax).optional(),
});

export const cancelOrderInput = z.strictObject({ commandId, orderId: shopId });

export const refundOrderInput = z.strictObject({
  commandId,
  orderId: shopId,
  amount: moneyMinor.min(1),
});

const cart = { code, shopperId: shopId.optional(), currency, net: moneyMinor };

export const validateVoucherInput = z.strictObject(cart);
export const holdVoucherInput = z.strictObject({
  commandId,
  ...cart,
  ttlSeconds: z.int().min(1).max(limits.holdTtlSecondsMax).default(limits.holdTtlSecondsDefault),
});
export const redeemVoucherInput = z.strictObject({ commandId, holdId: shopId, orderId: shopId });
export const releaseVoucherInput = z.strictObject({ commandId, holdId: shopId });
export const voidVoucherInput = z.strictObject({ commandId, voucherId, reason: plainText });

export const shopperInput = z.strictObject({ shopperId: shopId });
export const adjustPointsInput = z.strictObject({
  commandId,
  shopperId: shopId,
  change: z
    .int()
    .min(-limits.pointsMax)
    .max(limits.pointsMax)
    .refine((change) => change !== 0, 'a whole number other than 0'),
  reason: plainText,
});
export const grantPrizeInput = z.strictObject({
  commandId,
  shopperId: shopId,
  prizeId,
  reason: plainText,
});

export interface OrderReply {
  readonly orderId: string;
  readonly state: 'reported' | 'cancelled';
  readonly net: number;
  readonly refunded: number;
  /** Points earned by this order, less what refunds took back. */
  readonly pointsEarned: number;
  /** How many of them still wait for the return window. */
  readonly pointsPending: number;
  /** Store credit earned by this order, less what refunds took back, minor units. */
  readonly creditEarned: number;
  /** The shopper's balance afterwards; null for a guest. */
  readonly pointsBalance: number | null;
}

export interface VoucherQuote {
  readonly voucher: VoucherView;
  /** Minor units to take off this cart. */
  readonly discount: number;
  readonly freeShipping: boolean;
}

export interface HoldReply extends VoucherQuote {
  readonly holdId: string;
  readonly heldUntil: number;
}

export interface VoucherReply {
  readonly voucher: VoucherView;
}

export interface BackendShopperReply {
  readonly shopperId: string;
  readonly points: number;
  /** Earned, waiting for a return window. */
  readonly pointsPending: number;
  /** Kept for carts. */
  readonly pointsHeld: number;
  /** Store credit, minor units. */
  readonly credit: number;
  readonly vouchers: readonly VoucherView[];
  readonly plays: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export interface PointsReply {
  readonly shopperId: string;
  readonly points: number;
}

export interface PointsEntry {
  readonly at: number;
  readonly change: number;
  readonly reason: string;
}

export interface PointsHistoryReply extends PointsReply {
  /** Newest first. */
  readonly entries: readonly PointsEntry[];
}

export interface GrantReply {
  readonly shopperId: string;
  readonly points: number;
  readonly voucher: VoucherView | null;
}
