/** Statements about points and credit that wait for a return window or are held for a cart. */
import type { HoldId, OrderId, ShopperId, SiteId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { never } from '../../../shared/time.ts';
import { units } from '../../../shared/points.ts';
import type { Hold, Lot, Pending, WalletFacts } from '../../core/facts.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull, wordOf } from './row.ts';

const pendingColumns = 'shopper_id, source_id, unit, amount, due_at';
const holdColumns =
  'shopper_id, hold_id, unit, amount, discount, lots, state, held_until, order_id';

/**
 * The open lots, due by `untilAt`, and what else a shopper's next command may have to bring in:
 * what waits, the soonest due first and a bounded number of it, and what is held. In one query.
 */
export function contentsOf(siteId: SiteId, shopperId: ShopperId, untilAt = never): Query {
  return {
    sql: `SELECT 'lot' AS content, '' AS id, 'points' AS unit, points_left AS amount,
        expires_at AS at, 0 AS discount, '' AS lots FROM lot
      WHERE site_id = $1 AND shopper_id = $2 AND expires_at <= $3 AND points_left > 0
      UNION ALL SELECT 'pending', source_id, unit, amount, due_at, 0, '' FROM (
        SELECT source_id, unit, amount, due_at FROM pending_earning
        WHERE site_id = $1 AND shopper_id = $2 ORDER BY due_at LIMIT $4) AS soonest
      UNION ALL SELECT 'hold', hold_id, unit, amount, held_until, discount, lots FROM points_hold
      WHERE site_id = $1 AND shopper_id = $2 AND state = 'held'`,
    params: [siteId, shopperId, untilAt, limits.pendingReleasedAtOnceMax],
  };
}

/** The rows of `contentsOf`, by what they are. */
export function contentsFrom(
  rows: readonly Row[],
  shopperId: ShopperId,
): Pick<WalletFacts, 'lots' | 'pending' | 'holds'> {
  const lots: Lot[] = [];
  const pending: Pending[] = [];
  const holds: Hold[] = [];
  for (const row of rows) {
    const [id, unit] = [textOf(row, 'id'), wordOf(row, 'unit', units)];
    const [amount, at] = [intOf(row, 'amount'), intOf(row, 'at')];
    const content = wordOf(row, 'content', ['lot', 'pending', 'hold']);
    if (content === 'lot') lots.push({ expiresAt: at, left: amount });
    if (content === 'pending') pending.push({ shopperId, sourceId: id, unit, amount, dueAt: at });
    if (content !== 'hold') continue;
    const kept = { discount: intOf(row, 'discount'), lots: JSON.parse(textOf(row, 'lots')) };
    const open = { state: 'held', heldUntil: at, orderId: null } as const;
    holds.push({ id, shopperId, unit, amount, ...kept, ...open });
  }
  return { lots, pending, holds };
}

export function pendingOfSource(siteId: SiteId, shopperId: ShopperId, sourceId: string): Query {
  return {
    sql: `SELECT ${pendingColumns} FROM pending_earning
      WHERE site_id = $1 AND shopper_id = $2 AND source_id = $3`,
    params: [siteId, shopperId, sourceId],
  };
}

export function pendingRow(row: Row): Pending {
  return {
    shopperId: textOf(row, 'shopper_id'),
    sourceId: textOf(row, 'source_id'),
    unit: wordOf(row, 'unit', units),
    amount: intOf(row, 'amount'),
    dueAt: intOf(row, 'due_at'),
  };
}

export function savePending(siteId: SiteId, before: Pending | null, after: Pending | null): Write {
  if (before === null && after !== null) {
    const { shopperId, sourceId, unit, amount, dueAt } = after;
    return {
      sql: `INSERT INTO pending_earning (site_id, shopper_id, source_id, unit, amount, due_at)
        VALUES ($1, $2, $3, $4, $5, $6)`,
      params: [siteId, shopperId, sourceId, unit, amount, dueAt],
      rows: 1,
    };
  }
  if (before === null) throw new Error('nothing waited, and nothing waits');
  const key = [siteId, before.shopperId, before.sourceId, before.unit, before.amount];
  const where = `WHERE site_id = $1 AND shopper_id = $2 AND source_id = $3 AND unit = $4
    AND amount = $5`;
  if (after === null) return { sql: `DELETE FROM pending_earning ${where}`, params: key, rows: 1 };
  const sql = `UPDATE pending_earning SET amount = $6 ${where}`;
  return { sql, params: [...key, after.amount], rows: 1 };
}

export function holdById(siteId: SiteId, holdId: HoldId): Query {
  return {
    sql: `SELECT ${holdColumns} FROM points_hold WHERE site_id = $1 AND hold_id = $2`,
    params: [siteId, holdId],
  };
}

/** What was spent on the order, by whomever. */
export function holdsOfOrder(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT ${holdColumns} FROM points_hold
      WHERE site_id = $1 AND order_id = $2 AND state = 'redeemed'`,
    params: [siteId, orderId],
  };
}

export function holdRow(row: Row): Hold {
  return {
    id: textOf(row, 'hold_id'),
    shopperId: textOf(row, 'shopper_id'),
    unit: wordOf(row, 'unit', units),
    amount: intOf(row, 'amount'),
    discount: intOf(row, 'discount'),
    lots: JSON.parse(textOf(row, 'lots')),
    state: wordOf(row, 'state', ['held', 'redeemed', 'returned']),
    heldUntil: intOf(row, 'held_until'),
    orderId: textOrNull(row, 'order_id'),
  };
}

export function saveHold(siteId: SiteId, before: Hold | null, after: Hold): Write {
  if (before !== null) {
    return {
      sql: `UPDATE points_hold SET state = $3, order_id = $4
        WHERE site_id = $1 AND hold_id = $2 AND state = $5`,
      params: [siteId, after.id, after.state, after.orderId, before.state],
      rows: 1,
    };
  }
  return {
    sql: `INSERT INTO points_hold (site_id, ${holdColumns})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    params: [
      siteId,
      after.shopperId,
      after.id,
      after.unit,
      after.amount,
      after.discount,
      JSON.stringify(after.lots),
      after.state,
      after.heldUntil,
      after.orderId,
    ],
    rows: 1,
  };
}
