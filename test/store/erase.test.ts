/** Erasing on both engines: what is personal is gone, and the books still balance. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHistory } from '../../server/flow/history.ts';
import { readShopper } from '../../server/flow/back-office.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, forget, grant, send, setAttributesOf, tell } from '../helper/shop-calls.ts';
import { apply, customer, expectCleanBooks, granted } from '../helper/shopping.ts';

const cup = { id: 'cup', kind: 'gift', label: 'A cup' } as const;

onBothEngines('erased data', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await apply(deps, { prizes: [cup] });
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const everything = async (name: string): Promise<void> => {
    const fields = { birthday: '02-29', email: `${name}@shop.example` };
    await granted(setAttributesOf(deps, { name, attributes: { city: 'Huế' } }));
    await granted(tell(deps, { name, fields }));
    await granted(adjust(deps, { name, change: 70 }));
    await granted(grant(deps, { name, prizeId: 'cup' }));
    const [parcel] = (await granted(readRewards(deps, siteId, `c_${name}`))).parcels;
    await granted(send(deps, { shopperId: `c_${name}`, parcelId: parcel?.id ?? '' }));
  };
  const countOf = async (table: string): Promise<number> => {
    const sql = `SELECT count(*) AS count FROM ${table} WHERE site_id = $1`;
    const [rows] = await deps.store.read([{ sql, params: [siteId] }]);
    return Number(rows?.[0]?.['count']);
  };

  it('are gone; points, prizes and their history stay; nobody else loses anything', async () => {
    await everything('anna');
    await everything('bert');
    deps.pass(1_000);
    await granted(forget(deps, { shopperId: 'c_anna' }));
    const anna = await granted(readShopper(deps, siteId, customer('anna')));
    expect(anna).toMatchObject({ points: 70, attributes: {} });
    const [parcel] = (await granted(readRewards(deps, siteId, 'c_anna'))).parcels;
    expect(parcel).toMatchObject({ state: 'address_needed', address: null });
    expect((await granted(readHistory(deps, siteId, 'c_anna'))).lines).toHaveLength(1);
    const bert = await granted(readShopper(deps, siteId, customer('bert')));
    expect(bert.attributes).toEqual({ city: 'Huế' });
    expect((await granted(readRewards(deps, siteId, 'c_bert'))).parcels[0]?.state).toBe('to_ship');
    expect([await countOf('profile'), await countOf('contact')]).toEqual([1, 1]);
  });

  it('answers the same when it is asked again, and erases nothing that came since', async () => {
    const commandId = 'erase-0123456789ab';
    const first = await granted(forget(deps, { shopperId: 'c_anna', commandId }));
    await everything('anna');
    expect(await granted(forget(deps, { shopperId: 'c_anna', commandId }))).toEqual(first);
    expect(await countOf('profile')).toBe(1);
  });
});
