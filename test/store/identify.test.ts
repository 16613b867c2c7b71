/** Signing in on both engines: one customer, one wallet, merged once. */
import { expect, it } from 'vitest';
import { readPlays } from '../../server/flow/plays.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, grant, report, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, commitmentFor, granted, newId, playOnce } from '../helper/shopping.ts';

onBothEngines('a sign-in', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { points: { earning: { points: 1, per: 1_000 } } }),
  );

  it.each(['signs in', 'is paid', 'is given a prize', 'orders'])(
    'makes an identified shopper of a customer who first %s',
    async (what) => {
      const name = 'anna';
      if (what === 'signs in') await granted(signIn(deps, { name }));
      if (what === 'is paid') await granted(adjust(deps, { name }));
      if (what === 'is given a prize') await granted(grant(deps, { name }));
      if (what === 'orders') await granted(report(deps, { name, orderId: 'order-1' }));
      const { shopper } = await granted(start(deps, siteId, 'c_anna'));
      expect(shopper).toEqual({ id: 'c_anna', kind: 'identified' });
    },
  );

  it('never merges one customer into another, nor into themselves', async () => {
    await granted(adjust(deps, { name: 'anna' }));
    await granted(adjust(deps, { name: 'bert' }));
    const foreign = await granted(signIn(deps, { name: 'bert', anonymousId: 'c_anna' }));
    const own = await granted(signIn(deps, { name: 'anna', anonymousId: 'c_anna' }));
    expect([foreign.merged, own.merged]).toEqual([false, false]);
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(100);
  });

  it('brings plays, vouchers and points along, once', async () => {
    for (let nth = 0; nth < 12; nth += 1) await granted(playOnce(deps, { shopperId: 'device' }));
    const before = await readWallet(deps, siteId, 'device');
    const { plays } = await readPlays(deps, siteId, 'device', null);
    await granted(adjust(deps, { name: 'anna' }));
    const first = await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    const second = await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect([first.merged, second.merged]).toEqual([true, false]);
    const after = await readWallet(deps, siteId, 'c_anna');
    expect(after.points).toBe(before.points + 100);
    expect(after.vouchers).toEqual(before.vouchers);
    expect(await readPlays(deps, siteId, 'c_anna', null)).toEqual({ plays });
    expect(plays).toHaveLength(12);
    const late = playOnce(deps, { shopperId: 'device', commitment: '0'.repeat(64) });
    expect(await codeOf(late)).toBe('shopper_merged');
  });

  it('uses a token once, and answers the same command the same', async () => {
    const call = { name: 'anna', anonymousId: 'device', tokenId: newId(), commandId: newId() };
    await granted(playOnce(deps, { shopperId: 'device' }));
    const first = await signIn(deps, call);
    expect(await signIn(deps, call)).toEqual(first);
    expect(await codeOf(signIn(deps, { ...call, commandId: newId() }))).toBe('token_replayed');
  });

  it('together with the first play of the device ends in one wallet', async () => {
    for (let round = 0; round < 20; round += 1) {
      const anonymousId = `device-${round}`;
      const name = `anna-${round}`;
      await granted(adjust(deps, { name }));
      const commitment = await commitmentFor(deps, anonymousId);
      const [played, ...signedIn] = await Promise.all([
        codeOf(playOnce(deps, { shopperId: anonymousId, commitment })),
        codeOf(signIn(deps, { name, anonymousId })),
        codeOf(signIn(deps, { name, anonymousId })),
      ]);
      expect(signedIn).toEqual(['ok', 'ok']);
      expect(['ok', 'shopper_merged']).toContain(played);
    }
  });
});
