/** Gifts that are sent: where to, how far they are, and the shop's list of them. */
import { z } from 'zod';
import type { ParcelId, PrizeId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Text } from '../text.ts';
import { commandId, oneLine, plainText, siteId } from './parts.ts';

const phone = z.string().regex(/^\+?[0-9 ()./-]{4,30}$/, 'a telephone number');

export const address = z.strictObject({
  name: plainText,
  /** Street and house, ward, district: as it is written on a parcel. */
  lines: z.array(plainText).min(1).max(limits.addressLinesMax),
  city: plainText,
  region: plainText.optional(),
  postalCode: z
    .string()
    .regex(/^[A-Za-z0-9 -]{1,16}$/, 'letters, digits, spaces and hyphens, at most 16')
    .optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 code such as VN'),
  phone: phone.optional(),
});

export type Address = z.infer<typeof address>;

export const parcelStates = [
  'address_needed',
  'to_ship',
  'shipped',
  'delivered',
  'cancelled',
] as const;

export type ParcelState = (typeof parcelStates)[number];

const parcelId = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'the id of a gift')
  .transform((id): ParcelId => id);

export const giveAddressInput = z.strictObject({ commandId, parcelId, address });
export const eraseAddressInput = z.strictObject({ commandId, parcelId });
export const moveParcelInput = z
  .strictObject({
    commandId,
    parcelId,
    to: z.enum(['shipped', 'delivered', 'cancelled']),
    tracking: oneLine.min(1).max(limits.textCharactersMax).optional(),
  })
  .refine(({ to, tracking }) => tracking === undefined || to === 'shipped', {
    path: ['tracking'],
    message: 'only with to: shipped',
  });

const page = {
  state: z.enum(parcelStates),
  /** The last gift of the page before, the oldest come first. */
  after: parcelId.optional(),
};
export const parcelsInput = z.strictObject(page);
export const adminParcelsInput = z.strictObject({ siteId, ...page });
export const adminMoveParcelInput = moveParcelInput.safeExtend({ siteId });

/** A gift as its owner sees it. */
export interface ParcelView {
  readonly id: ParcelId;
  readonly prizeId: PrizeId;
  readonly label: Text;
  readonly state: ParcelState;
  /** Null before it is given and after it was erased. */
  readonly address: Address | null;
  readonly tracking: string | null;
  readonly givenAt: number;
  readonly changedAt: number;
}

export interface ParcelReply {
  readonly parcelId: ParcelId;
  readonly state: ParcelState;
}

/** A gift as the shop sees it. `shopperId` is the shop's own id, null before they signed in. */
export interface FulfilmentEntry extends ParcelView {
  readonly shopperId: string | null;
}

export interface FulfilmentPage {
  readonly gifts: readonly FulfilmentEntry[];
  /** Send it as `after` for the next page; null on the last. */
  readonly next: ParcelId | null;
}
