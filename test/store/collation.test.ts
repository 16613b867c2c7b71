/** A database that sorts text by a language's rules, as most do, gives the same answers. */
import { expect, it } from 'vitest';
import pg from 'pg';
import { readPlays } from '../../server/flow/plays.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { depsFor } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { apply, expectCleanBooks, granted, newId, playOnce } from '../helper/shopping.ts';
import { postgresUrl } from '../helper/postgres-url.ts';

it('plays are listed newest first where "~" sorts before letters', async () => {
  const server = new pg.Client({ connectionString: postgresUrl() });
  await server.connect();
  const name = `fairground_${newId()}`;
  await server.query(
    `CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`,
  );
  const url = new URL(postgresUrl());
  url.pathname = `/${name}`;
  const store = await openPostgresStore(url.href);
  const deps = depsFor(store);
  await apply(deps);
  const made: string[] = [];
  for (let nth = 0; nth < 3; nth += 1) {
    made.unshift((await granted(playOnce(deps, { shopperId: 'anna' }))).playId);
    deps.pass(1_000);
  }
  const { plays } = await readPlays(deps, siteId, 'anna', null);
  expect(plays.map(({ playId }) => playId)).toEqual(made);
  const older = await readPlays(deps, siteId, 'anna', made[0] ?? null);
  expect(older.plays.map(({ playId }) => playId)).toEqual(made.slice(1));
  await expectCleanBooks(deps);
  await store.close();
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.end();
});
