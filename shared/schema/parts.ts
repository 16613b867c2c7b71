/** The small schemas that every document and call is built from. */
import { z } from 'zod';
import type { CommandId, GameId, PrizeId, SiteDay, SiteId, VoucherId } from '../ids.ts';
import { limits } from '../limits.ts';

const slug = /^[a-z0-9][a-z0-9-]{0,62}$/;
const slugHint =
  'lower-case letters, digits and hyphens, at most 63, starting with a letter or digit';

export const siteId = z
  .string()
  .regex(slug, slugHint)
  .transform((id): SiteId => id);
export const gameId = z
  .string()
  .regex(slug, slugHint)
  .transform((id): GameId => id);
export const prizeId = z
  .string()
  .regex(slug, slugHint)
  .transform((id): PrizeId => id);
export const slugId = z.string().regex(slug, slugHint);

/** Made by the client before it sends, and saved by it: unique within the site. */
export const commandId = z
  .string()
  .regex(/^[\w-]{16,64}$/, '16 to 64 letters, digits, underscores or hyphens')
  .transform((id): CommandId => id);
export const voucherId = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'the id of a voucher')
  .transform((id): VoucherId => id);
/** An id that the shop chose for its own customer, order or refund. */
export const shopId = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, '1 to 128 visible ASCII characters, no spaces');

/** Tiers that something is for; none named: it is for everybody. */
export const tierIds = z.array(slugId).max(limits.tiersMax).default([]);

export const clientSeed = z.string().regex(/^[0-9a-f]{32}$/, '32 lower-case hexadecimal digits');
export const commitment = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');

export const points = z.int().min(1).max(limits.pointsMax);
/** Minor units of the site's currency. */
export const moneyMinor = z
  .int({
    error: ({ code }) =>
      code === 'invalid_type'
        ? "a whole number of the currency's smallest unit, such as 550 for €5.50"
        : undefined,
  })
  .min(0)
  .max(limits.moneyMinorMax);
export const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as VND');
export const instant = z.iso.datetime({
  offset: true,
  message: 'a date and time with offset, such as 2026-12-01T00:00:00+07:00',
});
export const siteDay = z.iso.date('a day, such as 2026-12-01').transform((day): SiteDay => day);

/** PostgreSQL keeps no NUL, and no line of ours needs another control character. */
export const oneLine = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u, 'no control characters');
export const plainText = oneLine.min(1).max(limits.textCharactersMax);
export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a locale such as vi or pt-BR');
/** One sentence for everyone, or one a locale. */
export const text = z.union(
  [
    plainText,
    z.record(locale, plainText).refine((byLocale) => Object.keys(byLocale).length > 0, {
      message: 'at least one locale',
    }),
  ],
  {
    error: ({ input }) =>
      typeof input === 'string' || (typeof input === 'object' && input !== null)
        ? undefined
        : 'a text, or one a locale, such as {"en": "Tea", "vi": "Trà"}',
  },
);

/** A web origin as browsers send it: scheme, host, port, nothing behind. */
export const origin = z
  .string()
  .regex(
    /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/,
    'an origin such as https://shop.example: small letters, nothing behind it',
  );
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour such as #C42B3A');
