/** Points on both engines: what waits, what is released, and orders that come back. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueWorks } from '../../server/flow/due-registry.ts';
import { doDueWork } from '../../server/flow/scheduler.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, cancel, refund, report, tidy } from '../helper/shop-calls.ts';
import { apply, codeOf, expectCleanBooks, granted } from '../helper/shopping.ts';

const day = 86_400_000;
const earning = { points: 1, per: 1_000 };

onBothEngines('points of an order', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await apply(deps, { points: { earning, pendingDays: 14, expiryDays: 30 } });
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const points = async (): Promise<number> => (await readWallet(deps, siteId, 'c_anna')).points;
  /** A pass of the scheduler: how much of it was due. */
  const doDue = (): Promise<number> =>
    doDueWork(
      deps,
      {
        owner: 'test',
        report: (_work, error) => expect(error).toBeNull(),
        isStopping: () => false,
      },
      dueWorks.filter(({ name }) => name.includes('return window') || name.includes('of points')),
    );
  const order = { orderId: 'order-1', name: 'anna' };

  it('wait for the return window, and are released by the next command', async () => {
    const reply = await granted(report(deps, order));
    expect(reply).toMatchObject({ pointsEarned: 100, pointsPending: 100, pointsBalance: 0 });
    deps.pass(14 * day - 1);
    expect(await granted(adjust(deps, { name: 'anna', change: 1 }))).toMatchObject({ points: 1 });
    deps.pass(4 * day);
    expect(await granted(adjust(deps, { name: 'anna', change: 1 }))).toMatchObject({ points: 102 });
    // Their 30 days run from the end of the window, not from when somebody noticed it.
    deps.pass(28 * day);
    expect(await points()).toBe(1);
  });

  it('are released once, however many do it at once', async () => {
    await granted(report(deps, order));
    await granted(report(deps, { ...order, orderId: 'order-2', name: 'bert' }));
    expect(await doDue()).toBe(0);
    deps.pass(15 * day);
    await Promise.all(Array.from({ length: 12 }, () => granted(tidy(deps, 'c_anna'))));
    expect(await points()).toBe(100);
    expect(await doDue()).toBe(1);
    expect(await doDue()).toBe(0);
    expect((await readWallet(deps, siteId, 'c_bert')).points).toBe(100);
  });

  it('are released although nothing waits by the rules of today', async () => {
    await granted(report(deps, order));
    await apply(deps, { points: { earning } });
    deps.pass(15 * day);
    expect(await granted(tidy(deps, 'c_anna'))).toEqual({ points: 100 });
  });

  it('that still wait are taken back first', async () => {
    await granted(adjust(deps, { name: 'anna', change: 5 }));
    await granted(report(deps, order));
    const part = await granted(refund(deps, { ...order, amount: 40_000 }));
    expect(part).toMatchObject({ pointsEarned: 60, pointsPending: 60, pointsBalance: 5 });
    deps.pass(15 * day);
    const rest = await granted(cancel(deps, order));
    expect(rest).toMatchObject({ pointsEarned: 0, pointsPending: 0, pointsBalance: 5 });
  });

  it('that is cancelled and completed again are earned once', async () => {
    await apply(deps, { points: { earning } });
    for (let round = 0; round < 3; round += 1) {
      expect(await granted(report(deps, order))).toMatchObject({ pointsBalance: 100 });
      expect(await codeOf(report(deps, order))).toBe('order_already_reported');
      expect(await granted(cancel(deps, order))).toMatchObject({ pointsBalance: 0 });
    }
    // Spent before the cancellation: the policy lets them go, and gives them no second time.
    await granted(report(deps, order));
    await granted(adjust(deps, { name: 'anna', change: -100 }));
    await granted(cancel(deps, order));
    const again = await granted(report(deps, { ...order, net: 130_000 }));
    expect(again).toMatchObject({ state: 'reported', pointsEarned: 130, pointsBalance: 30 });
    expect(await granted(cancel(deps, order))).toMatchObject({ pointsBalance: 0 });
  });

  it('reported again many times at once after a cancellation count once', async () => {
    await granted(report(deps, order));
    await granted(cancel(deps, order));
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(report(deps, order))));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
  });

  it('come back as credit, and go with a refund', async () => {
    const cashback = { basisPoints: 500, as: 'credit' } as const;
    await apply(deps, { points: { cashback, pendingDays: 14 } });
    await granted(report(deps, order));
    deps.pass(15 * day);
    expect(await granted(tidy(deps, 'c_anna'))).toEqual({ points: 0 });
    const back = await granted(refund(deps, { ...order, amount: 50_000 }));
    expect(back).toMatchObject({ creditEarned: 2_500 });
  });
});
