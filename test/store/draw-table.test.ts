/** A table is kept once for all plays that were drawn from it; their answers show it as before. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { audit } from '../../server/flow/audit.ts';
import { drawingRecord } from '../../server/flow/drawing-record.ts';
import { readPlays } from '../../server/flow/plays.ts';
import { textOf } from '../../server/store/sql/row.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { apply, expectCleanBooks, granted, newId, playOnce } from '../helper/shopping.ts';

onBothEngines('the table of a receipt', ({ open }) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await open();
    deps = depsFor(opened.store);
    // A text that looks like the place of the table, before it and after it.
    await apply(deps, { prizes: [{ ...prizes.points, label: '"table":null,\\"table\\":null' }] });
  });

  afterEach(() => opened.close());

  async function asked(sql: string, column: string): Promise<string[]> {
    const [rows] = await opened.store.read([{ sql, params: [] }]);
    return (rows ?? []).map((row) => textOf(row, column));
  }

  const outcomes = (): Promise<string[]> => asked('SELECT outcome FROM command', 'outcome');
  const tables = (): Promise<string[]> => asked('SELECT document FROM draw_table', 'document');

  async function playedTwice(): Promise<PlayReply> {
    const turn = { shopperId: 'anna', commandId: newId(), clientSeed: newId() };
    const first = await granted(playOnce(deps, turn));
    const again = await granted(playOnce(deps, { ...turn, commitment: first.receipt.commitment }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    deps.pass(1);
    return first;
  }

  it('is stored once, and shown by every answer as it was', async () => {
    const plays = [await playedTwice(), await playedTwice(), await playedTwice()];
    const table = JSON.stringify(plays[0]?.receipt.table);
    expect(await tables()).toEqual([table]);
    for (const outcome of await outcomes()) expect(outcome).not.toContain(table);
    const shown = await readPlays(deps, siteId, 'anna', null);
    expect(shown.plays.map(({ receipt }) => receipt)).toEqual(
      plays.toReversed().map(({ receipt }) => receipt),
    );
    const recorded = [];
    for await (const draw of drawingRecord(deps, siteId, 'always')) recorded.push(draw.receipt);
    expect(recorded).toEqual(plays.map(({ receipt }) => receipt));
    await expectCleanBooks(deps);
  });

  it('stays what it was for plays from before another one', async () => {
    const before = await playedTwice();
    await apply(deps, {
      game: {
        slots: [
          { prizeId: 'ten-points', weight: 7 },
          { prizeId: 'nothing', weight: 2 },
        ],
      },
    });
    const after = await playedTwice();
    expect(after.receipt.table).not.toEqual(before.receipt.table);
    const shown = await readPlays(deps, siteId, 'anna', null);
    expect(shown.plays.map(({ receipt }) => receipt.table)).toEqual([
      after.receipt.table,
      before.receipt.table,
    ]);
    expect(await tables()).toHaveLength(2);
  });

  it('stands in each outcome where it was applied before tables were kept', async () => {
    await opened.store.run(function* () {
      yield {
        kind: 'write',
        writes: [{ sql: 'DELETE FROM draw_table', params: [], rows: null }],
      };
    });
    deps.programmes.clear();
    const { receipt } = await playedTwice();
    const shown = await readPlays(deps, siteId, 'anna', null);
    expect(shown.plays.map((play) => play.receipt)).toEqual([receipt]);
    expect(await tables()).toEqual([]);
  });

  it('is missed by the audit when it is gone', async () => {
    await playedTwice();
    await opened.store.run(function* () {
      yield {
        kind: 'write',
        writes: [{ sql: 'DELETE FROM draw_table', params: [], rows: null }],
      };
    });
    expect(await audit(deps)).toMatchObject([{ invariant: 'I5' }]);
  });
});
