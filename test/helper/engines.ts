/** One suite, both engines: each test gets an empty store of its own, and a clock to turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe } from 'vitest';
import type { Deps } from '../../server/flow/deps.ts';
import { projectFigures } from '../../server/flow/project-figures.ts';
import { nativeHashing } from '../../server/native-hashing.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { Store } from '../../server/store/store.ts';
import { createDatabase } from './postgres.ts';
import { postgresUrl } from './postgres-url.ts';
import { expectCleanBooks } from './shopping.ts';

export interface Opened {
  readonly store: Store;
  /** Another process's view of the same database. */
  again(): Promise<Store>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  open(): Promise<Opened>;
}

const sqlite: Engine = {
  name: 'sqlite',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
    const file = join(folder, 'test.db');
    const stores = [openSqliteStore(file)];
    const [store] = stores;
    if (!store) throw new Error('no store');
    return {
      store,
      async again() {
        const other = openSqliteStore(file);
        stores.push(other);
        return other;
      },
      async close() {
        await Promise.all(stores.map((each) => each.close()));
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const postgres: Engine = {
  name: 'postgres',
  async open() {
    const database = await createDatabase(postgresUrl());
    const store = await openPostgresStore(database.url);
    const stores = [store];
    return {
      store,
      async again() {
        const other = await openPostgresStore(database.url);
        stores.push(other);
        return other;
      },
      async close() {
        await Promise.all(stores.map((each) => each.close()));
        await database.drop();
      },
    };
  },
};

/** Runs the suite once an engine. */
export function onBothEngines(title: string, suite: (engine: Engine) => void): void {
  for (const engine of [sqlite, postgres]) {
    describe(`${title} (${engine.name})`, () => suite(engine));
  }
}

/** 1 December 2026, 10:00 in Ho Chi Minh City. */
export const noon = Date.parse('2026-12-01T10:00:00+07:00');

export interface TestDeps extends Deps {
  /** Moves the clock on. */
  pass(ms: number): void;
}

export function depsFor(store: Store): TestDeps {
  let now = noon;
  return {
    store,
    clock: () => now,
    entropy: () => randomBytes(16).toString('hex'),
    drawKey: new Uint8Array(32).fill(7),
    hashing: nativeHashing,
    programmes: new Map(),
    pass(ms) {
      now += ms;
    },
  };
}

/**
 * What use cases are given, on an empty store of each test's own, prepared before it; after it the
 * books must be in order.
 */
export function depsForEach(engine: Engine, prepare = async (): Promise<void> => {}): TestDeps {
  let opened: Opened;
  let deps: TestDeps;
  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await prepare();
  });
  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });
  return late(() => deps);
}

/** What a hook makes, for tests that are written down before it runs. */
export function late<Made extends object>(made: () => Made): Made {
  return new Proxy<Made>(Object.create(null), {
    get: (_, key): unknown => Reflect.get(made(), key),
    ownKeys: () => Reflect.ownKeys(made()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(made(), key),
  });
}

/**
 * Until nothing waits: on PostgreSQL a transaction of another test, in another database of the same
 * server, may hold the count up for a moment.
 */
export async function projectAll(deps: TestDeps): Promise<void> {
  do await projectFigures(deps);
  while ((await deps.store.eventsWaiting()) > 0);
}
