/** One shopper's way through the demo shop, from the first push to the figures of the office. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAt } from '../../server/core/time.ts';
import { audit } from '../../server/flow/audit.ts';
import { overview } from '../../server/flow/overview.ts';
import { projectFigures } from '../../server/flow/project-figures.ts';
import type { OverviewReply } from '../../shared/schema/admin-api.ts';
import { launchBrowser } from '../helper/browser.ts';
import { startDemo, sureProgramme, type Demo } from '../helper/demo.ts';

const playsPerDayMax = 2;
const nextSpin = /No plays left today\. The next one is tomorrow at 00:00\./;

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let panel: Locator;
let code = '';
const complaints: string[] = [];

beforeAll(async () => {
  demo = await startDemo(sureProgramme('percent-10', playsPerDayMax));
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  panel = page.locator('fairground-panel');
  await visit('/privacy?lang=en');
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

// One evening, in order: each step stands on the one before.
describe('a guest', () => {
  it('wins a voucher that their own browser has checked', async () => {
    // The page is another site than the server: nothing may hang on its cookies.
    expect(new URL(page.url()).hostname).not.toBe(new URL(demo.app.url).hostname);
    await page.getByRole('complementary').getByRole('button', { name: 'Allow' }).click();
    await openPanel();
    await panel.getByRole('button', { name: 'Spin the wheel' }).click();
    await panel.getByRole('button', { name: 'Skip to the result' }).click();
    await panel.getByText('You won 10% off.').first().waitFor();
    await panel.getByText('Draw verified on your device').waitFor();
    expect(await panel.getByText('For orders from ₫200,000').count()).toBe(1);
    expect(await context.cookies(demo.app.url)).toEqual([]);
  });

  it('tears the ticket off and sees its code', async () => {
    await panel.getByRole('button', { name: 'Tear it off' }).click();
    const shown = panel.locator('fairground-wheel fairground-ticket code');
    await shown.waitFor();
    code = (await shown.textContent()) ?? '';
    expect(code).toMatch(/^HIEN[0-9A-Z]+$/);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Copy the code' }).click();
    await panel.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  it('finds it in the wallet after a reload', async () => {
    await page.reload();
    await openPanel();
    await openTab('My prizes');
    const ticket = panel.locator('fairground-wallet fairground-ticket');
    await ticket.waitFor();
    expect(await ticket.count()).toBe(1);
    expect(await ticket.locator('code').textContent()).toBe(code);
    expect(await ticket.getByRole('button', { name: 'Tear it off' }).count()).toBe(0);
  });

  it('gets a tenth off in the cart, and in the order that is confirmed', async () => {
    await visit('/p/tra-sen-tinh-tam');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await visit('/cart');
    await page.getByLabel('Voucher code').fill(code);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText(`Code ${code} applied`).waitFor();
    // 285,000 − 28,500, and 30,000 for the way.
    expect(await amounts()).toEqual([285_000, -28_500, 30_000, 286_500]);

    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Full name').fill('Mai');
    await page.getByLabel('Phone').fill('0905 111 222');
    await page.getByLabel('Address').fill('3 Lê Lợi, Huế');
    await page.getByRole('button', { name: /^Place order/ }).click();
    await page.getByRole('heading', { name: 'Thank you, Mai.' }).waitFor();
    expect(await amounts()).toEqual([285_000, -28_500, 30_000, 286_500]);
    // Order and redemption were told to Fairground, and it took both.
    expect(await page.locator('.call.is-answered').count()).toBe(2);
  });

  it('sees the voucher stamped in the wallet, and the cart takes it no more', async () => {
    await openPanel();
    await openTab('My prizes');
    await panel.locator('fairground-wallet .stamp', { hasText: 'Used' }).waitFor();
    await visit('/p/tra-sen-tinh-tam');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await visit('/cart');
    await page.getByLabel('Voucher code').fill(code);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('This code has been used.').waitFor();
  });

  it('stands in the office’s figures once, with what the order brought', async () => {
    const { totals } = await figuresWith(({ funnel }) =>
      funnel.every(({ shoppers }) => shoppers.value === 1),
    );
    expect(totals.plays.value).toBe(1);
    expect(totals.vouchers.value).toBe(1);
    expect(totals.attributedRevenue.value).toBe(256_500);
  });

  it('wins points with the last spin of the day, and hears when the next one is', async () => {
    await demo.apply(sureProgramme('points-50', playsPerDayMax));
    await visit('/privacy');
    await openPanel();
    await panel.getByRole('button', { name: 'Spin the wheel' }).click();
    await panel.getByRole('button', { name: 'Skip to the result' }).click();
    await panel.getByText('You won 50 points.').first().waitFor();
    await panel.getByText(nextSpin).first().waitFor();
    expect(await panel.getByRole('button', { name: /^Spin/ }).count()).toBe(0);
    await page.reload();
    await openPanel();
    await panel.getByText(nextSpin).first().waitFor();
  });
});

describe('who signs in', () => {
  it('keeps the wallet and the points, and gets no new spins', async () => {
    await visit('/sign-in?back=/privacy');
    const identified = page.waitForResponse('**/shopper.identify');
    await page.getByRole('button', { name: /Nguyễn Hoài An/ }).click();
    expect((await identified).status()).toBe(200);
    await openPanel();
    await panel.getByText(nextSpin).first().waitFor();
    await openTab('My prizes');
    await panel.locator('fairground-wallet').getByText('50 points').waitFor();
    expect(await panel.locator('fairground-wallet code').allTextContents()).toEqual([code]);
    // The shop's own page asks over REST, and hears the same.
    await visit('/orders');
    expect(await page.locator('.points strong').textContent()).toBe('50');
  });

  it('leaves nothing behind in this browser when they sign out', async () => {
    // The page where they sign out is left before the panel could have been told.
    await page.route('**/panel-*.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${demo.shop.url}/`);
    await page.unroute('**/panel-*.js');
    await visit('/privacy');
    await openPanel();
    await panel.getByRole('button', { name: 'Spin the wheel' }).waitFor();
    await openTab('My prizes');
    await panel.getByText('Nothing here yet.').waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('fairground.');
  });
});

describe('without a line', () => {
  it('hears so, and the play that was pushed is settled once when it is back', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('shopper.play')) sent.push(request.postDataJSON().commandId);
    });
    await openTab('Play');
    await context.setOffline(true);
    await panel.getByRole('button', { name: 'Spin the wheel' }).click();
    await panel.getByText('We lost the line. Your play is safe').first().waitFor();
    expect(sent.length).toBeGreaterThan(1);

    await context.setOffline(false);
    await panel.getByText('From your last spin here:').waitFor();
    await panel.getByText('You won 50 points.').first().waitFor();
    expect(new Set(sent).size).toBe(1);
    await openTab('You');
    await panel.getByRole('button', { name: 'Fair play' }).click();
    await panel.getByRole('button', { name: 'Receipt' }).first().waitFor();
    expect(await panel.getByRole('button', { name: 'Receipt' }).count()).toBe(1);
    const { totals } = await figuresWith(({ totals: { plays } }) => plays.value >= 3);
    expect(totals.plays.value).toBe(3);
    expect(totals.shoppers.value).toBe(2);
  });
});

describe('afterwards', () => {
  it('the books add up, and no page met an error', async () => {
    expect(await audit(demo.app.deps)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

async function visit(path: string): Promise<void> {
  await page.goto(demo.shop.url + path);
}

async function openPanel(): Promise<void> {
  await page.getByRole('button', { name: 'Open the prize wheel' }).click();
  await panel.getByRole('tab', { name: 'Play' }).waitFor();
}

async function openTab(name: string): Promise<void> {
  await panel.getByRole('tab', { name }).click();
}

/** Goods, discount, delivery and total, as the page shows them, in dong. */
async function amounts(): Promise<number[]> {
  const texts = await page.locator('.totals dd').allTextContents();
  return texts.map((text) => Number(text.replace(/[−-]/, '-').replace(/[^\d-]/g, '')));
}

/** The figures of today, as soon as they have come that far. */
async function figuresWith(isThere: (reply: OverviewReply) => boolean): Promise<OverviewReply> {
  const { deps } = demo.app;
  const { day } = dayAt(deps.clock(), 'Asia/Ho_Chi_Minh');
  const input = { siteId: 'demo', from: day, to: day };
  let last: OverviewReply | undefined;
  await expect
    .poll(
      async () => {
        await projectFigures(deps);
        const answer = await overview(deps, input, `${demo.app.url}/v1/fairground.js`);
        if (answer.ok) last = answer.value;
        return last && isThere(last);
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  if (!last) throw new Error('no figures');
  return last;
}
