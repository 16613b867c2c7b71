/** Points and store credit at the checkout, as a shop's back end sends them. */
import { beforeEach, expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, edgeFor, secretKey, type Answer, type Edge } from '../helper/http.ts';
import { apply, newId } from '../helper/shopping.ts';

const cart = { currency: 'VND', net: 100_000 };

onBothEngines('the wire of points at the checkout', (engine) => {
  let shopperId: string;
  const edge: Edge = edgeFor(engine, () =>
    apply(edge.deps, { points: { value: { points: 1, amount: 100 } } }),
  );

  beforeEach(async () => {
    shopperId = `shopper-${newId()}`;
    const reason = 'goodwill';
    bodyOf(await post(`shoppers/${shopperId}/points`, { change: 50, reason }));
    bodyOf(await post(`shoppers/${shopperId}/credit`, { change: 9_000, reason }));
  });

  const post = (path: string, body: object, headers?: Record<string, string>): Promise<Answer> =>
    edge.rest('POST', `/v1/${path}`, body, headers ? { headers } : undefined);
  const hold = (more: object): Promise<Answer> =>
    post('points/hold', { shopperId, amount: 30, ...cart, ...more });

  it('adds and takes credit, down to zero and no further', async () => {
    const path = `shoppers/${shopperId}/credit`;
    const taken = bodyOf(await post(path, { change: -9_000, reason: 'used' }));
    expect(taken).toEqual({ shopperId, credit: 0 });
    const more = await post(path, { change: -1, reason: 'more' });
    expect([more.status, more.code]).toEqual([409, 'not_enough_credit']);
  });

  it('holds points for a cart, and spends them on its order once', async () => {
    const held = bodyOf(await hold({}));
    expect(held).toEqual({
      holdId: expect.any(String),
      unit: 'points',
      amount: 30,
      discount: 3_000,
      state: 'held',
      heldUntil: expect.any(Number),
      points: 20,
      credit: 9_000,
    });
    const orderId = `order-${newId()}`;
    bodyOf(await post('orders', { orderId, shopperId, ...cart }));
    const key = { 'idempotency-key': newId() };
    const { holdId } = held;
    const spent = bodyOf(await post('points/redeem', { holdId, orderId }, key));
    expect(spent).toMatchObject({ state: 'redeemed', points: 20 });
    expect(bodyOf(await post('points/redeem', { holdId, orderId }, key))).toEqual(spent);
    expect((await post('points/redeem', { holdId, orderId })).code).toBe('hold_redeemed');
    expect((await post('points/release', { holdId })).code).toBe('hold_redeemed');
  });

  it('lets go of credit that was held', async () => {
    const held = bodyOf(await hold({ unit: 'credit', amount: 8_000 }));
    expect(held).toMatchObject({ unit: 'credit', discount: 8_000, credit: 1_000 });
    const back = bodyOf(await post('points/release', { holdId: held.holdId }));
    expect(back).toMatchObject({ state: 'returned', credit: 9_000 });
  });

  it('refuses what is missing, too much, or unknown', async () => {
    const bad: readonly (readonly [string, object])[] = [
      ['points/hold', { shopperId, amount: 0, ...cart }],
      ['points/hold', { shopperId, amount: 1.5, ...cart }],
      ['points/hold', { shopperId, amount: 1, net: -1, currency: 'VND' }],
      ['points/hold', { shopperId, amount: 1, unit: 'money', ...cart }],
      ['points/hold', { shopperId, amount: 1, ttlSeconds: 86_401, ...cart }],
      ['points/hold', { amount: 1, ...cart }],
      ['points/hold', { shopperId, amount: 1, more: 1, ...cart }],
      ['points/redeem', { holdId: 'h_1' }],
      ['points/redeem', { orderId: 'o-1' }],
      ['points/release', {}],
      ['points/release', { holdId: 'with space' }],
      [`shoppers/${shopperId}/credit`, { change: 0, reason: 'x' }],
      [`shoppers/${shopperId}/credit`, { change: 5, reason: ' ' }],
      [`shoppers/${shopperId}/credit`, { change: 5 }],
      [`shoppers/${shopperId}/credit`, { change: '5', reason: 'x' }],
    ];
    for (const [path, body] of bad) {
      const { status, code } = await post(path, body);
      expect([path, body, status, code]).toEqual([path, body, 400, 'bad_request']);
    }
    expect((await hold({ amount: 51 })).code).toBe('not_enough_points');
    expect((await hold({ currency: 'EUR' })).code).toBe('currency_mismatch');
    const nowhere: readonly (readonly [string, object])[] = [
      ['points/redeem', { holdId: 'h_nowhere', orderId: 'o-1' }],
      ['points/release', { holdId: 'h_nowhere' }],
    ];
    for (const [path, body] of nowhere) {
      const { status, code } = await post(path, body);
      expect([status, code]).toEqual([404, 'hold_not_found']);
    }
    const stranger = await edge.rest('POST', '/v1/points/hold', {}, { token: `${secretKey}x` });
    expect(stranger.status).toBe(401);
  });
});
