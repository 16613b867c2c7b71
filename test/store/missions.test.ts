/** Missions on both engines: each activity counts once, each reward is given once. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import type { MissionView } from '../../shared/schema/rewards-api.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { cancel, refund, report, signIn } from '../helper/shop-calls.ts';
import { apply, granted, newId, playOnce } from '../helper/shopping.ts';

const nothing = {
  slots: [
    { prizeId: 'nothing', weight: 1 },
    { prizeId: 'ten-off', weight: 0 },
  ],
};
const spins = { id: 'spins', kind: 'free_play', label: 'Two', plays: 2, gameId: 'wheel' } as const;
const own = { id: 'own', kind: 'voucher', label: 'Own', poolId: 'generated', stock: 1 } as const;
const prizes = [spins, { ...own, benefit: { kind: 'free_shipping' } }] as const;
const missions = [
  {
    id: 'player',
    name: 'Play three times',
    steps: [{ label: 'Play', measure: { activity: 'play' }, target: 3 }],
    prizeIds: ['ten-points', 'spins'],
  },
  {
    id: 'buyer',
    name: 'Buy two products',
    steps: [{ label: 'Buy', measure: { activity: 'order', count: 'products' }, target: 2 }],
    prizeIds: ['own'],
  },
] as const;

onBothEngines('missions', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, {
      prizes,
      missions: missions.map((each) => ({
        ...each,
        steps: [...each.steps],
        prizeIds: [...each.prizeIds],
      })),
      game: nothing,
    }),
  );

  const missionOf = async (shopperId: string, id: string): Promise<MissionView | undefined> =>
    (await granted(readRewards(deps, siteId, shopperId))).missions.find((each) => each.id === id);
  const current = async (shopperId: string, id: string): Promise<number | undefined> =>
    (await missionOf(shopperId, id))?.steps[0]?.current;
  const item = (productId: string) => ({ productId, quantity: 1, amount: 50_000 });

  it('counts a play once, however often it is sent', async () => {
    const { games } = await granted(start(deps, siteId, 'anna'));
    const commitment = games[0]?.turn.draw.commitment ?? '';
    const turn = { shopperId: 'anna', commandId: newId(), clientSeed: newId(), commitment };
    await Promise.all(Array.from({ length: 10 }, () => granted(playOnce(deps, turn))));
    expect(await current('anna', 'player')).toBe(1);
  });

  it.each([
    ['day', 'week'],
    ['week', 'day'],
    ['ever', 'day'],
    ['week', 'ever'],
  ] as const)('goes on when each %s becomes each %s', async (before, after) => {
    const step = { label: 'Play', measure: { activity: 'play' }, target: 1 } as const;
    const repeating = (period: 'ever' | 'day' | 'week') => {
      const repeat = { period, timesMax: 1 };
      const mission = { id: 'player', name: 'Play', steps: [step], prizeIds: ['ten-points'] };
      return apply(deps, { missions: [{ ...mission, repeat }], game: nothing });
    };
    await repeating(before);
    await granted(playOnce(deps, { shopperId: 'anna' }));
    await repeating(after);
    expect(await missionOf('anna', 'player')).toMatchObject({
      completed: after === 'ever' ? 1 : 0,
      state: after === 'ever' ? 'completed' : 'open',
    });
    deps.pass(7 * 86_400_000);
    await granted(playOnce(deps, { shopperId: 'anna' }));
    await granted(playOnce(deps, { shopperId: 'anna' }));
    const { points } = await readWallet(deps, siteId, 'anna');
    expect(points).toBe(after === 'ever' ? 10 : 20);
  });

  it('gives points and free plays of the very game with the last play', async () => {
    await granted(playOnce(deps, { shopperId: 'anna' }));
    await granted(playOnce(deps, { shopperId: 'anna' }));
    const last = await granted(playOnce(deps, { shopperId: 'anna' }));
    expect(last.earned).toMatchObject([{ kind: 'mission', id: 'player' }]);
    expect(last.wallet.points).toBe(10);
    expect(last.turn.freePlays).toBe(2);
    const { games } = await granted(start(deps, siteId, 'anna'));
    expect(games[0]?.turn.freePlays).toBe(2);
    expect(await missionOf('anna', 'player')).toMatchObject({ state: 'completed', completed: 1 });
    expect((await granted(playOnce(deps, { shopperId: 'anna' }))).earned).toBeUndefined();
  });

  it('gives the last voucher to one of many who finish at once', async () => {
    const names = ['anna', 'bert', 'cleo', 'dora'];
    await Promise.all(
      names.map((name) =>
        granted(report(deps, { orderId: name, name, items: [item('a'), item('b')] })),
      ),
    );
    const wallets = await Promise.all(names.map((name) => readWallet(deps, siteId, `c_${name}`)));
    expect(wallets.flatMap(({ vouchers }) => vouchers)).toHaveLength(1);
    for (const name of names) {
      expect(await missionOf(`c_${name}`, 'buyer')).toMatchObject({ state: 'completed' });
    }
  });

  it('takes back what an order counted, and leaves what is done', async () => {
    const name = 'anna';
    await granted(report(deps, { orderId: 'one', name, items: [item('a')] }));
    await granted(cancel(deps, { orderId: 'one' }));
    expect(await current('c_anna', 'buyer')).toBe(0);
    await granted(report(deps, { orderId: 'two', name, items: [item('a'), item('b')] }));
    await granted(refund(deps, { orderId: 'two', amount: 100_000 }));
    await granted(cancel(deps, { orderId: 'two' }));
    expect(await missionOf('c_anna', 'buyer')).toMatchObject({ state: 'completed', completed: 1 });
    expect((await readWallet(deps, siteId, 'c_anna')).vouchers).toHaveLength(1);
  });

  it('goes on after a sign-in', async () => {
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await current('c_anna', 'player')).toBe(2);
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect(await missionOf('c_anna', 'player')).toMatchObject({ state: 'completed' });
  });
});
