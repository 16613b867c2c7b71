/** The running server: whether it lives and is ready, what pages may read, and whom it follows. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import { StoreBusy, StoreUnavailable, type Script, type Store } from '../../server/store/store.ts';
import { limits } from '../../shared/limits.ts';
import { depsFor, onBothEngines } from '../helper/engines.ts';
import { clientOf, openEdge, type Edge } from '../helper/http.ts';
import { createDatabase } from '../helper/postgres.ts';
import { programmeInput, siteId } from '../helper/programme.ts';
import { apply, granted, playOnce } from '../helper/shopping.ts';
import { postgresUrl } from '../helper/postgres-url.ts';

interface Running {
  readonly app: App;
  readonly client: ReturnType<typeof clientOf>;
  /** Another process on the same database. */
  readonly other: Store;
  close(): Promise<void>;
}

async function run(engine: 'sqlite' | 'postgres'): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-app-'));
  const database = engine === 'postgres' ? await createDatabase(postgresUrl()) : null;
  const app = await startApp(
    readConfig({
      PORT: '0',
      FAIRGROUND_DATA: folder,
      DATABASE_URL: database?.url,
      LOG_LEVEL: 'silent',
    }),
  );
  const other = database
    ? await openPostgresStore(database.url)
    : openSqliteStore(join(folder, 'fairground.db'));
  const client = clientOf(Number(new URL(app.url).port));
  return {
    app,
    client,
    other,
    async close() {
      client.end();
      await app.close().catch(() => undefined);
      await other.close();
      await database?.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

onBothEngines('a running server', ({ name }) => {
  let running: Running;

  beforeAll(async () => {
    running = await run(name);
  });

  afterAll(() => running.close());

  it('lives and is ready', async () => {
    const answers = [
      await running.client.send({ path: '/healthz' }),
      await running.client.send({ path: '/readyz' }),
    ];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, 'ok\n'],
      [200, 'ready\n'],
    ]);
  });

  it("is not ready while it is more than a second off the database's clock", async () => {
    const { deps } = running.app;
    const { clock } = deps;
    const readyAt = async (offMs: number): Promise<unknown> => {
      Object.assign(deps, { clock: () => clock() + offMs });
      const { status, text } = await running.client.send({ path: '/readyz' });
      return [status, text.replace(/-?\d+/, 'so many')];
    };
    const off = [503, "the clock is so many ms off the database's\n"];
    expect(await readyAt(1.5 * limits.clockSkewMsMax)).toEqual(off);
    expect(await readyAt(-5 * limits.clockSkewMsMax)).toEqual(off);
    expect(await readyAt(0)).toEqual([200, 'ready\n']);
    // Whose answer only comes late is not off.
    const { store } = deps;
    const ask = store.clock;
    const late = async (): Promise<number> => {
      const now = await ask();
      Object.assign(deps, { clock: () => clock() + 5 * limits.clockSkewMsMax });
      return now;
    };
    Object.assign(deps, { clock, store: { ...store, clock: late } });
    expect((await running.client.send({ path: '/readyz' })).text).toBe('ready\n');
    Object.assign(deps, { clock, store });
  });

  it('follows what another process applies, within a second', async () => {
    const deps = depsFor(running.other);
    const startFrom = async (origin: string): Promise<number> => {
      const headers = { origin };
      const answer = await running.client.query('shopper.start', { siteId }, { headers });
      return answer.headers['access-control-allow-origin'] === origin ? answer.status : 0;
    };
    await apply(deps, { site: { origins: ['https://first.example'] } });
    const oneSecond = { timeout: 1_000, interval: 20 };
    const first = () => startFrom('https://first.example');
    await vi.waitFor(async () => expect(await first()).toBe(200), oneSecond);
    await apply(deps, { site: { origins: ['https://second.example'] } });
    const second = () => startFrom('https://second.example');
    await vi.waitFor(async () => expect(await second()).toBe(200), oneSecond);
    expect(await first()).toBe(0);
  });

  it('counts what another process settled', async () => {
    const deps = depsFor(running.other);
    await apply(deps);
    await granted(playOnce(deps, { shopperId: 'anna' }));
    const waiting = () => running.other.eventsWaiting();
    await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 5_000, interval: 20 });
  });

  it('does what time makes due', async () => {
    await apply(depsFor(running.other));
    const sql = `SELECT campaign_id FROM event WHERE kind = 'campaign.started'`;
    const told = async () => (await running.other.read([{ sql, params: [] }]))[0];
    const soon = { timeout: 5_000, interval: 50 };
    await vi.waitFor(async () => expect(await told()).toEqual([{ campaign_id: 'always' }]), soon);
  });

  it.runIf(name === 'postgres')('is not ready while its database takes no writes', async () => {
    const ready = async () => (await running.client.send({ path: '/readyz' })).text;
    const soon = { timeout: 10_000, interval: 50 };
    await becomeReadOnly(running.other, 'on');
    await vi.waitFor(
      async () => expect(await ready()).toBe('the database takes no writes\n'),
      soon,
    );
    await becomeReadOnly(running.other, 'off');
    // Nobody sends anything to a process that is not ready.
    await vi.waitFor(async () => expect(await ready()).toBe('ready\n'), soon);
  });

  it('lives but is not ready when its database is away', async () => {
    await running.app.deps.store.close();
    const ready = await running.client.send({ path: '/readyz' });
    expect([ready.status, ready.text]).toEqual([503, 'the database does not answer\n']);
    expect((await running.client.send({ path: '/healthz' })).status).toBe(200);
  });
});

/** As a failover or a full disk would; connections that were open feel it too. */
async function becomeReadOnly(store: Store, state: 'on' | 'off'): Promise<void> {
  const run = (...sqls: readonly string[]): Promise<void> =>
    store.run(function* (): Script<void> {
      const all = ['SET LOCAL transaction_read_only = off', ...sqls];
      yield { kind: 'write', writes: all.map((sql) => ({ sql, params: [], rows: null })) };
    });
  await run(`DO $do$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = ${state}',
      current_database());
  END $do$`);
  await run(
    `DELETE FROM lease WHERE name = 'scheduler'`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}

onBothEngines('the edge', (engine) => {
  let opened: Awaited<ReturnType<typeof engine.open>>;
  let edge: Edge;
  const dist = mkdtempSync(join(tmpdir(), 'fairground-dist-'));

  beforeAll(async () => {
    for (const folder of ['widget', 'site']) mkdirSync(join(dist, folder));
    writeFileSync(join(dist, 'widget/fairground.js'), 'loader()');
    writeFileSync(join(dist, 'widget/fairground.js.br'), 'compressed');
    writeFileSync(join(dist, 'site/page.js'), 'var page={};');
    opened = await engine.open();
    edge = await openEdge(opened.store, { distFolder: dist });
    await apply(edge.deps);
    const other = { id: 'other', origins: ['https://other.example'] };
    await granted(applyProgramme(edge.deps, programmeInput({ site: other })));
  });

  afterAll(async () => {
    await edge.close();
    await opened.close();
    rmSync(dist, { recursive: true });
  });

  describe('answers a preflight', () => {
    const ask = (origin: string) =>
      edge.send({
        method: 'OPTIONS',
        path: '/trpc/shopper.play',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });

    it.each(['https://shop.example', 'https://other.example'])('of %s', async (origin) => {
      const { status, headers } = await ask(origin);
      expect(status).toBe(204);
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '7200',
      });
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    });

    it.each(['https://evil.example', 'null', 'https://shop.example:8443', 'http://shop.example'])(
      'of %s without leave',
      async (origin) => {
        const { headers } = await ask(origin);
        expect(headers['access-control-allow-origin']).toBeUndefined();
      },
    );
  });

  it('lets no page of another site read or act, though its origin is listed there', async () => {
    const headers = { origin: 'https://other.example' };
    const answer = await edge.query('shopper.start', { siteId }, { headers });
    expect(answer.code).toBe('origin_not_allowed');
  });

  it('lets no page read the REST API', async () => {
    const headers = { origin: 'https://shop.example' };
    const answer = await edge.rest('GET', '/v1/shoppers/anna', undefined, { headers });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await edge.send({ method: 'OPTIONS', path: '/v1/orders', headers });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('keeps no answer of a shopper in a cache, and sets no cookie', async () => {
    const { headers } = await edge.query('shopper.start', { siteId });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('compresses what is long for whoever can read it', async () => {
    const path = `/trpc/shopper.start?input=${encodeURIComponent(JSON.stringify({ siteId }))}`;
    const plain = await edge.send({ path });
    const small = await edge.send({ path, headers: { 'accept-encoding': 'gzip, br' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(small.headers['content-encoding']).toBe('br');
    expect(Number(small.headers['content-length'])).toBeLessThan(plain.text.length * 0.7);
  });

  it.each(['br;q=0', 'gzip;q=0, br ; q=0.000', 'identity, br;Q=0, *;q=0.1'])(
    'compresses nothing for whoever says %s',
    async (coding) => {
      const input = encodeURIComponent(JSON.stringify({ siteId }));
      for (const path of [
        `/trpc/shopper.start?input=${input}`,
        `/v1/sites/${siteId}/page.js`,
        '/v1/fairground.js',
      ]) {
        const read = await edge.send({ path, headers: { 'accept-encoding': 'gzip;q=0.5, br' } });
        expect(read.headers['content-encoding']).toBe('br');
        const plain = await edge.send({ path, headers: { 'accept-encoding': coding } });
        expect(plain.headers['content-encoding']).toBeUndefined();
      }
    },
  );

  it('keeps a connection for longer than a proxy that may use it again', async () => {
    const { headers } = await edge.send({ path: '/healthz' });
    expect(headers['keep-alive']).toBe('timeout=620');
  });

  it('ends each connection with its next answer once it stops', async () => {
    const stopping = await openEdge(opened.store, { isStopping: true });
    const { status, headers } = await stopping.query('shopper.start', { siteId });
    await stopping.close();
    expect([status, headers['connection']]).toEqual([200, 'close']);
    expect((await edge.send({ path: '/healthz' })).headers['connection']).toBe('keep-alive');
  });

  it('says nothing of a bug but that there is one', async () => {
    const broken = await openEdge({
      ...opened.store,
      read: () => Promise.reject(new Error('SELECT secret FROM /etc/passwd')),
    });
    const answers = [
      await broken.query('shopper.start', { siteId }),
      await broken.rest('GET', '/v1/shoppers/anna'),
    ];
    await broken.close();
    for (const { status, code, text } of answers) {
      expect({ status, code }).toEqual({ status: 500, code: 'internal_error' });
      expect(text).not.toContain('secret');
    }
  });

  it.each([
    [new StoreUnavailable('away'), 'storage_unavailable'],
    [new StoreBusy('too many'), 'busy'],
  ])('takes no read for a bug that meets %s', async (error, code) => {
    const away = await openEdge({ ...opened.store, read: () => Promise.reject(error) });
    const answers = [
      await away.query('shopper.start', { siteId }),
      await away.rest('GET', '/v1/shoppers/anna'),
    ];
    await away.close();
    const told = answers.map((answer) => ({ status: answer.status, code: answer.code }));
    expect(told).toEqual([
      { status: 503, code },
      { status: 503, code },
    ]);
  });

  it('tells of a database that is away as of something that passes', async () => {
    const folder = await engine.open();
    const lost = await openEdge(folder.store);
    await apply(lost.deps);
    await folder.store.close();
    const answer = await lost.rest('POST', '/v1/orders', {
      orderId: 'o-1',
      currency: 'VND',
      net: 1,
    });
    await lost.close();
    expect({ status: answer.status, code: answer.code }).toEqual({
      status: 503,
      code: 'storage_unavailable',
    });
    await folder.close().catch(() => undefined);
  });
});
