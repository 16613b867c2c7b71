/** PostgreSQL that says nothing, is cut off, or has something else to do: nobody waits for ever. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as Limits from '../../shared/limits.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import {
  StoreBusy,
  StoreUnavailable,
  type Script,
  type Store,
  type Write,
} from '../../server/store/store.ts';
import { askPostgres, openPlace, type Place } from '../helper/players.ts';

vi.mock('../../shared/limits.ts', async (importActual) => {
  const actual = await importActual<typeof Limits>();
  const short = { connectMsMax: 500, statementMsMax: 400, transactionIdleMsMax: 400 };
  return { ...actual, limits: { ...actual.limits, ...short, queryMsMax: 1_500 } };
});

let place: Place;

beforeEach(async () => {
  place = await openPlace('postgres');
  await run(place.store, [saving('a')]);
});

afterEach(() => place.close());

function saving(owner: string): Write {
  return {
    sql: `INSERT INTO lease (name, owner, token, expires_at) VALUES ('hot', $1, 1, 0)
      ON CONFLICT (name) DO UPDATE SET owner = $1`,
    params: [owner],
    rows: 1,
  };
}

function run(store: Store, writes: readonly Write[], afterwards = (): void => {}): Promise<void> {
  return store.run(function* (): Script<void> {
    yield { kind: 'write', writes };
    afterwards();
    yield { kind: 'clock' };
  });
}

it('is given up where it takes the connection and says nothing', async () => {
  const silent = createServer(() => undefined);
  const port = await portOf(silent);
  const opening = openPostgresStore(`postgres://nobody@127.0.0.1:${port}/none`);
  await expect(opening).rejects.toThrow(StoreUnavailable);
  silent.close();
});

it('keeps no connection of a store that could not be opened', async () => {
  await run(place.store, [
    { sql: 'INSERT INTO migration (version) VALUES (1000)', params: [], rows: 1 },
  ]);
  const before = await connections();
  await expect(place.store.clock()).resolves.toBeGreaterThan(0);
  await expect(openPostgresStore(place.location)).rejects.toThrow('newer version');
  expect(await connections()).toBe(before);
});

it('frees what a process that was cut off had locked, and tells the process', async () => {
  const cable = await openCable(place.location);
  const store = await openPostgresStore(cable.url);
  const cutOff = expect(run(store, [saving('b')], cable.cut)).rejects.toThrow(StoreUnavailable);
  await vi.waitFor(() => expect(cable.isCut()).toBe(true));
  await vi.waitFor(() => run(place.store, [saving('c')]), { timeout: 5_000 });
  await cutOff;
  expect(await ownerNow()).toBe('c');
  cable.mend();
  await run(store, [saving('d')]);
  expect(await ownerNow()).toBe('d');
  await store.close();
  cable.end();
});

it('says busy where a lock is not to be had in time, and goes on when it is', async () => {
  const holding = await openPostgresStore(place.location);
  let waited: Promise<void> | undefined;
  await holding.run(function* (): Script<void> {
    yield { kind: 'write', writes: [saving('b')] };
    waited = expect(run(place.store, [saving('c')])).rejects.toThrow(StoreBusy);
    const sql = 'SELECT pg_sleep(0.3)';
    yield { kind: 'read', queries: [{ sql, params: [] }] };
    yield { kind: 'read', queries: [{ sql: `${sql} AS again`, params: [] }] };
  });
  await waited;
  await run(place.store, [saving('c')]);
  expect(await ownerNow()).toBe('c');
  await holding.close();
});

it('lets a report take its time', async () => {
  const sql = 'SELECT pg_sleep(1.8) IS NULL AS slept';
  expect(await place.store.report([{ sql, params: [] }])).toEqual([[{ slept: false }]]);
});

it('names no two statements alike in two processes whose connections a pooler mixes', async () => {
  const first = await namesAfter([1, 2]);
  const second = await namesAfter([2, 1]);
  expect(first.size).toBeGreaterThan(2);
  const shared = [...first].filter(([name]) => second.has(name));
  expect(shared.map(([name]) => second.get(name))).toEqual(shared.map(([, text]) => text));
});

/** What a new process calls its statements, by name, after it asked for these numbers. */
async function namesAfter(numbers: readonly number[]): Promise<Map<unknown, unknown>> {
  vi.resetModules();
  const { openPostgresStore: openAnew } = await import('../../server/store/postgres/store.ts');
  const store = await openAnew(place.location);
  const asked = numbers.map((number) => `SELECT ${number} AS number`);
  const sqls = [...asked, 'SELECT name, statement FROM pg_prepared_statements'];
  const answers = await store.read(sqls.map((sql) => ({ sql, params: [] })));
  await store.close();
  return new Map(answers.at(-1)?.map((row) => [row['name'], row['statement']]));
}

async function connections(): Promise<unknown> {
  const rows = await askPostgres(
    place,
    `SELECT count(*)::int AS open FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.['open'];
}

async function ownerNow(): Promise<unknown> {
  const [row] = await askPostgres(place, `SELECT owner FROM lease WHERE name = 'hot'`);
  return row?.['owner'];
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Cable {
  readonly url: string;
  /** What is connected hears nothing more, from either side. */
  cut(): void;
  isCut(): boolean;
  /** Whoever connects from now on is heard. */
  mend(): void;
  end(): void;
}

async function openCable(location: string): Promise<Cable> {
  const url = new URL(location);
  const far = Number(url.port);
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    const ours = connect(far, '127.0.0.1');
    for (const [from, to] of [
      [near, ours],
      [ours, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (chunk) => to.write(chunk));
    }
  });
  url.port = String(await portOf(server));
  return {
    url: url.href,
    cut() {
      cut = true;
      for (const socket of sockets) socket.pause();
    },
    isCut: () => cut,
    mend: () => sockets.clear(),
    end() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
