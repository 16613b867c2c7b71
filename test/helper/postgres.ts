/** Starts a PostgreSQL server for tests and benchmarks, and makes a database of their own in it. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';

export interface PostgresOptions {
  /**
   * `off` for tests, which only kill processes, never the machine. Whatever measures keeps `on`.
   */
  readonly fsync: 'on' | 'off';
}

export interface RunningPostgres {
  /** Connection string of the server's maintenance database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * The server that TEST_DATABASE_URL names, else one of our own on a free port. Up in about a
 * second.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} };

  const child = fork(join(import.meta.dirname, 'postgres-server.ts'), [options.fsync], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const url = await addressFrom(child);
  return { url, stop: () => stop(child) };
}

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A fresh, empty database on a running server, so that test files do not see each other's rows. */
export async function createDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = `fairground_${randomBytes(8).toString('hex')}`;
  await runOnce(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnce(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** What autovacuum does to every table, in time. */
export function vacuum(url: string): Promise<void> {
  return runOnce(url, 'VACUUM ANALYZE');
}

function addressFrom(child: ChildProcess): Promise<string> {
  const output: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.push(text);
    // The start of the log explains a failed start; a busy server's later lines are not kept.
    if (output.length > 200) output.pop();
  });
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`PostgreSQL did not start:\n${output.join('')}`));
    child.once('message', (message) => (typeof message === 'string' ? resolve(message) : fail()));
    child.once('error', reject);
    child.once('exit', fail);
  });
}

/** The server stops by itself when its parent lets go. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
