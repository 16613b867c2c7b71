/** Gifts that are sent: their owner says where to, and the shop works through its list. */
import type { ParcelId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { FulfilmentPage, ParcelState } from '../../shared/schema/parcel.ts';
import { decideEraseAddress, decideGiveAddress, decideMoveParcel } from '../core/fulfilment.ts';
import { parcelView } from '../core/parcel.ts';
import { parcelRow, parcelsInState } from '../store/sql/parcel.ts';
import { planMoveParcel, planOwnParcel } from '../store/sql/plans-parcel.ts';
import { textOrNull } from '../store/sql/row.ts';
import { useCase, type Deps } from './deps.ts';

export const giveAddress = useCase(planOwnParcel, decideGiveAddress);
export const eraseAddress = useCase(planOwnParcel, decideEraseAddress);
export const moveParcel = useCase(planMoveParcel, decideMoveParcel);

export async function readFulfilment(
  deps: Deps,
  siteId: SiteId,
  { state, after }: { readonly state: ParcelState; readonly after?: ParcelId | undefined },
): Promise<FulfilmentPage> {
  const now = deps.clock();
  const rowsMax = limits.parcelsPageMax;
  const page = { after: after ?? null, rowsMax: rowsMax + 1 };
  const [rows] = await deps.store.report([parcelsInState(siteId, state, page)]);
  const gifts = (rows ?? []).slice(0, rowsMax).map((row) => ({
    ...parcelView(parcelRow(row), now),
    shopperId: textOrNull(row, 'external_id'),
  }));
  const isMore = (rows ?? []).length > rowsMax;
  return { gifts, next: isMore ? (gifts.at(-1)?.id ?? null) : null };
}
