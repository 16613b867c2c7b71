/** A voucher at the checkout over REST: quoted, held, redeemed or released, and credited. */
import { describe, expect, it } from 'vitest';
import { importCodes } from '../../server/flow/import-codes.ts';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, booksOf, edgeFor, type Answer, type Edge } from '../helper/http.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

const voucher = (id: string, more: object) => ({ ...prizes.voucher, id, ...more });

const offers = [
  voucher('capped', { benefit: { kind: 'percent', percent: 15, amountMax: 5_000 } }),
  voucher('amount', { benefit: { kind: 'amount', amount: 30_000 } }),
  voucher('shipping', { benefit: { kind: 'free_shipping' } }),
  voucher('from-50k', { minimumSpend: 50_000 }),
  voucher('own', { trust: 'identified' }),
  voucher('welcome', { poolId: 'shared' }),
  voucher('theirs', { poolId: 'imported' }),
];

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

onBothEngines('a voucher', (engine) => {
  const edge: Edge = edgeFor(engine, () => apply(edge.deps, { prizes: offers }));

  const grant = async (prizeId = 'ten-off', shopperId = newId()): Promise<string> => {
    const input = { prizeId, reason: 'test' };
    return bodyOf(await edge.rest('POST', `/v1/shoppers/${shopperId}/vouchers`, input)).voucher
      .code;
  };
  const cart = (code: string, more = {}) => ({ code, currency: 'VND', net: 100_000, ...more });
  const post = (path: string, body: object, headers = {}): Promise<Answer> =>
    edge.rest('POST', `/v1/vouchers/${path}`, body, { headers });
  const validate = (code: string, more = {}): Promise<Answer> => post('validate', cart(code, more));
  const hold = (code: string, more = {}): Promise<Answer> => post('hold', cart(code, more));
  const held = async (code: string, more = {}): Promise<any> => bodyOf(await hold(code, more));
  const redeem = (holdId: string, orderId = newId()): Promise<Answer> =>
    post('redeem', { holdId, orderId });
  const release = (holdId: string): Promise<Answer> => post('release', { holdId });

  it('is taken back by the shop, unless a cart has it or it is used', async () => {
    const shopperId = newId();
    const code = await grant('ten-off', shopperId);
    const own = async (of: string): Promise<any> => {
      const { vouchers } = bodyOf(await edge.rest('GET', `/v1/shoppers/${shopperId}`));
      return vouchers.find((one: { code: string }) => one.code === of);
    };
    const { id } = await own(code);
    const end = (): Promise<Answer> => post(`${id}/void`, { reason: 'leaked' });
    const { holdId } = await held(code);
    expect((await end()).code).toBe('voucher_held');
    await release(holdId);
    expect(bodyOf(await end()).voucher).toMatchObject({ id, state: 'voided' });
    expect((await end()).code).toBe('voucher_voided');
    expect([(await validate(code)).code, (await hold(code)).code]).toEqual([
      'voucher_voided',
      'voucher_voided',
    ]);
    expect((await own(code)).state).toBe('voided');
    const used = await grant('ten-off', shopperId);
    await redeem((await held(used)).holdId);
    const { id: usedId } = await own(used);
    expect((await post(`${usedId}/void`, { reason: 'leaked' })).code).toBe('voucher_redeemed');
  });

  describe('is quoted', () => {
    it.each([
      ['ten-off', 99_999, 9_999, false],
      ['ten-off', 0, 0, false],
      ['capped', 30_000, 4_500, false],
      ['capped', 100_000, 5_000, false],
      ['amount', 100_000, 30_000, false],
      ['amount', 20_000, 20_000, false],
      ['shipping', 100_000, 0, true],
      ['from-50k', 50_000, 5_000, false],
    ])('%s on %i: %i off, free shipping %s', async (prizeId, net, discount, freeShipping) => {
      const code = await grant(prizeId);
      const before = await booksOf(edge.deps.store);
      expect(bodyOf(await validate(code, { net }))).toMatchObject({ discount, freeShipping });
      expect(await booksOf(edge.deps.store)).toEqual(before);
    });

    it('no more where the cart is too small or in another currency', async () => {
      const code = await grant('from-50k');
      expect((await validate(code, { net: 49_999 })).code).toBe('minimum_spend_not_met');
      expect((await validate(code, { currency: 'USD' })).code).toBe('currency_mismatch');
    });

    it('to its owner alone when only they may use it', async () => {
      const code = await grant('own', 'carla');
      expect((await validate(code)).code).toBe('identification_needed');
      expect((await validate(code, { shopperId: 'dora' })).code).toBe('identification_needed');
      bodyOf(await validate(code, { shopperId: 'carla' }));
    });

    it('as somebody types its code, and first of all as it is written', async () => {
      const code = await grant();
      bodyOf(await validate(` ${code.toLowerCase()} `));
      const { holdId, voucher: kept } = await held(code.toLowerCase());
      expect(kept).toMatchObject({ code, state: 'held' });
      bodyOf(await release(holdId));
      const shared = await grant('welcome', 'tom');
      bodyOf(await validate(shared.toLowerCase(), { shopperId: 'tom' }));
      const lines = [code.toLowerCase(), 'Mixed-1'];
      await importCodes(edge.deps, { siteId, poolId: 'imported', lines: each(lines) });
      const codes = [await grant('theirs'), await grant('theirs')];
      expect(codes.toSorted()).toEqual(lines.toSorted());
      expect(bodyOf(await validate(code)).voucher.code).toBe(code);
      expect(bodyOf(await validate(code.toLowerCase())).voucher.code).toBe(code.toLowerCase());
      expect((await validate('mixed-1')).code).toBe('voucher_not_found');
    });

    it('until it has expired', async () => {
      const code = await grant();
      edge.deps.pass(31 * 86_400_000);
      expect((await validate(code)).code).toBe('voucher_expired');
      expect((await hold(code)).code).toBe('voucher_expired');
    });
  });

  describe('with a code that many share', () => {
    it('needs the shopper, and is their own', async () => {
      const code = await grant('welcome', 'emil');
      await grant('welcome', 'fritz');
      expect((await validate(code)).code).toBe('shopper_needed');
      expect((await hold(code)).code).toBe('shopper_needed');
      expect((await validate(code, { shopperId: 'gustav' })).code).toBe('voucher_not_found');
      const { holdId } = await held(code, { shopperId: 'emil' });
      bodyOf(await redeem(holdId));
      expect((await hold(code, { shopperId: 'emil' })).code).toBe('voucher_redeemed');
      await held(code, { shopperId: 'fritz' });
    });

    it('is used one at a time by whoever has two', async () => {
      const code = await grant('welcome', 'hanna');
      await grant('welcome', 'hanna');
      const [one, two] = [
        await held(code, { shopperId: 'hanna' }),
        await held(code, { shopperId: 'hanna' }),
      ];
      expect(one.voucher.id).not.toBe(two.voucher.id);
      expect((await hold(code, { shopperId: 'hanna' })).code).toBe('voucher_held');
    });
  });

  describe('that is held', () => {
    it('is for one cart, and says until when', async () => {
      const code = await grant();
      const { heldUntil } = await held(code, { ttlSeconds: 60 });
      expect(heldUntil).toBe(edge.deps.clock() + 60_000);
      const second = await hold(code);
      const { status, json } = second;
      expect({ status, error: json.error }).toMatchObject({
        status: 409,
        error: { code: 'voucher_held', nextAt: heldUntil },
      });
      expect((await validate(code)).code).toBe('voucher_held');
    });

    it('by two carts at once is given to one', async () => {
      const code = await grant();
      const answers = await Promise.all(Array.from({ length: 8 }, () => hold(code)));
      const codes = answers.map((answer) => answer.code ?? 'ok');
      expect(codes.filter((each) => each === 'ok')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['ok', 'voucher_held']));
    });

    it('is redeemed once', async () => {
      const { holdId } = await held(await grant());
      expect(bodyOf(await redeem(holdId)).voucher).toMatchObject({
        state: 'redeemed',
        claimedAt: edge.deps.clock(),
      });
      expect((await redeem(holdId)).code).toBe('voucher_redeemed');
      expect((await release(holdId)).code).toBe('voucher_redeemed');
    });

    it('is not spent on an order that was cancelled', async () => {
      const { holdId } = await held(await grant());
      const order = { orderId: newId(), currency: 'VND', net: 80_000 };
      bodyOf(await edge.rest('POST', '/v1/orders', order));
      bodyOf(await edge.rest('POST', `/v1/orders/${order.orderId}/cancel`));
      expect((await redeem(holdId, order.orderId)).code).toBe('order_cancelled');
      expect(bodyOf(await redeem(holdId)).voucher.state).toBe('redeemed');
    });

    it('is free again when it is released, twice or not', async () => {
      const code = await grant();
      const { holdId } = await held(code);
      expect(bodyOf(await release(holdId)).voucher.state).toBe('issued');
      expect(bodyOf(await release(holdId)).voucher.state).toBe('issued');
      expect((await redeem(holdId)).code).toBe('hold_expired');
      await held(code);
    });

    it('is free again when its time is over', async () => {
      const code = await grant();
      const { holdId } = await held(code, { ttlSeconds: 60 });
      edge.deps.pass(60_000);
      expect((await redeem(holdId)).code).toBe('hold_expired');
      const again = await held(code);
      expect((await redeem(holdId)).code).toBe('hold_not_found');
      bodyOf(await redeem(again.holdId));
    });

    it('may be redeemed after its own end, since the cart was promised', async () => {
      const code = await grant();
      edge.deps.pass(30 * 86_400_000);
      const { holdId } = await held(code, { ttlSeconds: 86_400 });
      edge.deps.pass(86_000_000);
      bodyOf(await redeem(holdId));
    });

    it('gets the same bytes when the request is sent again', async () => {
      const headers = { 'idempotency-key': newId() };
      const body = cart(await grant());
      const [first, again] = [await post('hold', body, headers), await post('hold', body, headers)];
      expect(again.text).toBe(first.text);
      const { holdId } = bodyOf(first);
      const key = { 'idempotency-key': newId() };
      const done = { holdId, orderId: newId() };
      const [one, two] = [await post('redeem', done, key), await post('redeem', done, key)];
      expect(bodyOf(two)).toEqual(bodyOf(one));
      expect(two.text).toBe(one.text);
    });
  });

  describe('credits its order', () => {
    const report = async (orderId: string, net = 80_000): Promise<any> =>
      bodyOf(await edge.rest('POST', '/v1/orders', { orderId, currency: 'VND', net }));
    const refund = async (orderId: string, amount: number): Promise<any> =>
      bodyOf(await edge.rest('POST', `/v1/orders/${orderId}/refund`, { amount }));
    const redeemed = async (orderId: string): Promise<void> => {
      bodyOf(await redeem((await held(await grant())).holdId, orderId));
    };
    /** What the order brought, step by step. */
    const credited = async (orderId: string): Promise<number[]> => {
      const sql = `SELECT payload FROM event WHERE kind = 'order.attributed' ORDER BY seq`;
      const [rows] = await edge.deps.store.read([{ sql, params: [] }]);
      return (rows ?? [])
        .map((row) => JSON.parse(String(row['payload'])))
        .filter((payload) => payload.orderId === orderId)
        .map(({ amount }) => amount);
    };

    it('when it was redeemed before the report', async () => {
      const orderId = newId();
      await redeemed(orderId);
      await report(orderId);
      expect(await credited(orderId)).toEqual([80_000]);
    });

    it('when it was redeemed after the report, less what was refunded', async () => {
      const orderId = newId();
      await report(orderId);
      await refund(orderId, 10_000);
      await redeemed(orderId);
      expect(await credited(orderId)).toEqual([70_000]);
    });

    it('once, whatever the number of vouchers', async () => {
      const orderId = newId();
      await redeemed(orderId);
      await redeemed(orderId);
      await report(orderId);
      await redeemed(orderId);
      expect(await credited(orderId)).toEqual([80_000]);
    });

    it('to the first of two that were redeemed in the same millisecond, ever after', async () => {
      const orderId = newId();
      await report(orderId);
      await redeemed(orderId);
      await redeemed(orderId);
      const sql = 'SELECT redeemed_at FROM voucher WHERE order_id = $1 ORDER BY redeemed_at';
      const [rows = []] = await edge.deps.store.read([{ sql, params: [orderId] }]);
      const [first = 0, second] = rows.map((row) => Number(row['redeemed_at']));
      expect([first, second]).toEqual([edge.deps.clock(), first + 1]);
    });

    it('and takes back what is refunded or cancelled', async () => {
      const orderId = newId();
      await report(orderId);
      await redeemed(orderId);
      await refund(orderId, 30_000);
      bodyOf(await edge.rest('POST', `/v1/orders/${orderId}/cancel`));
      expect(await credited(orderId)).toEqual([80_000, -30_000, -50_000]);
    });

    it('when both come at once', async () => {
      const orderId = newId();
      const { holdId } = await held(await grant());
      await Promise.all([redeem(holdId, orderId).then(bodyOf), report(orderId)]);
      expect(await credited(orderId)).toEqual([80_000]);
    });
  });
});
