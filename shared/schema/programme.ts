/**
 * The programme document: all of a site's settings. This schema is the only truth for what can be
 * configured; it reads the JSON and refuses what could not be played.
 */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import {
  colour,
  currency,
  gameId,
  instant,
  locale,
  moneyMinor,
  origin,
  plainText,
  points,
  prizeId,
  siteId,
  slugId,
  text,
} from './parts.ts';

const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Ho_Chi_Minh');

const site = z.strictObject({
  id: siteId,
  name: plainText,
  currency,
  timeZone,
  locale,
  /** Exact origins whose pages may use the widget. Denied by default. */
  origins: z.array(origin).max(limits.originsMax),
  theme: z
    .strictObject({
      name: z.enum(['auto', 'dusk', 'matinee', 'shop']).default('auto'),
      accent: colour.optional(),
      launcher: z.enum(['start', 'end', 'none']).default('end'),
    })
    .default({ name: 'auto', launcher: 'end' }),
});

const pointsRules = z.strictObject({
  /** ⌊order net × points ÷ per⌋, `per` in minor units. */
  earning: z
    .strictObject({ points, per: moneyMinor.min(1) })
    .nullable()
    .default(null),
  /** Days until earned points expire; null keeps them for ever. */
  expiryDays: z.int().min(1).max(3_650).nullable().default(null),
  refundPolicy: z
    .enum(['allow_negative', 'stop_at_zero', 'take_from_next_earning'])
    .default('stop_at_zero'),
});

const pool = z.discriminatedUnion('kind', [
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

const prizeBase = {
  id: prizeId,
  label: text,
  /** What one costs the site when it is given, minor units. */
  cost: moneyMinor.default(0),
  /** How many there are in all, ever; null for no end. */
  stock: z.int().min(0).max(limits.stockMax).nullable().default(null),
};

const prize = z.discriminatedUnion('kind', [
  z.strictObject({ ...prizeBase, kind: z.literal('nothing') }),
  z.strictObject({ ...prizeBase, kind: z.literal('points'), points }),
  z.strictObject({ ...prizeBase, kind: z.literal('free_play'), plays: z.int().min(1).max(20) }),
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
  }),
]);

/** What stays with a voucher as it was promised, whatever the programme says later. */
export const voucherTerms = z.object({ label: text, benefit });

const slot = z.strictObject({
  prizeId,
  weight: z.int('a whole number').min(0).max(limits.weightMax),
});

const game = z.strictObject({
  id: gameId,
  kind: z.literal('wheel'),
  name: text,
  /** Points that a spin costs; 0 is free. */
  price: z.int().min(0).max(limits.pointsMax).default(0),
  /** Plays a shopper; null for no limit. `perCampaign` counts all games of the campaign. */
  limits: z
    .strictObject({
      perDay: z.int().min(1).max(10_000).nullable().default(null),
      perCampaign: z.int().min(1).max(1_000_000).nullable().default(null),
      ever: z.int().min(1).max(1_000_000).nullable().default(null),
    })
    .default({ perDay: null, perCampaign: null, ever: null }),
  slots: z.array(slot).min(limits.slotsPerTableMin).max(limits.slotsPerTableMax),
  /** The prize given in place of one that is sold out: on the table, free and unlimited. */
  fallbackPrizeId: prizeId,
});

const campaign = z.strictObject({
  id: slugId,
  name: plainText,
  startsAt: instant,
  endsAt: instant,
  games: z.array(game).min(1).max(limits.gamesPerCampaignMax),
});

export const programmeDocument = z
  .strictObject({
    format: z.literal(1),
    site,
    points: pointsRules.default({ earning: null, expiryDays: null, refundPolicy: 'stop_at_zero' }),
    pools: z.array(pool).max(limits.poolsMax).default([]),
    prizes: z.array(prize).max(limits.prizesMax).default([]),
    campaigns: z.array(campaign).max(limits.campaignsMax).default([]),
  })
  .superRefine((document, context) => {
    for (const { path, message } of problemsOf(document)) {
      context.addIssue({ code: 'custom', path, message });
    }
  });

export type ProgrammeDocument = z.infer<typeof programmeDocument>;
export type ProgrammeInput = z.input<typeof programmeDocument>;
export type SiteSettings = ProgrammeDocument['site'];
export type Pool = z.infer<typeof pool>;
export type Prize = z.infer<typeof prize>;
export type Campaign = z.infer<typeof campaign>;
export type Game = z.infer<typeof game>;

interface Shape {
  pools: readonly Pool[];
  prizes: readonly Prize[];
  campaigns: readonly Campaign[];
}

interface Problem {
  path: (string | number)[];
  message: string;
}

/** What no single field can know: references, order of dates, sums. */
function problemsOf(document: Shape): Problem[] {
  return [
    ...repeated(document.pools, ['pools']),
    ...repeated(document.prizes, ['prizes']),
    ...repeated(document.campaigns, ['campaigns']),
    ...repeated(
      document.campaigns.flatMap(({ games }) => games),
      ['campaigns', 'games'],
    ),
    ...prizeProblems(document),
    ...document.campaigns.flatMap((one, at) => campaignProblems(document, one, at)),
  ];
}

function repeated(list: readonly { id: string }[], path: string[]): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    if (seen.has(id)) return [{ path, message: `the id "${id}" is there twice; ids are unique` }];
    seen.add(id);
    return [];
  });
}

function prizeProblems({ prizes, pools }: Shape): Problem[] {
  const known = new Set(pools.map(({ id }) => id));
  return prizes.flatMap((one, at) =>
    one.kind === 'voucher' && !known.has(one.poolId)
      ? [{ path: ['prizes', at, 'poolId'], message: `no pool has the id "${one.poolId}"` }]
      : [],
  );
}

function campaignProblems(document: Shape, one: Campaign, at: number): Problem[] {
  const path = ['campaigns', at];
  const order: Problem[] =
    instantOf(one.endsAt) > instantOf(one.startsAt)
      ? []
      : [{ path: [...path, 'endsAt'], message: 'must be later than startsAt' }];
  const games = one.games.flatMap((each, index) =>
    gameProblems(document, each, [...path, 'games', index]),
  );
  return [...order, ...games];
}

function gameProblems({ prizes, pools }: Shape, one: Game, path: (string | number)[]): Problem[] {
  const byId = new Map(prizes.map((each) => [each.id, each]));
  const unknown = one.slots.flatMap((each, index) =>
    byId.has(each.prizeId)
      ? []
      : [{ path: [...path, 'slots', index, 'prizeId'], message: noPrize(each.prizeId) }],
  );
  const sum = one.slots.reduce((total, { weight }) => total + weight, 0);
  const weights =
    sum > 0 ? [] : [{ path: [...path, 'slots'], message: 'the weights must sum to at least 1' }];
  const fallback = byId.get(one.fallbackPrizeId);
  return [...unknown, ...weights, ...fallbackProblems(pools, fallback, one, path)];
}

function fallbackProblems(
  pools: readonly Pool[],
  fallback: Prize | undefined,
  one: Game,
  path: (string | number)[],
): Problem[] {
  const at = [...path, 'fallbackPrizeId'];
  if (!fallback) return [{ path: at, message: noPrize(one.fallbackPrizeId) }];
  if (!one.slots.some(({ prizeId: id }) => id === fallback.id)) {
    return [{ path: at, message: 'must be one of the prizes in slots' }];
  }
  if (fallback.kind !== 'nothing' && (fallback.cost > 0 || fallback.stock !== null)) {
    return [
      { path: at, message: 'must be "nothing", or free (cost 0) and unlimited (stock null)' },
    ];
  }
  if (fallback.kind === 'nothing' && fallback.stock !== null) {
    return [{ path: at, message: 'must be unlimited (stock null)' }];
  }
  const pool = fallback.kind === 'voucher' && pools.find(({ id }) => id === fallback.poolId);
  if (pool && pool.kind === 'imported') {
    return [{ path: at, message: 'must not come from imported codes, which can run out' }];
  }
  return [];
}

function noPrize(id: string): string {
  return `no prize has the id "${id}"`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
