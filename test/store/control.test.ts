/** Budget, pacing and pity hold on both engines, however many play at once. */
import { expect, it } from 'vitest';
import type { Refusal } from '../../shared/refusals.ts';
import { start } from '../../server/flow/start.ts';
import { readFigures } from '../helper/budgets.ts';
import { depsForEach, onBothEngines, projectAll, type TestDeps } from '../helper/engines.ts';
import { siteId, type GameInput, type ProgrammeParts } from '../helper/programme.ts';
import { rest, setAttributesOf, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

const gift = { id: 'gift', kind: 'points', label: 'Gift', points: 5, cost: 100 } as const;

function weighing(weights: Record<string, number>, game: Partial<GameInput> = {}): GameInput {
  const slots = Object.entries(weights).map(([prizeId, weight]) => ({ prizeId, weight }));
  return { id: 'wheel', kind: 'wheel', name: 'W', slots, fallbackPrizeId: 'nothing', ...game };
}

const generous = weighing({ gift: 1, nothing: 0 });

onBothEngines('control of draws', (engine) => {
  const deps: TestDeps = depsForEach(engine);

  /** So many shoppers play once, all at the same time. */
  async function crowd(plays: number, from = 0): Promise<{ won: number; codes: Set<string> }> {
    const replies = await Promise.all(
      Array.from({ length: plays }, (_, at) => playOnce(deps, { shopperId: `s-${from + at}` })),
    );
    return {
      won: replies.filter((reply) => reply.ok && reply.value.won).length,
      codes: new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code))),
    };
  }

  it('a budget is never passed by 64 plays at once, and each alarm is raised once', async () => {
    const budget = { perDay: 1_050, total: 1_500 };
    await apply(deps, { prizes: [gift], game: generous, campaign: { budget } });
    const today = await crowd(64);
    expect(today).toEqual({ won: 10, codes: new Set(['ok', 'budget_spent']) });
    expect(await readFigures(deps)).toEqual({
      spent: { 'campaign always': 1_000, 'day always 2026-12-01': 1_000 },
      alarms: ['campaign 50', 'day 100', 'day 50', 'day 80'],
    });
    deps.pass(86_400_000);
    expect(await crowd(64, 64)).toMatchObject({ won: 5 });
    expect(await readFigures(deps)).toMatchObject({
      spent: { 'campaign always': 1_500, 'day always 2026-12-02': 500 },
      alarms: ['campaign 100', 'campaign 50', 'campaign 80', 'day 100', 'day 50', 'day 80'],
    });
  });

  it('the cap of a shopper holds over sign-in', async () => {
    const parts: ProgrammeParts = {
      prizes: [gift],
      game: generous,
      campaign: { budget: { perShopper: 350 } },
    };
    await apply(deps, parts);
    for (const shopperId of ['c_anna', 'c_anna', 'device']) {
      await granted(playOnce(deps, { shopperId }));
    }
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    const refused = await playOnce(deps, { shopperId: 'c_anna' });
    expect(refused).toMatchObject({ refusal: { code: 'budget_spent' } });
  });

  it("a day's budget that comes with a new zone counts what the site's day has spent", async () => {
    await apply(deps, { prizes: [gift], game: generous });
    await crowd(3);
    await projectAll(deps);
    // It is the day after there by now; here the day goes on until that one is over.
    const site = { timeZone: 'Pacific/Kiritimati' };
    const campaign = { budget: { perDay: 500 } };
    deps.pass(8 * 3_600_000);
    await apply(deps, { prizes: [gift], game: generous, site, campaign });
    expect(await crowd(5, 10)).toMatchObject({ won: 2 });
    expect(await readFigures(deps)).toMatchObject({ spent: { 'day always 2026-12-01': 500 } });
  });

  it('a campaign that gets a budget later counts what it has spent before', async () => {
    await apply(deps, { prizes: [gift], game: generous });
    await crowd(4);
    await projectAll(deps);
    const campaign = { budget: { total: 600 } };
    await apply(deps, { prizes: [gift], game: generous, campaign });
    expect(await crowd(8, 4)).toMatchObject({ won: 2 });
    expect((await readFigures(deps)).spent).toMatchObject({ 'campaign always': 600 });
  });

  it('pacing never releases more than allowed, however many play at once', async () => {
    await apply(deps, {
      prizes: [{ ...gift, stock: 30 }],
      game: generous,
      startsAt: '2026-12-01T00:00:00+07:00',
      endsAt: '2026-12-31T00:00:00+07:00',
      campaign: { pacing: [{ prizeId: 'gift', kind: 'even' }] },
    });
    expect(await crowd(24)).toEqual({ won: 1, codes: new Set(['ok', 'paced_out']) });
    deps.pass(3 * 86_400_000);
    expect(await crowd(24, 24)).toEqual({ won: 3, codes: new Set(['ok', 'paced_out']) });
    const refused = await playOnce(deps, { shopperId: 's-0' });
    const nextAt = Date.parse('2026-12-05T00:00:00+07:00');
    expect(refused).toMatchObject({ refusal: { code: 'paced_out', nextAt } });
  });

  it('nobody loses more often in a row than pity allows, signed in or not', async () => {
    const game = weighing({ gift: 1, nothing: 99 }, { pity: { afterLosses: 4 } });
    await apply(deps, { prizes: [gift], game });
    let [losses, device] = [0, 0];
    for (let play = 0; play < 60; play += 1) {
      const shopperId = play % 20 < 10 ? 'c_anna' : `device-${device}`;
      // A new device brings no losses along, so it starts with none.
      if (shopperId !== 'c_anna' && play % 20 === 10) losses = 0;
      const { won } = await granted(playOnce(deps, { shopperId, clientSeed: newId() }));
      losses = won ? 0 : losses + 1;
      expect(losses).toBeLessThanOrEqual(4);
      if (play % 20 === 19) {
        await granted(signIn(deps, { name: 'anna', anonymousId: shopperId }));
        device += 1;
      }
    }
  });

  it('a pause holds over sign-in, in every game, and is never shortened', async () => {
    await apply(deps);
    const longer = await granted(rest(deps, { shopperId: 'device', days: 20 }));
    const shorter = await granted(rest(deps, { shopperId: 'device', days: 1 }));
    expect(shorter.pausedUntil).toBe(longer.pausedUntil);
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    const refused = await playOnce(deps, { shopperId: 'c_anna' });
    expect(refused).toMatchObject({ refusal: { code: 'paused', nextAt: longer.pausedUntil } });
    deps.pass(longer.pausedUntil - deps.clock());
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
  });

  it('a campaign for signed-in shoppers of an attribute is for nobody else', async () => {
    const audience = { identifiedOnly: true, attributes: { drink: ['coffee'] } };
    await apply(deps, { campaign: { audience } });
    const anna = { shopperId: 'c_anna' };
    const shown = async (): Promise<Refusal | null | undefined> => {
      const { games } = await granted(start(deps, siteId, anna.shopperId));
      return games[0]?.turn.refusal;
    };
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    await granted(setAttributesOf(deps, { name: 'anna', attributes: { drink: 'tea' } }));
    expect(await shown()).toEqual({ code: 'not_in_audience' });
    expect(await codeOf(playOnce(deps, anna))).toBe('not_in_audience');
    await granted(setAttributesOf(deps, { name: 'anna', attributes: { drink: 'coffee' } }));
    expect(await shown()).toBeNull();
    const { turn } = await granted(playOnce(deps, anna));
    expect(turn.refusal).toBeNull();
    expect(await codeOf(playOnce(deps, { shopperId: 'stranger' }))).toBe('identification_needed');
  });

  it('a campaign for new shoppers on phones in a language is shown as it is played', async () => {
    const phones = { devices: ['phone' as const], languages: ['vi'] };
    await apply(deps, { campaign: { audience: { shoppers: 'new', newForDays: 2, ...phones } } });
    const told = { device: 'phone', language: 'vi-VN' } as const;
    const started = await granted(start(deps, siteId, 'a', told));
    expect(started.games[0]?.turn.refusal).toBeNull();
    expect(await codeOf(playOnce(deps, { shopperId: 'a' }))).toBe('not_in_audience');
    await granted(playOnce(deps, { shopperId: 'a', told }));
    deps.pass(2 * 86_400_000);
    await granted(playOnce(deps, { shopperId: 'a', told }));
    deps.pass(1);
    const refused = await playOnce(deps, { shopperId: 'a', told });
    expect(refused).toMatchObject({ refusal: { code: 'not_in_audience' } });
    await granted(playOnce(deps, { shopperId: 'b', told }));
  });

  it("the site's cap of plays a day holds over games, free plays and parallel plays", async () => {
    const games = [
      weighing({ again: 1, nothing: 0 }),
      { ...weighing({ again: 1, nothing: 0 }), id: 'b' },
    ];
    await apply(deps, { games, site: { care: { playsPerDayMax: 3 } } });
    for (const gameId of ['wheel', 'b', 'b']) {
      await granted(playOnce(deps, { shopperId: 'a', gameId }));
    }
    const more = await Promise.all(
      ['wheel', 'b', 'wheel'].map((gameId) => codeOf(playOnce(deps, { shopperId: 'a', gameId }))),
    );
    expect(new Set(more)).toEqual(new Set(['site_daily_limit_reached']));
  });

  it('sign-in takes the larger count of losses', async () => {
    const game = weighing({ gift: 1, nothing: 999_999_999 }, { pity: { afterLosses: 2 } });
    await apply(deps, { prizes: [gift], game });
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    const { won, receipt } = await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect(won).toBe(true);
    expect(receipt.deviations).toEqual([{ kind: 'pity', losses: 2, slots: [0] }]);
  });
});
