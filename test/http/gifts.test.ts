/** Gifts that are sent, over REST and tRPC: the wire's shape and bad input. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, dataOf, edgeFor, identifyOn, type Edge } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

const address = { name: 'Anna', lines: ['1 Lê Lợi'], city: 'Huế', country: 'VN' };

onBothEngines('the wire of gifts', (engine) => {
  const edge: Edge = edgeFor(engine, () =>
    apply(edge.deps, { prizes: [{ id: 'mug', kind: 'gift', label: 'Mug', stock: 5 }] }),
  );

  it('takes an address and shows it to the shop, who ships', async () => {
    await edge.rest('POST', '/v1/shoppers/anna/vouchers', { prizeId: 'mug', reason: 'sorry' });
    const { token } = dataOf(await identifyOn(edge, { sub: 'anna' }));
    const rewards = dataOf(await edge.query('shopper.rewards', { siteId }, { token }));
    const parcelId = rewards.parcels[0].id;
    expect(rewards.parcels[0]).toMatchObject({ prizeId: 'mug', state: 'address_needed' });
    const give = (sent: unknown) =>
      edge.mutate(
        'shopper.giveAddress',
        { commandId: newId(), parcelId, address: sent },
        { token },
      );
    const bad: readonly unknown[] = [
      { ...address, lines: [] },
      { ...address, country: 'Vietnam' },
      { ...address, name: 'x'.repeat(201) },
      { ...address, more: 'x' },
      { ...address, phone: 'call me' },
    ];
    for (const sent of bad) expect((await give(sent)).code).toBe('bad_request');
    expect(dataOf(await give(address))).toEqual({ parcelId, state: 'to_ship' });
    const list = bodyOf(await edge.rest('GET', '/v1/gifts?state=to_ship'));
    expect(list).toMatchObject({
      gifts: [{ id: parcelId, shopperId: 'anna', address }],
      next: null,
    });
    expect((await edge.rest('GET', '/v1/gifts')).code).toBe('bad_request');
    expect((await edge.rest('GET', '/v1/gifts?state=lost')).code).toBe('bad_request');
    const path = `/v1/gifts/${parcelId}`;
    expect((await edge.rest('POST', path, { to: 'delivered', tracking: 'x' })).code).toBe(
      'bad_request',
    );
    expect(bodyOf(await edge.rest('POST', path, { to: 'shipped', tracking: 'VN-1' }))).toEqual({
      parcelId,
      state: 'shipped',
    });
    expect((await edge.rest('POST', path, { to: 'cancelled' })).code).toBe('parcel_closed');
  });

  it('shows nothing to a shopper or to an unsigned caller', async () => {
    expect((await edge.query('storefront.gifts', { state: 'to_ship' })).code).toBe('unauthorized');
    expect((await edge.query('admin.gifts', { siteId, state: 'to_ship' })).code).toBe(
      'unauthorized',
    );
  });
});
