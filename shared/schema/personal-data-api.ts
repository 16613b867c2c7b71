/** What the widget and the server say to each other about what is personal: to see, to erase. */
import { z } from 'zod';
import type { AttributeValue } from '../attribute.ts';
import { commandId, shopId, siteId } from './parts.ts';
import type { WalletChange } from './shopper-api.ts';

export const eraseDataInput = z.strictObject({ commandId });

/** The shop's back end has it done in its customer's name. */
export const backendEraseDataInput = eraseDataInput.extend({ shopperId: shopId });

export interface ErasedReply {
  /** Epoch milliseconds. */
  readonly erasedAt: number;
  readonly wallet: WalletChange;
}

export const personalDataInput = z.strictObject({ siteId });

/** All that erasing takes away and that no other answer has; instants are epoch milliseconds. */
export interface PersonalDataReply {
  /** Null before the first command: nothing is kept of somebody who only looks. */
  readonly since: number | null;
  /** The shop's own id of a customer who signed in. */
  readonly customerId: string | null;
  /** `MM-DD`. */
  readonly birthday: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** What they are called on the boards; null for a name made for them. */
  readonly alias: string | null;
  /** As they were left, with the sentence that was agreed to. */
  readonly contacts: readonly {
    readonly kind: 'email' | 'phone';
    readonly contact: string;
    readonly consent: string | null;
    readonly leftAt: number;
    readonly confirmedAt: number | null;
  }[];
  /** Kinds of what is kept as a keyed hash alone, to know a friend from a stranger. */
  readonly hashedContacts: readonly string[];
  readonly answers: readonly {
    readonly surveyId: string;
    readonly score: number | null;
    readonly comment: string | null;
    readonly at: number;
  }[];
  /** Before plays: where they were, and the age they had reached. */
  readonly stated: readonly {
    readonly region: string | null;
    readonly ageConfirmed: number | null;
  }[];
}
