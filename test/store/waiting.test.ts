/**
 * PostgreSQL: what somebody else is about to take is neither free nor gone. Nobody is told sold out
 * before it is certain.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { importCodes } from '../../server/flow/import-codes.ts';
import { depsFor, type TestDeps } from '../helper/engines.ts';
import { askPostgres, openPlace, type Place } from '../helper/players.ts';
import { siteId, type GameInput, type ProgrammeParts } from '../helper/programme.ts';
import { apply, codeOf, expectCleanBooks, granted, playOnce } from '../helper/shopping.ts';

let place: Place;
let deps: TestDeps;
let other: pg.Client;

beforeEach(async () => {
  place = await openPlace('postgres');
  deps = depsFor(place.store);
  other = new pg.Client({ connectionString: place.location });
  await other.connect();
  await apply(deps, programme);
  await granted(importCodes(deps, { siteId, poolId: 'imported', lines: oneCode() }));
});

afterEach(async () => {
  await other.end();
  await place.close();
});

const programme: ProgrammeParts = {
  prizes: [
    {
      id: 'own',
      kind: 'voucher',
      label: 'Own',
      poolId: 'imported',
      benefit: { kind: 'free_shipping' },
    },
    { id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 1 },
  ],
  games: [gameOf('own'), gameOf('rare')],
};

describe.each([
  ['code', 'own', `UPDATE voucher_code SET taken = 1`],
  ['unit of stock', 'rare', `UPDATE stock SET units_left = 0`],
])('the last %s', (_what, gameId, taking) => {
  it('is given when the one who was taking it did not', async () => {
    const { answer } = await playAgainst(gameId, taking);
    await other.query('ROLLBACK');
    const { prize, receipt } = await granted(answer);
    expect([prize.id, receipt.deviations]).toEqual([gameId, []]);
    await expectCleanBooks(deps);
  });

  it('is gone when the one who was taking it did', async () => {
    const { answer } = await playAgainst(gameId, taking);
    await other.query('COMMIT');
    expect(await codeOf(answer)).toBe('sold_out');
  });
});

/** A play that draws the prize while another transaction holds it, and so must wait. */
async function playAgainst(
  gameId: string,
  taking: string,
): Promise<{ readonly answer: Promise<Result<PlayReply>> }> {
  await other.query('BEGIN');
  await other.query(taking);
  const answer = playOnce(deps, { shopperId: 'anna', gameId });
  await vi.waitFor(async () => {
    const sql = `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    expect(await askPostgres(place, sql)).toHaveLength(1);
  }, 15_000);
  return { answer };
}

/** Whoever plays draws the prize. */
function gameOf(prizeId: string): GameInput {
  const slots = [
    { prizeId, weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ];
  return { id: prizeId, kind: 'wheel', name: prizeId, slots, fallbackPrizeId: 'nothing' };
}

async function* oneCode(): AsyncGenerator<string> {
  yield 'ONLY-ONE';
}
