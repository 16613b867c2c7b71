/** What a page asks for before anybody touches it, what opens by itself, and what is shared. */
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { startDemo, type Demo } from '../helper/demo.ts';
import { startShopPage, type ShopPage } from '../helper/shop-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe('on the demo shop', () => {
  let demo: Demo;

  beforeAll(async () => {
    demo = await startDemo();
  });

  afterAll(() => demo.close());

  async function visit(path: string): Promise<Page> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const attended = page.waitForResponse('**/page.js');
    await page.goto(demo.shop.url + path);
    await attended;
    return page;
  }

  it('a page asks for two files of ours, 3 KB, until somebody touches it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: Promise<number>[] = [];
    page.on('response', (response) => {
      const sizes = async (): Promise<number> =>
        (await response.request().sizes()).responseBodySize;
      if (response.url().startsWith(demo.app.url)) asked.push(sizes());
    });
    await page.goto(`${demo.shop.url}/privacy?lang=en`);
    await page.waitForResponse('**/page.js');
    await page.waitForTimeout(1_000);
    const bytes = await Promise.all(asked);
    expect(bytes).toHaveLength(2);
    expect(bytes[0]).toBeLessThanOrEqual(2_000);
    expect(bytes[1]).toBeLessThanOrEqual(1_200);
    await context.close();
  });

  it('the wheel comes as a pointer leaves the cart, once, and rests after that', async () => {
    const page = await visit('/cart?lang=en');
    const open = page.locator('fairground-panel dialog[open]');
    const leave = async (): Promise<void> => {
      await page.mouse.move(300, 200);
      await page.mouse.move(300, -10);
    };
    await leave();
    await page.getByRole('button', { name: /^Spin/ }).waitFor();
    expect(await open.count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => open.count()).toBe(0);
    await leave();
    const attended = page.waitForResponse('**/page.js');
    await page.reload();
    await attended;
    await leave();
    // Another tab is another visit, and the rest of three days holds there too.
    const next = await page.context().newPage();
    const attendedToo = next.waitForResponse('**/page.js');
    await next.goto(`${demo.shop.url}/cart?lang=en`);
    await attendedToo;
    await next.mouse.move(300, 200);
    await next.mouse.move(300, -10);
    await page.waitForTimeout(1_000);
    expect(await open.count()).toBe(0);
    expect(await next.locator('fairground-panel').count()).toBe(0);
    await page.context().close();
  });

  it('nothing comes by itself on another page', async () => {
    const page = await visit('/privacy?lang=en');
    await page.mouse.move(300, 200);
    await page.mouse.move(300, -10);
    await page.waitForTimeout(1_000);
    expect(await page.locator('fairground-panel').count()).toBe(0);
    await page.context().close();
  });
});

describe('on a page with a strict policy', () => {
  let shopPage: ShopPage;
  const bodies: Readonly<Record<string, string>> = {
    '/several': `${'<fairground-wheel game="lucky-wheel"></fairground-wheel>'.repeat(2)}
      <fairground-wheel game="token-wheel"></fairground-wheel>
      <fairground-scratch></fairground-scratch><fairground-wallet></fairground-wallet>`,
    '/own-launcher': '<fairground-launcher label="Win tea"><b>Win</b></fairground-launcher>',
    '/in-place': '<fairground-panel mode="inline"></fairground-panel>',
  };

  beforeAll(async () => {
    shopPage = await startShopPage(({ url: server }, url, response) => {
      const tag = (site: string): string =>
        `<script src="${server}/v1/fairground.js" data-site="${site}"></script>`;
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${server}; connect-src ${server}; style-src 'none';
          require-trusted-types-for 'script'; trusted-types lit-html`.replaceAll(/\s+/g, ' '),
      );
      const tags = { '/twice': ['demo', 'demo'], '/two-sites': ['demo', 'other'] }[url] ?? ['demo'];
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
        <meta name="viewport" content="width=device-width">${tags.map(tag).join('')}
        <main><h1>A shop</h1>${bodies[url] ?? ''}</main></html>`);
    });
  });

  afterAll(() => shopPage.close());

  async function visit(path: string): Promise<{ page: Page; said: string[] }> {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    const said: string[] = [];
    page.on('console', (message: ConsoleMessage) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const attended = page.waitForResponse('**/page.js');
    await page.goto(shopPage.origin + path);
    await attended;
    return { page, said };
  }

  it('a second tag of the same site changes nothing', async () => {
    const { page, said } = await visit('/twice');
    expect(await page.locator('fairground-launcher').count()).toBe(1);
    await page.waitForTimeout(300);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('a tag of another site is left out, and the console says so', async () => {
    const { page, said } = await visit('/two-sites');
    const warning = 'fairground: this page is for the site "demo"; "other" is left out';
    await expect.poll(() => said).toEqual([warning]);
    expect(await page.locator('fairground-launcher').count()).toBe(1);
    await page.context().close();
  });

  it('elements of one game, of another, and the panel share a session and a wallet', async () => {
    const { page, said } = await visit('/several');
    const [first, second, other] = [0, 1, 2].map((at) =>
      page.locator('main fairground-wheel').nth(at),
    );
    const scratch = page.locator('fairground-scratch').getByRole('button').first();
    await scratch.waitFor();
    await other
      ?.getByText(/points/)
      .first()
      .waitFor();
    const says = second?.locator('.say');
    const before = await says?.textContent();
    const sent: string[] = [];
    page.on('request', (request) => {
      const name = /shopper\.(start|play)\b/.exec(request.url())?.[1];
      if (name) sent.push(name);
    });
    await first?.getByRole('button', { name: /^Spin/ }).click();
    await first?.getByText('Draw verified on your device').waitFor();
    await expect.poll(() => says?.textContent()).not.toBe(before);
    const after = await says?.textContent();
    await page.getByRole('button', { name: 'Open the prize wheel' }).click();
    const inPanel = page.locator('fairground-panel fairground-wheel').locator('.say');
    await expect.poll(() => inPanel.textContent()).toBe(after);
    expect(sent).toEqual(['play']);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('a launcher of the page’s own keeps its place, its label and its picture', async () => {
    const { page, said } = await visit('/own-launcher');
    expect(await page.locator('fairground-launcher').count()).toBe(1);
    await page.getByRole('button', { name: 'Win tea' }).click();
    await page.getByRole('button', { name: /^Spin/ }).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('a panel in the page keeps its room and is played there', async () => {
    const { page, said } = await visit('/in-place');
    await page.locator('main fairground-panel').getByRole('button', { name: /^Spin/ }).click();
    await page.getByText('Draw verified on your device').waitFor();
    expect(await page.locator('fairground-panel').count()).toBe(1);
    expect(said).toEqual([]);
    await page.context().close();
  });
});
