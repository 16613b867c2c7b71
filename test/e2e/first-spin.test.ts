/** What a shopper's phone fetches before the first spin is possible, on the real demo shop. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoShop, type DemoShop } from '../../demo/server.ts';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { identityKeyOf, secretKeyOf } from '../../server/http/keys.ts';
import { launchBrowser } from '../helper/browser.ts';

const programmeFile = new URL('../../demo/programme.json', import.meta.url);
const bytesMax = 20_000;
const requestsMax = 3;

let folder: string;
let app: App;
let shop: DemoShop;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  app = await startApp(readConfig({ PORT: '0', FAIRGROUND_DATA: folder }));
  const { keys, url } = app;
  shop = await startDemoShop({
    host: '127.0.0.1',
    port: 0,
    fairground: {
      apiUrl: url,
      scriptUrl: `${url}/v1/fairground.js`,
      siteId: 'demo',
      secretKey: secretKeyOf(keys, 'demo'),
      identityKey: identityKeyOf(keys, 'demo'),
    },
  });
  const programme = JSON.parse(readFileSync(programmeFile, 'utf8'));
  programme.site.origins = [shop.url];
  await applyProgramme(app.deps, programme);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await app?.close();
  rmSync(folder, { recursive: true });
});

describe('before the first spin', () => {
  it.each(['vi', 'en'])('a phone fetches at most 20 KB in 3 requests (%s)', async (language) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const fetched: Response[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(app.url)) fetched.push(response);
    });
    await page.goto(`${shop.url}/privacy?lang=${language}`);
    await openPanel(page);
    const bodies = await Promise.all(fetched.map(bodyBytes));
    expect(bodies.length).toBeLessThanOrEqual(requestsMax);
    expect(bodies.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(bytesMax);
    await page.close();
  });
});

/** As a shopper does: by the launcher. Ready when the spin button can be pressed. */
async function openPanel(page: Page): Promise<void> {
  await page.evaluate(() => {
    const call: unknown = Reflect.get(window, 'fairground');
    if (typeof call === 'function') call('open');
  });
  await page.getByRole('button', { name: /^(Quay ngay|Spin)/ }).waitFor();
}

/** Of the body as it went over the wire. */
async function bodyBytes(response: Response): Promise<number> {
  return (await response.request().sizes()).responseBodySize;
}
