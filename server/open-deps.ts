/** The database and the secrets, without a server: what a command and a thread need. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError, type Config } from './config.ts';
import type { Deps } from './flow/deps.ts';
import { refreshProgrammes } from './flow/programmes.ts';
import { keyFileOf, loadKeys, makeFolder, type Keys } from './http/keys.ts';
import { nativeHashing } from './native-hashing.ts';
import { openPostgresStore } from './store/postgres/store.ts';
import { openSqliteStore, type Turns } from './store/sqlite/store.ts';
import type { Store } from './store/store.ts';

/** `turns` says when this thread may write, where another one writes to the same database. */
export async function openDeps(config: Config, turns?: Turns): Promise<{ deps: Deps; keys: Keys }> {
  refuseLostKeys(config);
  const keys = loadKeys(config);
  const deps: Deps = {
    store: await openStore(config, turns),
    clock: Date.now,
    entropy: createEntropy(),
    drawKey: keys.draw,
    hashing: nativeHashing,
    programmes: new Map(),
  };
  await refreshProgrammes(deps);
  return { deps, keys };
}

/**
 * Throws where opening would make a database or keys: whoever reads, of a folder that is mistyped,
 * takes them for the real ones.
 */
export function needsToBeThere(config: Config): void {
  const isThere = databaseIsThere(config);
  const hasKeys = areKeysThere(config);
  if (isThere && hasKeys) return;
  const what = isThere ? 'are no keys' : 'is no database';
  throw new ConfigError(`FAIRGROUND_DATA: there ${what} in ${resolve(config.dataFolder)}`);
}

export function databaseIsThere(config: Config): boolean {
  return config.databaseUrl !== null || existsSync(databaseFileOf(config));
}

/** New keys beside a database of before: no shopper and no shop would be known any more. */
function refuseLostKeys(config: Config): void {
  const isNew = config.databaseUrl !== null || !existsSync(databaseFileOf(config));
  if (isNew || areKeysThere(config)) return;
  const file = keyFileOf(config);
  throw new ConfigError(`FAIRGROUND_DATA: a database without its keys; put ${file} back`);
}

function areKeysThere(config: Config): boolean {
  const { drawKey, masterKey } = config;
  return (drawKey !== null && masterKey !== null) || existsSync(keyFileOf(config));
}

export function databaseFileOf({ dataFolder }: Config): string {
  return join(dataFolder, 'fairground.db');
}

/** Sixteen random bytes a call, taken from the system many at a time. */
function createEntropy(): () => string {
  let pool = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === pool.length) [pool, at] = [randomBytes(4_096), 0];
    at += 16;
    return pool.toString('hex', at - 16, at);
  };
}

async function openStore(config: Config, turns?: Turns): Promise<Store> {
  if (config.databaseUrl !== null) {
    try {
      return await openPostgresStore(config.databaseUrl);
    } catch (error) {
      throw new ConfigError(`DATABASE_URL: ${reasonOf(error)}`, { cause: error });
    }
  }
  try {
    makeFolder(config.dataFolder);
    return openSqliteStore(databaseFileOf(config), turns);
  } catch (error) {
    throw new ConfigError(`FAIRGROUND_DATA: ${reasonOf(error)}`, { cause: error });
  }
}

export function reasonOf(error: unknown): string {
  let cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // A name with several addresses, none of which answers.
  if (cause instanceof AggregateError) [cause] = cause.errors;
  const text = cause instanceof Error ? cause.message || String(cause) : String(cause);
  return text.split('\n', 1)[0] ?? text;
}
