/** Facts for decisions without a store: a shopper of the standard programme. */
import type { Visitor } from '../../server/core/audience.ts';
import type { Change } from '../../server/core/decision.ts';
import type { Order, PlayFacts, Shopper, ShopperFacts, Stream } from '../../server/core/facts.ts';
import type { ProgressFacts } from '../../server/core/progress.ts';
import { plainHashing } from '../../server/core/hashing.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import type { Stamp } from '../../server/core/stamp.ts';
import { progressFrom } from '../../server/store/sql/progress.ts';
import { freshShopper } from '../../server/store/sql/shopper.ts';
import { never } from '../../shared/time.ts';
import type { Voucher } from '../../server/core/voucher.ts';
import { programmeOf, type ProgrammeParts } from './programme.ts';

/** 1 December 2026, 10:00 in Ho Chi Minh City. */
export const now = Date.parse('2026-12-01T10:00:00+07:00');

export function stampAt(at = now): Stamp {
  return {
    now: at,
    entropy: '0123456789abcdef'.repeat(2),
    drawKey: new Uint8Array(32).fill(7),
    hashing: plainHashing,
  };
}

export function shopperWith(changes: Partial<Shopper> = {}): Shopper {
  const anna = { id: 'anna', kind: 'anonymous', externalId: null } as const;
  return { ...freshShopper(anna, now - 1_000), walletVersion: 3, ...changes };
}

export function streamWith(changes: Partial<Stream> = {}): Stream {
  return {
    gameId: 'wheel',
    campaignId: 'always',
    epoch: 0,
    index: 4,
    day: '2026-12-01',
    playsDay: 0,
    playsCampaign: 0,
    playsEver: 0,
    freePlays: 0,
    drawsDay: 0,
    losses: 0,
    costCampaign: 0,
    lastPlayId: null,
    ...changes,
  };
}

/** Who plays without telling anything. */
export const silent: Visitor = {
  isIdentified: false,
  firstSeenAt: now - 1_000,
  device: undefined,
  language: undefined,
  attributes: new Map(),
  level: null,
};

export function playFacts(parts: ProgrammeParts, changes: Partial<PlayFacts> = {}): PlayFacts {
  return {
    programme: compileProgramme(1, programmeOf(parts)),
    epoch: 0,
    shopper: shopperWith(),
    lots: [],
    pending: [],
    holds: [],
    streams: [],
    spent: new Map(),
    stockLeft: new Map(),
    poolFree: new Map(),
    claimed: new Map(),
    progress: progressWith(),
    ...changes,
  };
}

export function progressWith(changes: Partial<ProgressFacts> = {}): ProgressFacts {
  return { ...progressFrom([]), ...changes };
}

/** The facts that the next command meets: what was kept goes through JSON, as in a store. */
export function withKept<Facts extends ShopperFacts>(
  facts: Facts,
  changes: readonly Change[],
): Facts {
  const progress: Record<string, Map<string, unknown>> = {};
  let { backlog } = facts.shopper;
  for (const change of changes) {
    if (change.kind === 'shopper') backlog = JSON.parse(JSON.stringify(change.after.backlog));
    if (change.kind !== 'progress') continue;
    const { of, itemId, state } = change.progress;
    const items = (progress[of] ??= new Map<string, unknown>(facts.progress[of]));
    items.set(itemId, JSON.parse(JSON.stringify(state)));
  }
  const shopper = { ...facts.shopper, backlog };
  return { ...facts, shopper, progress: { ...facts.progress, ...progress } };
}

/** Facts of a command of a shopper's that is no play. */
export function shopperFacts(
  parts: ProgrammeParts,
  changes: Partial<ShopperFacts> = {},
): ShopperFacts {
  const { streams: _, spent: __, ...facts } = playFacts(parts);
  return { ...facts, ...changes };
}

export function voucherWith(changes: Partial<Voucher> = {}): Voucher {
  return {
    id: 'v_1',
    awardId: 'a_1',
    shopperId: 'anna',
    prizeId: 'ten-off',
    campaignId: 'always',
    gameId: 'wheel',
    poolId: 'generated',
    code: 'TENABCDEFGHJK',
    shared: false,
    label: '10 % off',
    benefit: { kind: 'percent', percent: 10 },
    currency: 'VND',
    minimumSpend: 0,
    trust: 'anyone',
    claim: null,
    state: 'issued',
    issuedAt: now - 1_000,
    expiresAt: never,
    claimedAt: null,
    holdId: null,
    heldUntil: null,
    orderId: null,
    redeemedAt: null,
    ...changes,
  };
}

export function orderWith(changes: Partial<Order> = {}): Order {
  return {
    id: 'order-1',
    shopperId: 'c_anna',
    currency: 'VND',
    net: 100_000,
    refunded: 0,
    pointsEarned: 100,
    pointsReversed: 0,
    pointsForgiven: 0,
    creditEarned: 0,
    creditReversed: 0,
    creditForgiven: 0,
    state: 'reported',
    at: now - 1_000,
    items: [],
    forgivenBefore: [],
    scored: [],
    ...changes,
  };
}
