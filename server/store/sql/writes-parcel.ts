/** The writes of gifts that are sent. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { SiteId } from '../../../shared/ids.ts';
import type { ParcelChange } from '../../core/decision.ts';
import type { Write } from '../store.ts';
import { changeParcel, insertParcel } from './parcel.ts';
import { returnAward, returnStock } from './play.ts';

export function parcelWrites(
  change: ParcelChange,
  { siteId, now }: { readonly siteId: SiteId; readonly now: number },
): Write[] {
  switch (change.kind) {
    case 'parcel_opened':
      return [insertParcel(siteId, change.parcel)];
    case 'parcel_changed':
      return [changeParcel(siteId, change.before, change.after)];
    case 'award_returned':
      return [returnAward(siteId, change.awardId, now)];
    case 'stock_returned':
      return [returnStock(siteId, change.prizeId)];
    default:
      return assertNever(change);
  }
}
