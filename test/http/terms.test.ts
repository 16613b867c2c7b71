/** What a campaign asks of its players, on the wire. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { dataOf, edgeFor, type Edge } from '../helper/http.ts';
import { programmeInput, siteId } from '../helper/programme.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { newId } from '../helper/shopping.ts';

const terms = { rules: { en: 'One spin.\nHave fun.' }, regions: ['VN'], ageMin: 18 };

onBothEngines('the wire of terms', (engine) => {
  const edge: Edge = edgeFor(engine, async () => {
    const input = programmeInput({ campaign: { terms } });
    const [first] = input.campaigns ?? [];
    const [game] = first?.games ?? [];
    if (!first || !game) throw new Error('no game');
    const free = { ...first, id: 'free', terms: null, games: [{ ...game, id: 'free' }] };
    const applied = await applyProgramme(edge.deps, { ...input, campaigns: [first, free] });
    expect(applied).toMatchObject({ ok: true });
  });

  it('shows the terms, and settles a play that states what they ask for, once', async () => {
    const { token, games } = dataOf(
      await edge.query('shopper.start', { siteId, gameIds: ['free'] }),
    );
    expect(games[0].terms).toEqual({ ...terms, organiser: null, url: null });
    expect(games[0].turn.refusal).toBeNull();
    expect(games[1]).not.toHaveProperty('terms');
    const { commitment } = games[0].turn.draw;
    const play = { commandId: newId(), gameId: 'wheel', commitment, clientSeed: newId() };
    const send = (more: object) => edge.mutate('shopper.play', { ...play, ...more }, { token });
    expect(await send({})).toMatchObject({ status: 403, code: 'region_not_allowed' });
    const region = 'VN-HN';
    expect(await send({ region })).toMatchObject({ status: 403, code: 'age_not_confirmed' });
    for (const bad of [{ region: 'vn' }, { region: '' }, { ageConfirmed: true }]) {
      expect((await send(bad)).code).toBe('bad_request');
    }
    const stated = { region, ageConfirmed: 18 };
    const settled = dataOf(await send(stated));
    expect(dataOf(await send(stated))).toEqual(settled);
    expect((await send({ ...stated, ageConfirmed: 19 })).code).toBe('command_conflict');
  });

  it('asks for nothing where a campaign has none', async () => {
    const { token, games } = dataOf(
      await edge.query('shopper.start', { siteId, gameIds: ['free'] }),
    );
    const { commitment } = games[1].turn.draw;
    const play = { commandId: newId(), gameId: 'free', commitment, clientSeed: newId() };
    expect(dataOf(await edge.mutate('shopper.play', play, { token })).gameId).toBe('free');
  });
});
