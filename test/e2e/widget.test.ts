/** The built widget on a strict page, against the real server: one journey, and a broken one. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../server/app.ts';
import { words as vietnameseCheck } from '../../shared/words/verify/vi.ts';
import { launchBrowser } from '../helper/browser.ts';
import { startShopPage, type ShopPage } from '../helper/shop-page.ts';

let shopPage: ShopPage;
let app: App;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  shopPage = await startShopPage((_, url, response) => {
    response.setHeader('content-security-policy', policy());
    response.end(page(url));
  });
  ({ app, origin } = shopPage);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await shopPage.close();
});

/** What a careful shop sends: nothing inline, no markup from strings but Lit's own. */
function policy(): string {
  return [
    "default-src 'none'",
    `script-src ${app.url}`,
    `connect-src ${app.url}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

function page(url: string): string {
  const inline = url.includes('inline') ? '<fairground-wheel></fairground-wheel>' : '';
  const lang = url.includes('vi') ? 'vi' : 'en';
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A shop</title>
    <meta name="viewport" content="width=device-width">
    <script src="${app.url}/v1/fairground.js" data-site="demo"></script>
    <main><h1>A shop</h1>${inline}<p>Below</p></main></html>`;
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  await opened.addInitScript(() => {
    const trouble: string[] = [];
    Object.assign(window, { trouble, shift: 0 });
    addEventListener('error', (event) => trouble.push(event.message));
    addEventListener('unhandledrejection', (event) => trouble.push(String(event.reason)));
    addEventListener('securitypolicyviolation', (event) => trouble.push(event.violatedDirective));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, {
          shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value'),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await opened.goto(origin + path);
  return opened;
}

async function troubleOf(opened: Page): Promise<unknown> {
  return opened.evaluate(() => Reflect.get(window, 'trouble'));
}

it('is played through with the keyboard, on a page that forbids nearly everything', async () => {
  const shop = await visit('/', { viewport: { width: 390, height: 844 } });
  const launcher = shop.getByRole('button', { name: 'Open the prize wheel' });
  await launcher.focus();
  await shop.keyboard.press('Enter');
  const spin = shop.getByRole('button', { name: 'Spin the wheel' });
  await spin.waitFor();
  await tabTo(shop, 'Spin the wheel');
  await shop.keyboard.press('Enter');
  await tabTo(shop, 'Skip to the result');
  await shop.keyboard.press('Enter');
  await shop.getByText('Draw verified on your device').waitFor();
  await tabTo(shop, 'Play');
  await shop.keyboard.press('ArrowRight');
  await shop.keyboard.press('ArrowRight');
  await shop.getByRole('button', { name: 'Fair play' }).focus();
  await shop.keyboard.press('Enter');
  await shop.getByRole('heading', { name: 'The odds' }).waitFor();
  await shop.keyboard.press('Escape');
  await expect.poll(() => shop.locator('fairground-panel dialog[open]').count()).toBe(0);
  expect(await launcher.evaluate((button) => button.matches(':focus'))).toBe(true);
  expect(await troubleOf(shop)).toEqual([]);
});

it('settles a play whose answer was lost when the page comes back, once', async () => {
  const shop = await visit('/');
  const sent: string[] = [];
  shop.on('request', (request) => {
    if (request.url().endsWith('play')) sent.push(request.postDataJSON()?.commandId);
  });
  await shop.route('**/shopper.play', async (route) => {
    // The server hears it; the page never hears back.
    await route.fetch().catch(() => undefined);
    await route.abort().catch(() => undefined);
  });
  await shop.getByRole('button', { name: 'Open the prize wheel' }).click();
  await shop.getByRole('button', { name: 'Spin the wheel' }).click();
  await expect.poll(() => sent.length, { timeout: 10_000 }).toBeGreaterThan(1);
  await shop.goto('about:blank');
  await shop.unroute('**/shopper.play');
  await shop.goto(origin);
  await shop.getByRole('button', { name: 'Open the prize wheel' }).click();
  await shop.getByText('From your last spin here:').waitFor();
  expect(new Set(sent).size).toBe(1);
  await shop.getByRole('tab', { name: 'You' }).click();
  await shop.getByRole('button', { name: 'Fair play' }).click();
  await expect.poll(() => shop.getByRole('button', { name: 'Receipt' }).count()).toBe(1);
  expect(
    await shop.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('pending'))),
  ).toEqual([]);
});

it('reserves the place of a wheel inside the page and moves nothing', async () => {
  const shop = await visit('/inline', { reducedMotion: 'reduce' });
  await shop.locator('fairground-wheel').getByRole('button', { name: 'Spin the wheel' }).click();
  await shop.getByText('Draw verified on your device').waitFor();
  expect(await shop.evaluate(() => Reflect.get(window, 'shift'))).toBeLessThan(0.005);
  expect(await troubleOf(shop)).toEqual([]);
});

it('leads from a receipt to the page that checks it, in the same language', async () => {
  const shop = await visit('/inline?vi', { reducedMotion: 'reduce' });
  await shop.locator('fairground-wheel').getByRole('button', { name: 'Quay ngay' }).click();
  await shop.locator('fairground-mark button').click();
  const opened = shop.waitForEvent('popup');
  await shop.getByRole('link', { name: 'Tự kiểm tra từng byte' }).click();
  const check = await opened;
  await check.getByRole('heading', { name: vietnameseCheck.allHolds }).waitFor();
  expect(new URL(check.url()).search).toBe('?vi');
});

it('checks a receipt on the verify page, and finds a forged one', async () => {
  const shop = await visit('/inline', { reducedMotion: 'reduce' });
  const answered = shop.waitForResponse('**/shopper.play');
  await shop.locator('fairground-wheel').getByRole('button', { name: 'Spin the wheel' }).click();
  const { receipt } = (await (await answered).json()).result.data;
  const check = await browser.newPage();
  await check.goto(`${app.url}/verify/`);
  await check.getByLabel('The receipt').fill(JSON.stringify(receipt));
  await check.getByRole('button', { name: 'Check it' }).click();
  await check.getByRole('heading', { name: 'Everything holds' }).waitFor();
  await check
    .getByLabel('The receipt')
    .fill(JSON.stringify({ ...receipt, slot: receipt.slot + 1 }));
  await check.getByRole('button', { name: 'Check it' }).click();
  await check.getByRole('heading', { name: 'This receipt does not hold' }).waitFor();
});

it('opens from any element of the page, and from a link', async () => {
  const shop = await visit('/');
  await shop.getByRole('button', { name: 'Open the prize wheel' }).waitFor();
  await shop.evaluate(() => {
    const opener = document.createElement('a');
    opener.href = '/elsewhere';
    opener.dataset['fairgroundOpen'] = 'home';
    opener.textContent = 'To the fair';
    document.body.append(opener);
  });
  await shop.getByText('To the fair').click();
  await shop.getByRole('heading', { name: 'What you can do now' }).waitFor();
  await shop.keyboard.press('Escape');
  await shop.evaluate(() => {
    location.hash = 'fairground=wallet';
  });
  await shop.getByText('Nothing here yet.').waitFor();
  expect(await troubleOf(shop)).toEqual([]);

  const linked = await visit('/#fairground=fair');
  await linked.getByRole('heading', { name: 'The odds' }).waitFor();
});

it('moves into the new body of a page that swaps its own', async () => {
  const shop = await visit('/');
  const launcher = shop.getByRole('button', { name: 'Open the prize wheel' });
  await launcher.click();
  await shop.getByRole('button', { name: 'Spin the wheel' }).waitFor();
  await shop.keyboard.press('Escape');
  await shop.evaluate(() => {
    const body = document.createElement('body');
    const main = document.createElement('main');
    main.append(document.createElement('fairground-wheel'));
    body.append(main);
    document.body.replaceWith(body);
  });
  await launcher.waitFor();
  expect(await shop.locator('fairground-launcher').count()).toBe(1);
  await shop.locator('main fairground-wheel').getByRole('button', { name: 'Spin' }).waitFor();
  await launcher.click();
  await shop.locator('fairground-panel').getByRole('tab', { name: 'Play' }).waitFor();
  expect(await troubleOf(shop)).toEqual([]);
});

async function tabTo(opened: Page, name: string): Promise<void> {
  const button = opened.getByRole('button', { name, exact: true });
  const wanted = button.or(opened.getByRole('tab', { name, exact: true }));
  await wanted.waitFor();
  for (let step = 0; step < 15; step += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await opened.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to “${name}”`);
}
