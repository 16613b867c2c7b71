/** Orders over REST: what they earn, what refunds take back, and what a retry is told. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { secretKeyOf } from '../../server/http/keys.ts';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, booksOf, countOf, edgeFor, keys, type Edge } from '../helper/http.ts';
import { programmeInput } from '../helper/programme.ts';
import { apply, granted, newId, playOnce } from '../helper/shopping.ts';

type Policy = NonNullable<NonNullable<ProgrammeInput['points']>['refundPolicy']>;

onBothEngines('an order', (engine) => {
  const edge: Edge = edgeFor(engine, () => earning('stop_at_zero'));

  /** 3 points per 1,000 dong. */
  const earning = (refundPolicy: Policy): Promise<void> =>
    apply(edge.deps, { points: { earning: { points: 3, per: 1_000 }, refundPolicy } });

  const report = async (shopperId: string | undefined, net: number, more = {}): Promise<any> => {
    const order = { orderId: newId(), shopperId, currency: 'VND', net, ...more };
    return bodyOf(await edge.rest('POST', '/v1/orders', order));
  };
  const refund = async (orderId: string, amount: number): Promise<any> =>
    bodyOf(await edge.rest('POST', `/v1/orders/${orderId}/refund`, { amount }));
  const cancel = async (orderId: string): Promise<any> =>
    bodyOf(await edge.rest('POST', `/v1/orders/${orderId}/cancel`));
  const adjust = async (shopperId: string, change: number): Promise<any> => {
    const input = { change, reason: 'test' };
    return bodyOf(await edge.rest('POST', `/v1/shoppers/${shopperId}/points`, input));
  };
  const pointsOf = async (shopperId: string): Promise<number> =>
    bodyOf(await edge.rest('GET', `/v1/shoppers/${shopperId}`)).points;

  it('takes a key that a shopper took before: nobody can block the shop', async () => {
    const commandId = newId();
    await apply(edge.deps, { points: { earning: { points: 3, per: 1_000 } } });
    await granted(playOnce(edge.deps, { shopperId: 'anna', commandId }));
    const order = { orderId: newId(), currency: 'VND', net: 1_000 };
    const headers = { 'idempotency-key': commandId };
    expect((await edge.rest('POST', '/v1/orders', order, { headers })).status).toBe(200);
    expect((await edge.rest('POST', '/v1/orders', order, { headers })).status).toBe(200);
  });

  it('earns nothing past what a balance holds, and says so', async () => {
    const shopperId = newId();
    const input = { change: limits.pointsMax, reason: 'test' };
    await edge.rest('POST', `/v1/shoppers/${shopperId}/points`, input);
    const over = await edge.rest('POST', `/v1/shoppers/${shopperId}/points`, input);
    const order = { orderId: newId(), shopperId, currency: 'VND', net: 1_000 };
    const earned = await edge.rest('POST', '/v1/orders', order);
    expect([over.code, earned.code]).toEqual(['bad_request', 'bad_request']);
    expect(await pointsOf(shopperId)).toBe(limits.pointsMax);
  });

  it.each([
    [0, 0],
    [333, 0],
    [334, 1],
    [1_000, 3],
    [999_999, 2_999],
    [1_000_000_000_000, 3_000_000_000],
  ])('of %i earns %i points, rounded down', async (net, points) => {
    const reply = await report(newId(), net);
    expect(reply).toEqual({
      orderId: expect.any(String),
      state: 'reported',
      net,
      refunded: 0,
      pointsEarned: points,
      pointsPending: 0,
      creditEarned: 0,
      pointsBalance: points,
    });
  });

  it('of a guest earns nothing, and can be refunded', async () => {
    const { orderId, pointsEarned, pointsBalance } = await report(undefined, 50_000);
    expect({ pointsEarned, pointsBalance }).toEqual({ pointsEarned: 0, pointsBalance: null });
    expect(await refund(orderId, 20_000)).toMatchObject({ refunded: 20_000, pointsBalance: null });
  });

  it('gives back the share of each part, counted from all that was refunded', async () => {
    const shopperId = newId();
    // 30 points; thirds of the net do not divide evenly.
    const { orderId } = await report(shopperId, 10_000);
    const parts = [3_333, 3_333, 3_334];
    const balances = [];
    for (const amount of parts) balances.push((await refund(orderId, amount)).pointsBalance);
    // ⌊30 × 3,333 ÷ 10,000⌋ = 9, ⌊30 × 6,666 ÷ 10,000⌋ = 19, and all 30.
    expect(balances).toEqual([21, 11, 0]);
  });

  it('of nothing can be cancelled', async () => {
    const { orderId } = await report(newId(), 0);
    expect(await cancel(orderId)).toMatchObject({ state: 'cancelled', pointsBalance: 0 });
  });

  it('that is cancelled after a refund gives back the rest', async () => {
    const { orderId } = await report(newId(), 10_000);
    await refund(orderId, 4_000);
    expect(await cancel(orderId)).toMatchObject({
      state: 'cancelled',
      refunded: 10_000,
      pointsEarned: 0,
      pointsBalance: 0,
    });
  });

  it('may have the number that an order of another site has', async () => {
    await applyProgramme(edge.deps, programmeInput({ site: { id: 'other' } }));
    const order = { orderId: newId(), currency: 'VND', net: 1_000 };
    bodyOf(await edge.rest('POST', '/v1/orders', order));
    const token = secretKeyOf(keys, 'other');
    bodyOf(await edge.rest('POST', '/v1/orders', order, { token }));
  });

  describe('whose points were spent, on a refund', () => {
    /** 30 points earned, 25 gone, the whole refunded. */
    const spentAndRefunded = async (): Promise<{ shopperId: string; reply: any }> => {
      const shopperId = newId();
      const { orderId } = await report(shopperId, 10_000);
      await adjust(shopperId, -25);
      return { shopperId, reply: await refund(orderId, 10_000) };
    };

    it('stops at zero, and the next order earns in full', async () => {
      await earning('stop_at_zero');
      const { shopperId, reply } = await spentAndRefunded();
      expect(reply.pointsBalance).toBe(0);
      expect((await report(shopperId, 10_000)).pointsBalance).toBe(30);
    });

    it('goes below zero where the site allows it', async () => {
      await earning('allow_negative');
      const { shopperId, reply } = await spentAndRefunded();
      expect(reply.pointsBalance).toBe(-25);
      expect(await pointsOf(shopperId)).toBe(-25);
      expect((await report(shopperId, 10_000)).pointsBalance).toBe(5);
    });

    it('takes the rest from the next earnings', async () => {
      await earning('take_from_next_earning');
      const { shopperId, reply } = await spentAndRefunded();
      expect(reply.pointsBalance).toBe(0);
      // 25 are owed: the first 15 and 10 of the next 30 pay them back.
      expect((await report(shopperId, 5_000)).pointsBalance).toBe(0);
      expect((await report(shopperId, 10_000)).pointsBalance).toBe(20);
    });
  });

  it("that was cancelled and is somebody else's now takes back no more than they got", async () => {
    await earning('stop_at_zero');
    const [first, second] = [newId(), newId()];
    const { orderId } = await report(first, 10_000);
    await adjust(first, -30);
    await cancel(orderId);
    await adjust(second, 100);
    expect((await report(second, 10_000, { orderId })).pointsBalance).toBe(130);
    expect((await cancel(orderId)).pointsBalance).toBe(100);
  });

  describe('that is sent again', () => {
    const twice = async (path: string, body: unknown): Promise<[string, string]> => {
      const options = { headers: { 'idempotency-key': newId() } };
      const first = await edge.rest('POST', path, body, options);
      bodyOf(first);
      const books = await booksOf(edge.deps.store);
      const again = await edge.rest('POST', path, body, options);
      expect(await booksOf(edge.deps.store)).toEqual(books);
      return [first.text, again.text];
    };

    it.each([
      ['report', (id: string) => ['/v1/orders', { orderId: `${id}x`, currency: 'VND', net: 1 }]],
      ['refund', (id: string) => [`/v1/orders/${id}/refund`, { amount: 700 }]],
      ['cancellation', (id: string) => [`/v1/orders/${id}/cancel`, {}]],
      ['adjustment', () => ['/v1/shoppers/anna/points', { change: 5, reason: 'x' }]],
      ['grant', () => ['/v1/shoppers/anna/vouchers', { prizeId: 'ten-off', reason: 'x' }]],
    ] as const)('as a %s gets the same bytes, and counts once', async (_name, requestFor) => {
      const { orderId } = await report('anna', 10_000);
      const [path, body] = requestFor(orderId);
      const [first, again] = await twice(path as string, body);
      expect(again).toBe(first);
    });

    it('eight times at once counts once', async () => {
      const options = { headers: { 'idempotency-key': newId() } };
      const order = { orderId: newId(), shopperId: newId(), currency: 'VND', net: 10_000 };
      const before = await countOf(edge.deps.store, 'shop_order');
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => edge.rest('POST', '/v1/orders', order, options)),
      );
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(200);
      expect(await countOf(edge.deps.store, 'shop_order')).toBe(before + 1);
      expect(await pointsOf(order.shopperId)).toBe(30);
    });

    it('in two refunds at once never gives back more than there is', async () => {
      const { orderId } = await report(newId(), 10_000);
      const answers = await Promise.all(
        [6_000, 6_000].map((amount) =>
          edge.rest('POST', `/v1/orders/${orderId}/refund`, { amount }),
        ),
      );
      const codes = answers.map(({ status, code }) => code ?? String(status));
      expect(codes.toSorted()).toEqual(['200', 'refund_exceeds_order']);
    });
  });
});
