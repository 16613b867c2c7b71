/** Whom a campaign is for. Every condition must hold; one left out holds for everybody. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { attributeName, attributeValue } from './attribute.ts';
import { locale, tierIds } from './parts.ts';

/** The kind of screen a shopper plays on, as their browser tells. */
export const device = z.enum(['phone', 'tablet', 'desktop']);

/** A shopper's language as their browser tells, such as vi or en-GB. */
export const language = z.string().min(1).max(35);

export const audience = z.strictObject({
  /** New: first seen at most `newForDays` before the play. Returning: before that. */
  shoppers: z.enum(['all', 'new', 'returning']).default('all'),
  newForDays: z.int().min(1).max(limits.newForDaysMax).default(30),
  /** Only shoppers who are signed in. */
  identifiedOnly: z.boolean().default(false),
  /** Empty for all. Whoever tells none is not in an audience that names some; so below. */
  devices: z.array(device).max(device.options.length).default([]),
  /** Empty for all. `en` holds for en-GB too. */
  languages: z.array(locale).max(limits.audienceLanguagesMax).default([]),
  /** Empty for all. Whoever holds none of them is not in it. */
  tiers: tierIds,
  /** The values allowed, by the attribute's name; who has none under a name is not in it. */
  attributes: z
    .record(attributeName, z.array(attributeValue).min(1).max(limits.audienceValuesMax))
    .refine((byName) => Object.keys(byName).length <= limits.audienceAttributesMax, {
      message: `at most ${limits.audienceAttributesMax} attributes`,
    })
    .default({}),
});

export type Audience = z.infer<typeof audience>;
export type Device = z.infer<typeof device>;
