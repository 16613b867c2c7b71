/** A site's currency changes only while nothing has its worth in it. */
import { expect, it } from 'vitest';
import { applyProgramme, rollBackProgramme } from '../../server/flow/apply-programme.ts';
import type { Result } from '../../shared/refusals.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { programmeInput, siteId } from '../helper/programme.ts';
import { adjust, cancel, giveCredit, grant, keep, letGo, report } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const points = { value: { points: 1, amount: 100 } };
const inDollars = programmeInput({ site: { currency: 'USD' }, points });
const anna = { name: 'anna' };

/** What the shop does, what stands in the way then, and how that ends; null for never. */
type Promised = readonly [
  has: string,
  give: (deps: TestDeps) => Promise<unknown>,
  end: ((deps: TestDeps) => Promise<unknown>) | null,
];

async function holdPoints(deps: TestDeps): Promise<void> {
  await granted(adjust(deps, anna));
  await granted(keep(deps, { ...anna, amount: 10, ttlSeconds: 60 }));
}

const promised: readonly Promised[] = [
  [
    'orders',
    async (deps) => {
      await granted(report(deps, { orderId: 'order-1' }));
      await granted(cancel(deps, { orderId: 'order-1' }));
    },
    null,
  ],
  [
    'store credit',
    (deps) => granted(giveCredit(deps, { ...anna, change: 5 })),
    (deps) => granted(giveCredit(deps, { ...anna, change: -5 })),
  ],
  ['open holds', holdPoints, async (deps) => deps.pass(60_000)],
  [
    'store credit and open holds',
    async (deps) => {
      await granted(giveCredit(deps, { ...anna, change: 5 }));
      await granted(keep(deps, { ...anna, unit: 'credit', amount: 5 }));
    },
    null,
  ],
  ['open vouchers', (deps) => granted(grant(deps, anna)), async (deps) => deps.pass(31 * day)],
];

onBothEngines("a site's currency", (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { points }));

  const refusedFor = (has: string, from: string, changed: Result<unknown>): void =>
    expect(changed).toEqual({
      ok: false,
      refusal: {
        code: 'programme_invalid',
        issues: [
          {
            path: 'site.currency',
            message: `must stay "${from}", as the site has ${has} in it; a new site may differ`,
          },
        ],
      },
    });

  it.each(promised)('stays while the site has %s', async (has, give, end) => {
    await give(deps);
    refusedFor(has, 'VND', await applyProgramme(deps, inDollars));
    refusedFor(has, 'VND', await applyProgramme(deps, inDollars, { isDry: true }));
    expect(deps.programmes.get(siteId)).toMatchObject({ version: 1, site: { currency: 'VND' } });
    // Everything else may change.
    await apply(deps, { points, site: { name: 'Store' } });
    if (end === null) return;
    await end(deps);
    expect(await codeOf(applyProgramme(deps, inDollars))).toBe('ok');
  });

  it('does not come back with an earlier version either', async () => {
    await granted(applyProgramme(deps, inDollars));
    await granted(giveCredit(deps, { ...anna, change: 500 }));
    const back = await rollBackProgramme(deps, { siteId, version: 1 });
    refusedFor('store credit', 'USD', back);
  });

  it('may change while there are only plays, points and what is over', async () => {
    await granted(playOnce(deps, { shopperId: 'linh' }));
    await holdPoints(deps);
    const { holdId } = await granted(keep(deps, { ...anna, amount: 10 }));
    await granted(letGo(deps, { holdId }));
    deps.pass(31 * day);
    expect(await codeOf(applyProgramme(deps, inDollars))).toBe('ok');
  });

  it('is one that somebody pays in', async () => {
    const inNone = programmeInput({ site: { id: 'other', currency: 'EUT' }, points });
    const path = 'site.currency';
    const message = 'an ISO 4217 code such as VND; nobody pays in "EUT"';
    expect(await applyProgramme(deps, inNone)).toEqual({
      ok: false,
      refusal: { code: 'programme_invalid', issues: [{ path, message }] },
    });
  });

  it('is its own for every site', async () => {
    await granted(giveCredit(deps, { ...anna, change: 5 }));
    const other = (currency: string) =>
      programmeInput({ site: { id: 'other', currency }, game: { id: 'theirs' } });
    await granted(applyProgramme(deps, other('VND')));
    expect(await codeOf(applyProgramme(deps, other('USD')))).toBe('ok');
  });
});
