/** Leaderboards on both engines: the order, ties, who stands on none, and how much is read. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueClosings, dueRanks } from '../../server/flow/due-leaderboards.ts';
import { readLeaderboard } from '../../server/flow/leaderboard.ts';
import { doDueWork } from '../../server/flow/scheduler.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { bestScores, ownRank } from '../../server/store/sql/leaderboard.ts';
import { StoreUnavailable, type Script } from '../../server/store/store.ts';
import { limits } from '../../shared/limits.ts';
import type { LeaderboardReply } from '../../shared/schema/leaderboard.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { cancel, choose, refund, report, signIn, doAllDue as due } from '../helper/shop-calls.ts';
import { apply, codeOf, expectCleanBooks, granted, newId, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const game = {
  slots: [
    { prizeId: 'nothing', weight: 1 },
    { prizeId: 'ten-off', weight: 0 },
  ],
};

function failed(work: string, error: unknown): never {
  throw new Error(work, { cause: error });
}

onBothEngines('leaderboards', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await apply(deps, {
      game,
      leaderboards: [
        { id: 'plays', name: 'Plays', period: 'day', measure: { activity: 'play' } },
        {
          id: 'spend',
          name: 'Spend',
          period: 'ever',
          measure: { activity: 'order', count: 'amount' },
        },
      ],
    });
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const board = (
    shopperId: string,
    boardId = 'plays',
    period?: string,
  ): Promise<LeaderboardReply> =>
    granted(readLeaderboard(deps, { siteId, shopperId, boardId, period }));
  const play = async (...shopperIds: readonly string[]): Promise<void> => {
    for (const shopperId of shopperIds) {
      deps.pass(1);
      await granted(playOnce(deps, { shopperId }));
    }
  };

  it('puts whoever reached a score first above', async () => {
    await play('anna', 'bert', 'bert', 'anna', 'cleo');
    const { top, you } = await board('cleo');
    expect(top.map(({ rank, score, you: mine }) => [rank, score, mine])).toEqual([
      [1, 2, false],
      [2, 2, false],
      [3, 1, true],
    ]);
    expect(you).toMatchObject({ rank: 3, score: 1 });
    expect((await board('bert')).you).toMatchObject({ rank: 1 });
    expect((await board('anna')).you).toMatchObject({ rank: 2 });
  });

  it('shows chosen names, and none of those who wish to stand on no board', async () => {
    await play('anna', 'bert', 'bert');
    await granted(choose(deps, { shopperId: 'anna', alias: 'Anna the Great' }));
    await granted(choose(deps, { shopperId: 'bert', hidden: true }));
    await play('bert');
    const { top, you, player } = await board('bert');
    expect(top.map(({ alias }) => alias)).toEqual(['Anna the Great']);
    expect([you, player.hidden]).toEqual([null, true]);
    expect(JSON.stringify(await board('anna'))).not.toContain('bert');
    await granted(choose(deps, { shopperId: 'bert' }));
    expect((await board('bert')).you).toMatchObject({ rank: 1, score: 3 });
  });

  it('begins anew each day, and keeps the days before', async () => {
    await play('anna', 'anna');
    deps.pass(day);
    await play('bert');
    expect((await board('bert')).top.map(({ score }) => score)).toEqual([1]);
    expect((await board('anna', 'plays', '2026-12-01')).you).toMatchObject({ score: 2 });
    expect(
      await codeOf(readLeaderboard(deps, { siteId, shopperId: 'anna', boardId: 'none' })),
    ).toBe('board_not_found');
  });

  it('adds up scores at a sign-in, and keeps the wish to stand on none', async () => {
    await play('device', 'c_anna', 'c_anna');
    await granted(choose(deps, { shopperId: 'device', alias: 'Annie', hidden: true }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect((await board('c_anna')).player).toEqual({ alias: 'Annie', hidden: true });
    await granted(choose(deps, { shopperId: 'c_anna', alias: 'Annie' }));
    const { top } = await board('c_anna');
    expect(top).toEqual([{ rank: 1, alias: 'Annie', score: 3, you: true }]);
  });

  it('takes back what an order scored', async () => {
    await granted(report(deps, { orderId: 'one', name: 'anna', net: 70_000 }));
    await granted(report(deps, { orderId: 'two', name: 'anna', net: 30_000 }));
    await granted(cancel(deps, { orderId: 'one' }));
    expect((await board('c_anna', 'spend')).you).toMatchObject({ score: 30_000 });
    await granted(cancel(deps, { orderId: 'two' }));
    expect(await board('c_anna', 'spend')).toMatchObject({ top: [], you: null });
  });

  it('takes off a board what it counted of an order, whatever it measures since', async () => {
    const spend = (id: string, period: 'week' | 'ever', count: 'amount' | 'times') => {
      const measure = { activity: 'order', count } as const;
      return apply(deps, { game, leaderboards: [{ id, name: 'Spend', period, measure }] });
    };
    const score = async (id: string): Promise<number> =>
      (await board('c_anna', id)).you?.score ?? 0;
    await granted(report(deps, { orderId: 'old', name: 'anna', net: 100_000 }));
    await spend('week', 'week', 'amount');
    await granted(report(deps, { orderId: 'new', name: 'anna', net: 50_000 }));
    await granted(refund(deps, { orderId: 'old', amount: 20_000 }));
    await granted(cancel(deps, { orderId: 'old' }));
    expect(await score('week')).toBe(50_000);
    await granted(refund(deps, { orderId: 'new', amount: 20_000 }));
    expect(await score('week')).toBe(30_000);
    await spend('week', 'week', 'times');
    await granted(report(deps, { orderId: 'once', name: 'anna', net: 100 }));
    await granted(cancel(deps, { orderId: 'new' }));
    expect(await score('week')).toBe(1);
    await spend('spend', 'ever', 'amount');
    expect(await score('spend')).toBe(0);
  });

  it('pays the ranks of a day once when it is over, however late', async () => {
    await apply(deps, {
      game,
      prizes: [{ id: 'last', kind: 'points', label: 'Last', points: 7, stock: 1 }],
      leaderboards: [
        {
          id: 'plays',
          name: 'Plays',
          period: 'day',
          measure: { activity: 'play' },
          prizes: [
            { ranks: [1, 2], prizeIds: ['ten-points'] },
            { ranks: [3, 4], prizeIds: ['last'] },
          ],
        },
      ],
    });
    const points = async (shopperId: string): Promise<number> =>
      (await readWallet(deps, siteId, shopperId)).points;
    await play('before');
    await due(deps);
    deps.pass(day);
    await play('anna', 'anna', 'bert', 'bert', 'cleo', 'dora', 'hides', 'hides', 'hides');
    await granted(choose(deps, { shopperId: 'hides', hidden: true }));
    await due(deps);
    expect(await points('anna')).toBe(0);
    // The server is down for some days.
    deps.pass(3 * day);
    await granted(signIn(deps, { name: 'bert', anonymousId: 'bert' }));
    await Promise.all([due(deps), due({ ...deps, store: await opened.again() })]);
    await due(deps);
    const names = ['before', 'anna', 'c_bert', 'cleo', 'dora', 'hides'];
    expect(await Promise.all(names.map(points))).toEqual([10, 10, 10, 7, 0, 0]);
    const [won] = await deps.store.read([
      { sql: 'SELECT rank, paid_at FROM leaderboard_prize WHERE paid_at IS NOT NULL', params: [] },
    ]);
    expect(won).toHaveLength(5);
  });

  const prized = (period: 'day' | 'week', ranksMax = 1, stock: number | null = null) => {
    const plays = { id: 'plays', name: 'Plays', measure: { activity: 'play' } } as const;
    const won = { ranks: [1, ranksMax] satisfies [number, number], prizeIds: ['last'] };
    const prizes = ranksMax === 0 ? [] : [won];
    const last = { id: 'last', kind: 'points', label: 'Last', points: 7, stock } as const;
    return apply(deps, { game, prizes: [last], leaderboards: [{ ...plays, period, prizes }] });
  };
  const pointsOf = async (shopperId: string): Promise<number> =>
    (await readWallet(deps, siteId, shopperId)).points;

  it.each([
    ['week', 'day', 1],
    ['day', 'week', 7],
  ] as const)('goes on paying when it goes by the %s first, then by the %s', async (...by) => {
    const [before, after, days] = by;
    await prized(before);
    await due(deps);
    await prized(after);
    await due(deps);
    for (const name of ['anna', 'bert']) {
      await play(name);
      deps.pass(days * day);
      await due(deps);
      await due(deps);
    }
    expect([await pointsOf('anna'), await pointsOf('bert')]).toEqual([7, 7]);
  });

  it('pays no day on which it had no prizes, though it had some before', async () => {
    await prized('day');
    await due(deps);
    await prized('day', 0);
    await play('anna');
    deps.pass(day);
    await due(deps);
    await prized('day');
    await play('bert');
    await due(deps);
    deps.pass(day);
    await due(deps);
    expect([await pointsOf('anna'), await pointsOf('bert')]).toEqual([0, 7]);
  });

  it('gives the last of a prize to the highest of the ranks that it is for', async () => {
    const names = ['anna', 'bert', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo'];
    await prized('day', names.length, 1);
    await due(deps);
    await play(...names);
    deps.pass(day);
    const scheduling = { owner: 'test', report: failed, isStopping: () => false };
    await doDueWork(deps, scheduling, [dueClosings]);
    // The lease is taken first; then rank 1 has the slowest way to the database.
    let runs = 0;
    const slow = async <Value>(script: () => Script<Value>): Promise<Value> => {
      runs += 1;
      if (runs === 2) await new Promise((resolve) => setTimeout(resolve, 50));
      return opened.store.run(script);
    };
    await doDueWork({ ...deps, store: { ...opened.store, run: slow } }, scheduling, [dueRanks]);
    expect(await Promise.all(names.map(pointsOf))).toEqual([7, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('closes no day before the one before it: the first would never be paid', async () => {
    await prized('day');
    await due(deps);
    await play('anna');
    deps.pass(3 * day);
    const scheduling = { owner: 'test', report: failed, isStopping: () => false };
    // The lease is taken first; then the database is gone for the first day.
    let runs = 0;
    const gone = async <Value>(script: () => Script<Value>): Promise<Value> => {
      runs += 1;
      if (runs === 2) throw new StoreUnavailable('gone for a moment');
      return opened.store.run(script);
    };
    const cut = { ...deps, store: { ...opened.store, run: gone } };
    await expect(doDueWork(cut, scheduling, [dueClosings])).rejects.toThrow('gone for a moment');
    await due(deps);
    expect(await pointsOf('anna')).toBe(7);
  });

  it('forgets the scores of days that are long over', async () => {
    const plays = { id: 'plays', name: 'Plays', measure: { activity: 'play' } } as const;
    const leaderboards = [{ ...plays, period: 'day' } as const];
    await apply(deps, { game, leaderboards, endsAt: '2029-01-01T00:00:00+07:00' });
    await play('anna', 'bert');
    deps.pass(limits.scoresKeptDays * day);
    await play('anna');
    await due(deps);
    expect((await board('anna', 'plays', '2026-12-01')).top).toHaveLength(2);
    deps.pass(day);
    await due(deps);
    expect((await board('anna', 'plays', '2026-12-01')).top).toEqual([]);
    const [rows] = await deps.store.read([{ sql: `SELECT 1 FROM leaderboard_score`, params: [] }]);
    expect(rows).toHaveLength(1);
  });

  it('keeps the scores of all time while it counts days, as often as it changes', async () => {
    const plays = { id: 'plays', name: 'Plays', measure: { activity: 'play' } } as const;
    for (const period of ['ever', 'day', 'ever', 'day', 'ever'] as const) {
      await apply(deps, { game, leaderboards: [{ ...plays, period }] });
      await play('anna');
      await due(deps);
    }
    expect((await board('anna')).you).toMatchObject({ score: 3 });
  });

  it('counts once a command, and loses no score of many at once', async () => {
    const names = Array.from({ length: 20 }, () => newId());
    const commandId = newId();
    await granted(report(deps, { orderId: 'one', name: 'anna', net: 5, commandId }));
    await Promise.all([
      ...names.map((orderId) => granted(report(deps, { orderId, name: 'anna', net: 10 }))),
      ...names.map(() =>
        granted(report(deps, { orderId: 'one', name: 'anna', net: 5, commandId })),
      ),
    ]);
    expect((await board('c_anna', 'spend')).you).toMatchObject({ score: 205 });
  });

  it('reads the best and a rank from the index alone', async () => {
    const place = { siteId, boardId: 'plays', period: '2026-12-01' };
    for (const query of [bestScores(place, 100), ownRank(place, 'anna')]) {
      const plan = await planOf(query);
      expect(plan).toContain('leaderboard_rank');
      expect(plan).not.toMatch(/SCAN leaderboard_score|SCAN other|Seq Scan on leaderboard_score/);
      expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER BY(?! *\n?.*best)/);
      // SQLite reads no row of the table for it, whatever columns are asked for.
      if (engine.name === 'sqlite') expect(plan).toContain('COVERING INDEX leaderboard_rank');
    }
  });

  async function planOf(query: { sql: string; params: readonly (string | number | null)[] }) {
    const explain = engine.name === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const [rows] = await deps.store.read([{ ...query, sql: `${explain} ${query.sql}` }]);
    return (rows ?? []).map((row) => Object.values(row).join(' ')).join('\n');
  }
});
