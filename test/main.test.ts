/** `npm start`: from an empty folder to a running fair, and what it says when it cannot. */
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { start } from './helper/command.ts';

describe('the server', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('says where everything is, answers, and stops cleanly', async () => {
    const data = join(folder, 'new', 'data');
    const { greeting, child, ended } = await start({ FAIRGROUND_DATA: data });
    const [, url = ''] =
      /^Fairground is ready at (http:\/\/localhost:\d+)\n/.exec(greeting ?? '') ?? [];
    const [, shop = ''] = /demo shop {3}(http:\/\/127\.0\.0\.1:\d+)\n/.exec(greeting ?? '') ?? [];
    for (const path of ['/healthz', '/readyz', '/admin/', '/verify/', '/v1/fairground.js']) {
      expect((await fetch(url + path)).status).toBe(200);
    }
    const input = encodeURIComponent('{"siteId":"demo"}');
    const started = await fetch(`${url}/trpc/shopper.start?input=${input}`, {
      headers: { origin: shop },
    });
    expect(started.headers.get('access-control-allow-origin')).toBe(shop);
    expect(await (await fetch(shop)).text()).toContain(`${url}/v1/fairground.js`);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it('gives a link for the first admin until there is one', async () => {
    const first = await start({ FAIRGROUND_DATA: folder });
    first.child.kill('SIGTERM');
    const { out } = await first.ended;
    expect(out).toMatch(/first admin http:\/\/localhost:\d+\/admin\/#link=[0-9a-f]{32}\n/);
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://nowhere' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
    ['FAIRGROUND_DATA', { FAIRGROUND_DATA: '/dev/null/data' }],
    ['FAIRGROUND_DATA', { FAIRGROUND_DATA: '/dev/null' }],
    ['FAIRGROUND_DATA', { FAIRGROUND_DATA: '/proc/none/data' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'play.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://play example' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://mail.example:twenty-five' }],
  ])('gives up in one line about %s (%o)', async (name, variables) => {
    const { greeting, ended } = await start({ FAIRGROUND_DATA: folder, ...variables });
    const { code, out, err } = await ended;
    expect({ greeting, code, out }).toEqual({ greeting: null, code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  it('gives up in one line when its port is taken, or its keys are damaged', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? `${address.port}` : '';
    const taken = await start({ FAIRGROUND_DATA: folder, PORT: port });
    expect(await taken.ended).toMatchObject({
      code: 1,
      err: `PORT: ${port} is in use by another program\n`,
    });
    other.close();
    const file = join(folder, 'keys.json');
    renameSync(file, join(folder, 'kept.json'));
    const lost = await start({ FAIRGROUND_DATA: folder });
    expect(await lost.ended).toMatchObject({
      code: 1,
      err: `FAIRGROUND_DATA: a database without its keys; put ${file} back\n`,
    });
    mkdirSync(file);
    const unread = await start({ FAIRGROUND_DATA: folder });
    expect(await unread.ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^FAIRGROUND_DATA: EISDIR.*\n$/),
    });
    rmdirSync(file);
    writeFileSync(file, '{}');
    const damaged = await start({ FAIRGROUND_DATA: folder });
    expect(await damaged.ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('is no key file; restore it from its backup'),
    });
  });
});
