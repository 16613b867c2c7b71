/**
 * What the shop's pages say, carry and refuse, over HTTP as a browser without JavaScript sees
 * them.
 */
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoShop } from '../../demo/server.ts';
import { products } from '../../demo/products.ts';
import { Browser, identityKey, openShop } from './browser.ts';
import { FakeFairground } from './fake-fairground.ts';

const fake = new FakeFairground();
let shop: DemoShop;
let browser: Browser;

beforeAll(async () => {
  await fake.start();
  shop = await openShop(fake);
});
beforeEach(() => {
  browser = new Browser(shop.url);
});
afterAll(async () => {
  await shop.close();
  await fake.close();
});

async function identityOf(path: string) {
  const { text } = await browser.get(path);
  const token = /name="shop-identity"\s+content="([^"]+)"/.exec(text)?.[1];
  if (token === undefined) return null;
  const key = new TextEncoder().encode(identityKey.secret);
  return jwtVerify(token, key, { algorithms: ['HS256'], audience: 'demo' });
}

it('shows the mails that a demo sends nowhere, as text and nothing else', async () => {
  expect((await browser.get('/mailbox')).status).toBe(404);
  const mail = { at: 0, to: 'anna@shop.example', subject: '123456 <b>', text: 'Code 123456' };
  const open = await openShop(fake, [5], () => [mail]);
  const visitor = new Browser(open.url);
  const { text, status } = await visitor.get('/mailbox?lang=en');
  await open.close();
  expect(status).toBe(200);
  expect(text).toContain('123456 &lt;b&gt;');
  expect(text).toContain('anna@shop.example');
  expect(text).toContain('href="/mailbox"');
});

describe('a page', () => {
  it('shows every product with its price and its picture', async () => {
    const { text } = await browser.get('/');
    for (const { id, name } of products) {
      expect(text).toContain(name.vi);
      expect(text).toContain(`/img/${id}.svg`);
      expect((await browser.get(`/img/${id}.svg`)).headers.get('content-type')).toBe(
        'image/svg+xml',
      );
      expect((await browser.get(`/p/${id}`)).status).toBe(200);
    }
  });

  it('carries nothing of Fairground’s but the tag and one element', async () => {
    const { text } = await browser.get('/?lang=en');
    const tag = /<script\s+async\s+([^>]*)>/.exec(text)?.[1]?.replaceAll(/\s+/g, ' ').trim();
    expect(tag).toBe(
      'crossorigin src="http://localhost:8787/v1/fairground.js" ' +
        'data-site="demo" data-locale="en" data-consent="denied"',
    );
    expect(text.match(/<fairground-/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|style="|\son\w+="/);
  });

  it('forbids every script, style and connection but its own and Fairground’s', async () => {
    const { headers } = await browser.get('/');
    const policy = headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self' http://localhost:8787",
      "style-src 'self'",
      "img-src 'self'",
      'connect-src http://localhost:8787',
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it('never holds a secret', async () => {
    await browser.post('/sign-in', { customer: 'khach-an', back: '/' });
    for (const path of ['/', '/orders', '/cart', '/shop.js']) {
      const { text } = await browser.get(path);
      expect(text).not.toContain(fake.secretKey);
      expect(text).not.toContain(identityKey.secret);
    }
  });

  it('speaks Vietnamese, and English from the link on', async () => {
    expect((await browser.get('/')).text).toContain('<html lang="vi">');
    expect((await browser.get('/?lang=en')).text).toContain('<html lang="en">');
    expect((await browser.get('/cart')).text).toContain('Your cart is empty.');
    expect((await browser.get('/cart?lang=xx')).text).toContain('<html lang="en">');
  });

  it('escapes what a visitor typed', async () => {
    const evil = '"><script>alert(1)</script>';
    await browser.post('/cart/add', { product: 'quat-giay', quantity: '1' });
    await browser.post('/cart/code', { code: evil });
    const cart = await browser.get('/cart');
    expect(cart.text).not.toContain('<script>alert');
    expect(cart.text).toContain('&lt;script&gt;alert(1)');
    const order = await browser.buy({ name: evil, address: evil });
    expect(order.path).toContain('/orders/');
    expect(order.text).not.toContain('<script>alert');
    const lost = await browser.get(`/p/${encodeURIComponent(evil)}?lang=en&x=${evil}`);
    expect(lost.status).toBe(404);
    expect(lost.text).not.toContain('<script>alert');
  });

  it.each(['/nothing', '/p/nothing', '/shelf/nothing', '/orders/H-1', '/a/b/c', '/shop.css/x'])(
    'answers 404 for %s',
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
    },
  );
});

describe('a form', () => {
  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['nowhere', { Origin: 'null' }],
    ['no origin at all', {}],
  ])('from %s changes nothing', async (_, headers) => {
    const { status } = await browser.post(
      '/cart/add',
      { product: 'quat-giay', quantity: '1' },
      headers,
    );
    expect(status).toBe(403);
    expect((await browser.get('/cart')).text).toContain('Giỏ còn trống.');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/.//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
  ])('never sends a visitor on to %s', async (back) => {
    const { path } = await browser.post('/sign-in', { customer: 'khach-an', back });
    expect(path).toBe('/');
  });

  it('keeps the answer about consent, and the tag says it', async () => {
    expect((await browser.get('/')).text).toContain('class="consent"');
    const { text } = await browser.post('/consent', { choice: 'yes', back: '/' });
    expect(text).toContain('data-consent="granted"');
    expect(text).not.toContain('class="consent"');
  });
});

describe('signing in', () => {
  it('vouches for the customer with a short-lived token of their own', async () => {
    await browser.post('/sign-in', { customer: 'khach-binh', back: '/' });
    const first = await identityOf('/');
    const second = await identityOf('/');
    expect(first?.protectedHeader).toMatchObject({ alg: 'HS256', kid: identityKey.kid });
    expect(first?.payload.sub).toBe('khach-binh');
    expect((first?.payload.exp ?? 0) - (first?.payload.iat ?? 0)).toBeLessThanOrEqual(900);
    expect(first?.payload.jti).not.toBe(second?.payload.jti);
  });

  it('vouches for nobody before it and after signing out', async () => {
    expect(await identityOf('/')).toBeNull();
    await browser.post('/sign-in', { customer: 'khach-an', back: '/' });
    await browser.post('/sign-out', {});
    expect(await identityOf('/')).toBeNull();
  });

  it('takes no one who is not a customer', async () => {
    expect((await browser.post('/sign-in', { customer: 'khach-x', back: '/' })).status).toBe(404);
    expect(await identityOf('/')).toBeNull();
  });

  it('renews the session’s id and keeps the cart', async () => {
    await browser.post('/cart/add', { product: 'quat-giay', quantity: '2' });
    const before = browser.cookies.get('hien_session');
    await browser.post('/sign-in', { customer: 'khach-an', back: '/' });
    expect(browser.cookies.get('hien_session')).not.toBe(before);
    expect((await browser.get('/cart')).text).toContain('Quạt giấy sông Hương');
  });
});
