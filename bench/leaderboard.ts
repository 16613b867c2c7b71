/**
 * The top 100 and one's own rank among 100,000, on both engines: of the last on the board, for whom
 * all others are counted, freshly vacuumed and after one in twenty scored again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyProgramme } from '../server/flow/apply-programme.ts';
import { readLeaderboard } from '../server/flow/leaderboard.ts';
import { changeScore } from '../server/store/sql/leaderboard.ts';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import type { Store, Write } from '../server/store/store.ts';
import { depsFor, type TestDeps } from '../test/helper/engines.ts';
import type { ShopperId } from '../shared/ids.ts';
import type { ProgrammeInput } from '../shared/schema/programme.ts';
import { createDatabase, startPostgres, vacuum } from '../test/helper/postgres.ts';
import { line, median, type Line } from './line.ts';
import { benchProgramme, siteId } from './programme.ts';

const boardId = 'plays';
const together = 500;
/** What nobody should wait longer for, milliseconds. */
const readMsMax = 50;

const programme: ProgrammeInput = {
  ...benchProgramme,
  leaderboards: [
    { id: boardId, name: 'Most plays', period: 'ever', measure: { activity: 'play' } },
  ],
};

export interface BoardSize {
  readonly shoppers: number;
  readonly reads: number;
}

export async function benchLeaderboard(size: BoardSize): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-bench-'));
  const server = await startPostgres({ fsync: 'on' });
  const database = await createDatabase(server.url);
  try {
    const sqlite = openSqliteStore(join(folder, 'board.db'));
    const postgres = await openPostgresStore(database.url);
    return [
      ...(await timeReads('SQLite', sqlite, size, async () => undefined)),
      ...(await timeReads('PostgreSQL', postgres, size, () => vacuum(database.url))),
    ];
  } finally {
    await database.drop();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function timeReads(
  engine: string,
  store: Store,
  { shoppers, reads }: BoardSize,
  tidy: () => Promise<void>,
): Promise<Line[]> {
  const deps = depsFor(store);
  const applied = await applyProgramme(deps, programme);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  const everybody = Array.from({ length: shoppers }, (_, at) => at);
  // From 1 up, so that the first shopper is the last on the board.
  await score(store, everybody, (at) => at + 1);
  await tidy();
  const settled = await readMs(deps, reads);
  await score(
    store,
    everybody.filter((at) => at % 20 === 19),
    () => 1,
  );
  const moving = await readMs(deps, reads);
  await store.close();
  return [lineOf(`${engine}, settled`, settled), lineOf(`${engine}, after changes`, moving)];
}

async function score(
  store: Store,
  shoppers: readonly number[],
  change: (at: number) => number,
): Promise<void> {
  for (let from = 0; from < shoppers.length; from += together) {
    const writes = shoppers.slice(from, from + together).map((at): Write => {
      const scored = { shopperId: shopperAt(at), boardId, period: '', change: change(at) };
      return changeScore(siteId, scored, at);
    });
    await store.run(function* () {
      yield { kind: 'write', writes };
    });
  }
}

async function readMs(deps: TestDeps, reads: number): Promise<number> {
  const took: number[] = [];
  for (let read = 0; read < reads; read += 1) {
    const startedAt = performance.now();
    const board = await readLeaderboard(deps, { siteId, boardId, shopperId: shopperAt(0) });
    took.push(performance.now() - startedAt);
    if (!board.ok || !board.value.you) throw new Error(JSON.stringify(board));
  }
  return median(took);
}

function shopperAt(at: number): ShopperId {
  return `s_${String(at).padStart(32, '0')}`;
}

function lineOf(engine: string, milliseconds: number): Line {
  const value = { value: milliseconds, unit: 'ms', digits: 1 };
  const bench = `top 100 and the last rank among 100,000 on ${engine}`;
  return line(bench, value, 'what it may take', readMsMax);
}
