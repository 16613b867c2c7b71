/** Puts the parts together: one running server, from a configuration. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { pino } from 'pino';
import { limits } from '../shared/limits.ts';
import { ConfigError, type Config } from './config.ts';
import type { Deps } from './flow/deps.ts';
import { sendMails, type Mailer, type Mailing } from './flow/mail.ts';
import { refreshProgrammes } from './flow/programmes.ts';
import { projectFigures } from './flow/project-figures.ts';
import { doDueWork, type Scheduling } from './flow/scheduler.ts';
import { HttpIdentity } from './http/identity.ts';
import { loadKeys, type Keys } from './http/keys.ts';
import { createNetworks } from './http/networks.ts';
import { createEdge } from './http/server.ts';
import { nativeHashing } from './native-hashing.ts';
import { openSmtp } from './smtp.ts';
import { openPostgresStore } from './store/postgres/store.ts';
import { openSqliteStore } from './store/sqlite/store.ts';
import type { Store } from './store/store.ts';

export interface App {
  readonly deps: Deps;
  readonly keys: Keys;
  readonly url: string;
  close(): Promise<void>;
}

/** The database and the secrets, without a server: what a command needs. */
export async function openDeps(config: Config): Promise<{ deps: Deps; keys: Keys }> {
  const keys = loadKeys(config);
  const deps: Deps = {
    store: await openStore(config),
    clock: Date.now,
    entropy: createEntropy(),
    drawKey: keys.draw,
    hashing: nativeHashing,
    programmes: new Map(),
  };
  await refreshProgrammes(deps);
  return { deps, keys };
}

/** Listens when it resolves; `port` 0 takes a free one. Without SMTP mails go to `mailbox`. */
export async function startApp(config: Config, mailbox: Mailer | null = null): Promise<App> {
  const { deps, keys } = await openDeps(config);
  const log = pino({ level: config.logLevel });
  let publicUrl = config.publicUrl;
  const server = createEdge({
    deps,
    identity: new HttpIdentity(keys, deps.clock),
    networks: createNetworks(config),
    log,
    publicUrl: () => publicUrl,
    isOurs: (origin) => origin === publicUrl || origin === loopbackOf(publicUrl),
    distFolder: fileURLToPath(new URL('../dist', import.meta.url)),
    unreadyReason: () => unreadyReason(deps),
  });
  let stopping = false;
  const scheduling: Scheduling = {
    owner: deps.entropy(),
    report: (work, error) => log.error(error, `due work failed: ${work}`),
    isStopping: () => stopping,
  };
  const smtp = config.smtp && openSmtp(config.smtp);
  const mailer = smtp ?? mailbox;
  const mailing: Mailing = {
    owner: scheduling.owner,
    report: (error) => log.error(error, 'a mail could not be handed over'),
  };
  const loops = [
    ...(mailer ? [repeat(limits.mailPollMs, () => sendMails(deps, mailer, mailing))] : []),
    repeat(limits.programmePollMs, () => refreshProgrammes(deps)),
    repeat(limits.projectorPollMs, () => projectAll(deps)),
    repeat(limits.schedulerPollMs, () => doDueWork(deps, scheduling)),
  ];
  server.listen(config.port);
  await once(server, 'listening').catch((error: unknown) => {
    throw new ConfigError(`PORT: ${portProblem(error, config.port)}`);
  });
  const port = addressOf(server.address());
  if (config.port === 0) publicUrl = `http://localhost:${port}`;
  return {
    deps,
    keys,
    url: publicUrl,
    async close() {
      stopping = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await Promise.all(loops.map((stop) => stop()));
      const late = setTimeout(() => server.closeAllConnections(), 3_000);
      await closed;
      clearTimeout(late);
      smtp?.close();
      await deps.store.close();
    },
  };
}

/** The other name of `http://localhost:…`; a public address has one name only. */
function loopbackOf(url: string): string {
  return url.replace(/^http:\/\/localhost(?=:|$)/, 'http://127.0.0.1');
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

async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl !== null) {
    try {
      return await openPostgresStore(config.databaseUrl);
    } catch (error) {
      throw new ConfigError(`DATABASE_URL: ${reasonOf(error)}`, { cause: error });
    }
  }
  try {
    mkdirSync(config.dataFolder, { recursive: true });
    return openSqliteStore(join(config.dataFolder, 'fairground.db'));
  } catch (error) {
    throw new ConfigError(`FAIRGROUND_DATA: ${reasonOf(error)}`, { cause: error });
  }
}

/** Whoever fell behind catches up slice by slice, with plays in between. */
async function projectAll(deps: Deps): Promise<void> {
  let counted = await projectFigures(deps);
  while (counted > 0) counted = await projectFigures(deps);
}

/** Runs `work` again and again with a pause, one at a time, until it is stopped. */
function repeat(pauseMs: number, work: () => Promise<unknown>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    // A database that is away for a while is no reason to stop: readyz says so.
    running = work()
      .catch(() => undefined)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  timer = setTimeout(turn, pauseMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

async function unreadyReason({ store, clock }: Deps): Promise<string | null> {
  try {
    const offMs = Math.abs((await store.clock()) - clock());
    return offMs > limits.clockSkewMsMax ? `the clock is ${offMs} ms off the database's` : null;
  } catch {
    return 'the database does not answer';
  }
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

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? cause.message || String(cause) : String(cause);
  return text.split('\n', 1)[0] ?? text;
}
