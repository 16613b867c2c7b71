/** A pause that the shop's back end asks for in its customer's name. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, dataOf, edgeFor, identifyOn, type Edge } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

onBothEngines('the wire of a pause', (engine) => {
  const edge: Edge = edgeFor(engine, () => apply(edge.deps));

  const ask = (body: object, headers?: Record<string, string>) =>
    edge.rest('POST', '/v1/shoppers/anna/pause', body, headers ? { headers } : undefined);

  it('holds for a customer who was never here, and for the device that signs in', async () => {
    const long = bodyOf(await ask({ days: 20 }));
    expect(long).toMatchObject({ pausedUntil: expect.any(Number), forGood: false });
    const { token } = dataOf(await identifyOn(edge, { sub: 'anna' }));
    const { games } = dataOf(await edge.query('shopper.start', { siteId }, { token }));
    const paused = { code: 'paused', nextAt: long.pausedUntil };
    expect(games[0].turn.refusal).toEqual(paused);
    const { commitment } = games[0].turn.draw;
    const play = { commandId: newId(), gameId: 'wheel', commitment, clientSeed: newId() };
    expect((await edge.mutate('shopper.play', play, { token })).code).toBe('paused');
  });

  it('never gets shorter, whoever asks', async () => {
    const { pausedUntil } = bodyOf(await ask({ days: 30 }));
    expect(bodyOf(await ask({ days: 1 })).pausedUntil).toBe(pausedUntil);
    const { token } = dataOf(await identifyOn(edge, { sub: 'anna' }));
    const own = await edge.mutate('shopper.pause', { commandId: newId(), days: 2 }, { token });
    expect(dataOf(own).pausedUntil).toBe(pausedUntil);
    expect(bodyOf(await ask({ days: null }))).toMatchObject({ forGood: true });
    expect(bodyOf(await ask({ days: 1 }))).toMatchObject({ forGood: true });
  });

  it('is settled once a key, and takes nothing else', async () => {
    const key = { 'idempotency-key': newId() };
    const first = bodyOf(await ask({ days: 3 }, key));
    expect(bodyOf(await ask({ days: 3 }, key))).toEqual(first);
    expect((await ask({ days: 4 }, key)).code).toBe('command_conflict');
    for (const bad of [{}, { days: 0 }, { days: 1.5 }, { days: 4_000 }, { days: 1, more: 1 }]) {
      expect((await ask(bad)).code).toBe('bad_request');
    }
  });
});
