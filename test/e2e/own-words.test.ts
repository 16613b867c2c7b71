/** A shop's own sentences in the built panel, whose own ones have no names. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { startShopPage, type ShopPage } from '../helper/shop-page.ts';

const words = {
  en: { close: 'Back to the tea', history: 'Leaf log', historyEmpty: 'No leaves yet.' },
};
const openAtWallet = '/#fairground=wallet';

let browser: Browser;
let own: ShopPage;
let plain: ShopPage;

beforeAll(async () => {
  browser = await launchBrowser();
  own = await start({ words });
  plain = await start({});
});

afterAll(async () => {
  await browser.close();
  await own.close();
  await plain.close();
});

function start(site: Parameters<typeof startShopPage>[1]): Promise<ShopPage> {
  return startShopPage(
    ({ url }, _, response) =>
      response.end(`<!doctype html><html lang="en"><title>A shop</title>
        <script src="${url}/v1/fairground.js" data-site="demo"></script></html>`),
    site,
  );
}

async function visit(shop: ShopPage): Promise<{ page: Page; asked: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(shop.origin + openAtWallet);
  return { page, asked };
}

it('stand in place of ours, first and later ones', async () => {
  const { page } = await visit(own);
  await page.getByRole('button', { name: 'Back to the tea' }).waitFor();
  await page.getByRole('button', { name: 'Leaf log' }).click();
  await page.getByText('No leaves yet.').waitFor();
});

it('cost a shop without any no request', async () => {
  const { page, asked } = await visit(plain);
  await page.getByRole('heading', { name: 'My prizes' }).waitFor();
  expect(asked.filter((url) => url.includes('/names-'))).toEqual([]);
});
