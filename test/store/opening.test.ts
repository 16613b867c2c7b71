/** Databases that are opened at a bad moment, or by the wrong code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { projectFigures } from '../../server/flow/project-figures.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import { StoreUnavailable, type Script, type Write } from '../../server/store/store.ts';
import { depsFor, onBothEngines, projectAll, type TestDeps } from '../helper/engines.ts';
import { createDatabase } from '../helper/postgres.ts';
import { postgresUrl } from '../helper/postgres-url.ts';
import { apply, granted, playOnce } from '../helper/shopping.ts';

/** Has a new file locked, as one that is making it has, for a moment. */
const holder = `
  import Database from 'better-sqlite3';
  const database = new Database(process.argv[1]);
  database.exec('CREATE TABLE made (at INTEGER); BEGIN IMMEDIATE');
  console.log('locked');
  setTimeout(() => database.exec('COMMIT'), 300);
`;

it('waits for another process that makes the file at the same moment (sqlite)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  const file = join(folder, 'test.db');
  const other = spawn(process.execPath, ['--input-type=module', '-e', holder, file]);
  await once(other.stdout, 'data');
  const ended = once(other, 'exit');
  const store = openSqliteStore(file);
  expect(await store.clock()).toBeGreaterThan(0);
  await store.close();
  await ended;
  rmSync(folder, { recursive: true });
});

it('looks for the database anew when a connection became read-only (postgres)', async () => {
  const database = await createDatabase(postgresUrl());
  const store = await openPostgresStore(database.url);
  const writing = (sql: string): Promise<void> =>
    store.run(function* writes() {
      yield { kind: 'write', writes: [{ sql, params: [], rows: null }] };
    });
  await writing('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
  await expect(writing('DELETE FROM lease')).rejects.toThrow(StoreUnavailable);
  await writing('DELETE FROM lease');
  await store.close();
  await database.drop();
});

const soon = { timeout: 5_000, interval: 50 };

it('counts each event once after a dump came to a server of lower numbers (postgres)', async () => {
  const database = await createDatabase(postgresUrl());
  const playOn = async (shopperId: string, plays: number): Promise<TestDeps> => {
    const store = await openPostgresStore(database.url);
    const deps = depsFor(store);
    await apply(deps);
    for (let at = 0; at < plays; at += 1) await granted(playOnce(deps, { shopperId }));
    return deps;
  };
  const counted = await playOn('anna', 2);
  await projectAll(counted);
  await granted(playOnce(counted, { shopperId: 'anna' }));
  // As they are found by a server that has not come so far.
  await counted.store.run(function* dumped(): Script<void> {
    const raised = (table: string): Write => {
      const sql = `UPDATE ${table} SET xid = xid + 1000000000`;
      return { sql, params: [], rows: null };
    };
    yield { kind: 'write', writes: [raised('event'), raised('projector')] };
  });
  await counted.store.close();

  const restored = await playOn('binh', 1);
  const sql = 'SELECT CAST(sum(plays) AS BIGINT) AS plays FROM rollup_day';
  await vi.waitFor(async () => {
    await projectFigures(restored);
    expect(await restored.store.read([{ sql, params: [] }])).toEqual([[{ plays: 4 }]]);
  }, soon);
  await restored.store.close();
  await database.drop();
});

onBothEngines('a database', (engine) => {
  it('is left alone by code that is older than it', async () => {
    const opened = await engine.open();
    await opened.store.run(function* migrated() {
      const sql = 'INSERT INTO migration (version) VALUES (1000)';
      yield { kind: 'write', writes: [{ sql, params: [], rows: 1 }] };
    });
    await expect(opened.again()).rejects.toThrow('newer version');
    await opened.close();
  });
});
