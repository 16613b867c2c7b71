/** The built widget on pages that change without being loaded: there once, and at work. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { openAndClose, startShopPage, type ShopPage } from '../helper/shop-page.ts';

const turbo = readFileSync(
  new URL('../../node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js', import.meta.url),
);

let shopPage: ShopPage;
let browser: Browser;

beforeAll(async () => {
  shopPage = await startShopPage(({ url: server }, url, response) => {
    if (url === '/turbo.js') {
      response.setHeader('content-type', 'text/javascript').end(turbo);
      return;
    }
    const [place = 'head', name = 'one'] = url.slice(1).split('/');
    const tag = `<script async src="${server}/v1/fairground.js" data-site="demo"></script>`;
    const other = name === 'one' ? 'two' : 'one';
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
      ${place === 'plain' ? '' : '<script type="module" src="/turbo.js"></script>'}
      ${place === 'body' ? '' : tag}</head>
      <body><h1>${name}</h1><a href="/${place}/${other}">To ${other}</a>
      <fairground-wheel></fairground-wheel>${place === 'body' ? tag : ''}</body></html>`);
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await shopPage.close();
});

/** How many of ours are on the page. */
async function count(page: Page): Promise<Record<string, number>> {
  return {
    launchers: await page.locator('fairground-launcher').count(),
    panels: await page.locator('fairground-panel').count(),
    wheels: await page.locator('body > fairground-wheel .disc').count(),
  };
}

describe.each(['head', 'body'])('with the tag in the %s', (place) => {
  it('is there once after a visit and after the way back, and opens', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(`${shopPage.origin}/${place}/one`);
    await openAndClose(page);
    await page.evaluate(() => Object.assign(window, { isSame: true }));

    await page.getByRole('link', { name: 'To two' }).click();
    await page.getByRole('heading', { name: 'two' }).waitFor();
    await openAndClose(page);
    expect(await count(page)).toEqual({ launchers: 1, panels: 1, wheels: 1 });

    await page.goBack();
    await page.getByRole('heading', { name: 'one' }).waitFor();
    await openAndClose(page);
    await expect.poll(() => count(page)).toEqual({ launchers: 1, panels: 1, wheels: 1 });
    // Nothing was loaded anew: it was Turbo that changed the page.
    expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

it('a link to a place opens it where Turbo takes the link over, and once more', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${shopPage.origin}/head/one`);
  await openAndClose(page);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const link = async (): Promise<void> => {
    await page.evaluate(() => {
      const made = Object.assign(document.createElement('a'), {
        href: '/head/two#fairground=wallet',
      });
      made.textContent = 'My prizes';
      document.body.prepend(made);
    });
    await page.getByRole('link', { name: 'My prizes' }).click();
  };
  const panel = page.locator('fairground-panel');
  for (const _ of ['from another page', 'from there']) {
    await link();
    await page.getByRole('heading', { name: 'two' }).waitFor();
    await panel.locator('fairground-wallet').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.locator('dialog[open]').waitFor({ state: 'detached' });
  }
  expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true);
  await context.close();
});

describe('on a page that lives on', () => {
  async function visit(): Promise<Page> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${shopPage.origin}/plain/one`);
    return page;
  }

  it('a link to a place opens it again when it is pressed again', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '#fairground=wallet' });
      link.textContent = 'My prizes here';
      document.body.prepend(link);
    });
    const panel = page.locator('fairground-panel');
    for (const _ of ['once', 'again']) {
      await page.getByRole('link', { name: 'My prizes here' }).click();
      await panel.locator('fairground-wallet').waitFor();
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await page.context().close();
  });

  it('is back, and opens, when the page writes all of its body anew', async () => {
    const page = await visit();
    await openAndClose(page);
    await page.evaluate(() => {
      document.body.innerHTML = '<h1>drawn again</h1><fairground-wheel></fairground-wheel>';
    });
    await openAndClose(page);
    await expect.poll(() => count(page)).toEqual({ launchers: 1, panels: 1, wheels: 1 });
    await page.context().close();
  });

  it('takes no turns without end with a page that takes out what it does not know', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const clean = (): void => document.querySelector('fairground-launcher')?.remove();
      new MutationObserver(clean).observe(document.body, { childList: true });
      clean();
    });
    expect(await page.evaluate(() => document.title)).not.toBe('');
    await page.context().close();
  });
});
