/** Points and prizes that a shop gives by hand, and what it can read of a shopper. */
import { expect, it } from 'vitest';
import { importCodes } from '../../server/flow/import-codes.ts';
import { onBothEngines } from '../helper/engines.ts';
import {
  bodyOf,
  identifyOn,
  edgeFor,
  playOn,
  startOn,
  type Answer,
  type Edge,
} from '../helper/http.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

onBothEngines('a back end', (engine) => {
  const edge: Edge = edgeFor(engine, () =>
    apply(edge.deps, {
      points: { expiryDays: 10 },
      prizes: [
        { ...prizes.voucher, id: 'from-shop', poolId: 'imported' },
        { ...prizes.voucher, id: 'two-only', stock: 2 },
      ],
    }),
  );

  const adjust = (shopperId: string, change: number, reason = 'a reason'): Promise<Answer> =>
    edge.rest('POST', `/v1/shoppers/${shopperId}/points`, { change, reason });
  const grant = (shopperId: string, prizeId: string): Promise<Answer> =>
    edge.rest('POST', `/v1/shoppers/${shopperId}/vouchers`, { prizeId, reason: 'sorry' });
  const read = async (shopperId: string): Promise<any> =>
    bodyOf(await edge.rest('GET', `/v1/shoppers/${shopperId}`));

  it('adds and takes points, down to zero and no further', async () => {
    const shopperId = newId();
    expect(bodyOf(await adjust(shopperId, 50))).toEqual({ shopperId, points: 50 });
    expect(bodyOf(await adjust(shopperId, -20))).toEqual({ shopperId, points: 30 });
    expect((await adjust(shopperId, -31)).code).toBe('not_enough_points');
    expect(bodyOf(await adjust(shopperId, -30))).toEqual({ shopperId, points: 0 });
  });

  it('reads the history with its reasons, newest first', async () => {
    const shopperId = newId();
    await adjust(shopperId, 50, 'welcome');
    edge.deps.pass(1_000);
    await adjust(shopperId, -20, 'a mistake');
    const at = edge.deps.clock();
    expect(bodyOf(await edge.rest('GET', `/v1/shoppers/${shopperId}/points`))).toEqual({
      shopperId,
      points: 30,
      entries: [
        { at, change: -20, reason: 'a mistake' },
        { at: at - 1_000, change: 50, reason: 'welcome' },
      ],
    });
  });

  it('sees no points that have expired, before anything is written', async () => {
    const shopperId = newId();
    await adjust(shopperId, 50);
    edge.deps.pass(11 * 86_400_000);
    expect((await read(shopperId)).points).toBe(0);
    expect((await adjust(shopperId, -1)).code).toBe('not_enough_points');
    expect(bodyOf(await adjust(shopperId, 7)).points).toBe(7);
  });

  it('grants a voucher, which the shopper has', async () => {
    const shopperId = newId();
    const { voucher } = bodyOf(await grant(shopperId, 'ten-off'));
    expect(voucher).toMatchObject({ prizeId: 'ten-off', state: 'issued', claimedAt: null });
    expect(await read(shopperId)).toEqual({
      shopperId,
      points: 0,
      attributes: {},
      pointsPending: 0,
      pointsHeld: 0,
      credit: 0,
      vouchers: [voucher],
      plays: 0,
    });
  });

  it('grants points', async () => {
    const reply = bodyOf(await grant('anna', 'ten-points'));
    expect(reply).toEqual({ shopperId: 'anna', points: 10, voucher: null });
  });

  it('grants no more than the stock', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(newId(), 'two-only')));
    const codes = answers.map(({ status, code }) => code ?? String(status));
    expect(codes.toSorted()).toEqual([
      '200',
      '200',
      ...Array.from({ length: 4 }, () => 'sold_out'),
    ]);
  });

  it("grants the shop's own codes, each once, until there is none", async () => {
    async function* lines(): AsyncGenerator<string> {
      yield* ['CODE-1', 'CODE-2', 'CODE-3'];
    }
    await importCodes(edge.deps, { siteId, poolId: 'imported', lines: lines() });
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(newId(), 'from-shop')));
    const got = answers.map(({ code, json }) => String(code ?? json.voucher.code));
    const soldOut = ['sold_out', 'sold_out', 'sold_out'];
    expect(got.toSorted()).toEqual(['CODE-1', 'CODE-2', 'CODE-3', ...soldOut]);
  });

  it('knows a shopper by the id it gave them, plays included', async () => {
    const { token } = await startOn(edge);
    await playOn(edge, token);
    const sub = newId();
    const signedIn = await identifyOn(edge, { sub }, token);
    expect(signedIn.status).toBe(200);
    expect(await read(sub)).toMatchObject({ shopperId: sub, plays: 1 });
  });
});
