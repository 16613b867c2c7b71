/** What a command of each kind costs against a play, on both engines: medians of one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import type { Store } from '../server/store/store.ts';
import { depsFor } from '../test/helper/engines.ts';
import { createDatabase, startPostgres } from '../test/helper/postgres.ts';
import {
  makers,
  makingOf,
  openEverything,
  remember,
  sentKinds,
  type Seen,
} from '../test/property/every-command.ts';
import { median, type Line } from './line.ts';

type Kind = (typeof sentKinds)[number];
type Samples = Map<Kind, number[]>;

const commandsPerShop = 200;

/** `shops` are opened one after the other on each engine, each with 200 commands of any kind. */
export async function benchCommands(shops: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-bench-'));
  const server = await startPostgres({ fsync: 'on' });
  const samples = { sqlite: new Map(), postgres: new Map() } as const;
  try {
    for (let shop = 0; shop < shops; shop += 1) {
      const sqlite = openSqliteStore(join(folder, `${shop}.db`));
      await timeCommands(sqlite, samples.sqlite);
      await sqlite.close();
      const database = await createDatabase(server.url);
      const postgres = await openPostgresStore(database.url);
      await timeCommands(postgres, samples.postgres);
      await postgres.close();
      await database.drop();
    }
  } finally {
    rmSync(folder, { recursive: true });
    await server.stop();
  }
  return [...linesOf('SQLite', samples.sqlite), ...linesOf('PostgreSQL', samples.postgres)];
}

/** One after the other: what a command waits for itself. Refusals do not count. */
async function timeCommands(store: Store, samples: Samples): Promise<void> {
  const deps = depsFor(store);
  const seen: Seen = { voucherIds: [], codes: [], holdIds: [], pointsHoldIds: [] };
  await openEverything(deps);
  for (let sent = 0; sent < commandsPerShop; sent += 1) {
    const kind = sent % 6 === 0 ? 'play' : sentKinds[Math.floor(Math.random() * sentKinds.length)];
    if (kind === undefined) throw new Error('no kinds');
    const choices = Array.from({ length: 6 }, () => Math.floor(Math.random() * 1_000_000));
    deps.pass(Math.floor(Math.random() * 7_200_000));
    const ask = await makers[kind](makingOf(deps, seen, choices));
    const startedAt = performance.now();
    const result = await ask();
    const tookMicroseconds = (performance.now() - startedAt) * 1_000;
    if (!result.ok) continue;
    remember(seen, result.value);
    samples.set(kind, [...(samples.get(kind) ?? []), tookMicroseconds]);
  }
}

function linesOf(engine: string, samples: Samples): Line[] {
  const reference = Math.round(median(samples.get('play') ?? []));
  return [...samples].map(([kind, values]) => {
    const value = Math.round(median(values));
    return {
      bench: `${kind} on ${engine}`,
      value,
      unit: 'µs',
      reference: 'a play',
      reference_value: reference,
      ratio: Math.round((value / reference) * 100) / 100,
    };
  });
}
