/** What a shop's back end says of its shoppers' doings and badges. */
import { z } from 'zod';
import { instant, commandId, moneyMinor, plainText, shopId, slugId } from './parts.ts';
import { activityName } from './measure.ts';
import type { EarnedView } from './rewards-api.ts';

export const reportEventInput = z.strictObject({
  commandId,
  /** The shop's own id of what happened: it counts once, under whichever idempotency key. */
  eventId: shopId.optional(),
  shopperId: shopId,
  /** Such as `visit`, `share`, `review`, `sign-up`. */
  name: activityName,
  /** Minor units, for what has a value. */
  amount: moneyMinor.default(0),
  productId: shopId.optional(),
  categoryId: shopId.optional(),
  /** Kept with the event; it counts when it is reported. */
  occurredAt: instant.optional(),
});

export interface ReportedEventReply {
  readonly eventId: string;
  readonly shopperId: string;
  readonly points: number;
  readonly earned: readonly EarnedView[];
}

export const revokeBadgeInput = z.strictObject({
  commandId,
  shopperId: shopId,
  badgeId: slugId,
  reason: plainText,
});

export interface RevokedReply {
  readonly shopperId: string;
  readonly badgeId: string;
  /** The level that they had. */
  readonly level: number;
}
