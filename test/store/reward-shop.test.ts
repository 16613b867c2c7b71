/** The reward shop on both engines: points, stock and limits hold, whatever runs at once. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, buy, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

const ticket = { kind: 'voucher', label: 'Ticket', poolId: 'generated' } as const;
const prizes = [
  { ...ticket, id: 'ticket', benefit: { kind: 'free_shipping' }, stock: 3 },
  { id: 'spins', kind: 'free_play', label: 'Two spins', plays: 2, gameId: 'wheel' },
] as const;
const rewardShop = [
  { id: 'ticket', prizeId: 'ticket', price: 10, perShopper: 2 },
  { id: 'spins', prizeId: 'spins', price: 5 },
];

onBothEngines('the reward shop', (engine) => {
  const deps: TestDeps = depsForEach(engine, async () => {
    await apply(deps, { prizes, rewardShop });
    await granted(adjust(deps, { name: 'anna', change: 35 }));
    await granted(adjust(deps, { name: 'bert', change: 1_000 }));
  });

  const buyAs = (shopperId: string, rewardId = 'ticket', commandId = newId()) =>
    buy(deps, { shopperId, rewardId, commandId });

  it('sells for points, once a command', async () => {
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => granted(buyAs('c_anna', 'ticket', commandId))),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ wallet: { points: 25, vouchers: [{ prizeId: 'ticket' }] } });
    const wallet = await readWallet(deps, siteId, 'c_anna');
    expect([wallet.points, wallet.vouchers.length]).toEqual([25, 1]);
  });

  it('keeps limits and stock when everybody buys at once', async () => {
    const shoppers = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 'c_anna' : 'c_bert'));
    const codes = await Promise.all(shoppers.map((shopperId) => codeOf(buyAs(shopperId))));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(3);
    const { rewardShop: shown } = await granted(readRewards(deps, siteId, 'c_bert'));
    expect(shown[0]).toMatchObject({ left: 0 });
    expect(new Set(codes)).toEqual(new Set(['ok', 'reward_limit_reached', 'sold_out']));
  });

  it('gives free plays of a game that was never played', async () => {
    const bought = await granted(buyAs('c_anna', 'spins'));
    expect(bought).toMatchObject({ given: [{ prize: { kind: 'free_play', plays: 2 } }] });
    await granted(buyAs('c_anna', 'spins'));
    const { games } = await granted(start(deps, siteId, 'c_anna'));
    expect(games[0]?.turn.freePlays).toBe(4);
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
  });

  it('counts on after a sign-in', async () => {
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(buyAs('c_anna'));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    await granted(buyAs('c_anna'));
    expect(await codeOf(buyAs('c_anna'))).toBe('reward_limit_reached');
  });
});
