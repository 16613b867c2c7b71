/** Sending gifts: from the shopper's address to their door, or back into the stock. */
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { ParcelReply, ParcelState } from '../../shared/schema/parcel.ts';
import type { EraseAddressCommand, GiveAddressCommand, MoveParcelCommand } from './command.ts';
import { refused, type Decision, type EventKind } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Parcel } from './parcel.ts';
import type { Spent } from './purse.ts';
import type { Stamp } from './stamp.ts';
import { endOfDayAfter } from './time.ts';

export interface ParcelFacts extends ShopperFacts {
  /** Null when there is none of that id. */
  readonly parcel: Parcel | null;
  /** What it was bought with in the reward shop; null where it was not. */
  readonly paid: (Spent & { readonly rewardId: string }) | null;
}

export function decideGiveAddress(
  facts: ParcelFacts,
  { address }: GiveAddressCommand,
  stamp: Stamp,
): Decision<ParcelReply> {
  const parcel = ownParcel(facts);
  if ('code' in parcel) return refused(parcel);
  if (parcel.state !== 'address_needed' && parcel.state !== 'to_ship') return refused(closed);

  // From here the address is kept.
  const after: Parcel = { ...parcel, state: 'to_ship', address };
  return changed(facts, parcel, after, stamp, 'parcel.addressed');
}

/** What was not sent yet waits for another address. */
export function decideEraseAddress(
  facts: ParcelFacts,
  _command: EraseAddressCommand,
  stamp: Stamp,
): Decision<ParcelReply> {
  const parcel = ownParcel(facts);
  if ('code' in parcel) return refused(parcel);
  if (parcel.address === null) return refused({ code: 'parcel_needs_address' });
  const state = parcel.state === 'to_ship' ? 'address_needed' : parcel.state;
  return changed(facts, parcel, { ...parcel, state, address: null, eraseAt: null }, stamp, null);
}

export function decideMoveParcel(
  facts: ParcelFacts,
  { to, tracking }: MoveParcelCommand,
  stamp: Stamp,
): Decision<ParcelReply> {
  const { parcel, programme } = facts;
  if (!parcel) return refused({ code: 'parcel_not_found' });
  const refusal = refusalToMove(parcel.state, to);
  if (refusal) return refused(refusal);

  // From here the move succeeds.
  const eraseAt =
    parcel.address === null
      ? null
      : endOfDayAfter(stamp.now, limits.addressKeptAfterSendingDays, programme.calendar);
  const after = { ...parcel, state: to, tracking: tracking ?? parcel.tracking, eraseAt };
  return changed(facts, parcel, after, stamp, `parcel.${to}`);
}

/** Somebody else's gift is no gift. */
function ownParcel({ shopper, parcel }: ParcelFacts): Parcel | Refusal {
  if (shopper.mergedInto !== null) return { code: 'shopper_merged' };
  if (parcel?.shopperId !== shopper.id) return { code: 'parcel_not_found' };
  return parcel;
}

const closed: Refusal = { code: 'parcel_closed' };

/** address needed → to ship → shipped → delivered; cancelled while it has not been sent. */
function refusalToMove(from: ParcelState, to: MoveParcelCommand['to']): Refusal | null {
  if (to === 'shipped' && from === 'address_needed') return { code: 'parcel_needs_address' };
  const before: readonly ParcelState[] = movesFrom[to];
  return before.includes(from) ? null : { ...closed, detail: `the gift is "${from}"` };
}

const movesFrom: Record<MoveParcelCommand['to'], readonly ParcelState[]> = {
  shipped: ['to_ship'],
  delivered: ['shipped'],
  cancelled: ['address_needed', 'to_ship'],
};

function changed(
  facts: ParcelFacts,
  before: Parcel,
  to: Parcel,
  stamp: Stamp,
  event: EventKind | null,
): Decision<ParcelReply> {
  const effects = new Effects(facts, stamp);
  const after = { ...to, changedAt: stamp.now };
  const { prizeId, awardId } = after;
  effects.change({ kind: 'parcel_changed', before, after });
  // Its address may be erased after it was cancelled: unit and price go back once.
  if (after.state === 'cancelled' && before.state !== 'cancelled') {
    effects.change({ kind: 'award_returned', awardId });
    if (after.stocked) effects.change({ kind: 'stock_returned', prizeId });
    if (facts.paid) giveBackPaid(effects, facts.paid);
  }
  if (event) effects.raise(event, { prizeId, itemId: after.id });
  return effects.decided(() => ({ parcelId: after.id, state: after.state }));
}

/** The price, and the place among those that one shopper may buy. */
function giveBackPaid(effects: Effects, paid: NonNullable<ParcelFacts['paid']>): void {
  effects.purse.giveBackSpent(paid, 'cancelled');
  const { bought } = effects.stateOf('reward', paid.rewardId) ?? { bought: 0 };
  effects.keep('reward', paid.rewardId, { bought: Math.max(0, bought - 1) });
}
