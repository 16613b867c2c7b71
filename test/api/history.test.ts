/** Whose points are told over the wire: the token's own, on its own site. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { dataOf, edgeFor, identifyOn, startOn, type Edge } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply } from '../helper/shopping.ts';

onBothEngines('shopper.history', (engine) => {
  const edge: Edge = edgeFor(engine, () => apply(edge.deps));

  it('tells the token’s own lines', async () => {
    await edge.rest('POST', '/v1/shoppers/anna/points', { change: 5, reason: 'sorry' });
    const { token } = dataOf(await identifyOn(edge, { sub: 'anna' }));
    const reply = dataOf(await edge.query('shopper.history', { siteId }, { token }));
    expect(reply.lines).toMatchObject([
      { change: 5, balance: 5, cause: 'adjusted', note: 'sorry' },
    ]);
    expect(reply.next).toBeNull();
  });

  it('refuses another site, a place that is none, and nobody', async () => {
    const { token } = await startOn(edge);
    const asked = (input: object, as: string | undefined = token): Promise<string | undefined> =>
      edge.query('shopper.history', input, as ? { token: as } : {}).then(({ code }) => code);
    expect(await asked({ siteId: 'other' })).toBe('forbidden');
    expect(await asked({ siteId, before: { at: -1, id: 'line-00001', balance: 0 } })).toBe(
      'bad_request',
    );
    expect(await asked({ siteId, before: { at: 1, id: "' OR 1", balance: 0 } })).toBe(
      'bad_request',
    );
    expect((await edge.query('shopper.history', { siteId })).code).toBe('unauthorized');
    expect(dataOf(await edge.query('shopper.history', { siteId }, { token }))).toEqual({
      lines: [],
      next: null,
    });
  });
});
