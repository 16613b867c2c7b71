/** Statements about vouchers. */
import type { HoldId, OrderId, ShopperId, SiteId, VoucherId } from '../../../shared/ids.ts';
import { voucherTerms } from '../../../shared/schema/prize.ts';
import type { Voucher } from '../../core/voucher.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, intOrNull, textOf, textOrNull, wordOf } from './row.ts';

const columns = `voucher_id, award_id, shopper_id, prize_id, campaign_id, game_id, pool_id, code,
  code_shared, label, benefit, currency, minimum_spend, trust, state, issued_at, expires_at,
  claimed_at, hold_id, held_until, order_id, redeemed_at, claim`;

export function voucherRow(row: Row): Voucher {
  const asked = textOrNull(row, 'claim');
  const {
    label,
    benefit: worth,
    claim,
  } = voucherTerms.parse({
    label: JSON.parse(textOf(row, 'label')),
    benefit: JSON.parse(textOf(row, 'benefit')),
    claim: asked === null ? null : JSON.parse(asked),
  });
  return {
    id: textOf(row, 'voucher_id'),
    awardId: textOf(row, 'award_id'),
    shopperId: textOf(row, 'shopper_id'),
    prizeId: textOf(row, 'prize_id'),
    campaignId: textOf(row, 'campaign_id'),
    gameId: textOf(row, 'game_id'),
    poolId: textOf(row, 'pool_id'),
    code: textOf(row, 'code'),
    shared: intOf(row, 'code_shared') === 1,
    label,
    benefit: worth,
    currency: textOf(row, 'currency'),
    minimumSpend: intOf(row, 'minimum_spend'),
    trust: wordOf(row, 'trust', ['anyone', 'identified']),
    state: wordOf(row, 'state', ['issued', 'held', 'redeemed', 'voided', 'expired']),
    issuedAt: intOf(row, 'issued_at'),
    expiresAt: intOf(row, 'expires_at'),
    claimedAt: intOrNull(row, 'claimed_at'),
    holdId: textOrNull(row, 'hold_id'),
    heldUntil: intOrNull(row, 'held_until'),
    orderId: textOrNull(row, 'order_id'),
    redeemedAt: intOrNull(row, 'redeemed_at'),
    claim,
  };
}

export function voucherById(siteId: SiteId, voucherId: VoucherId): Query {
  return {
    sql: `SELECT ${columns} FROM voucher WHERE site_id = $1 AND voucher_id = $2`,
    params: [siteId, voucherId],
  };
}

/** What can be used comes first, where not all are asked for; then the newest. */
const usableFirst = `CASE WHEN state IN ('issued', 'held') THEN 0 ELSE 1 END, issued_at DESC`;

/**
 * As it was typed, where there is such a code; codes of ours have capital letters. It is asked for
 * each kind of code, since each has an index of its own.
 */
const asMeant = `CASE
  WHEN EXISTS (SELECT 1 FROM voucher WHERE site_id = $1 AND code = $2 AND code_shared = 0)
    OR EXISTS (SELECT 1 FROM voucher WHERE site_id = $1 AND code = $2 AND code_shared = 1)
  THEN $2 ELSE $4 END`;

/** The vouchers of a code: one, or with a shared code the customer's own. */
export function vouchersByCode(siteId: SiteId, code: string, shopperId: ShopperId | null): Query {
  return {
    sql: `SELECT ${columns} FROM voucher
      WHERE site_id = $1 AND code = ${asMeant} AND code_shared = 0
      UNION ALL
      SELECT * FROM (SELECT ${columns} FROM voucher
        WHERE site_id = $1 AND code = ${asMeant} AND code_shared = 1
          AND ($3 = '' OR shopper_id = $3)
        ORDER BY ${usableFirst} LIMIT 20) AS own`,
    params: [siteId, code, shopperId ?? '', code.toUpperCase()],
  };
}

export function voucherByHold(siteId: SiteId, holdId: HoldId): Query {
  return {
    sql: `SELECT ${columns} FROM voucher WHERE site_id = $1 AND hold_id = $2`,
    params: [siteId, holdId],
  };
}

export function vouchersByOrder(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT ${columns} FROM voucher WHERE site_id = $1 AND order_id = $2
      ORDER BY redeemed_at, voucher_id LIMIT 1`,
    params: [siteId, orderId],
  };
}

/** The newest first: of many, those that are over are left out before any that can be used. */
export function vouchersOf(siteId: SiteId, shopperId: ShopperId, rowsMax: number): Query {
  return {
    sql: `SELECT * FROM (SELECT ${columns} FROM voucher WHERE site_id = $1 AND shopper_id = $2
        ORDER BY ${usableFirst}, voucher_id DESC LIMIT $3) AS kept
      ORDER BY issued_at DESC, voucher_id DESC`,
    params: [siteId, shopperId, rowsMax],
  };
}

export function insertVoucher(siteId: SiteId, voucher: Voucher): Write {
  return {
    sql: `INSERT INTO voucher (site_id, ${columns})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24)`,
    params: [
      siteId,
      voucher.id,
      voucher.awardId,
      voucher.shopperId,
      voucher.prizeId,
      voucher.campaignId,
      voucher.gameId,
      voucher.poolId,
      voucher.code,
      voucher.shared ? 1 : 0,
      JSON.stringify(voucher.label),
      JSON.stringify(voucher.benefit),
      voucher.currency,
      voucher.minimumSpend,
      voucher.trust,
      voucher.state,
      voucher.issuedAt,
      voucher.expiresAt,
      voucher.claimedAt,
      voucher.holdId,
      voucher.heldUntil,
      voucher.orderId,
      voucher.redeemedAt,
      voucher.claim === null ? null : JSON.stringify(voucher.claim),
    ],
    rows: 1,
  };
}

/** The state that was read must still stand. */
export function changeVoucher(siteId: SiteId, before: Voucher, after: Voucher): Write {
  return {
    sql: `UPDATE voucher SET state = $3, claimed_at = $4, hold_id = $5, held_until = $6,
        order_id = $7, redeemed_at = $8
      WHERE site_id = $1 AND voucher_id = $2 AND state = $9 AND shopper_id = $10`,
    params: [
      siteId,
      after.id,
      after.state,
      after.claimedAt,
      after.holdId,
      after.heldUntil,
      after.orderId,
      after.redeemedAt,
      before.state,
      before.shopperId,
    ],
    rows: 1,
  };
}

export function moveVouchers(siteId: SiteId, from: ShopperId, to: ShopperId): Write {
  return {
    sql: `UPDATE voucher SET shopper_id = $3 WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, from, to],
    rows: null,
  };
}
