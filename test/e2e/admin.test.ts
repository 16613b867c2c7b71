/** The admin page against the real server: from the first link to the figures of a play. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { newAdminLink } from '../../server/flow/admins.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import type { StartReply } from '../../shared/schema/shopper-api.ts';
import { launchBrowser } from '../helper/browser.ts';

const email = 'mai@example.com';
const password = 'four words to keep';
const built = new URL('../../dist/admin/index.html', import.meta.url);

let folder: string;
let app: App;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!existsSync(built)) throw new Error('dist/admin is missing: run `node scripts/setup.mjs`');
  folder = await mkdtemp(join(tmpdir(), 'fairground-admin-'));
  app = await startApp(readConfig({ PORT: '0', FAIRGROUND_DATA: folder, LOG_LEVEL: 'silent' }));
  const source = await readFile(new URL('../../demo/programme.json', import.meta.url), 'utf8');
  const applied = await applyProgramme(app.deps, JSON.parse(source));
  expect(applied).toMatchObject({ ok: true });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security|trusted/i.test(message.text())) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await rm(folder, { recursive: true });
});

// One morning, in order: each step stands on the one before.
describe('an owner', () => {
  it('opens the link, chooses a password, and is told how to get the first play', async () => {
    await page.goto(`${app.url}/admin/#link=${await newAdminLink(app.deps)}`);
    await fillIn(password);
    await page.getByRole('button', { name: 'Save and open the figures' }).click();
    await page.getByRole('heading', { name: 'Nobody has played yet' }).waitFor();
    expect(await page.locator('embed-code code').textContent()).toContain('data-site="demo"');
    expect(page.url()).not.toContain('link');
  });

  it('finds the first play after a reload, in figures, prizes and latest plays', async () => {
    await playOnce();
    await expect
      .poll(async () => {
        await page.reload();
        await page.locator('overview-page').waitFor();
        await page.locator('figure-strip, first-steps').first().waitFor();
        return page.locator('figure-strip .value').first().textContent();
      })
      .toBe('1');
    expect(await page.locator('play-table tbody tr').count()).toBe(1);
    expect(await page.locator('prize-table tbody tr').count()).toBeGreaterThan(2);
  });

  it('keeps a period in the address', async () => {
    await page.getByRole('button', { name: '28 days' }).click();
    await page.waitForURL(/#period=28d$/);
    await page.reload();
    await page.locator('figure-strip').waitFor();
    const pressed = page.getByRole('button', { name: '28 days' });
    expect(await pressed.getAttribute('aria-pressed')).toBe('true');
  });

  it('signs out, is refused with a wrong password and let in with the right one', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await fillIn('not the four words');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('E-mail and password do not match').waitFor();
    await fillIn(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('figure-strip').waitFor();
  });

  it('cannot use the link of another day twice', async () => {
    const link = await newAdminLink(app.deps);
    const open = async () => {
      await page.goto('about:blank');
      await page.goto(`${app.url}/admin/#link=${link}`);
      await fillIn(password);
      await page.getByRole('button', { name: 'Save and open the figures' }).click();
    };
    await open();
    await page.locator('figure-strip').waitFor();
    await open();
    await page.getByText('This link no longer works').waitFor();
  });

  it('met no error and broke no rule of the page’s policy on the way', () => {
    expect(complaints).toEqual([]);
  });
});

async function fillIn(word: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(word);
}

async function playOnce(): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ siteId: 'demo' }));
  const answer = await fetch(`${app.url}/trpc/shopper.start?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: StartReply } };
  const [game] = result.data.games;
  const played = await fetch(`${app.url}/trpc/shopper.play`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${result.data.token}`,
    },
    body: JSON.stringify({
      commandId: randomBytes(16).toString('hex'),
      clientSeed: randomBytes(16).toString('hex'),
      gameId: game?.id,
      commitment: game?.turn.draw.commitment,
    }),
  });
  expect(await played.text()).toContain('result');
}
