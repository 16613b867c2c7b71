/** What plans are made of: whom to lock, what to read, and how the rows become facts. */
import type { ActivityKind } from '../../../shared/activity.ts';
import type { OrderId, PoolId, PrizeId, ShopperId, SiteId } from '../../../shared/ids.ts';
import { bookKinds, type ProgressKind } from '../../../shared/progress.ts';
import type {
  BaseFacts,
  Hold,
  Pending,
  ShopperFacts,
  SupplyFacts,
  WalletFacts,
} from '../../core/facts.ts';
import type { Programme } from '../../core/programme.ts';
import type { Query, Row, StepRows } from '../store.ts';
import { freeCode, stockLeft, stockRow } from './play.ts';
import { contentsFrom, contentsOf } from './points.ts';
import { progressFrom, progressOf } from './progress.ts';
import {
  freshShopper,
  lotRow,
  openLots,
  shopperById,
  shopperRow,
  type Newcomer,
} from './shopper.ts';

/** What a plan's rows are read with. */
export interface Reading extends BaseFacts {
  readonly now: number;
  /** Codes claimed by this command so far; null for a pool that is empty. */
  readonly claimed: SupplyFacts['claimed'];
}

export interface Need<Facts> {
  readonly shopperIds: readonly ShopperId[];
  readonly orderIds: readonly OrderId[];
  readonly contactHash?: string | undefined;
  readonly queries: readonly Query[];
  /** What is asked besides in the light of their rows: large, and most often not needed. */
  readonly more?: (rows: StepRows) => readonly Query[];
  /** All rows, in order; null when they belong to somebody who was not locked. */
  facts(rows: StepRows, reading: Reading): Facts | null;
}

export interface Plan<Facts> {
  /** Asked first, without a lock, when the command itself does not say whom it touches. */
  readonly find?: Query;
  need(programme: Programme, now: number, found: readonly Row[]): Need<Facts>;
}

type Rows = readonly Row[] | undefined;

export function anonymousShopper(id: ShopperId): Newcomer {
  return { id, kind: 'anonymous', externalId: null };
}

export function identifiedShopper(customer: {
  shopperId: ShopperId;
  externalId: string;
}): Newcomer {
  return { id: customer.shopperId, kind: 'identified', externalId: customer.externalId };
}

/**
 * The shopper and their lots, with `dueAt` only those that have expired by then; and what waits or
 * is held where the programme lets anything wait.
 */
export function walletQueries(
  { siteId, waits }: Pick<Programme, 'siteId' | 'waits'>,
  shopperId: ShopperId,
  dueAt?: number,
): Query[] {
  const contents = waits ? contentsOf : openLots;
  return [shopperById(siteId, shopperId), contents(siteId, shopperId, dueAt)];
}

/** Whom a command is about: the shop's own customer, or the shopper of a token. */
export function newcomerOf(command: {
  readonly shopperId: ShopperId;
  readonly externalId: string | null;
}): Newcomer {
  const { shopperId, externalId } = command;
  return externalId === null
    ? anonymousShopper(shopperId)
    : identifiedShopper({ shopperId, externalId });
}

/** The wallet of a shopper, who is new when there is no row or one that only holds the lock. */
export function wallet(
  shopper: Rows,
  contents: Rows,
  newcomer: Newcomer,
  { programme, epoch, now }: Reading,
): WalletFacts {
  const known = shopper?.[0] && shopperRow(shopper[0]);
  return {
    programme,
    epoch,
    shopper: known && known.walletVersion > 0 ? known : freshShopper(newcomer, now),
    ...purseContents(contents, newcomer.id),
  };
}

/** Rows of either query that a wallet's second one can be. */
export function purseContents(
  rows: Rows,
  shopperId: ShopperId,
): Pick<WalletFacts, 'lots' | 'pending' | 'holds'> {
  const [first] = rows ?? [];
  if (first && 'content' in first) return contentsFrom(rows ?? [], shopperId);
  return { lots: (rows ?? []).map(lotRow), pending: [], holds: [] };
}

export interface SupplyNeed {
  readonly queries: readonly Query[];
  facts(rows: StepRows, reading: Pick<Reading, 'claimed'>): SupplyFacts;
}

/** Stock in one query, and one for each imported pool. */
export function supplyNeed(
  siteId: SiteId,
  stockedIds: readonly string[],
  poolIds: readonly PoolId[],
): SupplyNeed {
  const stock = stockedIds.length === 0 ? [] : [stockLeft(siteId, stockedIds)];
  return {
    queries: [...stock, ...poolIds.map((poolId) => freeCode(siteId, poolId))],
    facts(rows, { claimed }) {
      const stocks = (stock.length === 0 ? [] : (rows[0] ?? [])).map(stockRow);
      const pools = rows.slice(stock.length);
      return {
        stockLeft: new Map(stocks),
        poolFree: new Map(poolIds.map((id, at) => [id, (pools[at] ?? []).length > 0])),
        claimed,
      };
    },
  };
}

/** What a shopper's command touches beside their row. */
export interface ShopperAsk {
  readonly siteId: SiteId;
  readonly newcomer: Newcomer;
  /** `all` when the command may spend; else the instant by which lots are due to expire. */
  readonly lots: 'all' | number;
  readonly progress: readonly ProgressKind[];
  /** Every prize that the command could give. */
  readonly prizeIds: Iterable<PrizeId>;
  /** Every activity that the command could make. */
  readonly activities?: readonly ActivityKind[];
}

interface Heard {
  readonly progress: readonly ProgressKind[];
  readonly prizeIds: readonly PrizeId[];
}

const nothingHeard: Heard = { progress: [], prizeIds: [] };

/** What must be loaded so that activities of these kinds can be counted. */
export function heardBy({ listeners }: Programme, kinds: readonly ActivityKind[] = []): Heard {
  const heard = kinds.flatMap((kind) => listeners.get(kind) ?? []);
  const [first] = heard;
  if (!first) return nothingHeard;
  if (heard.length === 1) return first;
  return {
    progress: [...new Set(heard.flatMap(({ progress }) => progress))],
    prizeIds: [...new Set(heard.flatMap(({ prizeIds }) => prizeIds))],
  };
}

export function stockedOf({ prizes }: Programme, prizeIds: Iterable<PrizeId>): PrizeId[] {
  return [...prizeIds].filter((id) => (prizes.get(id)?.stock ?? null) !== null);
}

/** The shopper, what is counted for them, and what stands behind the prizes they could be given. */
export function shopperNeed(programme: Programme, ask: ShopperAsk): Need<ShopperFacts> {
  const { siteId, newcomer, lots: asked } = ask;
  const heard = heardBy(programme, ask.activities);
  const supply = suppliesOf(programme, ask.prizeIds, heard.prizeIds);
  const badges = badgesAmong(programme, ask.prizeIds);
  const kinds = [...new Set([...ask.progress, ...heard.progress, ...badges])];
  const counted = kinds.length === 0 ? [] : [progressOf(siteId, newcomer.id, kinds)];
  return {
    shopperIds: [newcomer.id],
    orderIds: [],
    queries: [
      ...walletQueries(programme, newcomer.id, asked === 'all' ? undefined : asked),
      ...counted,
      ...supply.queries,
    ],
    facts([shopper, lots, ...rest], reading) {
      return {
        ...wallet(shopper, lots, newcomer, reading),
        progress: progressFrom(counted.length === 0 ? [] : (rest[0] ?? []), kinds),
        ...supply.facts(rest.slice(counted.length), reading),
      };
    },
  };
}

/** The plan of a command that spends nothing and touches its shopper, and what it asks beside. */
export function shopperPlan(
  siteId: SiteId,
  newcomer: Newcomer,
  beside: (programme: Programme) => Partial<Omit<ShopperAsk, 'siteId' | 'newcomer' | 'lots'>>,
): Plan<ShopperFacts> {
  return {
    need(programme, now) {
      const nothing = { progress: [], prizeIds: [] };
      const ask = { ...nothing, ...beside(programme), siteId, newcomer, lots: now };
      return shopperNeed(programme, ask);
    },
  };
}

/** A prize that is a badge needs the shopper's badges. */
export function badgesAmong(programme: Programme, prizeIds: Iterable<PrizeId>): ProgressKind[] {
  const gives = [...prizeIds].some((id) => programme.prizes.get(id)?.kind === 'badge');
  return gives ? [...bookKinds] : [];
}

/** The supply of the prizes named; those that may come along are asked for when they do. */
function suppliesOf(
  programme: Programme,
  prizeIds: Iterable<PrizeId>,
  alongIds: readonly PrizeId[],
): SupplyNeed {
  const named = new Set(prizeIds);
  const prizes = [...named].flatMap((id) => programme.prizes.get(id) ?? []);
  const pooled = prizes.flatMap((each) => (each.kind === 'voucher' ? [each.poolId] : []));
  const imported = [...new Set(pooled)].filter(
    (id) => programme.pools.get(id)?.kind === 'imported',
  );
  const stocked = stockedOf(programme, new Set([...named, ...alongIds]));
  return supplyNeed(programme.siteId, stocked, imported);
}

/** A need with queries in front of its own, and what their rows say. */
export function withMore<Facts extends object, More extends object>(
  need: Need<Facts>,
  queries: readonly Query[],
  factsOf: (rows: StepRows) => More,
): Need<Facts & More> {
  return {
    ...need,
    queries: [...queries, ...need.queries],
    facts(rows, reading) {
      const facts = need.facts(rows.slice(queries.length), reading);
      return facts && { ...facts, ...factsOf(rows.slice(0, queries.length)) };
    },
  };
}

/** Facts with what the command itself is about, which may be among the rest already. */
export function withOwn<Facts extends WalletFacts>(
  facts: Facts,
  pending: readonly Pending[],
  holds: readonly Hold[],
): Facts {
  const others = facts.pending.filter(
    (each) =>
      !pending.some(({ sourceId, unit }) => sourceId === each.sourceId && unit === each.unit),
  );
  const kept = facts.holds.filter((each) => !holds.some(({ id }) => id === each.id));
  return { ...facts, pending: [...others, ...pending], holds: [...kept, ...holds] };
}
