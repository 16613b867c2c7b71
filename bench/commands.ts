/**
 * What a command of each kind costs against a play, on both engines: medians of one run. Timed is
 * what the store takes for the command, from its start to its commit; what comes along with it,
 * such as a gift after an order, is a command of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import type { Script, Store } from '../server/store/store.ts';
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
import { line, median, type Line } from './line.ts';

/** Microseconds, by the kind of the command. */
type Samples = Map<string, number[]>;

const commandsPerShop = 200;
/** Fewer say nothing about a kind. */
const samplesMin = 5;

/** `shops` are opened one after the other on each engine, each with 200 commands of any kind. */
export async function benchCommands(shops: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-bench-'));
  const server = await startPostgres({ fsync: 'on' });
  const samples: Record<'sqlite' | 'postgres', Samples> = {
    sqlite: new Map(),
    postgres: new Map(),
  };
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
  const deps = depsFor(timed(store, samples));
  const seen: Seen = { voucherIds: [], codes: [], holdIds: [], pointsHoldIds: [] };
  await openEverything(deps);
  for (let sent = 0; sent < commandsPerShop; sent += 1) {
    const kind = sent % 6 === 0 ? 'play' : sentKinds[Math.floor(Math.random() * sentKinds.length)];
    if (kind === undefined) throw new Error('no kinds');
    const choices = Array.from({ length: 6 }, () => Math.floor(Math.random() * 1_000_000));
    deps.pass(Math.floor(Math.random() * 7_200_000));
    const ask = await makers[kind](makingOf(deps, seen, choices));
    const result = await ask();
    if (result.ok) remember(seen, result.value);
  }
}

/** The same store, whose commands leave the time that each took. */
function timed(store: Store, samples: Samples): Store {
  return {
    ...store,
    async run(script) {
      let kind: string | undefined;
      const startedAt = performance.now();
      const value = await store.run(() =>
        watched(script(), (seen) => {
          kind = seen;
        }),
      );
      const tookMicroseconds = (performance.now() - startedAt) * 1_000;
      if (kind !== undefined) samples.set(kind, [...(samples.get(kind) ?? []), tookMicroseconds]);
      return value;
    },
  };
}

/** A command that succeeds writes itself first, with its kind. */
function* watched<Value>(script: Script<Value>, see: (kind: string) => void): Script<Value> {
  let next = script.next();
  while (!next.done) {
    const [first] = next.value.kind === 'write' ? next.value.writes : [];
    if (first?.sql.startsWith('INSERT INTO command ')) see(String(first.params[2]));
    next = script.next(yield next.value);
  }
  return next.value;
}

function linesOf(engine: string, samples: Samples): Line[] {
  const play = median(samples.get('play') ?? []);
  const known = [...samples].filter(([, values]) => values.length >= samplesMin);
  return known.map(([kind, values]) =>
    line(`${kind} on ${engine}`, { value: median(values), unit: 'µs' }, 'a play', play),
  );
}
