/** SQLite looks one shopper up, however many rows their site has: a scan would stop all plays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveScores } from '../../server/store/sql/leaderboard.ts';
import { moveParcels, parcelsOf } from '../../server/store/sql/parcel.ts';
import { answersOf, erasePerson } from '../../server/store/sql/personal-data.ts';
import { playsOf, statedBy } from '../../server/store/sql/play.ts';
import { contentsOf, holdsOfOrder } from '../../server/store/sql/points.ts';
import { sharedContacts } from '../../server/store/sql/profile.ts';
import { friendsByState, referralOfOrder } from '../../server/store/sql/referral.ts';
import { moveVouchers, voucherByHold, vouchersByCode } from '../../server/store/sql/voucher.ts';
import { openConnection, type Connection } from '../../server/store/sqlite/connection.ts';
import { migrate } from '../../server/store/sqlite/migrate.ts';
import type { Query } from '../../server/store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
let connection: Connection;

beforeAll(() => {
  connection = openConnection(join(folder, 'test.db'));
  migrate(connection);
});

afterAll(() => {
  connection.database.close();
  rmSync(folder, { recursive: true });
});

const statements: Readonly<Record<string, readonly Query[]>> = {
  'erases a shopper': erasePerson('shop', 'anna', 0),
  'shows their answers, and what they stated': [
    answersOf('shop', 'anna', 10),
    statedBy('shop', 'anna'),
  ],
  'shows their plays': [playsOf('shop', 'anna', { before: null, rowsMax: 10 })],
  'shows their parcels and points': [parcelsOf('shop', 'anna', 10), contentsOf('shop', 'anna')],
  'brings along what they have': [
    moveVouchers('shop', 'anna', 'carla'),
    moveParcels('shop', 'anna', 'carla'),
    ...moveScores('shop', 'anna', 'carla'),
  ],
  'looks at their friends': [
    sharedContacts('shop', 'anna', 'carla'),
    friendsByState('shop', 'anna'),
  ],
  'reads an order, a code and a hold': [
    referralOfOrder('shop', 'o-1'),
    holdsOfOrder('shop', 'o-1'),
    vouchersByCode('shop', 'CODE', null),
    voucherByHold('shop', 'h-1'),
  ],
};

it.each(Object.entries(statements))('%s', (_what, queries) => {
  const steps = queries.flatMap(({ sql, params }) => {
    const plan = { sql: `EXPLAIN QUERY PLAN ${sql}`, params };
    return connection.execute(plan).rows.map(({ detail }) => String(detail));
  });
  expect(steps.length).toBeGreaterThan(0);
  // `SEARCH … (site_id=?)` reads all of the site; what a query itself made is small.
  const scans = steps.filter((step) =>
    /^SCAN (?!CONSTANT|back|own|page|soonest)|\(site_id=\?\)/.test(step),
  );
  expect(scans).toEqual([]);
});
