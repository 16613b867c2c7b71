/** Vouchers and orders against a small truthful Fairground, and against one that is not there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { DemoShop } from '../../demo/server.ts';
import { sayCodeProblem } from '../../demo/words.ts';
import type { Page } from './browser.ts';
import { Browser, formOf, openShop } from './browser.ts';
import { FakeFairground } from './fake-fairground.ts';

let fake: FakeFairground;
let shop: DemoShop;
let browser: Browser;

beforeEach(async () => {
  fake = new FakeFairground();
  await fake.start();
  shop = await openShop(fake);
  browser = new Browser(shop.url);
  await browser.post('/sign-in', { customer: 'khach-an', back: '/' });
  await browser.post('/cart/add', { product: 'dia-men-lam', quantity: '1' });
});
afterEach(async () => {
  await shop.close();
  await fake.close();
});

const voucherCodes = [
  'bad_request',
  'voucher_not_found',
  'voucher_expired',
  'voucher_held',
  'voucher_redeemed',
  'voucher_voided',
  'shopper_needed',
  'identification_needed',
  'minimum_spend_not_met',
  'currency_mismatch',
] as const satisfies readonly RefusalCode[];

function orderPathOf(path: string): string {
  return path.split('?')[0] ?? '';
}

describe('an order', () => {
  it('is reported with the customer and the net, and earns its points', async () => {
    const page = await browser.buy();
    expect(page.path).toMatch(/^\/orders\/H-\d{6}-\w{8}\?note=thanks$/);
    expect(page.text).toContain('Đơn này được 29 điểm.');
    expect(fake.calls('/v1/orders').map(({ body }) => body)).toEqual([
      { orderId: expect.any(String), shopperId: 'khach-an', currency: 'VND', net: 290_000 },
    ]);
  });

  it('of a guest is reported without a shopper', async () => {
    const guest = new Browser(shop.url);
    await guest.post('/cart/add', { product: 'quat-giay', quantity: '1' });
    await guest.buy();
    expect(fake.calls('/v1/orders')[0]?.body).not.toHaveProperty('shopperId');
  });

  it('with a voucher is held, then reported after the discount, then redeemed', async () => {
    fake.voucher('TEN', 29_000);
    const cart = await browser.post('/cart/code', { code: ' TEN ' });
    expect(cart.text).toContain('Đã dùng mã TEN');
    expect(cart.text).toContain('−29.000\u00a0₫');
    const page = await browser.buy();
    expect(page.path).toContain('note=thanks');
    const posts = fake.seen.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(posts).toEqual([
      '/v1/vouchers/validate',
      '/v1/vouchers/hold',
      '/v1/orders',
      '/v1/vouchers/redeem',
    ]);
    expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(261_000);
    expect(fake.vouchers.get('TEN')?.state).toBe('redeemed');
  });

  it('with free delivery ships for nothing and reports the full net', async () => {
    fake.voucher('SHIP', 0, true);
    await browser.post('/cart/code', { code: 'SHIP' });
    const checkout = await browser.get('/checkout');
    expect(checkout.text).toContain('name="total" value="290000"');
    await browser.buy();
    expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(290_000);
  });

  it('believes no price, discount, net or customer from the browser', async () => {
    const page = await browser.buy({
      price: '1',
      net: '1',
      discount: '289999',
      shopperId: 'khach-chi',
      'price-dia-men-lam': '1',
    });
    expect(page.path).toContain('note=thanks');
    expect(fake.calls('/v1/orders')[0]?.body).toMatchObject({
      shopperId: 'khach-an',
      net: 290_000,
    });
  });

  it.each(['1', '0', '', '-5', '9e9'])('is not placed for a total of "%s"', async (total) => {
    const page = await browser.buy({ total });
    expect(page.status).toBe(422);
    expect(page.text).toContain('role="alert"');
    expect(fake.calls('/v1/orders')).toEqual([]);
  });

  it('needs a name, a phone number and an address', async () => {
    const page = await browser.buy({ address: '  ' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Chưa đặt được');
    expect(fake.calls('/v1/orders')).toEqual([]);
  });

  it('is one order when its form is sent twice, at once or later', async () => {
    const form = formOf(await browser.get('/checkout'));
    const send = (): Promise<Page> => browser.post('/checkout', form);
    const pages = [...(await Promise.all([send(), send()])), await send()];
    expect(new Set(pages.map(({ path }) => path)).size).toBe(1);
    expect(pages[0]?.path).toContain('note=thanks');
    expect(fake.calls('/v1/orders')).toHaveLength(1);
  });

  it('is shown to nobody else', async () => {
    const path = orderPathOf((await browser.buy()).path);
    const other = new Browser(shop.url);
    expect((await other.get(path)).status).toBe(404);
    await other.post('/sign-in', { customer: 'khach-binh', back: '/' });
    expect((await other.get(path)).status).toBe(404);
    expect((await other.post(`${path}/cancel`, {})).status).toBe(404);
  });

  it('takes no more than there is, and asks for no voucher then', async () => {
    fake.voucher('TEN', 29_000);
    await browser.post('/cart/code', { code: 'TEN' });
    await browser.post('/cart/set', { product: 'am-men-ngoc', quantity: '20' });
    await browser.buy();
    await browser.post('/cart/add', { product: 'am-men-ngoc', quantity: '5' });
    const page = await browser.buy();
    expect(page.status).toBe(422);
    expect(page.text).toContain('chỉ còn 4');
    expect(fake.calls('/v1/vouchers/hold')).toHaveLength(1);
  });
});

describe('the last piece', () => {
  it('goes to whoever orders first, and the other keeps the voucher', async () => {
    fake.voucher('TEN', 29_000);
    const other = new Browser(shop.url);
    await other.post('/cart/add', { product: 'am-men-ngoc', quantity: '20' });
    await browser.post('/cart/add', { product: 'am-men-ngoc', quantity: '5' });
    await browser.post('/cart/code', { code: 'TEN' });
    fake.meanwhile.set('/v1/vouchers/hold', () => other.buy());
    const page = await browser.buy();
    expect(page.status).toBe(422);
    expect(page.text).toContain('chỉ còn 4');
    expect(fake.calls('/v1/orders')).toHaveLength(1);
    expect(fake.calls('/v1/vouchers/release')).toHaveLength(1);
    expect(fake.vouchers.get('TEN')?.state).toBe('issued');
  });
});

describe('a code that is refused', () => {
  it.each(voucherCodes)('for %s is told in both languages, and the shop sells on', async (code) => {
    fake.refusals.set('/v1/vouchers/validate', code);
    const vi = await browser.post('/cart/code', { code: 'ANY-CODE' });
    expect(vi.text).toContain(sayCodeProblem(code, 'vi'));
    expect((await browser.get('/cart?lang=en')).text).toContain(sayCodeProblem(code, 'en'));
    expect((await browser.buy()).path).toContain('note=thanks');
    expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(290_000);
    expect(fake.calls('/v1/vouchers/hold')).toEqual([]);
  });

  it('has a sentence of its own for each reason', () => {
    const sentences = voucherCodes.map((code) => sayCodeProblem(code, 'vi'));
    expect(new Set(sentences).size).toBe(voucherCodes.length);
    expect(sayCodeProblem('constructor', 'en')).toBe(sayCodeProblem('anything_new', 'en'));
  });

  it.each(voucherCodes)(
    'for %s only when it is held orders nothing until asked again',
    async (code) => {
      fake.voucher('TEN', 29_000);
      await browser.post('/cart/code', { code: 'TEN' });
      fake.refusals.set('/v1/vouchers/hold', code).set('/v1/vouchers/validate', code);
      const page = await browser.buy();
      expect(page.status).toBe(422);
      expect(page.text).toContain(sayCodeProblem(code, 'vi'));
      expect(page.text).toContain('name="total" value="320000"');
      expect(fake.calls('/v1/orders')).toEqual([]);
      expect((await browser.buy()).path).toContain('note=thanks');
      expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(290_000);
    },
  );

  it('is worth something else when held: released, shown, ordered when asked again', async () => {
    fake.voucher('TEN', 29_000);
    await browser.get('/checkout');
    await browser.post('/cart/code', { code: 'TEN' });
    const voucher = fake.vouchers.get('TEN');
    if (voucher) fake.vouchers.set('TEN', { ...voucher, discount: 10_000 });
    const page = await browser.buy();
    expect(page.status).toBe(422);
    expect(page.text).toContain('Mã vừa đổi giá trị');
    expect(fake.vouchers.get('TEN')?.state).toBe('issued');
    expect((await browser.buy()).path).toContain('note=thanks');
    expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(280_000);
  });

  it('is asked about again when the cart or the customer changes', async () => {
    fake.voucher('TEN', 29_000);
    await browser.post('/cart/code', { code: 'TEN' });
    await browser.get('/cart');
    expect(fake.calls('/v1/vouchers/validate')).toHaveLength(1);
    await browser.post('/cart/set', { product: 'dia-men-lam', quantity: '2' });
    await browser.post('/sign-in', { customer: 'khach-chi', back: '/cart' });
    expect(
      fake.calls('/v1/vouchers/validate').map(({ body }) => [body['net'], body['shopperId']]),
    ).toEqual([
      [290_000, 'khach-an'],
      [580_000, 'khach-an'],
      [580_000, 'khach-chi'],
    ]);
  });
});

describe('without Fairground', () => {
  it('the shop sells, and reports later with the same key', async () => {
    fake.down.add('*');
    const page = await browser.buy();
    expect(page.path).toContain('note=thanks');
    expect(page.text).toContain('sẽ được cộng sau ít phút');
    const reported = fake.answered('/v1/orders');
    fake.down.clear();
    await reported;
    const keys = fake.calls('/v1/orders').map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^order-H-\d{6}-\w{8}$/);
    expect(fake.orders.size).toBe(1);
  });

  it('a voucher is put by, and the shopper is told before ordering without it', async () => {
    fake.voucher('TEN', 29_000);
    await browser.post('/cart/code', { code: 'TEN' });
    fake.down.add('*');
    const page = await browser.buy();
    expect(page.status).toBe(422);
    expect(page.text).toContain(sayCodeProblem('shop_fairground_down', 'vi'));
    expect(page.text).toContain('Đặt không dùng mã · 320.000');
    expect((await browser.buy()).path).toContain('note=thanks');
    expect(fake.vouchers.get('TEN')?.state).toBe('issued');
  });

  it('a hold whose answer was lost is found again by its key', async () => {
    fake.voucher('TEN', 29_000);
    await browser.post('/cart/code', { code: 'TEN' });
    fake.deaf.add('/v1/vouchers/hold');
    expect((await browser.buy()).status).toBe(422);
    expect(fake.vouchers.get('TEN')?.state).toBe('held');
    fake.deaf.clear();
    expect((await browser.buy()).path).toContain('note=thanks');
    expect(fake.vouchers.get('TEN')?.state).toBe('redeemed');
    expect(new Set(fake.calls('/v1/vouchers/hold').map(({ key }) => key)).size).toBe(1);
    expect(fake.calls('/v1/orders')[0]?.body['net']).toBe(261_000);
  });

  it('what happened to an order is told in order, each once', async () => {
    fake.down.add('/v1/orders');
    const path = orderPathOf((await browser.buy()).path);
    await browser.post(`${path}/refund`, { amount: '40000' });
    const refundPath = `/v1${path}/refund`;
    expect(fake.calls(refundPath)).toEqual([]);
    const told = fake.answered(refundPath);
    fake.down.clear();
    await told;
    expect([...fake.orders.values()]).toEqual([
      { net: 290_000, refunded: 40_000, shopperId: 'khach-an', state: 'reported' },
    ]);
  });

  it('gives up after as many tries as it has waits, and says so', async () => {
    await shop.close();
    shop = await openShop(fake, [1]);
    browser = new Browser(shop.url);
    await browser.post('/cart/add', { product: 'quat-giay', quantity: '1' });
    fake.down.add('/v1/orders');
    const path = orderPathOf((await browser.buy()).path);
    await expect
      .poll(async () => (await browser.get(path)).text, { interval: 2 })
      .toContain('không gửi được');
    // Two tries at once, and two more after the only wait.
    expect(fake.calls('/v1/orders')).toHaveLength(4);
  });
});

describe('the clerk', () => {
  it('refunds in parts, never more than the goods', async () => {
    const path = orderPathOf((await browser.buy()).path);
    await browser.post(`${path}/refund`, { amount: '200000' });
    const refused = await browser.post(`${path}/refund`, { amount: '90001' });
    expect(refused.text).toContain('Chưa hoàn');
    const page = await browser.post(`${path}/refund`, { amount: '90000' });
    expect(page.text).toContain('Đơn này được 0 điểm.');
    const calls = fake.calls(`/v1${path}/refund`);
    expect(calls.map(({ body }) => body)).toEqual([{ amount: 200_000 }, { amount: 90_000 }]);
    expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
  });

  it('cancels once, and puts the goods back', async () => {
    await browser.post('/cart/add', { product: 'am-men-ngoc', quantity: '2' });
    const path = orderPathOf((await browser.buy()).path);
    expect((await browser.get('/p/am-men-ngoc')).text).toContain('Còn 22');
    await browser.post(`${path}/cancel`, {});
    await browser.post(`${path}/cancel`, {});
    await browser.post(`${path}/refund`, { amount: '1' });
    expect((await browser.get('/p/am-men-ngoc')).text).toContain('Còn 24');
    expect(fake.calls(`/v1${path}/cancel`)).toHaveLength(1);
    expect(fake.calls(`/v1${path}/refund`)).toEqual([]);
  });

  it('apologises once, with points or a voucher', async () => {
    const path = orderPathOf((await browser.buy()).path);
    await browser.post(`${path}/apologise`, { gift: 'voucher' });
    await browser.post(`${path}/apologise`, { gift: 'points' });
    const gifts = fake.seen.filter(({ path: one }) => one.startsWith('/v1/shoppers/khach-an/'));
    expect(gifts.map(({ path: one, body }) => [one, body['prizeId']])).toEqual([
      ['/v1/shoppers/khach-an/vouchers', 'free-shipping'],
    ]);
  });

  it('shows points and open vouchers, and says so when it cannot', async () => {
    fake.voucher('TEN', 29_000);
    expect((await browser.get('/orders')).text).toMatch(/<strong>64<\/strong>[^]*TEN/);
    fake.down.add('*');
    expect((await browser.get('/orders')).text).toContain('Chưa xem được quà lúc này.');
  });
});
