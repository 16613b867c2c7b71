/** Tiers on both engines: counted once under any race, reviewed by time, whole after a merge. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';
import { buy, cancel, doAllDue, refund, report, reportDone, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const points = (id: string, amount: number, stock: number | null = null) =>
  ({ id, kind: 'points', label: id, points: amount, stock }) as const;

const early = { earlyAccessHours: 24 };

const programme: ProgrammeParts = {
  prizes: [
    points('hello', 1_000),
    points('hooray', 10_000, 3),
    points('jackpot', 7),
    points('small', 1),
  ],
  points: { earnRules: [{ id: 'review', event: 'review', points: 3 }] },
  tiers: {
    measure: 'orders',
    window: { kind: 'rolling', days: 10 },
    graceDays: 2,
    levels: [
      { ...early, id: 'silver', name: 'Silver', from: 2, welcomePrizeId: 'hello' },
      {
        ...early,
        id: 'gold',
        name: 'Gold',
        from: 5,
        welcomePrizeId: 'hooray',
        earningPercent: 200,
      },
    ],
  },
  rewardShop: [
    { id: 'ours', prizeId: 'ten-off', price: 1, tiers: ['gold'] },
    { id: 'soon', prizeId: 'ten-off', price: 1, opensAt: '2026-12-02T00:00:00+07:00' },
  ],
};

onBothEngines('tiers', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, programme));

  const pointsOf = async (name: string): Promise<number> =>
    (await readWallet(deps, siteId, `c_${name}`)).points;

  const tierOf = async (shopperId: string) =>
    (await granted(readRewards(deps, siteId, shopperId))).tier;

  const orders = (name: string, count: number, prefix = 'order'): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        granted(report(deps, { orderId: `${prefix}-${at}`, name })),
      ),
    );

  const rowsOf = async (sql: string) => (await deps.store.read([{ sql, params: [] }]))[0] ?? [];

  it('count 64 orders at once, each once, and give each welcome gift once', async () => {
    await Promise.all(
      Array.from({ length: 64 }, (_, at) =>
        codeOf(report(deps, { orderId: `order-${at % 32}`, name: 'anna' })),
      ),
    );
    expect(await tierOf('c_anna')).toMatchObject({ level: 'gold', current: 32, next: null });
    expect(await pointsOf('anna')).toBe(11_000);
  });

  it('are counted once by one and the same command, sent 64 times at once', async () => {
    const order = { orderId: 'one', name: 'anna', commandId: 'order-one-0123456789' };
    await Promise.all(Array.from({ length: 64 }, () => granted(report(deps, order))));
    expect(await tierOf('c_anna')).toMatchObject({ level: null, current: 1, next: { left: 1 } });
  });

  it('fall when their grace is over, with nobody there, and bring no gift again', async () => {
    await orders('anna', 2);
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', inGrace: false });
    deps.pass(10 * day);
    await doAllDue(deps);
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', inGrace: true });
    deps.pass(2 * day);
    await doAllDue(deps);
    expect(await tierOf('c_anna')).toMatchObject({ level: null, endsAt: null });
    const lowered = `SELECT event_id FROM event WHERE kind = 'tier.lowered'`;
    expect(await rowsOf(lowered)).toHaveLength(1);
    await doAllDue(deps);
    expect(await rowsOf(lowered)).toHaveLength(1);
    expect(await rowsOf('SELECT due_at FROM tier_review')).toEqual([]);
    await orders('anna', 2, 'later');
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver' });
    expect(await pointsOf('anna')).toBe(1_000);
  });

  it('are reviewed once for everybody after a long downtime', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `shopper-${at}`);
    for (const name of names) await orders(name, 2, name);
    deps.pass(200 * day);
    await doAllDue(deps);
    const sql = `SELECT event_id FROM event WHERE kind = 'tier.lowered'`;
    expect(await rowsOf(sql)).toHaveLength(names.length);
    await doAllDue(deps);
    expect(await rowsOf(sql)).toHaveLength(names.length);
  });

  it('are kept where an order and the review come at once', async () => {
    await orders('anna', 2);
    deps.pass(12 * day - 1);
    const [, settled] = await Promise.all([
      orders('anna', 2, 'late'),
      (async () => {
        deps.pass(1);
        await doAllDue(deps);
      })(),
    ]);
    expect(settled).toBeUndefined();
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', current: 2 });
    expect(await pointsOf('anna')).toBe(1_000);
  });

  it('lose what is refunded and cancelled at once, no more than it was', async () => {
    await orders('anna', 3);
    await Promise.all([
      ...Array.from({ length: 6 }, () =>
        codeOf(refund(deps, { orderId: 'order-0', amount: 20_000 })),
      ),
      codeOf(cancel(deps, { orderId: 'order-0' })),
      codeOf(cancel(deps, { orderId: 'order-0' })),
    ]);
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', current: 2 });
  });

  it('are neither looked for nor counted on a site that has none', async () => {
    const measure = { activity: 'order' } as const;
    await apply(deps, { badges: [{ id: 'buyer', name: 'Buyer', measure, levels: [{ at: 9 }] }] });
    await orders('anna', 2);
    await granted(refund(deps, { orderId: 'order-0', amount: 100_000 }));
    await granted(cancel(deps, { orderId: 'order-1' }));
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect(await tierOf('c_anna')).toBe(null);
    expect(await rowsOf(`SELECT kind FROM progress WHERE kind = 'tier'`)).toEqual([]);
  });

  it('stay what they are when the points are spent', async () => {
    await orders('anna', 5);
    expect(await codeOf(buy(deps, { shopperId: 'c_anna', rewardId: 'ours' }))).toBe('ok');
    expect(await tierOf('c_anna')).toMatchObject({ level: 'gold', current: 5 });
  });

  it('lock rewards, open them early, and multiply what is earned', async () => {
    await orders('anna', 2);
    const bought = (rewardId: string): Promise<string> =>
      codeOf(buy(deps, { shopperId: 'c_anna', rewardId }));
    expect(await bought('ours')).toBe('tier_needed');
    expect(await bought('soon')).toBe('ok');
    expect(await codeOf(buy(deps, { shopperId: 'c_bert', rewardId: 'soon' }))).toBe(
      'reward_not_open',
    );
    await granted(reportDone(deps, { name: 'anna' }));
    expect(await pointsOf('anna')).toBe(1_002);
    await orders('anna', 3, 'more');
    await granted(reportDone(deps, { name: 'anna' }));
    expect(await pointsOf('anna')).toBe(11_008);
    expect(await bought('ours')).toBe('ok');
  });

  it('are the customer’s own after a sign-in, gifts and all', async () => {
    await orders('anna', 2);
    await granted(playOnce(deps, { shopperId: 'phone' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'phone' }));
    await doAllDue(deps);
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', current: 2 });
    expect(await tierOf('stranger')).toMatchObject({ level: null, current: 0 });
    await orders('anna', 1, 'more');
    expect(await rowsOf(`SELECT prize_id FROM award WHERE cause_kind = 'tier'`)).toEqual([
      { prize_id: 'hello' },
    ]);
  });

  it('add up what both did, and are looked at at once', async () => {
    await orders('anna', 1);
    await granted(playOnce(deps, { shopperId: 'phone' }));
    // Orders and events name a customer: what an anonymous shopper has is put there by hand.
    const parts = '"parts":[["2026-12-01",0,5,1]]';
    const state = `{"endsAt":null,"level":null,"since":0,${parts},"welcomed":[]}`;
    await deps.store.run(function* writes() {
      const sql = `INSERT INTO progress (site_id, shopper_id, kind, item_id, state)
        VALUES ($1, 'phone', 'tier', 'all', $2)`;
      yield { kind: 'write', writes: [{ sql, params: [siteId, state], rows: 1 }] };
    });
    await granted(signIn(deps, { name: 'anna', anonymousId: 'phone' }));
    expect(await tierOf('c_anna')).toMatchObject({ level: 'silver', current: 2 });
    expect(await pointsOf('anna')).toBeLessThan(1_000);
    await doAllDue(deps);
    expect(await pointsOf('anna')).toBeGreaterThanOrEqual(1_000);
  });

  it('open a campaign early, and keep a prize of its wheel for a level', async () => {
    const campaign = { startsAt: '2026-12-02T00:00:00+07:00' };
    const game = {
      fallbackPrizeId: 'small',
      slots: [
        { prizeId: 'jackpot', weight: 1_000_000, tiers: ['gold'] },
        { prizeId: 'small', weight: 1 },
      ],
    };
    await apply(deps, { ...programme, campaign, game });
    await orders('anna', 2);
    expect(await codeOf(playOnce(deps, { shopperId: 'c_bert' }))).toBe('campaign_not_started');
    const { receipt, prize } = await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect(prize.id).toBe('small');
    expect(receipt.deviations).toEqual([{ kind: 'tier_only', slot: 0, level: 'silver' }]);
    await orders('anna', 3, 'more');
    const gold = await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect([gold.prize.id, gold.receipt.deviations]).toEqual(['jackpot', []]);
  });

  it('let into a campaign whom it is for, as it is shown, until the tier falls', async () => {
    await apply(deps, { ...programme, campaign: { audience: { tiers: ['silver', 'gold'] } } });
    const anna = { shopperId: 'c_anna' };
    const shown = async () => {
      const { games } = await granted(start(deps, siteId, anna.shopperId));
      return games[0]?.turn.refusal;
    };
    await orders('anna', 1);
    expect(await shown()).toMatchObject({ code: 'tier_needed' });
    expect(await codeOf(playOnce(deps, anna))).toBe('tier_needed');
    await orders('anna', 1, 'more');
    expect(await shown()).toBeNull();
    expect((await granted(playOnce(deps, anna))).turn.refusal).toBeNull();
    expect(await codeOf(playOnce(deps, { shopperId: 'phone' }))).toBe('tier_needed');
    // The window of 10 days and the grace of 2 are over, and nothing reviewed the tier.
    deps.pass(14 * day);
    expect(await shown()).toMatchObject({ code: 'tier_needed' });
    expect(await codeOf(playOnce(deps, anna))).toBe('tier_needed');
  });
});
