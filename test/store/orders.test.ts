/** Orders on both engines: what comes twice, or at once, counts once. */
import { expect, it } from 'vitest';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, cancel, refund, report } from '../helper/shop-calls.ts';
import { apply, codeOf, granted } from '../helper/shopping.ts';

onBothEngines('an order', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { points: { earning: { points: 1, per: 1_000 } } }),
  );

  it('reported many times at once earns once', async () => {
    const order = { orderId: 'order-1', name: 'anna' };
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(report(deps, order))));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'order_already_reported']));
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(100);
  });

  it('refunded while it is reported gives back the points that it earned', async () => {
    await granted(adjust(deps, { name: 'anna', change: 1_000 }));
    let points = 1_000;
    for (let round = 0; round < 40; round += 1) {
      const orderId = `order-${round}`;
      const [, refunded] = await Promise.all([
        granted(report(deps, { orderId, name: 'anna' })),
        codeOf(refund(deps, { orderId, amount: 100_000 })),
      ]);
      points += refunded === 'ok' ? 0 : 100;
      expect([refunded, (await readWallet(deps, siteId, 'c_anna')).points]).toEqual([
        refunded,
        points,
      ]);
    }
  });

  it('refunded and cancelled at once gives back no more than it earned', async () => {
    await granted(report(deps, { orderId: 'order-1', name: 'anna' }));
    const codes = await Promise.all([
      ...Array.from({ length: 8 }, () =>
        codeOf(refund(deps, { orderId: 'order-1', amount: 30_000 })),
      ),
      codeOf(cancel(deps, { orderId: 'order-1' })),
    ]);
    const refunds = codes.slice(0, 8).filter((code) => code === 'ok').length;
    expect(refunds).toBeLessThanOrEqual(3);
    expect(codes.at(-1)).toBe('ok');
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(0);
  });
});
