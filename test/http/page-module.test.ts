/** The one script that is a site's own: its rules, its headers, and who is not there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { onBothEngines } from '../helper/engines.ts';
import { openEdge, type Answer, type Edge } from '../helper/http.ts';
import { programmeInput, siteId } from '../helper/programme.ts';
import { granted } from '../helper/shopping.ts';

const trigger = { id: 'leaving', open: 'wheel', when: { kind: 'exit' as const } };
const path = `/v1/sites/${siteId}/page.js`;

onBothEngines('the module of a site', (engine) => {
  let opened: Awaited<ReturnType<typeof engine.open>>;
  let edge: Edge;
  const dist = mkdtempSync(join(tmpdir(), 'fairground-dist-'));

  const put = async (triggers: object[], campaign = {}): Promise<void> => {
    await granted(applyProgramme(edge.deps, { ...programmeInput({ campaign }), triggers }));
  };

  beforeAll(async () => {
    mkdirSync(join(dist, 'site'));
    writeFileSync(join(dist, 'site/page.js'), 'var page={};\n');
    opened = await engine.open();
    edge = await openEdge(opened.store, { distFolder: dist });
    await put([trigger]);
  });

  afterAll(async () => {
    await edge.close();
    await opened.close();
    rmSync(dist, { recursive: true });
  });

  it('is for any page, calls with the rules of the site, and is kept for minutes', async () => {
    const { status, headers, text } = await edge.send({ path });
    const rules = [
      {
        id: 'leaving',
        place: { view: 'play', gameId: 'wheel' },
        on: 'exit',
        from: 0,
        pages: '',
        restHours: 0,
      },
    ];
    expect(status).toBe(200);
    expect(text).toBe(`var page={};;page.attend("${siteId}",${JSON.stringify(rules)});\n`);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is not sent again while it is the same, and is when the programme changes', async () => {
    const { etag = '' } = (await edge.send({ path })).headers;
    const headers = { 'if-none-match': etag };
    expect(await edge.send({ path, headers })).toMatchObject({ status: 304, text: '' });
    await put([{ ...trigger, open: 'play' }]);
    const changed = await edge.send({ path, headers });
    expect([changed.status, changed.text.includes('{"view":"play"}')]).toEqual([200, true]);
    await put([trigger]);
  });

  it('is compressed for whoever can read it, and has no body for a HEAD', async () => {
    const plain = await edge.send({ path });
    const head = await edge.send({ method: 'HEAD', path });
    const small = await edge.send({ path, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.headers['content-encoding']).toBe('br');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(`${plain.text.length}`);
  });

  it('says nothing of a game that has ended or has not begun', async () => {
    await put([trigger], { startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-02-01T00:00:00Z' });
    expect((await edge.send({ path })).text).toContain(`"${siteId}",[]`);
    await put([trigger], { startsAt: '2099-01-01T00:00:00Z', endsAt: '2099-02-01T00:00:00Z' });
    expect((await edge.send({ path })).text).toContain(`"${siteId}",[]`);
    await put([trigger]);
  });

  it.each([
    ['of no site', '/v1/sites//page.js', 'the script tag needs data-site="…", with the id'],
    ['of an unknown site', '/v1/sites/nowhere/page.js', 'there is no site "nowhere" here'],
    ['of no possible site', '/v1/sites/__proto__/page.js', 'there is no site "__proto__" here'],
    ['that would break out', '/v1/sites/");alert("/page.js', 'there is no site "");alert("" here'],
  ])('tells the owner of a page %s, until it is mended', async (_, elsewhere, why) => {
    const { status, headers, text } = await edge.send({ path: elsewhere });
    const warn = vi.fn();
    runInNewContext(text, { console: { warn } });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`fairground: ${why}`)]]);
    expect(text).not.toContain('page.attend');
  });

  it('tells the owner of a page whose origin is not listed', async () => {
    const at = (origin: string): Promise<Answer> => edge.send({ path, headers: { origin } });
    const { headers, text } = await at('https://elsewhere.example');
    expect(text).toContain('add \\"https://elsewhere.example\\" to \\"origins\\" of the site');
    expect(text).not.toContain('page.attend');
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      vary: 'accept-encoding, origin',
    });
    for (const known of ['https://shop.example', 'http://fairground.example']) {
      expect((await at(known)).text).toContain('page.attend');
    }
  });

  it('has nothing at another name', async () => {
    expect((await edge.send({ path: `${path}x` })).status).toBe(404);
  });

  it('takes nothing', async () => {
    expect((await edge.send({ method: 'POST', path, body: '{}' })).status).toBe(404);
  });
});
