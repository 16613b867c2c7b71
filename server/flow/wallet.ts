/** What a shopper has. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Wallet } from '../../shared/schema/shopper-api.ts';
import type { Lot, Shopper } from '../core/facts.ts';
import { voucherView } from '../core/voucher.ts';
import { lotRow, openLots, shopperById, shopperRow } from '../store/sql/shopper.ts';
import { voucherRow, vouchersOf } from '../store/sql/voucher.ts';
import type { Query, StepRows } from '../store/store.ts';
import type { Deps } from './deps.ts';

/** The balance without the lots that are due: the shopper's next command lets them expire. */
export function pointsAt(shopper: Shopper, dueLots: readonly Lot[]): number {
  return dueLots.reduce((points, { left }) => points - left, shopper.points);
}

/** The three reads of a wallet, for a caller that reads more in the same snapshot. */
export function walletReads(siteId: SiteId, shopperId: ShopperId, now: number): Query[] {
  return [
    shopperById(siteId, shopperId),
    openLots(siteId, shopperId, now),
    vouchersOf(siteId, shopperId, limits.walletVouchersMax),
  ];
}

export function walletFrom([shoppers, lots, vouchers]: StepRows, now: number): Wallet {
  if (!shoppers?.[0]) return { version: 0, points: 0, vouchers: [] };
  const shopper = shopperRow(shoppers[0]);
  return {
    version: shopper.walletVersion,
    points: pointsAt(shopper, (lots ?? []).map(lotRow)),
    vouchers: (vouchers ?? []).map((row) => voucherView(voucherRow(row), now)),
  };
}

export async function readWallet(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<Wallet> {
  const now = deps.clock();
  return walletFrom(await deps.store.read(walletReads(siteId, shopperId, now)), now);
}
