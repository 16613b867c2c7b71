/** Points on both engines: what waits, what is released, and orders that come back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { dueWorks } from '../../server/flow/due-registry.ts';
import { doDueWork } from '../../server/flow/scheduler.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import {
  adjust,
  cancel,
  giveCredit,
  grant,
  keep,
  letGo,
  refund,
  report,
  spend,
  tidy,
} from '../helper/shop-calls.ts';
import { apply, codeOf, granted } from '../helper/shopping.ts';

const day = 86_400_000;
const earning = { points: 1, per: 1_000 };

onBothEngines('points of an order', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { points: { earning, pendingDays: 14, expiryDays: 30 } }),
  );

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

  it("let go are not earned again, also when it was somebody else's in between", async () => {
    const rules = { earning, cashback: { basisPoints: 100, as: 'credit' } } as const;
    await apply(deps, { points: rules });
    for (const name of ['anna', 'bert']) {
      await granted(report(deps, { ...order, name }));
      await granted(adjust(deps, { name, change: -100 }));
      await granted(giveCredit(deps, { name, change: -1_000 }));
      await granted(cancel(deps, order));
    }
    await granted(report(deps, { ...order, name: null }));
    await granted(cancel(deps, order));
    for (const name of ['anna', 'bert', 'anna']) {
      const again = await granted(report(deps, { ...order, name, net: 130_000 }));
      expect(again).toMatchObject({ pointsEarned: 130, pointsBalance: 30, creditEarned: 1_300 });
      const { points: shown } = await granted(readRewards(deps, siteId, `c_${name}`));
      expect(shown).toMatchObject({ points: 30, credit: 300 });
      await granted(cancel(deps, order));
      expect(await points()).toBe(0);
    }
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

  it('held at once by many carts are never spent twice', async () => {
    await apply(deps, { points: { value: { points: 1, amount: 100 } } });
    await granted(adjust(deps, { name: 'anna', change: 100 }));
    const holds = await Promise.all(
      Array.from({ length: 10 }, () => keep(deps, { name: 'anna', amount: 30 })),
    );
    const ids = holds.flatMap((each) => (each.ok ? [each.value.holdId] : []));
    expect(ids).toHaveLength(3);
    expect(await points()).toBe(10);
    expect(await codeOf(keep(deps, { name: 'anna', amount: 11 }))).toBe('not_enough_points');
    const [first = '', second = '', third = ''] = ids;
    const used = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(spend(deps, { holdId: first }))),
    );
    expect(used.filter((code) => code === 'ok')).toHaveLength(1);
    await granted(letGo(deps, { holdId: second }));
    expect(await points()).toBe(40);
    deps.pass(900_000);
    expect(await codeOf(spend(deps, { holdId: third }))).toBe('hold_expired');
    expect(await doDue()).toBe(1);
    expect(await points()).toBe(70);
  });

  it('spent on an order that is cancelled come back, to expire when they would have', async () => {
    const value = { points: 1, amount: 100 };
    await apply(deps, { points: { value, expiryDays: 10 } });
    await granted(adjust(deps, { name: 'anna', change: 100 }));
    deps.pass(5 * day);
    await granted(adjust(deps, { name: 'anna', change: 100 }));
    const { holdId, discount } = await granted(keep(deps, { name: 'anna', amount: 150 }));
    expect(discount).toBe(15_000);
    await granted(report(deps, order));
    await granted(spend(deps, { holdId, orderId: 'order-1' }));
    expect(await points()).toBe(50);
    expect(await granted(cancel(deps, order))).toMatchObject({ pointsBalance: 200 });
    deps.pass(6 * day);
    expect(await points()).toBe(100);
  });

  describe('spent on an order that is then reported for somebody else', () => {
    const value = { points: 1, amount: 100 };
    const spent = async (name: string, orderId: string): Promise<void> => {
      const { holdId } = await granted(keep(deps, { name, amount: 60 }));
      await granted(spend(deps, { holdId, orderId }));
    };
    const balances = async (): Promise<unknown[]> => {
      const both = await Promise.all(
        ['c_anna', 'c_bert'].map((id) => granted(readRewards(deps, siteId, id))),
      );
      return both.map(({ points: shown }) => [shown.points, shown.credit]);
    };

    beforeEach(async () => {
      await apply(deps, { points: { value } });
      await granted(adjust(deps, { name: 'anna', change: 100 }));
      await granted(adjust(deps, { name: 'bert', change: 100 }));
    });

    it.each(['bert', null])('come back when it is cancelled (for %s)', async (name) => {
      await granted(giveCredit(deps, { name: 'anna', change: 500 }));
      const credit = await granted(keep(deps, { name: 'anna', unit: 'credit', amount: 400 }));
      await spent('anna', 'order-1');
      await granted(spend(deps, { holdId: credit.holdId, orderId: 'order-1' }));
      await granted(report(deps, { orderId: 'order-1', name }));
      await granted(refund(deps, { orderId: 'order-1', amount: 50_000 }));
      expect(await balances()).toEqual([
        [40, 100],
        [100, 0],
      ]);
      const cancelled = await granted(cancel(deps, { orderId: 'order-1' }));
      expect(cancelled.pointsBalance).toBe(name === null ? null : 100);
      expect(await balances()).toEqual([
        [100, 500],
        [100, 0],
      ]);
    });

    it('come back once, also when it is reported and cancelled again', async () => {
      await spent('anna', 'order-1');
      for (const name of ['bert', null, 'anna']) {
        await granted(report(deps, { orderId: 'order-1', name }));
        await granted(cancel(deps, { orderId: 'order-1' }));
        expect(await balances()).toEqual([
          [100, 0],
          [100, 0],
        ]);
      }
    });

    it('come back to both who spent on it', async () => {
      await spent('anna', 'order-1');
      await spent('bert', 'order-1');
      await granted(report(deps, { orderId: 'order-1', name: 'bert' }));
      await granted(cancel(deps, { orderId: 'order-1' }));
      expect(await balances()).toEqual([
        [100, 0],
        [100, 0],
      ]);
    });

    it('come back although all of it happens at once', async () => {
      for (let round = 0; round < 12; round += 1) {
        const [one, two] = [`one-${round}`, `two-${round}`];
        await spent('anna', one);
        await spent('bert', two);
        const { holdId } = await granted(keep(deps, { name: 'anna', amount: 40 }));
        const [, , late] = await Promise.all([
          codeOf(report(deps, { orderId: one, name: 'bert' })),
          codeOf(report(deps, { orderId: two, name: 'anna' })),
          codeOf(spend(deps, { holdId, orderId: one })),
          codeOf(cancel(deps, { orderId: one })),
          codeOf(cancel(deps, { orderId: two })),
        ]);
        if (late !== 'ok') await granted(letGo(deps, { holdId }));
        await Promise.all([
          codeOf(cancel(deps, { orderId: one })),
          codeOf(cancel(deps, { orderId: two })),
        ]);
        expect(await balances()).toEqual([
          [100, 0],
          [100, 0],
        ]);
      }
    });
  });

  it('leave store credit alone, which is held and spent the same way', async () => {
    await apply(deps, { prizes: [{ id: 'money', kind: 'credit', label: 'Credit', credit: 800 }] });
    await granted(grant(deps, { name: 'anna', prizeId: 'money' }));
    await granted(giveCredit(deps, { name: 'anna', change: 200 }));
    expect(await codeOf(giveCredit(deps, { name: 'anna', change: -1_001 }))).toBe(
      'not_enough_credit',
    );
    const codes = await Promise.all(
      Array.from({ length: 4 }, () =>
        codeOf(keep(deps, { name: 'anna', unit: 'credit', amount: 400 })),
      ),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2);
    const { points: shown } = await granted(readRewards(deps, siteId, 'c_anna'));
    expect(shown).toMatchObject({ points: 0, credit: 200, creditHeld: 800 });
  });
});
