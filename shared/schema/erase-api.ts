/** What the widget and the server say to each other about erasing what is personal. */
import { z } from 'zod';
import { commandId } from './parts.ts';
import type { WalletChange } from './shopper-api.ts';

export const eraseDataInput = z.strictObject({ commandId });

export interface ErasedReply {
  /** Epoch milliseconds. */
  readonly erasedAt: number;
  readonly wallet: WalletChange;
}
