/** A gift that is sent: what is kept of it, and what its owner is shown. */
import type { ParcelId, PrizeId, ShopperId } from '../../shared/ids.ts';
import type { Address, ParcelState, ParcelView } from '../../shared/schema/parcel.ts';
import type { Text } from '../../shared/text.ts';

export interface Parcel {
  readonly id: ParcelId;
  readonly awardId: string;
  readonly shopperId: ShopperId;
  readonly prizeId: PrizeId;
  /** As it was promised, whatever the programme says later. */
  readonly label: Text;
  /** Whether its unit goes back into a stock when it is cancelled. */
  readonly stocked: boolean;
  readonly state: ParcelState;
  readonly address: Address | null;
  readonly tracking: string | null;
  readonly givenAt: number;
  readonly changedAt: number;
  /** When the address goes, epoch milliseconds; null while it is needed or not there. */
  readonly eraseAt: number | null;
}

type Promised = 'id' | 'awardId' | 'shopperId' | 'prizeId' | 'label' | 'stocked';

export function openedParcel(promised: Pick<Parcel, Promised>, now: number): Parcel {
  return {
    ...promised,
    state: 'address_needed',
    address: null,
    tracking: null,
    givenAt: now,
    changedAt: now,
    eraseAt: null,
  };
}

/** What its owner is shown. */
export function parcelView(parcel: Parcel, now: number): ParcelView {
  const { id, prizeId, label, state, tracking, givenAt, changedAt, eraseAt } = parcel;
  // What is due to be erased is shown to nobody, though the clean-up has not come yet.
  const address = eraseAt !== null && eraseAt <= now ? null : parcel.address;
  return { id, prizeId, label, state, address, tracking, givenAt, changedAt };
}
