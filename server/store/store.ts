/**
 * The store's port. Work on data is a script: a generator that yields reads and writes as data and
 * is run again from the start when it lost a race, so it makes nothing but decisions. SQLite runs a
 * script synchronously between BEGIN and COMMIT; PostgreSQL pipelines each step.
 */
import type { OrderId, PoolId, ShopperId, SiteId } from '../../shared/ids.ts';

export type Param = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

export interface Query {
  /** Placeholders are `$1`, `$2` …, and may repeat. Accepted by both engines. */
  readonly sql: string;
  readonly params: readonly Param[];
  /** Many scripts ask this very object, of one table: one answer may do for a transaction. */
  readonly shared?: boolean;
}

export interface Write extends Query {
  /** How many rows it must touch; null when any number is right. Another number is a lost race. */
  readonly rows: number | null;
  /**
   * What it makes of a row that a shared read of its table gave: an engine that keeps those rows
   * need not read them again. Without it they are forgotten.
   */
  readonly after?: (row: Row) => Row;
}

/** Taken in this order everywhere, each kind sorted: shoppers, orders, then the contact. */
export interface Locks {
  readonly siteId: SiteId;
  readonly shopperIds: readonly ShopperId[];
  readonly orderIds: readonly OrderId[];
  /** Of a contact for which something is counted over all shoppers. */
  readonly contactHash?: string | undefined;
}

export interface CodeClaim {
  readonly siteId: SiteId;
  readonly poolId: PoolId;
}

export type Step =
  /** Locks first, each in a statement of its own, then reads. One round trip. */
  | { readonly kind: 'read'; readonly locks?: Locks; readonly queries: readonly Query[] }
  | { readonly kind: 'write'; readonly writes: readonly Write[] }
  /**
   * Answers with one row with the column `code`, or with none when the pool is empty for certain.
   */
  | { readonly kind: 'claim_code'; readonly claim: CodeClaim }
  /** Waits until no other process does the work of this name; those who share it do not wait. */
  | { readonly kind: 'lock_work'; readonly name: string; readonly shared?: boolean }
  /** The database's own clock: one row with the column `now`, epoch milliseconds. */
  | { readonly kind: 'clock' }
  /** Events after the projector's cursor that no late commit can precede. Rows of `event`. */
  | { readonly kind: 'new_events'; readonly eventsMax: number };

/** Rows of each query or write of the step, in order. */
export type StepRows = readonly (readonly Row[])[];

export type Script<Value> = Generator<Step, Value, StepRows>;

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** One transaction. Durable when it answers. Rejects with `StoreBusy` or `StoreUnavailable`. */
  run<Value>(script: () => Script<Value>): Promise<Value>;
  /** A quick read from one snapshot: the first paint. */
  read(queries: readonly Query[]): Promise<StepRows>;
  /** A read that may take long, away from whatever serves plays. One snapshot. */
  report(queries: readonly Query[]): Promise<StepRows>;
  /** Events that the projector has not counted yet. */
  eventsWaiting(): Promise<number>;
  /** The database's own clock, epoch milliseconds. */
  clock(): Promise<number>;
  close(): Promise<void>;
}

/** Another transaction was faster: the script runs again with fresh facts. */
export class LostRace extends Error {}

/** Retries are used up: try again later. Nothing was written. */
export class StoreBusy extends Error {}

/** The database failed: disk full, gone, or read-only. Nothing that was answered is lost. */
export class StoreUnavailable extends Error {}
