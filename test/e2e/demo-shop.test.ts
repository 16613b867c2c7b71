/** The demo shop against the real server: what its back end says over REST is understood. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoShop } from '../../demo/server.ts';
import { startDemoShop } from '../../demo/server.ts';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { identityKeyOf, secretKeyOf } from '../../server/http/keys.ts';
import { Browser } from '../demo/browser.ts';

let folder: string;
let app: App;
let shop: DemoShop;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairground-demo-'));
  app = await startApp(readConfig({ PORT: '0', FAIRGROUND_DATA: folder, LOG_LEVEL: 'silent' }));
  const source = await readFile(new URL('../../demo/programme.json', import.meta.url), 'utf8');
  const applied = await applyProgramme(app.deps, JSON.parse(source));
  expect(applied).toMatchObject({ ok: true });
  shop = await startDemoShop({
    host: '127.0.0.1',
    port: 0,
    fairground: {
      apiUrl: app.url,
      scriptUrl: `${app.url}/v1/fairground.js`,
      siteId: 'demo',
      secretKey: secretKeyOf(app.keys, 'demo'),
      identityKey: identityKeyOf(app.keys, 'demo'),
    },
  });
});
afterAll(async () => {
  await shop.close();
  await app.close();
  await rm(folder, { recursive: true });
});

async function grant(shopperId: string, prizeId: string): Promise<void> {
  const response = await fetch(`${app.url}/v1/shoppers/${shopperId}/vouchers`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secretKeyOf(app.keys, 'demo')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `grant-${shopperId}-${prizeId}`,
    },
    body: JSON.stringify({ prizeId, reason: 'A test' }),
  });
  expect(response.status).toBe(200);
}

async function signedIn(customer: string): Promise<Browser> {
  const browser = new Browser(shop.url);
  await browser.post('/sign-in', { customer, back: '/' });
  return browser;
}

it('a voucher is validated, held, redeemed once, and refused after that', async () => {
  await grant('khach-an', 'percent-10');
  const browser = await signedIn('khach-an');
  const code = /<code>(HIEN\w+)<\/code>/.exec((await browser.get('/orders')).text)?.[1] ?? '';
  await browser.post('/cart/add', { product: 'tra-cung-dinh', quantity: '1' });
  const small = await browser.post('/cart/code', { code });
  expect(small.text).toContain('Giỏ chưa đủ mức tối thiểu');

  await browser.post('/cart/set', { product: 'tra-cung-dinh', quantity: '4' });
  expect((await browser.get('/cart')).text).toContain('−38.000\u00a0₫');
  const order = await browser.buy();
  expect(order.path).toContain('note=thanks');
  expect(order.text).toContain('Đơn này được 34 điểm.');
  expect(order.text.match(/is-answered/g)).toHaveLength(2);

  await browser.post('/cart/add', { product: 'binh-thanh-ha', quantity: '1' });
  const used = await browser.post('/cart/code', { code });
  expect(used.text).toContain('Mã này đã được dùng.');
});

it('a refund takes points back, and a cancelled order keeps none', async () => {
  const browser = await signedIn('khach-binh');
  await browser.post('/cart/add', { product: 'am-men-ngoc', quantity: '1' });
  const order = await browser.buy();
  expect(order.text).toContain('Đơn này được 64 điểm.');
  const path = order.path.split('?')[0] ?? '';
  const refunded = await browser.post(`${path}/refund`, { amount: '320000' });
  expect(refunded.text).toContain('Đơn này được 32 điểm.');
  expect((await browser.get('/orders')).text).toContain('<strong>32</strong>');
  const cancelled = await browser.post(`${path}/cancel`, {});
  expect(cancelled.text).toContain('Đơn này được 0 điểm.');
});

it('an apology arrives as points, or as a code that the cart takes', async () => {
  const browser = await signedIn('khach-chi');
  await browser.post('/cart/add', { product: 'so-giay-do', quantity: '1' });
  const order = await browser.buy();
  await browser.post(`${order.path.split('?')[0]}/apologise`, { gift: 'voucher' });
  expect((await browser.get('/orders')).text).toContain('HIEN-FREESHIP');
  await browser.post('/cart/add', { product: 'so-giay-do', quantity: '1' });
  const cart = await browser.post('/cart/code', { code: 'HIEN-FREESHIP' });
  expect(cart.text).toContain('Đã dùng mã HIEN-FREESHIP');
});

it('every kind of mistaken code gets a sentence, not a failure', async () => {
  const browser = await signedIn('khach-chi');
  await browser.post('/cart/add', { product: 'dia-men-lam', quantity: '1' });
  for (const code of ['ab', 'NO-SUCH-CODE', '<script>', 'mã có dấu', '  ']) {
    const { status, text } = await browser.post('/cart/code', { code });
    expect(status).toBe(200);
    if (code.trim() !== '') expect(text).toContain('id="code-problem"');
  }
});
