/** Statements about gifts that are sent. */
import type { ParcelId, ShopperId, SiteId } from '../../../shared/ids.ts';
import { address, parcelStates, type ParcelState } from '../../../shared/schema/parcel.ts';
import { text } from '../../../shared/schema/parts.ts';
import type { BoughtReply } from '../../../shared/schema/rewards-api.ts';
import type { ParcelFacts } from '../../core/fulfilment.ts';
import type { Parcel } from '../../core/parcel.ts';
import type { Query, Row, Write } from '../store.ts';
import type { DuePage } from './due.ts';
import { intOf, intOrNull, textOf, textOrNull, wordOf } from './row.ts';

const columns = `parcel_id, award_id, shopper_id, prize_id, label, stocked, state, address,
  tracking, given_at, changed_at, erase_at`;

export function parcelRow(row: Row): Parcel {
  const where = textOrNull(row, 'address');
  return {
    id: textOf(row, 'parcel_id'),
    awardId: textOf(row, 'award_id'),
    shopperId: textOf(row, 'shopper_id'),
    prizeId: textOf(row, 'prize_id'),
    label: text.parse(JSON.parse(textOf(row, 'label'))),
    stocked: intOf(row, 'stocked') === 1,
    state: wordOf(row, 'state', parcelStates),
    address: where === null ? null : address.parse(JSON.parse(where)),
    tracking: textOrNull(row, 'tracking'),
    givenAt: intOf(row, 'given_at'),
    changedAt: intOf(row, 'changed_at'),
    eraseAt: intOrNull(row, 'erase_at'),
  };
}

export function parcelById(siteId: SiteId, parcelId: ParcelId): Query {
  return {
    sql: `SELECT ${columns} FROM parcel WHERE site_id = $1 AND parcel_id = $2`,
    params: [siteId, parcelId],
  };
}

/** What it was bought with: the buyer's entry of that instant, found by the index of their own. */
export function paidFor(siteId: SiteId, parcelId: ParcelId): Query {
  return {
    sql: `SELECT transfer.amount, transfer.lots, command.outcome FROM parcel
      JOIN award ON award.site_id = parcel.site_id AND award.award_id = parcel.award_id
        AND award.cause_kind = 'shop'
      JOIN command ON command.site_id = award.site_id AND command.command_id = award.cause_id
      JOIN transfer ON transfer.site_id = command.site_id AND transfer.shopper_id = command.owner
        AND transfer.at = award.at AND transfer.command_id = command.command_id
        AND transfer.unit = 'points' AND transfer.to_account = 'redeemed'
      WHERE parcel.site_id = $1 AND parcel.parcel_id = $2`,
    params: [siteId, parcelId],
  };
}

export function paidRow(row: Row): NonNullable<ParcelFacts['paid']> {
  const { rewardId }: BoughtReply = JSON.parse(textOf(row, 'outcome'));
  return { rewardId, amount: intOf(row, 'amount'), lots: JSON.parse(textOf(row, 'lots')) };
}

/** Newest first: ids begin with their time. */
export function parcelsOf(siteId: SiteId, shopperId: ShopperId, rowsMax: number): Query {
  return {
    sql: `SELECT ${columns} FROM parcel WHERE site_id = $1 AND shopper_id = $2
      ORDER BY parcel_id DESC LIMIT $3`,
    params: [siteId, shopperId, rowsMax],
  };
}

/** Oldest first, with the shop's own id of their owner: the shop's list. */
export function parcelsInState(
  siteId: SiteId,
  state: ParcelState,
  page: { readonly after: ParcelId | null; readonly rowsMax: number },
): Query {
  return {
    sql: `SELECT ${columns}, (SELECT external_id FROM shopper
          WHERE shopper.site_id = parcel.site_id AND shopper.shopper_id = parcel.shopper_id)
          AS external_id
      FROM parcel WHERE site_id = $1 AND state = $2 AND parcel_id > $3
      ORDER BY parcel_id LIMIT $4`,
    params: [siteId, state, page.after ?? '', page.rowsMax],
  };
}

export function insertParcel(siteId: SiteId, parcel: Parcel): Write {
  return {
    sql: `INSERT INTO parcel (site_id, ${columns})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    params: [
      siteId,
      parcel.id,
      parcel.awardId,
      parcel.shopperId,
      parcel.prizeId,
      JSON.stringify(parcel.label),
      parcel.stocked ? 1 : 0,
      parcel.state,
      addressText(parcel),
      parcel.tracking,
      parcel.givenAt,
      parcel.changedAt,
      parcel.eraseAt,
    ],
    rows: 1,
  };
}

export function changeParcel(siteId: SiteId, before: Parcel, after: Parcel): Write {
  return {
    sql: `UPDATE parcel SET state = $4, address = $5, tracking = $6, changed_at = $7, erase_at = $8
      WHERE site_id = $1 AND parcel_id = $2 AND state = $3 AND shopper_id = $9`,
    params: [
      siteId,
      after.id,
      before.state,
      after.state,
      addressText(after),
      after.tracking,
      after.changedAt,
      after.eraseAt,
      before.shopperId,
    ],
    rows: 1,
  };
}

export function moveParcels(siteId: SiteId, from: ShopperId, to: ShopperId): Write {
  return {
    sql: `UPDATE parcel SET shopper_id = $3 WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, from, to],
    rows: null,
  };
}

/** Addresses whose time is over. */
export function addressesDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT parcel_id, shopper_id FROM parcel WHERE site_id = $1 AND erase_at <= $2
      ORDER BY erase_at, parcel_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

function addressText({ address: where }: Parcel): string | null {
  return where === null ? null : JSON.stringify(where);
}
