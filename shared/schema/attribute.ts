/** Attributes of shoppers, as the shop's back end sets them. */
import { z } from 'zod';
import type { AttributeValue } from '../attribute.ts';
import { limits } from '../limits.ts';
import { commandId, plainText, shopId } from './parts.ts';

export const attributeName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,62}$/, 'up to 63 letters, digits, dots, underscores or hyphens');

const numberMax = Number.MAX_SAFE_INTEGER;
const range = `a number from -${numberMax} to ${numberMax}`;

/** JSON loses digits of larger whole numbers on the way. */
const number = z.number().refine((value) => Math.abs(value) <= numberMax, range);

export const attributeValue = z.union([plainText, number, z.boolean()], {
  error: `a text of at most ${limits.textCharactersMax} characters, ${range}, true or false`,
});

export const setAttributesInput = z.strictObject({
  commandId,
  shopperId: shopId,
  attributes: z.record(attributeName, attributeValue).refine(
    (attributes) => {
      const count = Object.keys(attributes).length;
      return count >= 1 && count <= limits.attributesPerCallMax;
    },
    { message: `1 to ${limits.attributesPerCallMax} attributes` },
  ),
});

export interface AttributesReply {
  readonly shopperId: string;
  /** All that are known, the new ones included. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}
