/** SQLite's log while somebody reads for long: it grows, and shrinks again afterwards. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import type * as Limits from '../../shared/limits.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { Script } from '../../server/store/store.ts';

const keptMax = 1_000_000;

vi.mock('../../shared/limits.ts', async (importActual) => {
  const actual = await importActual<typeof Limits>();
  const small = { walPagesMax: 50, walBytesKeptMax: 1_000_000 };
  return { ...actual, limits: { ...actual.limits, ...small } };
});

it('does not stay as long as it once was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  const file = join(folder, 'test.db');
  const store = openSqliteStore(file);
  const logBytes = (): number => statSync(`${file}-wal`).size;
  const write = (rows: number): Promise<void> =>
    store.run(function* (): Script<void> {
      const sql = `WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < $1)
        INSERT INTO lease (name, owner, token, expires_at)
        SELECT 'l' || at || hex(randomblob(100)), 'a', 1, 0 FROM n`;
      yield { kind: 'write', writes: [{ sql, params: [rows], rows: null }] };
    });
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM lease').get();
  for (let time = 0; time < 20; time += 1) await write(500);
  expect(logBytes()).toBeGreaterThan(3 * keptMax);
  reader.exec('COMMIT');
  reader.close();
  for (let time = 0; time < 5; time += 1) await write(1);
  expect(logBytes()).toBeLessThan(1.2 * keptMax);
  await store.close();
  rmSync(folder, { recursive: true });
});
