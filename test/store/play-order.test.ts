/**
 * Databases of before plays and events stood in the order of time keep what they have, and new ones
 * write with little effort.
 */
import { expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../server/store/sql/migrations.ts';
import { insertGlanceOnce } from '../../server/store/sql/event.ts';
import { playCount, playsOf } from '../../server/store/sql/play.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openConnection } from '../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import type { Store } from '../../server/store/store.ts';
import { createDatabase } from '../helper/postgres.ts';
import { postgresUrl } from '../helper/postgres-url.ts';

const rows: string[] = [
  'CREATE TABLE migration (version INTEGER PRIMARY KEY)',
  ...migrations
    .filter(({ version }) => version < 19)
    .map(({ version }) => `INSERT INTO migration (version) VALUES (${version})`),
  shopper('anna', `'carla'`),
  shopper('carla', 'NULL'),
  stream('anna', 1, 0),
  stream('carla', 0, 1),
  play('p_1', 'anna', 0, 0),
  play('p_2', 'carla', 0, 0),
  play('p_3', 'anna', 0, 1),
  play('p_4', 'carla', 0, 1),
  play('p_5', 'anna', 1, 0),
  event('e_2', 'play.settled'),
  event('anna.e_1', 'game.shown'),
];

function event(id: string, kind: string): string {
  return `INSERT INTO event (site_id, event_id, kind, shopper_id, campaign_id, game_id, payload, at,
    day) VALUES ('shop', '${id}', '${kind}', 'anna', 'always', 'wheel', '{}', 0, '')`;
}

function shopper(id: string, mergedInto: string): string {
  return `INSERT INTO shopper (site_id, shopper_id, kind, merged_into, wallet_version, points,
    points_floor, points_owed, created_at)
    VALUES ('shop', '${id}', 'anonymous', ${mergedInto}, 1, 0, 0, 0, 0)`;
}

function stream(id: string, epoch: number, index: number): string {
  return `INSERT INTO stream (site_id, shopper_id, game_id, campaign_id, epoch, draw_index, day,
    plays_day, plays_campaign, plays_ever, free_plays)
    VALUES ('shop', '${id}', 'wheel', 'always', ${epoch}, ${index}, '', 0, 0, 0, 0)`;
}

function play(id: string, of: string, epoch: number, index: number): string {
  return `INSERT INTO play (site_id, play_id, command_id, stream, campaign_id, game_id, prize_id,
    slot, epoch, draw_index, won, at, day)
    VALUES ('shop', '${id}', 'c_${id}', '${of}', 'always', 'wheel', 'nothing', 0, ${epoch},
      ${index}, 0, 0, '')`;
}

const commands = ['p_1', 'p_2', 'p_3', 'p_4', 'p_5'].map(
  (id) => `INSERT INTO command (site_id, command_id, kind, owner, body_hash, outcome, at)
    VALUES ('shop', 'c_${id}', 'play', 'anna', '', '${id}', 0)`,
);

async function oldSqlite(): Promise<[Store, () => Promise<void>]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  const { database } = openConnection(join(folder, 'old.db'));
  for (const { version, statements } of migrations) {
    for (const each of version < 19 ? statements : []) {
      database.exec(typeof each === 'string' ? each : each.sqlite);
    }
  }
  for (const each of [...rows, ...commands]) database.exec(each);
  database.close();
  const store = openSqliteStore(join(folder, 'old.db'));
  return [
    store,
    async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  ];
}

async function oldPostgres(): Promise<[Store, () => Promise<void>]> {
  const database = await createDatabase(postgresUrl());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const { version, statements } of migrations) {
    for (const each of version < 19 ? statements : []) {
      await client.query(typeof each === 'string' ? each : each.postgres);
    }
  }
  for (const each of [...rows, ...commands]) await client.query(each);
  await client.end();
  const store = await openPostgresStore(database.url);
  return [
    store,
    async () => {
      await store.close();
      await database.drop();
    },
  ];
}

const old = [
  ['sqlite', oldSqlite],
  ['postgres', oldPostgres],
] as const;

it.each(old)('plays of before are found along their streams (%s)', async (_engine, open) => {
  const [store, close] = await open();
  const page = async (shopperId: string, before: string | null, rowsMax: number) => {
    const [found] = await store.read([playsOf('shop', shopperId, { before, rowsMax })]);
    return (found ?? []).map(({ outcome }) => outcome);
  };
  expect(await page('carla', null, 3)).toEqual(['p_5', 'p_4', 'p_3']);
  expect(await page('carla', 'p_3', 3)).toEqual(['p_2', 'p_1']);
  expect(await page('anna', null, 3)).toEqual(['p_5', 'p_3', 'p_1']);
  const [[count] = []] = await store.read([playCount('shop', 'carla')]);
  expect(count).toEqual({ plays: 5 });
  await close();
});

it.each(old)(
  'events of before keep their order, and a glance counts once (%s)',
  async (_, open) => {
    const [store, close] = await open();
    const glance = { shopperId: 'anna', campaignId: 'always', gameId: 'wheel', payload: {} };
    await store.run(function* () {
      const moment = { now: 1, day: '' };
      const writes = ['anna.e_1', 'anna.e_3', 'anna.e_3'].map((id) =>
        insertGlanceOnce('shop', { ...glance, id, kind: 'game.shown' }, moment),
      );
      yield { kind: 'write', writes };
    });
    const [found] = await store.read([
      { sql: 'SELECT event_id FROM event ORDER BY seq', params: [] },
    ]);
    expect((found ?? []).map((row) => row['event_id'])).toEqual(['e_2', 'anna.e_1', 'anna.e_3']);
    expect(await store.eventsWaiting()).toBe(3);
    await close();
  },
);

it('opens no table of its own for a row that is written (sqlite)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  const file = join(folder, 'new.db');
  await openSqliteStore(file).close();
  const { database } = openConnection(file);
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  const tables = database.prepare<[], { name: string }>(sql).all();
  const slow = tables.filter(({ name }) =>
    database
      .prepare<[], { opcode: string }>(`EXPLAIN INSERT INTO ${name} DEFAULT VALUES`)
      .all()
      .some(({ opcode }) => opcode === 'OpenEphemeral'),
  );
  expect(tables.length).toBeGreaterThan(20);
  expect(slow).toEqual([]);
  database.close();
  rmSync(folder, { recursive: true });
});
