/**
 * The store on PostgreSQL: any number of processes. Each step of a script is one pipelined round
 * trip, locks first. A script that lost a race, a deadlock or a serialization runs again.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { limits } from '../../../shared/limits.ts';
import { intOf } from '../sql/row.ts';
import {
  LostRace,
  StoreBusy,
  StoreUnavailable,
  type CodeClaim,
  type Locks,
  type Query,
  type Row,
  type Script,
  type Step,
  type StepRows,
  type Store,
} from '../store.ts';
import { migrate } from './migrate.ts';
import {
  awaitCode,
  claimCode,
  clockNow,
  countNewEvents,
  lockName,
  lockShopper,
  newEvents,
  openShopper,
  shareName,
} from './twins.ts';

/** Connects to `url` and brings the schema up to date. */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = poolOf(url, limits.connectionsPerProcessMax, {
    query_timeout: limits.queryMsMax,
  });
  pool.on('connect', (client) => void bound(client));
  const reports = poolOf(url, limits.reportConnectionsPerProcessMax);
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), reports.end()]);
  };
  try {
    await withClient(reports, (client) => migrate(client));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: 'postgres',
    run: (script) => runWithRetries(pool, script),
    read: (queries) => withClient(pool, (client) => snapshot(client, queries)),
    report: (queries) => withClient(reports, (client) => snapshot(client, queries)),
    async eventsWaiting() {
      const [rows] = await withClient(pool, (client) => pipeline(client, [countNewEvents()]));
      return rows?.[0] ? intOf(rows[0], 'waiting') : 0;
    },
    async clock() {
      const [rows] = await withClient(pool, (client) => pipeline(client, [clockNow()]));
      return rows?.[0] ? intOf(rows[0], 'now') : 0;
    },
    close,
  };
}

function poolOf(url: string, max: number, more: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: limits.connectMsMax,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: parserOf },
    ...more,
  });
  // A connection that breaks while idle is replaced by the pool. One that breaks at work fails its
  // queries, and would end the process if nobody listened.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * PostgreSQL itself gives up what waits too long, and frees the locks of a process that is frozen
 * or cut off in the middle: it would hold a hot prize for hours.
 */
async function bound(client: pg.PoolClient): Promise<void> {
  const [statement, idle] = [limits.statementMsMax, limits.transactionIdleMsMax];
  await client
    .query(
      `SELECT set_config('statement_timeout', '${statement}', false),
        set_config('idle_in_transaction_session_timeout', '${idle}', false)`,
    )
    .catch(() => undefined);
}

/** 64-bit integers as numbers: every one that we keep is a safe one. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === 20) return Number;
  const parser: (value: string) => unknown = pg.types.getTypeParser(oid, format);
  return parser;
}

async function runWithRetries<Value>(pool: pg.Pool, script: () => Script<Value>): Promise<Value> {
  for (let attempt = 0; attempt < limits.settleRetriesMax; attempt += 1) {
    try {
      return await withClient(pool, (client) => transaction(client, script()));
    } catch (error) {
      if (!mayRunAgain(error)) throw error;
      await pause(attempt);
    }
  }
  throw new StoreBusy('the retries are used up');
}

/** Lost races, serialization failures, deadlocks, and a row that another transaction put first. */
function mayRunAgain(error: unknown): boolean {
  if (error instanceof LostRace) return true;
  return ['40001', '40P01', '23505'].includes(sqlState(error));
}

function sqlState(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? '') : '';
}

/** Full jitter: contenders do not meet again. */
function pause(attempt: number): Promise<void> {
  const delayMs = Math.random() * Math.min(limits.settleRetryDelayMsMax, 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

async function withClient<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  if (pool.waitingCount >= limits.commitQueueCommandsMax) {
    throw new StoreBusy('too many wait for a connection');
  }
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw new StoreUnavailable('PostgreSQL does not answer', { cause: error });
  }
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    if (isGivenUp(error)) {
      throw new StoreBusy('PostgreSQL gave up a statement', { cause: error });
    }
    if (!isConnectionLost(error)) throw error;
    broken = new StoreUnavailable('the connection to PostgreSQL was lost', { cause: error });
    throw broken;
  } finally {
    client.release(broken);
  }
}

/** A statement that took too long, or that somebody cancelled, or a lock that was not to be had. */
function isGivenUp(error: unknown): boolean {
  return ['57014', '55P03'].includes(sqlState(error));
}

/**
 * Anything that is neither PostgreSQL's own verdict nor ours came from the connection. One that has
 * become read-only (25006), as after a failover, is of no more use than one that is gone.
 */
function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== '') return /^(08|25006|25P03|53|57P|58)/.test(state);
  if (error instanceof LostRace || !(error instanceof Error)) return false;
  return 'code' in error || /connection|terminated|timeout/i.test(error.message);
}

async function transaction<Value>(client: pg.PoolClient, script: Script<Value>): Promise<Value> {
  // Sent ahead of the first step, in the same round trip.
  const begun = client.query('BEGIN');
  begun.catch(() => undefined);
  let wrote = false;
  try {
    let next = script.next();
    while (!next.done) {
      wrote ||= next.value.kind === 'write';
      next = script.next(await take(client, next.value));
    }
    await begun;
    if (!wrote) {
      await client.query('ROLLBACK');
      return next.value;
    }
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new LostRace(`the commit ended as ${command}`);
    return next.value;
  } catch (error) {
    if (!isConnectionLost(error)) await client.query('ROLLBACK');
    throw error;
  }
}

async function take(client: pg.PoolClient, step: Step): Promise<StepRows> {
  switch (step.kind) {
    case 'read':
      return step.locks
        ? readLocked(client, step.locks, step.queries)
        : pipeline(client, step.queries);
    case 'claim_code':
      return [await takeCode(client, step.claim)];
    case 'new_events':
      return pipeline(client, [newEvents(step.eventsMax)]);
    case 'lock_work':
      return pipeline(client, [step.shared ? shareName(step.name) : lockName(step.name)]);
    case 'clock':
      return pipeline(client, [clockNow()]);
    case 'write': {
      const results = await send(client, step.writes);
      for (const [at, { sql, rows }] of step.writes.entries()) {
        const touched = results[at]?.rowCount ?? 0;
        if (rows !== null && touched !== rows) {
          throw new LostRace(`touched ${touched} rows, not ${rows}: ${sql}`);
        }
      }
      return results.map((result) => result.rows);
    }
  }
}

/**
 * Locks, each in a statement of its own, then the reads: a statement that does both reads stale.
 */
async function readLocked(
  client: pg.PoolClient,
  { siteId, shopperIds, orderIds, contactHash }: Locks,
  queries: readonly Query[],
): Promise<StepRows> {
  const shoppers = shopperIds.toSorted();
  const locks = [
    ...shoppers.map((id) => lockShopper(siteId, id)),
    ...orderIds.toSorted().map((id) => lockName(`order ${siteId} ${id}`)),
    ...(contactHash === undefined ? [] : [lockName(`contact ${siteId} ${contactHash}`)]),
  ];
  const rows = await pipeline(client, [...locks, ...queries]);
  const isMissing = shoppers.some((_, at) => rows[at]?.length === 0);
  if (!isMissing) return rows.slice(locks.length);
  // New rows are made in the order of the locks, so whatever is held goes first.
  const opened = shoppers.flatMap((id) => [openShopper(siteId, id), lockShopper(siteId, id)]);
  const ahead = [{ sql: 'ROLLBACK AND CHAIN', params: [] }, ...opened];
  const again = await pipeline(client, [...ahead, ...locks, ...queries]);
  return again.slice(ahead.length + locks.length);
}

/**
 * Passes over codes that others are taking; while free ones are there, waits rather than gives up.
 */
async function takeCode(client: pg.PoolClient, claim: CodeClaim): Promise<readonly Row[]> {
  for (;;) {
    const [codes] = await pipeline(client, [claimCode(claim)]);
    if (codes && codes.length > 0) return codes;
    const [waited] = await pipeline(client, [awaitCode(claim)]);
    if (waited?.[0]?.['free'] !== true) return [];
  }
}

async function snapshot(client: pg.PoolClient, queries: readonly Query[]): Promise<StepRows> {
  const begin = { sql: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', params: [] };
  const rows = await pipeline(client, [begin, ...queries, { sql: 'COMMIT', params: [] }]);
  return rows.slice(1, -1);
}

async function pipeline(client: pg.PoolClient, queries: readonly Query[]): Promise<StepRows> {
  return (await send(client, queries)).map((result) => result.rows);
}

/** Sends all at once and waits for all: no answer may be left behind on the connection. */
async function send(
  client: pg.PoolClient,
  queries: readonly Query[],
): Promise<pg.QueryResult<Row>[]> {
  const answers = await Promise.allSettled(
    queries.map(({ sql, params }) =>
      client.query<Row>({ name: statementName(sql), text: sql, values: [...params] }),
    ),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

const statementNames = new Map<string, string>();

/**
 * A constant name for each text, so that PostgreSQL parses it once a connection. It is made of the
 * text: behind a pooler a connection may know what another process named.
 */
function statementName(sql: string): string {
  const known = statementNames.get(sql);
  if (known) return known;
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22);
  statementNames.set(sql, name);
  return name;
}
