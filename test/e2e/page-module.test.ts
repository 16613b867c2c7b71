/** What a page asks for before anybody touches it, what opens by itself, and what is shared. */
import { SignJWT } from 'jose';
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

  it('a page asks for two files of ours, 3.5 KB, until somebody touches it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: Promise<number>[] = [];
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
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
    expect(bytes[1]).toBeLessThanOrEqual(1_700);
    expect(said).toEqual([]);
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
    '/right': `<button data-fairground-open="wallet">Mine</button>
      <fairground-wheel game="lucky-wheel"></fairground-wheel>
      <fairground-fair-play></fairground-fair-play>`,
    '/elements': '<fairground-whele></fairground-whele>'.repeat(2),
    '/games': `<fairground-wheel game="lucky-whel"></fairground-wheel>
      <button data-fairground-open="foil-tickt">Scratch</button>`,
  };
  const attributes: Readonly<Record<string, string>> = {
    '/module': 'type="module" data-position="start"',
    '/right': `data-locale="en-GB" data-theme="tet" data-position="start" data-mode="floating"
      data-launcher="" data-consent="denied" data-cfasync="false" data-turbo-track="reload"
      data-cookieconsent="ignore" data-consent-category="marketing" data-no-defer
      data-layout="a" data-content="b" data-module="c" data-post-id="4" data-location="e"`,
    '/attributes': `data-locale="english" data-theme="Tet" data-position="left" data-mode="float"
      data-launcher="no" data-consent="yes" data-lang="vi" data-postion="start"
      data-site-id="demo"`,
  };

  beforeAll(async () => {
    shopPage = await startShopPage(({ url: server }, url, response) => {
      const tag = (site: string): string =>
        `<script src="${server}/v1/fairground.js" data-site="${site}" ${attributes[url] ?? ''}>
        </script>`;
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${server}; connect-src ${server}; style-src 'none';
          require-trusted-types-for 'script'; trusted-types lit-html`.replaceAll(/\s+/g, ' '),
      );
      const tags = {
        '/twice': ['demo', 'demo'],
        '/two-sites': ['demo', 'other'],
        '/no-site': [''],
        '/unknown-site': ['dmeo'],
      }[url] ?? ['demo'];
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
        <meta name="viewport" content="width=device-width">${tags.map(tag).join('')}
        <main><h1>A shop</h1>${bodies[url] ?? ''}</main></html>`);
    });
  });

  afterAll(() => shopPage.close());

  async function visit(
    path: string,
    origin = shopPage.origin,
  ): Promise<{ page: Page; said: string[] }> {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    const said: string[] = [];
    page.on('console', (message: ConsoleMessage) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const attended = page.waitForResponse('**/page.js');
    await page.goto(origin + path);
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

  it('a tag of a module is a tag like others', async () => {
    const { page, said } = await visit('/module');
    const launcher = page.getByRole('button', { name: 'Open the prize wheel' });
    expect((await launcher.boundingBox())?.x).toBe(16);
    await launcher.click();
    await page.getByRole('button', { name: /^Spin/ }).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('a tag of another site is left out, and the console says so', async () => {
    const { page, said } = await visit('/two-sites');
    await expect.poll(() => said).toEqual([useless('the site "other" on a page of "demo"')]);
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

  describe('the console', () => {
    it('says nothing on a page that is right', async () => {
      const { page, said } = await visit('/right');
      await page.getByRole('button', { name: 'Mine' }).click();
      await page.locator('fairground-panel fairground-wallet').waitFor();
      await page.evaluate(() => {
        for (const words of [['close'], ['open', 'wheel'], ['consent', false], ['reset']]) {
          Reflect.get(window, 'fairground')(...words);
        }
      });
      await page.waitForTimeout(500);
      expect(said.filter((text) => text.includes('fairground:'))).toEqual([]);
      await page.context().close();
    });

    it.each([
      ['/no-site', 'the script tag needs data-site="…", with the id of your site'],
      ['/unknown-site', 'there is no site "dmeo" here: copy the tag from your admin page'],
    ])('tells the owner of %s about the site', async (path, why) => {
      const { page, said } = await visit(path);
      await expect.poll(() => said).toEqual([`fairground: ${why}`]);
      await page.context().close();
    });

    it('tells of an origin that is not listed', async () => {
      const origin = shopPage.origin.replace('127.0.0.1', 'localhost');
      const { page, said } = await visit('/', origin);
      const why = `add "${origin}" to "origins" of the site "demo": pages of it get no answer`;
      await expect.poll(() => said).toEqual([`fairground: ${why}`]);
      await page.context().close();
    });

    it('tells of every attribute of the tag that is not right', async () => {
      const { page, said } = await visit('/attributes');
      const odd = [...(attributes['/attributes'] ?? '').matchAll(/data-\S+/g)].map(([each]) =>
        useless(each),
      );
      expect(odd).toHaveLength(9);
      await expect.poll(() => said).toEqual(odd);
      await page.context().close();
    });

    it('tells of an element that does not exist, once', async () => {
      const { page, said } = await visit('/elements');
      await expect.poll(() => said).toEqual([useless('<fairground-whele>')]);
      await page.context().close();
    });

    it('tells of games that are not there', async () => {
      const { page, said } = await visit('/games');
      const odd = ['game "lucky-whel"', 'game "foil-tickt"'].map(useless);
      await expect.poll(() => said).toEqual(odd.slice(0, 1));
      for (const times of [1, 2]) {
        await page.getByRole('button', { name: 'Scratch' }).click();
        await page.getByRole('button', { name: 'Close' }).click();
        await expect.poll(() => [times, said]).toEqual([times, odd]);
      }
      await page.context().close();
    });

    it('tells of calls before and after it listens, and of a token that is refused', async () => {
      const { page, said } = await visit('/');
      const call = (...words: string[]): Promise<void> =>
        page.evaluate((all) => Reflect.get(window, 'fairground')(...all), words);
      for (const name of ['opne', 'opne', 'clsoe']) await call(name);
      const token = new SignJWT({ sub: 'linh', jti: 'once-only' }).setProtectedHeader({
        alg: 'HS256',
      });
      await call('identify', await token.sign(Buffer.alloc(32, 'another key')));
      await expect
        .poll(() => said)
        .toEqual([
          useless('call "opne"'),
          useless('call "clsoe"'),
          expect.stringContaining('the server responded with a status of 401'),
          useless('token: signature verification failed'),
        ]);
      await page.context().close();
    });
  });
});

/** What the console says of a thing on the page that is not right. */
function useless(what: string): string {
  return `fairground: cannot use ${what}; see "When nothing shows" in the README`;
}
