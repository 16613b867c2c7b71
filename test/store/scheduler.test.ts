/** The scheduler on both engines: due work is done once, whoever dies, waits or is taken over. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Deps } from '../../server/flow/deps.ts';
import { dueWorks } from '../../server/flow/due-registry.ts';
import type { DueWork } from '../../server/flow/due-work.ts';
import { LeaseLost, takeLease, underLease, type Shift } from '../../server/flow/lease.ts';
import { stampOf } from '../../server/flow/deps.ts';
import { doDueWork } from '../../server/flow/scheduler.ts';
import { intOf } from '../../server/store/sql/row.ts';
import { StoreUnavailable, type Row, type Script, type Store } from '../../server/store/store.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import type { Result } from '../../shared/refusals.ts';
import { booksOf } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, grant, hold } from '../helper/shop-calls.ts';
import { apply, expectCleanBooks, granted, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const names = Array.from({ length: 40 }, (_, at) => `shopper-${at}`);

onBothEngines('the scheduler', (engine) => {
  let opened: Opened;
  let deps: TestDeps;
  let bugs: unknown[];

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    bugs = [];
    await apply(deps, { points: { expiryDays: 30 }, endsAt: '2026-12-20T00:00:00+07:00' });
  });

  afterEach(async () => {
    expect(bugs).toEqual([]);
    await expectCleanBooks(deps);
    await opened.close();
  });

  const as = (owner: string): Shift => ({
    owner,
    report: (_work, error) => bugs.push(error),
    isStopping: () => false,
  });

  const rowsOf = async (sql: string): Promise<readonly Row[]> =>
    (await deps.store.read([{ sql, params: [] }]))[0] ?? [];

  const eventsOf = async (kind: string): Promise<number> =>
    (await rowsOf(`SELECT event_id FROM event WHERE kind = '${kind}'`)).length;

  /** Who lost how many points, and how often. */
  const expiries = async (): Promise<number[]> => {
    const sql = `SELECT shopper_id, amount FROM transfer WHERE to_account = 'expired'`;
    return (await rowsOf(sql)).map((row) => intOf(row, 'amount'));
  };

  /** Everybody has 100 points that will be due. */
  const pointsForAll = (): Promise<unknown> =>
    Promise.all(names.map((name) => granted(adjust(deps, { name }))));

  const leaseEnds = (): Promise<unknown> =>
    deps.store.run(function* ends() {
      const sql = `UPDATE lease SET expires_at = 0`;
      yield { kind: 'write', writes: [{ sql, params: [], rows: 1 }] };
    });

  /** Another process on the same database, at the same time of day. */
  const another = async (): Promise<Deps> => ({
    ...deps,
    store: await opened.again(),
    programmes: new Map(),
  });

  it('lets points, vouchers and holds end, and tells of campaigns, with nobody there', async () => {
    await granted(adjust(deps, { name: 'anna' }));
    const first = await granted(grant(deps, { name: 'anna' }));
    await granted(grant(deps, { name: 'anna' }));
    await granted(hold(deps, { code: first.voucher?.code ?? '', name: 'anna' }));
    expect(await doDueWork(deps, as('a'))).toBe(1);
    expect(await eventsOf('campaign.started')).toBe(1);

    deps.pass(3_600_000);
    expect(await doDueWork(deps, as('a'))).toBe(1);
    expect(await eventsOf('voucher.released')).toBe(1);

    deps.pass(40 * day);
    expect(await doDueWork(deps, as('a'))).toBe(4);
    expect(await eventsOf('voucher.expired')).toBe(2);
    expect(await eventsOf('campaign.ended')).toBe(1);
    expect(await expiries()).toEqual([100]);
    const [anna] = await rowsOf(`SELECT points FROM shopper WHERE shopper_id = 'c_anna'`);
    expect(anna).toEqual({ points: 0 });
    expect(await doDueWork(deps, as('a'))).toBe(0);
  });

  it('catches up after 40 days once, slice by slice, and plays go on', async () => {
    for (let days = 0; days < 5; days += 1) {
      await pointsForAll();
      deps.pass(day);
    }
    deps.pass(40 * day);
    await apply(deps, { points: { expiryDays: 30 }, endsAt: '2027-06-01T00:00:00+07:00' });
    const [done, ...played] = await Promise.all([
      doDueWork(deps, as('a')),
      ...names.map((name) => granted(playOnce(deps, { shopperId: `c_${name}` }))),
    ]);
    expect(played).toHaveLength(names.length);
    expect(done).toBeGreaterThan(0);
    expect(await expiries()).toEqual(names.flatMap(() => [100, 100, 100, 100, 100]));
    expect(await doDueWork(deps, as('a'))).toBe(0);
  });

  it('does what it found due, though the clock is set back in between', async () => {
    await granted(grant(deps, { name: 'anna' }));
    await granted(adjust(deps, { name: 'anna' }));
    deps.pass(40 * day);
    for (const work of dueWorks) {
      // It is asked once for what is due, and after that for each unit.
      let asked = 0;
      const clock = (): number => deps.clock() - ((asked += 1) === 1 ? 0 : 39 * day);
      await doDueWork({ ...deps, clock }, as('a'), [work]);
    }
    await doDueWork(deps, as('a'));
    expect([await eventsOf('voucher.expired'), await expiries()]).toEqual([1, [100]]);
  });

  it('works once when two processes start at the same moment', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    const other = await another();
    const done = await Promise.all([doDueWork(deps, as('a')), doDueWork(other, as('b'))]);
    expect(done.toSorted((a, b) => a - b)).toEqual([0, names.length + 2]);
    expect(await expiries()).toEqual(names.map(() => 100));
  });

  it('does not wait for a lease from before the database’s clock was set back', async () => {
    const terms = { name: 'scheduler', ttlMs: 30_000 };
    await takeLease(deps.store, { ...terms, owner: 'a' });
    await rowsRun(`UPDATE lease SET expires_at = expires_at + ${day}`);
    expect(await takeLease(deps.store, { ...terms, owner: 'b' })).toMatchObject({ token: 2 });
    expect(await takeLease(deps.store, { ...terms, owner: 'a' })).toBeNull();
    await rowsRun(`UPDATE lease SET expires_at = expires_at + ${day}`);
    expect(await takeLease(deps.store, { ...terms, owner: 'b' })).toMatchObject({ token: 2 });
    expect(await takeLease(deps.store, { ...terms, owner: 'a' })).toBeNull();
  });

  it('writes nothing for whoever was taken over', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    const terms = { name: 'scheduler', ttlMs: 30_000 };
    const stale = await takeLease(deps.store, { ...terms, owner: 'a' });
    await leaseEnds();
    const other = await another();
    const current = await takeLease(other.store, { ...terms, owner: 'b' });
    expect([stale?.token, current?.token]).toEqual([1, 2]);
    const [unit] = await unitsDue();
    if (!stale || !current || !unit) throw new Error('nothing to do');

    const before = await booksOf(deps.store);
    const run = (lease: typeof stale): Promise<unknown> =>
      deps.store.run(() => underLease(lease, unit.script(stampOf(deps), deps.programmes)));
    await expect(run(stale)).rejects.toThrow(LeaseLost);
    expect(await booksOf(deps.store)).toEqual(before);
    expect(await takeLease(deps.store, { ...terms, owner: 'a' })).toBeNull();
    expect(await run(current)).toMatchObject({ ok: true });
  });

  it('hands over in the middle of a pass, and nothing is done twice', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    const other = await another();
    const taken = onceAfter(deps.store, 20, async () => {
      await leaseEnds();
      expect(await doDueWork(other, as('b'))).toBeGreaterThan(0);
    });
    const first = await doDueWork({ ...deps, store: taken }, as('a'));
    expect(first).toBeLessThan(names.length);
    expect(await expiries()).toEqual(names.map(() => 100));
  });

  it.each([2, 9, 30])('goes on where a process died, after %i steps', async (steps) => {
    await pointsForAll();
    deps.pass(40 * day);
    const dying = onceAfter(deps.store, steps, () => {
      throw new StoreUnavailable('the process is gone');
    });
    await expect(doDueWork({ ...deps, store: dying }, as('a'))).rejects.toThrow(StoreUnavailable);
    expect(await doDueWork(deps, as('b'))).toBe(0);
    await leaseEnds();
    expect(await doDueWork(deps, as('b'))).toBeGreaterThan(0);
    expect(await expiries()).toEqual(names.map(() => 100));
  });

  it('passes over what fails, tells of it, and tries again in the next pass', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    let broken = true;
    const [lots] = dueWorks.filter(({ name }) => name === 'expired points');
    if (!lots) throw new Error('no such work');
    const works = [
      {
        ...lots,
        units: (...args: Parameters<typeof lots.units>) =>
          lots.units(...args).map((unit) => {
            const fails = broken && unit.commandId.includes('shopper-3');
            return fails ? { ...unit, script: bug } : unit;
          }),
      },
    ];
    const failing = names.filter((name) => name.startsWith('shopper-3')).length;
    expect(await doDueWork(deps, as('a'), works)).toBe(names.length - failing);
    expect(bugs.splice(0)).toHaveLength(failing);
    broken = false;
    expect(await doDueWork(deps, as('a'), works)).toBe(failing);
  });

  it('ends with what is found again and again and cannot be done', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    const [lots] = dueWorks.filter(({ name }) => name === 'expired points');
    if (!lots) throw new Error('no such work');
    const isRefused = function* refused(): Script<Result<never>> {
      yield { kind: 'read', queries: [] };
      return { ok: false, refusal: { code: 'busy' } };
    };
    const units = (...args: Parameters<typeof lots.units>) =>
      lots.units(...args).map((unit) => ({ ...unit, script: isRefused }));
    let asked = 0;
    const query = (at: Parameters<typeof lots.query>[0]) => {
      asked += 1;
      if (asked > 9) throw new Error('it is asked for without end');
      return lots.query({ ...at, skip: 0 });
    };
    expect(await doDueWork(deps, as('a'), [{ ...lots, query, units }])).toBe(0);
  });

  it('passes over work that cannot be found, and does what comes after', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    const [lots] = dueWorks.filter(({ name }) => name === 'expired points');
    if (!lots) throw new Error('no such work');
    const fails = (): never => {
      throw new Error('a row of a kind that is not known');
    };
    const works = [{ ...lots, units: fails }, { ...lots, query: fails }, lots];
    expect(await doDueWork(deps, as('a'), works)).toBe(names.length);
    expect(bugs.splice(0)).toHaveLength(2);
  });

  it('lets requests in between two sites, though nothing is due', async () => {
    await apply(deps, { site: { id: 'other' } });
    let turns = 0;
    let beat = setImmediate(function next() {
      turns += 1;
      beat = setImmediate(next);
    });
    const seen: number[] = [];
    const looking: DueWork = {
      name: 'looking',
      inOrder: false,
      query() {
        seen.push(turns);
        return null;
      },
      units: () => [],
    };
    await doDueWork(deps, as('a'), [looking]);
    clearImmediate(beat);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBeGreaterThan(seen[0] ?? 0);
  });

  it('leaves a site alone that is stopped', async () => {
    await pointsForAll();
    deps.pass(40 * day);
    await rowsRun(`UPDATE site SET stopped_reason = 'breach'`);
    expect(await doDueWork(deps, as('a'))).toBe(0);
    expect(await expiries()).toEqual([]);
  });

  const rowsRun = (sql: string): Promise<unknown> =>
    deps.store.run(function* runs() {
      yield { kind: 'write', writes: [{ sql, params: [], rows: null }] };
    });

  async function unitsDue() {
    const programme = deps.programmes.get(siteId);
    const [lots] = dueWorks.filter(({ name }) => name === 'expired points');
    if (!programme || !lots) throw new Error('no such work');
    const at = { siteId, programme, now: deps.clock(), rowsMax: 10, skip: 0 };
    const query = lots.query(at);
    const [rows] = query ? await deps.store.read([query]) : [];
    return lots.units(rows ?? [], at);
  }
});

// oxlint-disable-next-line eslint/require-yield -- it fails before it asks for anything
function* bug(): Script<never> {
  throw new Error('a bug');
}

/** The same store; before its run of that number, something happens. */
function onceAfter(store: Store, runs: number, happen: () => Promise<void> | void): Store {
  let left = runs;
  return {
    ...store,
    async run(script) {
      left -= 1;
      if (left === 0) await happen();
      return store.run(script);
    },
  };
}
