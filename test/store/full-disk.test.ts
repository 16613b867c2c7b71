/** A disk that is full: everyone in the batch hears so, and nothing answered is lost. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as Connections from '../../server/store/sqlite/connection.ts';
import { play } from '../../server/flow/play.ts';
import { watchWrites } from '../../server/watch-writes.ts';
import { depsFor, type TestDeps } from '../helper/engines.ts';
import type { Script } from '../../server/store/store.ts';
import { openPlace, wantedBy, type Place } from '../helper/players.ts';
import { apply, codeOf, commitmentFor, expectCleanBooks, granted } from '../helper/shopping.ts';

/** The connections that the store opened: the first one writes. */
const opened = vi.hoisted(() => [] as Connections.Connection[]);

vi.mock('../../server/store/sqlite/connection.ts', async (importActual) => {
  const actual = await importActual<typeof Connections>();
  return {
    ...actual,
    openConnection(...args: Parameters<typeof actual.openConnection>) {
      const connection = actual.openConnection(...args);
      opened.push(connection);
      return connection;
    },
  };
});

let place: Place;
let deps: TestDeps;

beforeEach(async () => {
  opened.length = 0;
  place = await openPlace('sqlite');
  deps = depsFor(place.store);
  await apply(deps);
});

afterEach(async () => {
  await expectCleanBooks(deps);
  await place.close();
});

/** Lets the file grow by so many pages and no more. */
function leaveRoomFor(pages: number): void {
  const writer = opened[0]!.database;
  const count = Number(writer.pragma('page_count', { simple: true }));
  writer.pragma(`max_page_count = ${count + pages}`);
}

async function burst(size: number) {
  return Promise.all(
    Array.from({ length: size }, async (_, at) => {
      const shopperId = `shopper-${at}`;
      return { ...wantedBy(shopperId), commitment: await commitmentFor(deps, shopperId) };
    }),
  );
}

it('refuses every command of a batch whose commit fails, and settles them afterwards', async () => {
  const commands = await burst(60);
  const writer = opened[0]!.database;
  const execute = writer.exec.bind(writer);
  const spy = vi.spyOn(writer, 'exec').mockImplementation((sql) => {
    if (sql === 'COMMIT') throw new Error('disk I/O error');
    return execute(sql);
  });
  const codes = await Promise.all(commands.map((command) => codeOf(play(deps, command))));
  expect(new Set(codes)).toEqual(new Set(['storage_unavailable']));
  spy.mockRestore();
  await expectCleanBooks(deps);
  const again = await Promise.all(commands.map((command) => codeOf(play(deps, command))));
  expect(new Set(again)).toEqual(new Set(['ok']));
});

it('is noticed, and so is room that was made', async () => {
  const watched = watchWrites(place.store);
  deps = { ...deps, store: watched.store };
  leaveRoomFor(0);
  for (const command of await burst(200)) {
    if ((await codeOf(play(deps, command))) !== 'ok') break;
    expect(watched.isFailing()).toBe(false);
  }
  expect(watched.isFailing()).toBe(true);
  // Reads go on, and prove nothing.
  expect(await watched.store.run(readsOnly)).toBe(1);
  expect(watched.isFailing()).toBe(true);
  leaveRoomFor(10_000);
  for (const command of await burst(1)) await granted(play(deps, command));
  expect(watched.isFailing()).toBe(false);
});

function* readsOnly(): Script<number> {
  const [rows] = yield { kind: 'read', queries: [{ sql: 'SELECT 1 AS one', params: [] }] };
  return rows?.length ?? 0;
}

it('keeps every answer given before the disk was full, and refuses the others', async () => {
  const commands = await burst(400);
  leaveRoomFor(12);
  // One commit for each of the first, so that some are answered however large a batch grows.
  const answers = [];
  for (const command of commands.slice(0, 3)) answers.push(await play(deps, command));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  answers.push(...(await Promise.all(commands.slice(3).map((command) => play(deps, command)))));
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  expect(new Set(refused)).toEqual(new Set(['storage_unavailable']));
  leaveRoomFor(10_000);
  const again = await Promise.all(commands.map((command) => granted(play(deps, command))));
  for (const [at, answer] of answers.entries()) {
    if (answer.ok) expect(JSON.stringify(again[at])).toBe(JSON.stringify(answer.value));
  }
});
