/** What a shop may tell about a shopper, and a shopper about themselves. */
import { z } from 'zod';
import { commandId, oneLine, shopId } from './parts.ts';

/** Month and day, 29 February too; the year is nobody's business. */
const birthday = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'month and day, such as 02-29')
  .refine((day) => z.iso.date().safeParse(`2024-${day}`).success, 'a day that a leap year has');

export const setBirthdayInput = z.strictObject({ commandId, birthday: birthday.nullable() });

const contact = oneLine.min(3).max(254);

/**
 * What is left out stays as it was; null forgets it. Contacts and hints are kept as keyed hashes
 * only, to see the same person again.
 */
export const setProfileInput = z.strictObject({
  commandId,
  shopperId: shopId,
  birthday: birthday.nullable().optional(),
  email: contact.nullable().optional(),
  phone: contact.nullable().optional(),
  /** Whatever the shop knows a device or a network by. */
  device: contact.nullable().optional(),
  network: contact.nullable().optional(),
});

export type ProfileInput = z.infer<typeof setProfileInput>;

export const contactKinds = ['email', 'phone', 'device', 'network'] as const;
export type ContactKind = (typeof contactKinds)[number];

export interface ProfileReply {
  /** Which fields are known by now; none of them is told. */
  readonly changed: readonly string[];
}
