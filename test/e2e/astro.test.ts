/**
 * The built widget on pages between which a client router goes as Astro's does: there once, and at
 * work, with whatever of it the page has persist. See test/helper/client-router.ts.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { clientRouter } from '../helper/client-router.ts';
import { openAndClose, startShopPage, type ShopPage } from '../helper/shop-page.ts';

let shopPage: ShopPage;
let browser: Browser;

beforeAll(async () => {
  shopPage = await startShopPage(({ url: server }, url, response) => {
    if (url === '/router.js') {
      response.setHeader('content-type', 'text/javascript').end(clientRouter());
      return;
    }
    const [place = 'head', name = 'one'] = url.slice(1).split('/');
    const again = place === 'rerun' ? 'data-astro-rerun' : '';
    const persists = (id: string): string =>
      place === 'persist' ? `data-astro-transition-persist="${id}"` : '';
    const source = `src="${server}/v1/fairground.js"`;
    const tag = `<script async ${source} data-site="demo" ${again}></script>`;
    const stub = `<script ${again}>window.fairground ??= function () {
      (fairground.q ??= []).push([...arguments]); };</script>`;
    const other = name === 'one' ? 'two' : 'one';
    const isInBody = place === 'body' || place === 'rerun';
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
      <meta name="astro-view-transitions-enabled" content="true">
      <style>body { font-family: Georgia }</style>${stub}${isInBody ? '' : tag}
      <script type="module" src="/router.js"></script></head>
      <body><h1>${name}</h1><a href="/${place}/${other}">To ${other}</a>
      <fairground-launcher ${persists('launcher')}></fairground-launcher>
      <fairground-wheel ${persists('wheel')}></fairground-wheel>
      ${isInBody ? tag : ''}</body></html>`);
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await shopPage?.close();
});

/** A page that counts what is left on whatever outlives an element. */
async function visit(
  place: string,
  isAttended = false,
): Promise<{ page: Page; trouble: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.addInitScript(() => {
    const loads: string[] = [];
    Object.assign(window, { loads });
    document.addEventListener('astro:page-load', () => loads.push(location.pathname));
    const listeners: Record<string, number> = {};
    const count = (type: string, by: number): void => {
      listeners[type] = (listeners[type] ?? 0) + by;
    };
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const outlives = (target: unknown): boolean =>
      [undefined, window, document, document.documentElement].some((one) => one === target);
    EventTarget.prototype.addEventListener = function (...words: Parameters<typeof add>) {
      if (outlives(this)) count(words[0], 1);
      add.apply(this ?? window, words);
    };
    EventTarget.prototype.removeEventListener = function (...words: Parameters<typeof remove>) {
      if (outlives(this)) count(words[0], -1);
      remove.apply(this ?? window, words);
    };
    Object.assign(window, { listenersLeft: () => listeners });
  });
  const attended = isAttended && page.waitForResponse('**/page.js');
  await page.goto(`${shopPage.origin}/${place}/one`);
  await attended;
  await page.locator('body > fairground-wheel .disc').waitFor();
  return { page, trouble };
}

/** Until the router has said that the other page is there. */
async function goTo(page: Page, name: string, act: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => Reflect.get(window, 'loads').length);
  await act();
  await page.waitForFunction((count) => Reflect.get(window, 'loads').length > count, before);
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

const follow = (page: Page, name: string): Promise<void> =>
  goTo(page, name, () => page.getByRole('link', { name: `To ${name}` }).click());

/** How many of ours are on the page, and how many of them work. */
async function count(page: Page): Promise<Record<string, number>> {
  return {
    launchers: await page.locator('fairground-launcher button').count(),
    panels: await page.locator('fairground-panel').count(),
    wheels: await page.locator('body > fairground-wheel .disc').count(),
    beside: await page.locator('html > :not(head, body)').count(),
  };
}

const once = { launchers: 1, panels: 1, wheels: 1, beside: 0 };

describe.each(['head', 'body', 'rerun', 'persist'])('with the tag or its parts: %s', (place) => {
  it('is there once after a visit and after the way back, and opens', async () => {
    const { page, trouble } = await visit(place);
    await openAndClose(page);
    await follow(page, 'two');
    await openAndClose(page);
    await expect.poll(() => count(page)).toEqual(once);
    await goTo(page, 'one', () => page.goBack());
    await openAndClose(page);
    await expect.poll(() => count(page)).toEqual(once);
    // Nothing was loaded anew.
    expect(await page.evaluate(() => Reflect.get(window, 'loads'))).toHaveLength(3);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

it('six visits leave no listener behind', async () => {
  const { page, trouble } = await visit('rerun', true);
  await follow(page, 'two');
  await openAndClose(page);
  const left = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'listenersLeft')());
  const before = await left();
  for (let visits = 0; visits < 3; visits += 1) {
    await follow(page, 'one');
    await follow(page, 'two');
  }
  await openAndClose(page);
  expect(await left()).toEqual(before);
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('a panel that was open does not follow, holds nothing up, and opens again', async () => {
  const { page, trouble } = await visit('head');
  await page.locator('fairground-launcher button').click();
  await page.locator('fairground-panel dialog[open]').waitFor();
  await goTo(page, 'two', () =>
    page.evaluate(() => document.querySelector<HTMLAnchorElement>('body > a')?.click()),
  );
  expect(await page.locator('dialog[open]').count()).toBe(0);
  // Nothing lies over the page: what is on it can be pressed.
  await follow(page, 'one');
  await openAndClose(page);
  await expect.poll(() => count(page)).toEqual(once);
  expect(trouble).toEqual([]);
  await page.context().close();
});

it('a wheel that persists comes to rest, keeps its prize, and is played on', async () => {
  const { page, trouble } = await visit('persist');
  const wheel = page.locator('body > fairground-wheel');
  const result = wheel.locator('.result .say');
  await wheel.getByRole('button', { name: 'Spin the wheel' }).click();
  await wheel.getByRole('button', { name: 'Skip' }).waitFor();
  await follow(page, 'two');
  const said = await result.innerText();
  await follow(page, 'one');
  expect(await result.innerText()).toBe(said);
  await wheel.locator('.spin').click();
  await wheel.getByRole('button', { name: 'Skip' }).click();
  await result.waitFor();
  expect(trouble).toEqual([]);
  await page.context().close();
});
