/** What a shop's back end gives by hand, and what it may read of a shopper. */
import { limits } from '../../shared/limits.ts';
import type { Customer, SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type {
  BackendShopperReply,
  PointsHistoryReply,
} from '../../shared/schema/storefront-api.ts';
import { attributesOf } from '../core/attribute.ts';
import { decideAdjustPoints, decideGrantPrize } from '../core/back-office.ts';
import { voucherView } from '../core/voucher.ts';
import { planAdjustPoints, planGrantPrize } from '../store/sql/plans.ts';
import { playCount } from '../store/sql/play.ts';
import { progressFrom, progressOf } from '../store/sql/progress.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import { lotRow, openLots, shopperById, shopperRow, transfersOf } from '../store/sql/shopper.ts';
import { voucherRow, vouchersOf } from '../store/sql/voucher.ts';
import { useCase, type Deps } from './deps.ts';
import { pointsAt } from './wallet.ts';

export const adjustPoints = useCase(planAdjustPoints, decideAdjustPoints);
export const grantPrize = useCase(planGrantPrize, decideGrantPrize);

export async function readShopper(
  deps: Deps,
  siteId: SiteId,
  { shopperId, externalId }: Customer,
): Promise<Result<BackendShopperReply>> {
  const now = deps.clock();
  const [shoppers, lots, vouchers, plays, progress] = await deps.store.read([
    shopperById(siteId, shopperId),
    openLots(siteId, shopperId, now),
    vouchersOf(siteId, shopperId, limits.walletVouchersMax),
    playCount(siteId, shopperId),
    progressOf(siteId, shopperId, ['attribute']),
  ]);
  if (!shoppers?.[0]) return refuse('shopper_not_found');
  const shopper = shopperRow(shoppers[0]);
  return ok({
    shopperId: externalId,
    points: pointsAt(shopper, (lots ?? []).map(lotRow)),
    pointsPending: shopper.pointsPending,
    pointsHeld: shopper.pointsHeld,
    credit: shopper.credit,
    vouchers: (vouchers ?? []).map((row) => voucherView(voucherRow(row), now)),
    plays: plays?.[0] ? intOf(plays[0], 'plays') : 0,
    attributes: Object.fromEntries(attributesOf(progressFrom(progress ?? []))),
  });
}

export async function readPoints(
  deps: Deps,
  siteId: SiteId,
  { shopperId, externalId }: Customer,
): Promise<Result<PointsHistoryReply>> {
  const [shoppers, lots, transfers] = await deps.store.read([
    shopperById(siteId, shopperId),
    openLots(siteId, shopperId, deps.clock()),
    transfersOf(siteId, shopperId, limits.pointsEntriesPageMax),
  ]);
  if (!shoppers?.[0]) return refuse('shopper_not_found');
  return ok({
    shopperId: externalId,
    points: pointsAt(shopperRow(shoppers[0]), (lots ?? []).map(lotRow)),
    entries: (transfers ?? []).map((row) => {
      const amount = intOf(row, 'amount');
      const change = textOf(row, 'to_account') === 'shopper' ? amount : -amount;
      return { at: intOf(row, 'at'), change, reason: textOf(row, 'reason') };
    }),
  });
}
