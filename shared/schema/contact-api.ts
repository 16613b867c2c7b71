/** What the widget and the server say to each other about a contact that is left for a prize. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Text } from '../text.ts';
import { locales } from '../words/locales.ts';
import { commandId, oneLine, voucherId } from './parts.ts';

const contact = oneLine.min(3).max(limits.contactCharactersMax);

/**
 * Left for a voucher that asks for it, or without one where a network's limit does. Exactly one of
 * `email` and `phone`.
 */
export const leaveContactInput = z
  .strictObject({
    commandId,
    voucherId: voucherId.optional(),
    email: contact.optional(),
    phone: contact.optional(),
    /** The sentence beside the box that was ticked, as it was shown; null when it was not. */
    consent: oneLine.min(1).max(limits.textCharactersMax).nullable().default(null),
    /** What the mail with the code is written in; null for the site's own language. */
    locale: z.enum(locales).nullable().default(null),
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), {
    path: ['email'],
    message: 'either an e-mail address or a telephone number',
  });

export const confirmContactInput = z.strictObject({
  commandId,
  /** As it came by e-mail. */
  code: z.string().regex(/^\d{6}$/, 'six digits'),
});

export type LeaveContactInput = z.infer<typeof leaveContactInput>;

/** Which contact is asked for: with the refusals that ask for one, and with a voucher. */
export interface ContactAsk {
  readonly contact: 'email' | 'phone' | 'either';
  /** Whether it is confirmed by a code, which comes by e-mail. */
  readonly confirm: boolean;
  /** Stands beside a box that is not ticked; null for no box. */
  readonly consent: Text | null;
  /** Whether the box must be ticked. */
  readonly consentNeeded: boolean;
}

export interface LeaveContactReply {
  readonly kind: 'email' | 'phone';
  /** Enough to know it again, such as `a•••@shop.example`. */
  readonly shown: string;
  readonly confirmed: boolean;
  /** The code that is on its way; null when none is needed. */
  readonly code: { readonly expiresAt: number; readonly attemptsLeft: number } | null;
}

export interface ConfirmContactReply {
  readonly kind: 'email' | 'phone';
  readonly shown: string;
  readonly confirmed: true;
}
