/** Server processes for tests: a place that they share, and players that can be killed. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { Store } from '../../server/store/store.ts';
import type { Order, Settled, Told, Wanted } from '../chaos/player.ts';
import { noon } from './engines.ts';
import { createDatabase } from './postgres.ts';
import { siteId } from './programme.ts';
import { newId } from './shopping.ts';
import { postgresUrl } from './postgres-url.ts';

export interface Place {
  readonly engine: 'sqlite' | 'postgres';
  /** A file or a connection string: what another process opens. */
  readonly location: string;
  readonly store: Store;
  close(): Promise<void>;
}

export async function openPlace(engine: Place['engine']): Promise<Place> {
  if (engine === 'postgres') {
    const { url: location, drop } = await createDatabase(postgresUrl());
    const store = await openPostgresStore(location);
    return { engine, location, store, close: () => store.close().then(drop) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  const location = join(folder, 'test.db');
  const store = openSqliteStore(location);
  const close = (): Promise<void> =>
    store.close().then(() => rmSync(folder, { recursive: true, force: true }));
  return { engine, location, store, close };
}

/** What the database says of itself, asked on a connection of its own. */
export async function askPostgres(
  { location }: Place,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export interface Player {
  readonly process: ChildProcess;
  /** Every answer so far. */
  readonly settled: readonly Settled[];
  /** Resolves when all is played, or when the process is dead. */
  play(order: Order): Promise<void>;
  /** Resolves when so many answers are there. */
  reached(answers: number): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** `wrapper`: a command that starts the process in its stead, such as strace with its options. */
export async function startPlayer(place: Place, wrapper?: readonly string[]): Promise<Player> {
  const script = join(import.meta.dirname, '../chaos/player.ts');
  const args = [place.engine, place.location, String(noon)];
  const [command = process.execPath, ...options] = wrapper ?? [];
  const child = fork(script, args, {
    execPath: command,
    execArgv: wrapper ? [...options, process.execPath] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const settled: Settled[] = [];
  const waiting = new Set<() => void>();
  let isReady = false;
  let orders = 0;
  let isGone = false;
  child.on('message', (told: Told) => {
    if (told.kind === 'settled') settled.push(told);
    if (told.kind === 'ready') isReady = true;
    if (told.kind === 'done') orders -= 1;
    for (const look of waiting) look();
  });
  child.once('exit', () => {
    isGone = true;
    for (const look of waiting) look();
  });
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo() && !isGone) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  await until(() => isReady);
  return {
    process: child,
    settled,
    play(order) {
      orders += 1;
      child.send(order);
      return until(() => orders === 0);
    },
    reached: (answers) => until(() => settled.length >= answers),
    kill() {
      child.kill('SIGKILL');
      return until(() => false);
    },
    close() {
      if (child.connected) child.disconnect();
      return until(() => false);
    },
  };
}

export function wantedBy(shopperId: string, changes: Partial<Wanted> = {}): Wanted {
  const commandId = newId();
  return {
    kind: 'play',
    siteId,
    commandId,
    shopperId,
    gameId: 'wheel',
    clientSeed: newId(),
    ...changes,
  };
}

/** So many plays of each shopper. */
export function lanesOf(shoppers: readonly string[], plays: number): Wanted[][] {
  return shoppers.map((shopperId) => Array.from({ length: plays }, () => wantedBy(shopperId)));
}
