/** Puts the parts together: one running server, from a configuration. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { limits } from '../shared/limits.ts';
import { ConfigError, type Config } from './config.ts';
import { CrowdThread } from './crowd.ts';
import type { Deps } from './flow/deps.ts';
import { takeLease, type Shift } from './flow/lease.ts';
import { sendMails, type Mailer } from './flow/mail.ts';
import { refreshProgrammes } from './flow/programmes.ts';
import { doDueWork } from './flow/scheduler.ts';
import { HttpIdentity } from './http/identity.ts';
import type { Keys } from './http/keys.ts';
import { createNetworks } from './http/networks.ts';
import { createEdge } from './http/server.ts';
import { openLog } from './log.ts';
import { openDeps, reasonOf } from './open-deps.ts';
import { projectAll, repeat } from './repeat.ts';
import { openSmtp } from './smtp.ts';
import { watchWrites, type Watched } from './watch-writes.ts';

export interface App {
  readonly deps: Deps;
  readonly keys: Keys;
  readonly url: string;
  close(): Promise<void>;
}

/** Listens when it resolves; `port` 0 takes a free one. Without SMTP mails go to `mailbox`. */
export async function startApp(config: Config, mailbox: Mailer | null = null): Promise<App> {
  const log = openLog(config.logLevel);
  const { deps, keys, crowd, writes } = await openThreads(config, log);
  let publicUrl = config.publicUrl;
  let stopping = false;
  const server = createEdge({
    deps,
    identity: new HttpIdentity(keys, deps.clock),
    networks: createNetworks(config),
    log,
    publicUrl: () => publicUrl,
    isOurs: (origin) => origin === publicUrl || origin === loopbackOf(publicUrl),
    distFolder: fileURLToPath(new URL('../dist', import.meta.url)),
    isStopping: () => stopping,
    unreadyReason: async () => (stopping ? 'it is stopping' : unreadyReason(deps, writes, crowd)),
  });
  const shift: Shift = {
    owner: deps.entropy(),
    report: (what, error) => log.error(error, what),
    isStopping: () => stopping,
  };
  const smtp = config.smtp && openSmtp(config.smtp);
  const mailer = smtp ?? mailbox;
  const broke = (error: unknown): void => log.error(error, 'work that is repeated broke');
  const loops = [
    ...(mailer ? [repeat(limits.mailPollMs, () => sendMails(deps, mailer, shift), broke)] : []),
    repeat(limits.programmePollMs, () => refreshProgrammes(deps), broke),
    ...(crowd ? [] : [repeat(limits.projectorPollMs, () => projectAll(deps), broke)]),
    repeat(limits.schedulerPollMs, () => doDueWork(deps, shift), broke),
  ];
  server.listen(config.port);
  await once(server, 'listening').catch((error: unknown) => {
    throw new ConfigError(`PORT: ${portProblem(error, config.port)}`);
  });
  crowd?.start(config);
  const port = addressOf(server.address());
  if (config.port === 0) publicUrl = `http://localhost:${port}`;
  return {
    deps,
    keys,
    url: publicUrl,
    async close() {
      stopping = true;
      await Promise.all([endConnections(server), ...loops.map((stop) => stop())]);
      smtp?.close();
      await crowd?.stop();
      await deps.store.close();
    },
  };
}

/** A connection that ends as its next request comes makes a proxy fail: it is told before. */
async function endConnections(server: Server): Promise<void> {
  const closed = once(server, 'close');
  await new Promise((told) => setTimeout(told, limits.farewellMs));
  server.close();
  // They fall idle one after the other, as they are answered.
  const sweeping = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), 3_000);
  await closed;
  clearInterval(sweeping);
  clearTimeout(late);
}

/** Where the database is SQLite, with another thread for what comes in crowds. */
async function openThreads(
  config: Config,
  log: Logger,
): Promise<{ deps: Deps; keys: Keys; crowd: CrowdThread | null; writes: Watched }> {
  const crowd = new CrowdThread((error) => log.error(error, 'the thread that writes broke down'));
  const { deps: opened, keys } = await openDeps(config, crowd);
  const writes = watchWrites(opened.store);
  const deps = { ...opened, store: writes.store };
  if (deps.store.engine !== 'sqlite') return { deps, keys, crowd: null, writes };
  return { deps: { ...deps, crowd }, keys, crowd, writes };
}

/** The other name of `http://localhost:…`; a public address has one name only. */
function loopbackOf(url: string): string {
  return url.replace(/^http:\/\/localhost(?=:|$)/, 'http://127.0.0.1');
}

async function unreadyReason(
  { store, clock, entropy }: Deps,
  writes: Watched,
  crowd: CrowdThread | null,
): Promise<string | null> {
  if (crowd?.isBroken()) return 'the thread that writes has broken down';
  try {
    const before = clock();
    const now = await store.clock();
    // However long the answer took, its time lies between the two of ours.
    const offMs = Math.max(before - now, now - clock());
    if (offMs > limits.clockSkewMsMax) return `the clock is ${offMs} ms off the database's`;
  } catch {
    return 'the database does not answer';
  }
  try {
    // Who gets no traffic would never see that writes succeed again.
    if (writes.isFailing()) await takeLease(store, { name: 'readyz', owner: entropy(), ttlMs: 1 });
  } catch {
    return 'the database takes no writes';
  }
  return null;
}

function addressOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}

function portProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `${port} is in use by another program`;
  if (code === 'EACCES') return `${port} needs rights that this user does not have`;
  return reasonOf(error);
}
