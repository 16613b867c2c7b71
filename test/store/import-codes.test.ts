/** Imported codes on both engines: all of a list or nothing, whatever cuts it off. */
import { expect, it } from 'vitest';
import { importCodes } from '../../server/flow/import-codes.ts';
import { claimCode as claimOnPostgres } from '../../server/store/postgres/twins.ts';
import { freeCode } from '../../server/store/sql/play.ts';
import { claimCode as claimOnSqlite } from '../../server/store/sqlite/twins.ts';
import { start } from '../../server/flow/start.ts';
import type { Script } from '../../server/store/store.ts';
import { limits } from '../../shared/limits.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { apply, codeOf, granted, playOnce } from '../helper/shopping.ts';

const game = {
  slots: [
    { prizeId: 'own-code', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};
const ownCode = { ...prizes.voucher, id: 'own-code', poolId: 'imported' };

onBothEngines('imported codes', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { prizes: [ownCode], game }));

  const add = (codes: readonly string[], isDry = false, by = deps) =>
    importCodes(by, { siteId, poolId: 'imported', lines: linesOf(codes), isDry });
  const addCut = async (codes: readonly string[], runs: number): Promise<void> => {
    await expect(add(codes, false, cutOff(deps, runs))).rejects.toThrow('cut off');
  };
  const isThere = async (): Promise<boolean> => {
    const { games } = await granted(start(deps, siteId, 'looker'));
    return games[0]?.slots[0]?.left !== 0;
  };
  const rowsOf = async (sql: string): Promise<unknown> => {
    const [rows = []] = await deps.store.read([{ sql, params: [] }]);
    return rows[0]?.['rows'];
  };
  const countCodes = () => rowsOf('SELECT count(*) AS rows FROM voucher_code');
  const countImports = () => rowsOf('SELECT count(*) AS rows FROM code_import');

  it('are given once each, and say which were there', async () => {
    expect(await isThere()).toBe(false);
    expect(await granted(add(['AAA', 'BBB', 'AAA']))).toMatchObject({
      added: 2,
      problems: [{ line: 3, kind: 'repeated' }],
    });
    deps.pass(1);
    expect(await granted(add(['BBB', 'CCC', 'WELCOME']))).toEqual({
      added: 1,
      problems: [
        { line: 1, kind: 'known', message: '"BBB" is in the pool "imported" already' },
        { line: 3, kind: 'known', message: '"WELCOME" is in the pool "shared" already' },
      ],
    });
    const given: (string | undefined)[] = [];
    for (let at = 0; at < 3; at += 1) {
      const { voucher } = await granted(playOnce(deps, { shopperId: 'anna' }));
      given.push(voucher?.code);
    }
    expect(new Set(given)).toEqual(new Set(['AAA', 'BBB', 'CCC']));
    // What was given is known too, and the oldest import comes first.
    expect(given[2]).toBe('CCC');
    expect(await granted(add(['AAA']))).toMatchObject({ added: 0, problems: [{ kind: 'known' }] });
    expect(await codeOf(playOnce(deps, { shopperId: 'anna' }))).toBe('sold_out');
  });

  it('that are only tried are not there', async () => {
    const tried = await granted(add(['AAA', 'B B', 'CCC'], true));
    expect(tried).toMatchObject({ added: 2, problems: [{ line: 2, kind: 'malformed' }] });
    expect([await countCodes(), await countImports(), await isThere()]).toEqual([0, 0, false]);
  });

  it('that were cut off are not there, and the same list goes on', async () => {
    const codes = codesOf('A', 3 * limits.importChunkCodes);
    await addCut(codes, 3);
    expect([await countCodes(), await isThere()]).toEqual([2 * limits.importChunkCodes, false]);
    expect(await codeOf(playOnce(deps, { shopperId: 'anna' }))).toBe('sold_out');
    expect(await granted(add(codes, true))).toEqual({ added: codes.length, problems: [] });
    expect(await granted(add(codes))).toEqual({ added: codes.length, problems: [] });
    expect([await countCodes(), await countImports()]).toEqual([codes.length, 1]);
    expect(await isThere()).toBe(true);
  });

  it('of another list clear away what nobody goes on with', async () => {
    const codes = codesOf('A', 2 * limits.importChunkCodes);
    await addCut(codes, 2);
    // Somebody may be at work on it still.
    expect(await granted(add(['A-0', 'BBB']))).toEqual({
      added: 1,
      problems: [
        {
          line: 1,
          kind: 'known',
          message: '"A-0" is in another import, which is not finished, already',
        },
      ],
    });
    deps.pass(limits.importIdleMsMax + 1);
    expect(await granted(add(['A-0']))).toEqual({ added: 1, problems: [] });
    expect([await countCodes(), await countImports()]).toEqual([2, 2]);
    // Cut off while it clears, it is cleared by the next.
    await addCut(codesOf('C', 2 * limits.importChunkCodes), 2);
    deps.pass(limits.importIdleMsMax + 1);
    await addCut(['DDD'], 1);
    expect(await granted(add(['DDD']))).toEqual({ added: 1, problems: [] });
    expect([await countCodes(), await countImports()]).toEqual([3, 3]);
  });

  it('of one list that two import at once are there once', async () => {
    const codes = codesOf('A', 2 * limits.importChunkCodes + 10);
    const both = await Promise.all([add(codes), add(codes)]);
    const won = both.filter((each) => each.ok && each.value.added === codes.length);
    expect(won.length).toBeGreaterThan(0);
    expect(await countCodes()).toBe(codes.length);
    expect((await granted(add(codes))).added).toBe(0);
  });

  it('let plays go on while they come', async () => {
    await granted(add(codesOf('FIRST', 20)));
    const coming = add(codesOf('NEXT', 20 * limits.importChunkCodes));
    let isHere = false;
    void coming.then(() => (isHere = true));
    for (let at = 0; at < 10; at += 1) await granted(playOnce(deps, { shopperId: `s${at}` }));
    expect(isHere).toBe(false);
    expect(await granted(coming)).toMatchObject({ added: 20 * limits.importChunkCodes });
  });

  it('are found by an index, whatever is staged beside them', async () => {
    await granted(add(codesOf('OLD', 3)));
    await addCut(codesOf('STAGED', 10 * limits.importChunkCodes), 10);
    if (engine.name === 'postgres') await rowsOf('ANALYZE voucher_code');
    const explain = engine.name === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    const claim = engine.name === 'postgres' ? claimOnPostgres : claimOnSqlite;
    for (const asked of [freeCode(siteId, 'imported'), claim({ siteId, poolId: 'imported' })]) {
      const sql = `${explain} ${asked.sql}`;
      const [rows = []] = await deps.store.read([{ sql, params: asked.params }]);
      const plan = JSON.stringify(rows);
      expect(plan).toMatch(/voucher_code_free|import_id/);
      expect(plan).not.toMatch(/SCAN (free|voucher_code)|Seq Scan on voucher_code/);
      expect(plan).toMatch(/import_id ?= ?(\?|code_import\.import_id)/);
    }
  });
});

/** Deps of a process that dies after so many transactions. */
function cutOff(deps: TestDeps, runs: number): TestDeps {
  let left = runs;
  const run = <Value>(script: () => Script<Value>): Promise<Value> => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('cut off')) : deps.store.run(script);
  };
  return { ...deps, store: { ...deps.store, run } };
}

function codesOf(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
}

async function* linesOf(codes: readonly string[]): AsyncIterable<string> {
  yield* codes;
}
