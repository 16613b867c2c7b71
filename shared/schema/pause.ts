/** A shopper's own pause: what is sent, and the answer. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { commandId, shopId } from './parts.ts';
import type { WalletChange } from './shopper-api.ts';

/** From now to the end of the site day so many days on; null for good. It cannot be shortened. */
export const pauseInput = z.strictObject({
  commandId,
  days: z.int().min(1).max(limits.pauseDaysMax).nullable(),
});

/** The shop's back end asks for it in its customer's name. */
export const backendPauseInput = pauseInput.extend({ shopperId: shopId });

export interface PauseReply {
  /** Epoch milliseconds. */
  readonly pausedUntil: number;
  readonly forGood: boolean;
  readonly wallet: WalletChange;
}
