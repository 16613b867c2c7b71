/** What the shop's back end reads and erases of its customer, who asked the shop for it. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, edgeFor, type Edge } from '../helper/http.ts';
import { apply, newId } from '../helper/shopping.ts';

onBothEngines("the wire of a customer's data", (engine) => {
  const edge: Edge = edgeFor(engine, () => apply(edge.deps));

  const erase = (shopperId: string, headers?: Record<string, string>) =>
    edge.rest('POST', `/v1/shoppers/${shopperId}/erase`, {}, headers ? { headers } : undefined);
  const data = (shopperId: string) => edge.rest('GET', `/v1/shoppers/${shopperId}/data`);

  it('shows what is kept, and erases it once a key', async () => {
    await edge.rest('POST', '/v1/shoppers/anna/attributes', { attributes: { size: 'M' } });
    await edge.rest('POST', '/v1/shoppers/anna/points', { change: 7, reason: 'hello' });
    await edge.rest('POST', '/v1/shoppers/anna/profile', { birthday: '02-29' });
    expect(bodyOf(await data('anna'))).toMatchObject({
      customerId: 'anna',
      birthday: '02-29',
      attributes: { size: 'M' },
    });
    const key = { 'idempotency-key': newId() };
    const first = bodyOf(await erase('anna', key));
    expect(first).toEqual({ erasedAt: expect.any(Number) });
    expect(bodyOf(await data('anna'))).toMatchObject({ birthday: null, attributes: {} });
    await edge.rest('POST', '/v1/shoppers/anna/attributes', { attributes: { size: 'L' } });
    expect(bodyOf(await erase('anna', key))).toEqual(first);
    expect(bodyOf(await data('anna'))).toMatchObject({ attributes: { size: 'L' } });
    expect(bodyOf(await edge.rest('GET', '/v1/shoppers/anna'))).toMatchObject({ points: 7 });
  });

  it('is nothing of a customer who was never here, and makes nobody', async () => {
    expect((await data('nobody')).code).toBe('shopper_not_found');
    expect((await erase('nobody')).code).toBe('shopper_not_found');
    expect((await edge.rest('GET', '/v1/shoppers/nobody')).code).toBe('shopper_not_found');
  });
});
