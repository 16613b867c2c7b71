/** Gifts that are sent, on both engines: addresses, states, the shop's list, and the stock. */
import { expect, it } from 'vitest';
import { readHistory } from '../../server/flow/history.ts';
import { readFulfilment } from '../../server/flow/parcels.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { stockOfSite } from '../../server/store/sql/site.ts';
import { limits } from '../../shared/limits.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import {
  adjust,
  buy,
  doAllDue,
  erase,
  grant,
  moveGift,
  send,
  signIn,
} from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

const prizes = [
  { id: 'mug', kind: 'gift', label: 'Mug', cost: 50_000, stock: 2 },
  { id: 'card', kind: 'gift', label: 'A card' },
] as const;
const points = {
  slots: [
    { prizeId: 'ten-points', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};
const mugs = { id: 'mug', prizeId: 'mug', price: 10 };
const rewardShop = [mugs];

onBothEngines('gifts that are sent', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { prizes, rewardShop }));

  const own = async (shopperId: string) =>
    (await granted(readRewards(deps, siteId, shopperId))).parcels;
  const giftOf = async (shopperId: string): Promise<string> => (await own(shopperId))[0]?.id ?? '';
  const stockOf = async () => {
    const [rows] = await deps.store.read([stockOfSite(siteId)]);
    return rows?.[0]?.['units_left'];
  };
  const listed = async (state: 'address_needed' | 'to_ship' | 'cancelled') =>
    (await readFulfilment(deps, siteId, { state })).gifts;

  it('go from a prize to the door, and the address goes after that', async () => {
    await granted(adjust(deps, { name: 'anna', change: 10 }));
    await granted(buy(deps, { shopperId: 'c_anna', rewardId: 'mug' }));
    const parcelId = await giftOf('c_anna');
    expect(await listed('address_needed')).toMatchObject([{ id: parcelId, shopperId: 'anna' }]);
    await granted(send(deps, { shopperId: 'c_anna', parcelId }));
    expect(await listed('to_ship')).toMatchObject([{ address: { city: 'Huế' }, label: 'Mug' }]);
    await granted(moveGift(deps, { parcelId, to: 'shipped', tracking: 'VN-1' }));
    await granted(moveGift(deps, { parcelId, to: 'delivered' }));
    expect(await own('c_anna')).toMatchObject([{ state: 'delivered', tracking: 'VN-1' }]);
    deps.pass((limits.addressKeptAfterSendingDays + 1) * 86_400_000);
    expect(await own('c_anna')).toMatchObject([{ address: null }]);
    await doAllDue(deps);
    const kept = await deps.store.read([
      { sql: 'SELECT address FROM parcel WHERE address IS NOT NULL', params: [] },
    ]);
    expect(kept).toEqual([[]]);
  });

  it('cancelled once, however often it is tried, go back into the stock', async () => {
    await granted(grant(deps, { name: 'anna', prizeId: 'mug' }));
    expect(await stockOf()).toBe(1);
    const parcelId = await giftOf('c_anna');
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(moveGift(deps, { parcelId, to: 'cancelled' }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await stockOf()).toBe(2);
    expect(await codeOf(send(deps, { shopperId: 'c_anna', parcelId }))).toBe('parcel_closed');
    await granted(grant(deps, { name: 'bert', prizeId: 'mug' }));
    await granted(grant(deps, { name: 'bert', prizeId: 'mug' }));
    expect(await codeOf(grant(deps, { name: 'bert', prizeId: 'mug' }))).toBe('sold_out');
  });

  it('bought and then cancelled give back price and allowance once, to their owner', async () => {
    await apply(deps, { prizes, rewardShop: [{ ...mugs, perShopper: 1 }], game: points });
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(buy(deps, { shopperId: 'device', rewardId: 'mug' }));
    await granted(adjust(deps, { name: 'anna', change: 7 }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    const again = () => codeOf(buy(deps, { shopperId: 'c_anna', rewardId: 'mug' }));
    await granted(adjust(deps, { name: 'anna', change: 10 }));
    expect(await again()).toBe('reward_limit_reached');
    await apply(deps, { prizes, game: points });
    const parcelId = await giftOf('c_anna');
    deps.pass(1_000);
    const codes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(moveGift(deps, { parcelId, to: 'cancelled' }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    const { lines } = await granted(readHistory(deps, siteId, 'c_anna'));
    expect(lines[0]).toMatchObject({ cause: 'returned', change: 10, balance: 27, note: null });
    await apply(deps, { prizes, rewardShop: [{ ...mugs, perShopper: 1 }], game: points });
    expect([await again(), await again()]).toEqual(['ok', 'reward_limit_reached']);
  });

  it('stay what they are when the programme no longer counts them', async () => {
    await granted(grant(deps, { name: 'anna', prizeId: 'mug' }));
    await apply(deps, {});
    await granted(moveGift(deps, { parcelId: await giftOf('c_anna'), to: 'cancelled' }));
  });

  it('belong to nobody else, and go along at a sign-in', async () => {
    const game = {
      slots: [
        { prizeId: 'card', weight: 1 },
        { prizeId: 'nothing', weight: 0 },
      ],
    };
    await apply(deps, { prizes, game });
    await granted(playOnce(deps, { shopperId: 'device' }));
    const parcelId = await giftOf('device');
    expect(await codeOf(send(deps, { shopperId: 'c_bert', parcelId }))).toBe('parcel_not_found');
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await codeOf(send(deps, { shopperId: 'device', parcelId }))).toBe('shopper_merged');
    const commandId = newId();
    const again = () => granted(send(deps, { shopperId: 'c_anna', parcelId, commandId }));
    expect(await again()).toEqual(await again());
    await granted(erase(deps, { shopperId: 'c_anna', parcelId }));
    expect(await own('c_anna')).toMatchObject([{ state: 'address_needed', address: null }]);
    expect(await codeOf(moveGift(deps, { parcelId: 'g_none_at_all', to: 'shipped' }))).toBe(
      'parcel_not_found',
    );
  });

  it('are listed page by page, the oldest first', async () => {
    const many = limits.parcelsPageMax + 2;
    for (let made = 0; made < many; made += 1) {
      deps.pass(1);
      await granted(grant(deps, { name: 'anna', prizeId: 'card' }));
    }
    const first = await readFulfilment(deps, siteId, { state: 'address_needed' });
    const after = first.next ?? undefined;
    const second = await readFulfilment(deps, siteId, { state: 'address_needed', after });
    expect([first.gifts.length, second.gifts.length]).toEqual([limits.parcelsPageMax, 2]);
    expect(second.next).toBeNull();
    const ids = [...first.gifts, ...second.gifts].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });
});
