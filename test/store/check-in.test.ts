/** Check-ins on both engines: a day counts once, whatever runs at once and whoever is merged. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, buyFreezeAs, checkInAs, grant, makeUpAs, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const prizes = [
  { id: 'five', kind: 'points', label: '5 points', points: 5 },
  { id: 'ice', kind: 'freeze', label: 'A freeze', calendarId: 'daily' },
  {
    id: 'ticket',
    kind: 'voucher',
    label: 'Ticket',
    poolId: 'generated',
    benefit: { kind: 'free_shipping' },
    stock: 1,
  },
] as const;
const checkIns = [
  {
    id: 'daily',
    name: 'Every day',
    length: 7,
    rewards: [
      { square: 1, prizeId: 'five' },
      { square: 2, prizeId: 'five' },
    ],
    milestones: [{ streak: 3, prizeId: 'ticket' }],
    freeze: { price: 10, heldMax: 2 },
    makeUp: { daysBackMax: 3, price: 5 },
  },
] as const;
const parts = {
  prizes,
  checkIns: checkIns.map((each) => ({
    ...each,
    rewards: [...each.rewards],
    milestones: [...each.milestones],
  })),
};

onBothEngines('a check-in', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, parts));

  const shown = async (shopperId: string) => {
    const { checkIns: views } = await granted(readRewards(deps, siteId, shopperId));
    const [view] = views;
    if (!view) throw new Error('no calendar');
    return view;
  };
  const marks = async (shopperId: string) =>
    (await shown(shopperId)).squares.map(({ state }) => state);

  it('counts once a day, though five hundred come at once', async () => {
    const codes = await Promise.all(
      Array.from({ length: 500 }, () => codeOf(checkInAs(deps, { shopperId: 'anna' }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'checked_in_already']));
    expect(await readWallet(deps, siteId, 'anna')).toMatchObject({ points: 5 });
  });

  it('answers the same for the same command, and pays once', async () => {
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => granted(checkInAs(deps, { shopperId: 'anna', commandId }))),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await readWallet(deps, siteId, 'anna')).toMatchObject({ points: 5 });
  });

  it('gives what the square and the milestone promise, and says what tomorrow brings', async () => {
    const first = await granted(checkInAs(deps, { shopperId: 'anna' }));
    expect(first).toMatchObject({
      day: '2026-12-01',
      square: 1,
      given: [{ prize: { id: 'five' } }],
      streak: { by: 'day', count: 1, best: 1, total: 1 },
      tomorrow: { day: '2026-12-02', square: 2, rewards: [{ id: 'five' }], streak: 2 },
      wallet: { points: 5 },
    });
    deps.pass(day);
    const second = await granted(checkInAs(deps, { shopperId: 'anna' }));
    expect(second.tomorrow).toMatchObject({ square: 3, rewards: [{ id: 'ticket' }], streak: 3 });
    deps.pass(day);
    const third = await granted(checkInAs(deps, { shopperId: 'anna' }));
    expect(third).toMatchObject({
      given: [{ voucher: { state: 'issued' } }],
      streak: { count: 3 },
    });
  });

  it('keeps the streak over a missed day with a freeze, which is used up', async () => {
    await granted(adjust(deps, { name: 'anna', change: 30 }));
    const shopperId = 'c_anna';
    await granted(checkInAs(deps, { shopperId }));
    const bought = await granted(buyFreezeAs(deps, { shopperId }));
    expect(bought).toMatchObject({ freezes: 1, wallet: { points: 25 } });
    await granted(grant(deps, { name: 'anna', prizeId: 'ice' }));
    expect(await codeOf(buyFreezeAs(deps, { shopperId }))).toBe('freezes_full');
    deps.pass(2 * day);
    expect(await marks(shopperId)).toEqual(['done', 'frozen', ...Array(5).fill('open')]);
    const back = await granted(checkInAs(deps, { shopperId }));
    expect(back).toMatchObject({ streak: { count: 2 }, freezesUsed: 1, freezes: 1 });
    expect(await shown(shopperId)).toMatchObject({ freezes: { held: 1 }, streak: { count: 2 } });
  });

  it('sells no more freezes than one may hold, however many are bought at once', async () => {
    await granted(adjust(deps, { name: 'anna', change: 1_000 }));
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(buyFreezeAs(deps, { shopperId: 'c_anna' }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2);
    expect(await readWallet(deps, siteId, 'c_anna')).toMatchObject({ points: 980 });
  });

  it('credits a missed day afterwards, once, for its price', async () => {
    await granted(adjust(deps, { name: 'anna', change: 12 }));
    const shopperId = 'c_anna';
    await granted(checkInAs(deps, { shopperId }));
    deps.pass(2 * day);
    await granted(checkInAs(deps, { shopperId }));
    expect(await shown(shopperId)).toMatchObject({
      streak: { count: 1 },
      makeUp: { days: ['2026-12-02'] },
    });
    const codes = await Promise.all(
      Array.from({ length: 9 }, () => codeOf(makeUpAs(deps, { shopperId, day: '2026-12-02' }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await shown(shopperId)).toMatchObject({ streak: { count: 3 }, makeUp: { days: [] } });
    const wallet = await readWallet(deps, siteId, shopperId);
    // 12 and two squares of 5 each, less the price of 5.
    expect([wallet.points, wallet.vouchers.length]).toEqual([17, 1]);
  });

  it('gives a freeze from the wheel', async () => {
    const table = [
      { prizeId: 'ice', weight: 1 },
      { prizeId: 'nothing', weight: 0 },
    ];
    await apply(deps, { ...parts, game: { slots: table } });
    await granted(playOnce(deps, { shopperId: 'anna' }));
    expect(await shown('anna')).toMatchObject({ freezes: { held: 1 } });
  });

  it('joins the days of both at a sign-in, and pays no day twice from then on', async () => {
    await granted(checkInAs(deps, { shopperId: 'device' }));
    await granted(checkInAs(deps, { shopperId: 'c_anna' }));
    deps.pass(day);
    await granted(checkInAs(deps, { shopperId: 'device' }));
    deps.pass(day);
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await shown('c_anna')).toMatchObject({ streak: { count: 2, total: 2 } });
    const back = await granted(checkInAs(deps, { shopperId: 'c_anna' }));
    expect(back).toMatchObject({ streak: { count: 3, total: 3 }, square: 3 });
    expect(await codeOf(checkInAs(deps, { shopperId: 'device' }))).toBe('shopper_merged');
    expect(await codeOf(checkInAs(deps, { shopperId: 'c_anna' }))).toBe('checked_in_already');
  });

  it('moves the freezes with the shopper', async () => {
    await apply(deps, {
      ...parts,
      game: {
        slots: [
          { prizeId: 'ice', weight: 1 },
          { prizeId: 'nothing', weight: 0 },
        ],
      },
    });
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await shown('c_anna')).toMatchObject({ freezes: { held: 1 } });
  });
});
