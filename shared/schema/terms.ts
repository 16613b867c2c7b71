/** What a campaign says of itself, and whom it asks to state where they are and how old. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { locale, plainText } from './parts.ts';

/** An ISO 3166-1 country or 3166-2 subdivision. */
export const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'an ISO 3166 code such as VN, or US-CA for a part');

/** Years. */
export const age = z.int('a whole number of years').min(1).max(120);

const rules = z
  .string()
  .trim()
  .regex(/^[\P{Cc}\n]+$/u, 'no control characters but line feeds')
  .max(limits.rulesCharactersMax);

export const terms = z.strictObject({
  /** As the shopper may read them: one text for everyone, or one a locale. */
  rules: z
    .union([
      rules,
      z.record(locale, rules).refine((byLocale) => Object.keys(byLocale).length > 0, {
        message: 'at least one locale',
      }),
    ])
    .nullable()
    .default(null),
  /** Who stands behind the campaign. */
  organiser: plainText.nullable().default(null),
  /** The rules in full. */
  url: z
    .url({ protocol: /^https?$/, message: 'an address such as https://shop.example/rules' })
    .max(limits.urlCharactersMax)
    .nullable()
    .default(null),
  /** Where it may be played; a country stands for all its parts. Empty for everywhere. */
  regions: z.array(region).max(limits.regionsMax).default([]),
  /** The age that a player states to have reached; null for any. */
  ageMin: age.nullable().default(null),
});

export type Terms = z.infer<typeof terms>;
