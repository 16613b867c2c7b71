/** Prizes and the pools that their voucher codes come from. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { gameId, moneyMinor, points, prizeId, slugId, text } from './parts.ts';
import type { Problem, Shape } from './problems.ts';

export const pool = z.discriminatedUnion('kind', [
  /** Codes are made when they are given: `prefix` and ten random characters. */
  z.strictObject({
    id: slugId,
    kind: z.literal('generated'),
    prefix: z
      .string()
      .regex(/^[A-Z0-9]{0,12}$/, 'up to 12 capital letters and digits')
      .default(''),
  }),
  /** Codes come from the shop, by `import-codes`; each is given once. */
  z.strictObject({ id: slugId, kind: z.literal('imported') }),
  /** One code for everyone. */
  z.strictObject({
    id: slugId,
    kind: z.literal('shared'),
    code: z.string().regex(/^[A-Za-z0-9-]{3,40}$/, '3 to 40 letters, digits and hyphens'),
  }),
]);

const benefit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    percent: z.int().min(1).max(100),
    amountMax: moneyMinor.min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('amount'), amount: moneyMinor.min(1) }),
  z.strictObject({ kind: z.literal('free_shipping') }),
]);

/** What a winner is asked for before they take the prize. Whoever is signed in is asked nothing. */
const claim = z
  .strictObject({
    contact: z.enum(['email', 'phone', 'either']).default('email'),
    /** Whether the contact is confirmed by a code. */
    confirm: z.boolean().default(false),
    /** Stands beside a box, which is not ticked; null for no box. */
    consent: text.nullable().default(null),
    /** Whether the box must be ticked. */
    consentNeeded: z.boolean().default(false),
  })
  .refine(({ confirm, contact }) => !confirm || contact === 'email', {
    path: ['contact'],
    message: 'must be "email" where it is confirmed: codes go out by e-mail',
  })
  .refine(({ consent, consentNeeded }) => !consentNeeded || consent !== null, {
    path: ['consent'],
    message: 'a sentence to agree to, where consent is needed',
  });

const prizeBase = {
  id: prizeId,
  label: text,
  /** What one costs the site when it is given, minor units. */
  cost: moneyMinor.default(0),
  /** How many there are in all, ever; null for no end. */
  stock: z.int().min(0).max(limits.stockMax).nullable().default(null),
};

export const prize = z.discriminatedUnion('kind', [
  z.strictObject({ ...prizeBase, kind: z.literal('nothing') }),
  z.strictObject({ ...prizeBase, kind: z.literal('points'), points }),
  /** Store credit, minor units. */
  z.strictObject({ ...prizeBase, kind: z.literal('credit'), credit: moneyMinor.min(1) }),
  z.strictObject({
    ...prizeBase,
    kind: z.literal('free_play'),
    plays: z.int().min(1).max(20),
    /** The game they are for; else the one that gives them. */
    gameId: gameId.optional(),
  }),
  /** Keeps a streak over a missed day. */
  z.strictObject({
    ...prizeBase,
    kind: z.literal('freeze'),
    /** The check-in calendar that it is for. */
    calendarId: slugId,
    freezes: z.int().min(1).max(5).default(1),
  }),
  z.strictObject({
    ...prizeBase,
    kind: z.literal('voucher'),
    poolId: slugId,
    benefit,
    /** The smallest cart it counts for, minor units. */
    minimumSpend: moneyMinor.default(0),
    ttlDays: z.int().min(1).max(3_650).nullable().default(null),
    /** Who may use it at the checkout: anyone with the code, or its signed-in owner. */
    trust: z.enum(['anyone', 'identified']).default('anyone'),
    claim: claim.nullable().default(null),
  }),
  /** A thing that is sent: the shopper gives an address, the shop sees it in its list. */
  z.strictObject({ ...prizeBase, kind: z.literal('gift') }),
  /** A badge of the site's, from `badges`. */
  z.strictObject({
    ...prizeBase,
    kind: z.literal('badge'),
    badgeId: slugId,
    level: z.int().min(1).max(limits.levelsPerBadgeMax).default(1),
  }),
]);

/** What stays with a voucher as it was promised, whatever the programme says later. */
export const voucherTerms = z.object({ label: text, benefit, claim: claim.nullable() });

export type Pool = z.infer<typeof pool>;
export type Prize = z.infer<typeof prize>;

export function prizeProblems({ prizes, pools, campaigns }: Shape): Problem[] {
  const poolIds = new Set(pools.map(({ id }) => id));
  const gameIds = new Set(campaigns.flatMap(({ games }) => games.map(({ id }) => id)));
  return prizes.flatMap((one, at): Problem[] => {
    if (one.kind === 'voucher' && !poolIds.has(one.poolId)) {
      return [{ path: ['prizes', at, 'poolId'], message: `no pool has the id "${one.poolId}"` }];
    }
    if (one.kind === 'free_play' && one.gameId !== undefined && !gameIds.has(one.gameId)) {
      return [{ path: ['prizes', at, 'gameId'], message: `no game has the id "${one.gameId}"` }];
    }
    return [];
  });
}
