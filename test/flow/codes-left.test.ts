/** The figures of a prize whose codes the shop brought: how many can still be given. */
import { expect, it } from 'vitest';
import { importCodes } from '../../server/flow/import-codes.ts';
import { overview } from '../../server/flow/overview.ts';
import { limits } from '../../shared/limits.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { grant } from '../helper/shop-calls.ts';
import { apply, granted } from '../helper/shopping.ts';

onBothEngines('codes that are left', (engine) => {
  const deps: TestDeps = depsForEach(engine, async () => {
    const slots = ['theirs', 'ten-off', 'nothing'].map((prizeId) => ({ prizeId, weight: 1 }));
    const theirs = { ...prizes.voucher, id: 'theirs', poolId: 'imported' };
    await apply(deps, { prizes: [theirs], game: { slots } });
  });

  const bring = (from: number, to: number) =>
    granted(importCodes(deps, { siteId, poolId: 'imported', lines: codesFrom(from, to) }));
  const left = async (prizeId: string): Promise<number | null | undefined> => {
    const period = { siteId, from: '2026-12-01', to: '2026-12-01' };
    const figures = await granted(overview(deps, period, 'http://x/v1/fairground.js'));
    return figures.prizes.find((each) => each.prizeId === prizeId)?.codesLeft;
  };

  it('are none before any came, and fewer with each that is given', async () => {
    expect([await left('theirs'), await left('ten-off')]).toEqual([0, null]);
    await bring(1, 3);
    expect(await left('theirs')).toBe(3);
    await granted(grant(deps, { name: 'anna', prizeId: 'theirs' }));
    expect(await left('theirs')).toBe(2);
  });

  it('are not counted where there are many', async () => {
    await bring(1, limits.codesCountedMax);
    expect(await left('theirs')).toBeNull();
    await granted(grant(deps, { name: 'anna', prizeId: 'theirs' }));
    expect(await left('theirs')).toBe(limits.codesCountedMax - 1);
  });
});

async function* codesFrom(from: number, to: number): AsyncIterable<string> {
  for (let at = from; at <= to; at += 1) yield `CODE-${at}`;
}
