/** What the scripts of a batch read alike is read once, and again after each change of it. */
import { expect, it } from 'vitest';
import { returnStock, stockLeft, takeStock } from '../../server/store/sql/play.ts';
import { changeStock, insertSite } from '../../server/store/sql/site.ts';
import type { Script, Write } from '../../server/store/store.ts';
import { openPlace } from '../helper/players.ts';

const siteId = 'shop';
const prizeId = 'mug';

function* left(): Script<unknown> {
  const [rows] = yield { kind: 'read', queries: [stockLeft(siteId, [prizeId])] };
  return rows?.[0]?.['units_left'];
}

function writing(...writes: readonly Write[]) {
  return function* (): Script<void> {
    yield { kind: 'write', writes };
  };
}

function* writingInVain(): Script<unknown> {
  yield { kind: 'write', writes: [returnStock(siteId, prizeId)] };
  const seen = yield* left();
  throw new Error(`saw ${String(seen)}`);
}

it('scripts of a batch see what those before them wrote, and nothing that was undone', async () => {
  const { store, close } = await openPlace('sqlite');
  const stock = { siteId, prizeId, version: 1, change: 3, now: 0 };
  await store.run(writing(insertSite(siteId, 0), ...changeStock(stock)));
  const take = writing(takeStock(siteId, prizeId, 0));
  const batch = [left, left, take, left, writingInVain, left, take, left];
  const seen = await Promise.allSettled(batch.map((script) => store.run<unknown>(script)));
  const answers = seen.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'));
  expect(answers).toEqual([3, 3, undefined, 2, 'failed', 2, undefined, 1]);
  expect(await store.run(left)).toBe(1);
  await close();
});
