/** Which facts the commands about gifts that are sent need. */
import type { SiteId } from '../../../shared/ids.ts';
import type {
  EraseAddressCommand,
  GiveAddressCommand,
  MoveParcelCommand,
} from '../../core/command.ts';
import type { ParcelFacts } from '../../core/fulfilment.ts';
import type { Programme } from '../../core/programme.ts';
import { anonymousShopper, shopperNeed, withMore, type Need, type Plan } from './needs.ts';
import { paidFor, paidRow, parcelById, parcelRow } from './parcel.ts';
import { textOf } from './row.ts';

export function planOwnParcel(
  command: GiveAddressCommand | EraseAddressCommand,
): Plan<ParcelFacts> {
  const { siteId, parcelId, shopperId } = command;
  return {
    need: (programme) => parcelNeed(programme, { siteId, parcelId, shopperId }),
  };
}

/** The gift says whose it is. */
export function planMoveParcel({ siteId, parcelId }: MoveParcelCommand): Plan<ParcelFacts> {
  return {
    find: parcelById(siteId, parcelId),
    need(programme, _now, found) {
      const shopperId = found[0] ? textOf(found[0], 'shopper_id') : '';
      const need = parcelNeed(programme, { siteId, parcelId, shopperId });
      if (shopperId === '') return { ...need, shopperIds: [] };
      return {
        ...need,
        facts(rows, reading) {
          const facts = need.facts(rows, reading);
          // Its owner signed in since it was looked for: the customer is not locked.
          return facts?.parcel?.shopperId === shopperId ? facts : null;
        },
      };
    },
  };
}

interface ParcelAsk {
  readonly siteId: SiteId;
  readonly parcelId: string;
  readonly shopperId: string;
}

function parcelNeed(
  programme: Programme,
  { siteId, parcelId, shopperId }: ParcelAsk,
): Need<ParcelFacts> {
  const newcomer = anonymousShopper(shopperId);
  const ask = { siteId, newcomer, lots: 'all', progress: ['reward'], prizeIds: [] } as const;
  const need = shopperNeed(programme, ask);
  const own = [parcelById(siteId, parcelId), paidFor(siteId, parcelId)];
  return withMore(need, own, ([parcels, paid]) => ({
    parcel: parcels?.[0] ? parcelRow(parcels[0]) : null,
    paid: paid?.[0] ? paidRow(paid[0]) : null,
  }));
}
