/** Gifts on an occasion, on both engines: each is given once, along with what brings it. */
import { expect, it } from 'vitest';
import { giveDueGifts } from '../../server/flow/gifts.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { cancel, doAllDue, report, signIn, tell } from '../helper/shop-calls.ts';
import { apply, granted } from '../helper/shopping.ts';

const day = 86_400_000;
const points = (id: string, amount: number) =>
  ({ id, kind: 'points', label: id, points: amount }) as const;
const prizes = [points('hello', 1), points('cake', 10), points('second', 100)];
const welcome = { prizeId: 'hello' };
const birthday = { prizeId: 'cake' };
const milestones = [{ id: 'two', orders: 2, prizeId: 'second' }];

onBothEngines('gifts on an occasion', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { prizes, gifts: { welcome, birthday, milestones } }),
  );

  const pointsOf = async (name: string): Promise<number> =>
    (await readWallet(deps, siteId, `c_${name}`)).points;

  it('welcome once, however often one signs in at the same time', async () => {
    await Promise.all(Array.from({ length: 6 }, () => granted(signIn(deps, { name: 'anna' }))));
    await Promise.all(Array.from({ length: 6 }, () => giveDueGifts(deps, siteId, 'c_anna')));
    expect(await pointsOf('anna')).toBe(1);
  });

  it('celebrate the birthday of whoever does not come by, once, though it changes', async () => {
    for (const name of ['anna', 'bert']) await granted(signIn(deps, { name }));
    await granted(tell(deps, { name: 'anna', fields: { birthday: '12-01' } }));
    await granted(tell(deps, { name: 'bert', fields: { birthday: '12-02' } }));
    await doAllDue(deps);
    await doAllDue(deps);
    expect([await pointsOf('anna'), await pointsOf('bert')]).toEqual([11, 1]);
    deps.pass(day);
    await granted(tell(deps, { name: 'anna', fields: { birthday: null } }));
    await granted(tell(deps, { name: 'anna', fields: { birthday: '12-02' } }));
    await doAllDue(deps);
    await granted(signIn(deps, { name: 'anna' }));
    expect([await pointsOf('anna'), await pointsOf('bert')]).toEqual([11, 11]);
    deps.pass(365 * day);
    await doAllDue(deps);
    expect([await pointsOf('anna'), await pointsOf('bert')]).toEqual([21, 21]);
  });

  it('mark the second order, whichever it is, once', async () => {
    await granted(report(deps, { orderId: 'first', name: 'anna' }));
    await granted(cancel(deps, { orderId: 'first' }));
    await granted(report(deps, { orderId: 'second', name: 'anna' }));
    expect(await pointsOf('anna')).toBe(1);
    const more = ['third', 'fourth', 'fifth'].map((orderId) =>
      granted(report(deps, { orderId, name: 'anna' })),
    );
    await Promise.all(more);
    expect(await pointsOf('anna')).toBe(101);
  });
});
