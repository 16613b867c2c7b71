/** Figures: every event counted once, whoever counts, however late it came, and whoever merged. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { OverviewInput, OverviewReply } from '../../shared/schema/admin-api.ts';
import { codeOfMail } from '../../server/core/lead.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { claim } from '../../server/flow/claim.ts';
import { holdVoucher, redeemVoucher } from '../../server/flow/checkout.ts';
import { identify } from '../../server/flow/identify.ts';
import { refundOrder, reportOrder } from '../../server/flow/orders.ts';
import { overview } from '../../server/flow/overview.ts';
import { projectFigures } from '../../server/flow/project-figures.ts';
import { track } from '../../server/flow/track.ts';
import { leadsOf } from '../../server/store/sql/lead.ts';
import { textOf } from '../../server/store/sql/row.ts';
import type { Script } from '../../server/store/store.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { confirm, leave } from '../helper/contact-calls.ts';
import {
  depsFor,
  onBothEngines,
  projectAll,
  type Opened,
  type TestDeps,
} from '../helper/engines.ts';
import { createDatabase } from '../helper/postgres.ts';
import { prizes, programmeInput, siteId } from '../helper/programme.ts';
import { adjust, buy } from '../helper/shop-calls.ts';
import {
  apply,
  codeOf,
  customer,
  expectCleanBooks,
  granted,
  newId,
  playOnce,
} from '../helper/shopping.ts';
import { postgresUrl } from '../helper/postgres-url.ts';

const alwaysWins = {
  slots: [
    { prizeId: 'ten-off', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};
const dayMs = 86_400_000;
const firstDay = { from: '2026-12-01', to: '2026-12-01' };

async function figures(
  deps: TestDeps,
  period: Partial<OverviewInput> = {},
): Promise<OverviewReply> {
  return granted(overview(deps, { siteId, ...firstDay, ...period }, 'http://x/v1/fairground.js'));
}

/** Counts up to now, and reads. */
async function counted(
  deps: TestDeps,
  period: Partial<OverviewInput> = {},
): Promise<OverviewReply> {
  await projectAll(deps);
  return figures(deps, period);
}

const funnelOf = ({ funnel }: OverviewReply): number[] =>
  funnel.map(({ shoppers }) => shoppers.value);

async function playedBy(deps: TestDeps, shoppers: readonly string[]): Promise<void> {
  for (const shopperId of shoppers) await granted(playOnce(deps, { shopperId }));
}

onBothEngines('figures', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await apply(deps, { game: alwaysWins });
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const seen = (shopperId: string, kind: 'shown' | 'opened' | 'started', id = newId()) =>
    granted(track(deps, shopperId, { siteId, events: [{ id, kind, gameId: 'wheel' }] }));
  const command = () => ({ siteId, commandId: newId() });
  const order = (orderId: string, net: number) =>
    granted(
      reportOrder(deps, {
        kind: 'report_order',
        ...command(),
        orderId,
        customer: null,
        currency: 'VND',
        net,
      }),
    );
  const redeem = async (code: string, orderId: string): Promise<void> => {
    const cart = { code, customer: null, currency: 'VND', net: 1_000, ttlSeconds: 60 };
    const hold = { kind: 'hold_voucher', ...command(), ...cart } as const;
    const { holdId } = await granted(holdVoucher(deps, hold));
    await granted(redeemVoucher(deps, { kind: 'redeem_voucher', ...command(), holdId, orderId }));
  };
  const signIn = (anonymousId: string, name: string) =>
    granted(
      identify(deps, {
        kind: 'identify',
        ...command(),
        customer: customer(name),
        anonymousId,
        tokenId: newId(),
        tokenExpiresAt: deps.clock() + 60_000,
      }),
    );

  it('count every play once, while two processes count and plays go on', async () => {
    const other = depsFor(await opened.again());
    const plays = Array.from({ length: 40 }, (_, at) =>
      granted(playOnce(deps, { shopperId: `s${at}` })),
    );
    const progress = { playing: true };
    const done = Promise.all(plays).finally(() => (progress.playing = false));
    const counting = [deps, other].map(async (each) => {
      while (progress.playing) await projectFigures(each);
      await projectAll(each);
    });
    await Promise.all([done, ...counting]);
    const { totals, eventsWaiting, prizes } = await counted(deps);
    expect(totals.plays.value).toBe(40);
    expect(totals.shoppers.value).toBe(40);
    expect(totals.vouchers.value).toBe(40);
    expect(totals.prizeCost.value).toBe(40 * 20_000);
    expect(prizes.find(({ prizeId }) => prizeId === 'ten-off')).toMatchObject({
      given: 40,
      plays: 40,
      oddsSet: 1,
      oddsObserved: 1,
    });
    expect(eventsWaiting).toBe(0);
  });

  it('count nothing twice after a process was killed before its commit', async () => {
    await playedBy(deps, ['a', 'b', 'c']);
    const store = {
      ...opened.store,
      run: <Value>(script: () => Script<Value>): Promise<Value> =>
        opened.store.run(function* (): Script<Value> {
          const value = yield* script();
          if (value !== undefined) throw new Error('killed');
          return value;
        }),
    };
    await expect(projectFigures({ ...deps, store })).rejects.toThrow('killed');
    expect((await figures(deps)).eventsWaiting).toBeGreaterThanOrEqual(3);
    expect((await figures(deps)).totals.plays.value).toBe(0);
    expect((await counted(deps)).totals.plays.value).toBe(3);
    expect((await counted(deps)).totals.plays.value).toBe(3);
  });

  it('count a shopper of three days as one in the week', async () => {
    for (let day = 0; day < 3; day += 1) {
      await playedBy(deps, day === 1 ? ['anna', 'bert'] : ['anna']);
      deps.pass(dayMs);
    }
    const { totals, days } = await counted(deps, { to: '2026-12-07' });
    expect(totals.shoppers.value).toBe(2);
    expect(totals.plays.value).toBe(4);
    expect(days.map(({ shoppers }) => shoppers)).toEqual([1, 2, 1, 0, 0, 0, 0]);
    expect(days.map(({ plays }) => plays)).toEqual([1, 2, 1, 0, 0, 0, 0]);
  });

  it('compare with the days just before, as many', async () => {
    await playedBy(deps, ['a', 'b']);
    deps.pass(dayMs);
    await playedBy(deps, ['a', 'b', 'c']);
    deps.pass(dayMs);
    await playedBy(deps, ['d']);
    const { before, totals, funnel } = await counted(deps, {
      from: '2026-12-03',
      to: '2026-12-04',
    });
    expect(before).toEqual({ from: '2026-12-01', to: '2026-12-02' });
    expect(totals.plays).toEqual({ value: 1, before: 5 });
    expect(totals.shoppers).toEqual({ value: 1, before: 3 });
    expect(funnel.find(({ step }) => step === 'won')?.shoppers).toEqual({ value: 1, before: 3 });
  });

  it('follow shoppers from a glance to a purchase', async () => {
    await seen('looks', 'shown');
    await seen('opens', 'opened');
    await seen('starts', 'started');
    await playedBy(deps, ['plays']);
    const { voucher } = await granted(playOnce(deps, { shopperId: 'claims' }));
    const voucherId = voucher?.id ?? '';
    await granted(claim(deps, { kind: 'claim', ...command(), shopperId: 'claims', voucherId }));
    const won = await granted(playOnce(deps, { shopperId: 'redeems' }));
    await redeem(won.voucher?.code ?? '', 'o-1');
    // shown, opened, started, settled, won, claimed, redeemed
    expect(funnelOf(await counted(deps))).toEqual([6, 5, 4, 3, 3, 2, 1]);
  });

  it('count a glance that is sent again once, and of two shoppers twice', async () => {
    const id = newId();
    await Promise.all([seen('a', 'shown', id), seen('a', 'shown', id), seen('b', 'shown', id)]);
    await seen('a', 'shown', id);
    const [rows] = await opened.store.read([{ sql: `SELECT kind FROM event`, params: [] }]);
    expect(rows).toHaveLength(2);
    expect(funnelOf(await counted(deps))[0]).toBe(2);
  });

  it.each(['before', 'after'])('fold two shoppers into one when %s the count', async (when) => {
    await playedBy(deps, ['stranger', 'c_anna']);
    if (when === 'after') await projectAll(deps);
    await signIn('stranger', 'anna');
    const { totals } = await counted(deps);
    expect(totals.shoppers.value).toBe(1);
    expect(totals.plays.value).toBe(2);
    await seen('stranger', 'shown');
    expect(funnelOf(await counted(deps))[0]).toBe(1);
  });

  it('hold the revenue of orders with a voucher of ours, less refunds, on their days', async () => {
    const { voucher } = await granted(playOnce(deps, { shopperId: 'anna' }));
    await order('with', 80_000);
    await order('without', 500_000);
    await redeem(voucher?.code ?? '', 'with');
    expect((await counted(deps)).totals.attributedRevenue.value).toBe(80_000);
    deps.pass(dayMs);
    const refund = { kind: 'refund_order', ...command(), orderId: 'with', amount: 30_000 } as const;
    await granted(refundOrder(deps, refund));
    const { totals, days } = await counted(deps, { to: '2026-12-02' });
    expect(totals.attributedRevenue.value).toBe(50_000);
    expect(days.map(({ attributedRevenue }) => attributedRevenue)).toEqual([80_000, -30_000]);
  });

  it('count what was bought with points as given: its voucher, and what it costs', async () => {
    await apply(deps, { rewardShop: [{ id: 'off', prizeId: 'ten-off', price: 50 }] });
    await granted(adjust(deps, { name: 'anna', change: 50 }));
    await granted(buy(deps, { shopperId: 'c_anna', rewardId: 'off' }));
    const { totals } = await counted(deps);
    expect([totals.vouchers.value, totals.prizeCost.value]).toEqual([1, 20_000]);
  });

  it('go on counting after a contact was left, tried and confirmed', async () => {
    const claimOf = {
      contact: 'email',
      confirm: true,
      consent: null,
      consentNeeded: false,
    } as const;
    await apply(deps, { game: alwaysWins, prizes: [{ ...prizes.voucher, claim: claimOf }] });
    const shopperId = 'anna';
    const { voucher } = await granted(playOnce(deps, { shopperId }));
    const voucherId = voucher?.id ?? '';
    await granted(leave(deps, { shopperId, voucherId, email: 'anna@shop.example' }));
    const [leads] = await opened.store.read([leadsOf(siteId, shopperId)]);
    const code = codeOfMail(deps.drawKey, siteId, textOf(leads?.[0] ?? {}, 'code_id'));
    await codeOf(confirm(deps, { shopperId, code: code === '000000' ? '000001' : '000000' }));
    await granted(confirm(deps, { shopperId, code }));
    await playedBy(deps, ['bert']);
    expect((await counted(deps)).totals.plays.value).toBe(2);
  });

  it('belong to one site and, when asked, to one campaign', async () => {
    await playedBy(deps, ['anna']);
    const { totals } = await counted(deps, { campaignId: 'always' });
    expect(totals.plays.value).toBe(1);
    const none = await figures(deps, { campaignId: 'never' });
    expect({ plays: none.totals.plays.value, prizes: none.prizes }).toEqual({
      plays: 0,
      prizes: [],
    });
    await granted(applyProgramme(deps, programmeInput({ site: { id: 'other' } })));
    expect((await figures(deps, { siteId: 'other' })).totals.plays.value).toBe(0);
  });

  it('still name what was given before it left the table, and a game that is gone', async () => {
    await playedBy(deps, ['anna', 'bert']);
    const nothing = { prizeId: 'nothing', weight: 1 };
    const slots = [nothing, nothing];
    await apply(deps, { game: { slots } });
    await playedBy(deps, ['carl']);
    const { prizes, totals } = await counted(deps);
    expect(prizes.map(({ prizeId, oddsSet, given }) => [prizeId, oddsSet, given])).toEqual([
      ['nothing', 1, 1],
      ['ten-off', 0, 2],
    ]);
    expect(prizes[1]).toMatchObject({ plays: 3, label: { en: '10 % off' }, cost: 40_000 });
    expect(totals.prizeCost.value).toBe(40_000);
    await apply(deps, { game: { id: 'other', slots } });
    const gone = (await counted(deps)).prizes.filter(({ gameId }) => gameId === 'wheel');
    expect(gone.map(({ prizeId, gameName, plays }) => [prizeId, gameName, plays])).toEqual([
      ['nothing', 'Lucky wheel', 3],
      ['ten-off', 'Lucky wheel', 3],
    ]);
    const gameNames = (await figures(deps)).latestPlays.map(({ gameName }) => gameName);
    expect(gameNames).toEqual(['Lucky wheel', 'Lucky wheel', 'Lucky wheel']);
    await apply(deps, { game: { id: 'other', slots }, campaign: { id: 'next', name: 'Next' } });
    expect((await counted(deps)).prizes.map(({ campaignName }) => campaignName)).toEqual([
      'Next',
      'Always',
      'Always',
    ]);
  });

  it('expect of a prize what the tables said that were in force, by version', async () => {
    const expected = async (period: Partial<OverviewInput>) => {
      const row = (await counted(deps, period)).prizes.find(({ prizeId }) => prizeId === 'ten-off');
      return [row?.oddsSet, row?.oddsExpected];
    };
    await playedBy(deps, ['anna', 'bert', 'carl']);
    deps.pass(dayMs);
    const [win, loss] = [
      { prizeId: 'ten-off', weight: 1 },
      { prizeId: 'nothing', weight: 3 },
    ];
    await apply(deps, { game: { slots: [win, loss] } });
    deps.pass(dayMs);
    await playedBy(deps, ['anna']);
    // Three plays at 1 and one at 0.25: no play came on the day of the change.
    expect(await expected({ to: '2026-12-03' })).toEqual([0.25, { low: 0.8125, high: 0.8125 }]);
    expect(await expected({})).toEqual([0.25, { low: 1, high: 1 }]);
    const today = { from: '2026-12-03', to: '2026-12-03' };
    expect(await expected(today)).toEqual([0.25, { low: 0.25, high: 0.25 }]);
    await apply(deps, { game: { slots: [win, { ...loss, weight: 1 }] } });
    // Of a play on the day of a change it is not known which of the two it had.
    expect(await expected(today)).toEqual([0.5, { low: 0.25, high: 0.5 }]);
    const tomorrow = { from: '2026-12-04', to: '2026-12-04' };
    expect(await expected(tomorrow)).toEqual([0.5, { low: 0.5, high: 0.5 }]);
  });

  it('list the latest plays first, with the words of now', async () => {
    await playedBy(deps, ['anna']);
    deps.pass(1_000);
    await playedBy(deps, ['bert']);
    const { campaigns, latestPlays, embed } = await figures(deps);
    const [startsAt, endsAt] = ['2026-01-01', '2027-01-01'].map((day) =>
      Date.parse(`${day}T00:00:00+07:00`),
    );
    expect(campaigns).toEqual([{ id: 'always', name: 'Always', startsAt, endsAt }]);
    expect(latestPlays.map(({ shopperId, won }) => ({ shopperId, won }))).toEqual([
      { shopperId: 'bert', won: true },
      { shopperId: 'anna', won: true },
    ]);
    expect(embed).toBe(
      '<script async crossorigin src="http://x/v1/fairground.js" data-site="shop"></script>',
    );
  });

  it.each([
    ['start', ' data-position="start"'],
    ['none', ' data-launcher="none"'],
  ] as const)('give the code to paste with the launcher at: %s', async (launcher, attributes) => {
    const theme = { launcher };
    await granted(applyProgramme(deps, programmeInput({ site: { theme } })));
    expect((await figures(deps)).embed).toContain(`data-site="shop"${attributes}></script>`);
  });
});

describe('figures on PostgreSQL', () => {
  it('wait for an event whose commit is late, and step over none', async () => {
    const database = await createDatabase(postgresUrl());
    const store = await openPostgresStore(database.url);
    const deps = depsFor(store);
    await apply(deps, { game: alwaysWins });
    await projectAll(deps);
    const late = new pg.Client({ connectionString: database.url });
    await late.connect();
    await late.query('BEGIN');
    await late.query(
      `INSERT INTO event (site_id, event_id, kind, shopper_id, campaign_id, game_id, payload, at,
        day)
      VALUES ('shop', 'late', 'game.shown', 'slow', 'always', 'wheel', '{}', 0, '2026-12-01')`,
    );
    await playedBy(deps, ['quick']);
    // The play was committed after the late event was written, so it has to wait as well.
    expect(await projectFigures(deps)).toBe(0);
    expect((await figures(deps)).eventsWaiting).toBe(1);
    await late.query('COMMIT');
    await late.end();
    expect(funnelOf(await counted(deps))).toEqual([2, 1, 1, 1, 1, 0, 0]);
    await store.close();
    await database.drop();
  });
});
