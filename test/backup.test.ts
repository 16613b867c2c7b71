/** A copy of a database at work: whole, and as good as the one it was made of. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKeys } from '../server/http/keys.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import { fairground } from './helper/command.ts';
import { depsFor } from './helper/engines.ts';
import { apply, granted, newId, playOnce } from './helper/shopping.ts';

let folder: string;
let file: string;
let copy: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairground-'));
  file = join(folder, 'fairground.db');
  copy = join(folder, 'copies', 'monday.db');
  loadKeys({ dataFolder: folder, drawKey: null, masterKey: null });
});

afterEach(() => rmSync(folder, { recursive: true }));

const backUp = () => fairground(['backup', copy], { FAIRGROUND_DATA: folder });

it('has what was answered before it, and plays on under a new epoch', async () => {
  const store = openSqliteStore(file);
  const deps = depsFor(store);
  await apply(deps);
  const turn = { shopperId: 'anna', commandId: newId(), clientSeed: newId() };
  const first = await granted(playOnce(deps, turn));
  const { commitment } = first.receipt;
  mkdirSync(join(folder, 'copies'));
  const plays = Array.from({ length: 20 }, (_, at) => playOnce(deps, { shopperId: `s-${at}` }));
  expect(await backUp()).toMatchObject({ code: 0, err: '' });
  await Promise.all(plays);
  await store.close();
  expect(readdirSync(join(folder, 'copies'))).toEqual(['monday.db']);

  renameSync(copy, file);
  for (const verb of ['new-epoch', 'audit']) {
    expect(await fairground([verb], { FAIRGROUND_DATA: folder })).toMatchObject({ code: 0 });
  }
  const restored = openSqliteStore(file);
  const again = await granted(playOnce({ ...deps, store: restored }, { ...turn, commitment }));
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  const next = await granted(playOnce({ ...deps, store: restored }, { shopperId: 'anna' }));
  expect(next.receipt).toMatchObject({ epoch: 1, index: 0 });
  await restored.close();
});

it('is not made over another one, or where there is no folder', async () => {
  await openSqliteStore(file).close();
  expect(await backUp()).toMatchObject({
    code: 1,
    err: `${copy}: unable to open database: ${copy}.part\n`,
  });
  mkdirSync(join(folder, 'copies'));
  // Another run was killed in the middle.
  for (const left of ['.part', '.part-journal']) writeFileSync(copy + left, 'half of it');
  expect(await backUp()).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'copies'))).toEqual(['monday.db']);
  expect(await backUp()).toMatchObject({ code: 1, err: `${copy}: there is a file of this name\n` });
});

it('of PostgreSQL is a matter of its own program', async () => {
  const place = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  expect(await fairground(['backup', copy], place)).toMatchObject({
    code: 1,
    err: 'PostgreSQL has a program of its own for this: pg_dump\n',
  });
});
