/** What a shop's back end says to the server about points and store credit at its checkout. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { units, type Unit } from '../points.ts';
import { commandId, currency, moneyMinor, plainText, shopId } from './parts.ts';

export const holdPointsInput = z.strictObject({
  commandId,
  shopperId: shopId,
  unit: z.enum(units).default('points'),
  /** Points, or minor units of credit. */
  amount: z.int().min(1).max(limits.pointsMax),
  currency,
  /** What the cart comes to before it, minor units. */
  net: moneyMinor,
  ttlSeconds: z.int().min(1).max(limits.holdTtlSecondsMax).default(limits.holdTtlSecondsDefault),
});
export const redeemPointsInput = z.strictObject({ commandId, holdId: shopId, orderId: shopId });
export const releasePointsInput = z.strictObject({ commandId, holdId: shopId });

export const adjustCreditInput = z.strictObject({
  commandId,
  shopperId: shopId,
  /** Minor units. */
  change: z
    .int()
    .min(-limits.moneyMinorMax)
    .max(limits.moneyMinorMax)
    .refine((change) => change !== 0, 'a whole number other than 0'),
  reason: plainText,
});

export interface PointsHoldReply {
  readonly holdId: string;
  readonly unit: Unit;
  /** What is kept: never more than the cart needs. */
  readonly amount: number;
  /** Minor units to take off the cart. */
  readonly discount: number;
  readonly state: 'held' | 'redeemed' | 'returned';
  readonly heldUntil: number;
  /** What is left to the shopper. */
  readonly points: number;
  /** Minor units. */
  readonly credit: number;
}

export interface CreditReply {
  readonly shopperId: string;
  /** Minor units. */
  readonly credit: number;
}
