/** Statements that find what is due, by index and a page at a time. */
import type { CommandId, SiteId } from '../../../shared/ids.ts';
import { never } from '../../../shared/time.ts';
import type { Query } from '../store.ts';

/** What is due at an instant, and which part of it. */
export interface DuePage {
  readonly siteId: SiteId;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly rowsMax: number;
  /** Rows to pass over: they were tried and are due still. */
  readonly skip: number;
}

export function lotsDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT shopper_id, expires_at FROM lot
      WHERE site_id = $1 AND expires_at <= $2 AND points_left > 0
      ORDER BY expires_at, shopper_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

export function holdsDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT hold_id FROM voucher
      WHERE site_id = $1 AND state = 'held' AND held_until <= $2
      ORDER BY held_until, voucher_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

/** What waited for a return window that is over. */
export function pendingDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT shopper_id, source_id, due_at FROM pending_earning
      WHERE site_id = $1 AND due_at <= $2
      ORDER BY due_at, shopper_id, source_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

/** Points and credit held for carts that never came to an order. */
export function pointsHoldsDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT shopper_id, hold_id FROM points_hold
      WHERE site_id = $1 AND state = 'held' AND held_until <= $2
      ORDER BY held_until, hold_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

export function vouchersDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT voucher_id FROM voucher
      WHERE site_id = $1 AND state = 'issued' AND expires_at <= $2
      ORDER BY expires_at, voucher_id LIMIT $3 OFFSET $4`,
    params: [siteId, Math.min(now, never - 1), rowsMax, skip],
  };
}

/** Which of the commands named have succeeded. */
export function settledAmong(siteId: SiteId, commandIds: readonly CommandId[]): Query {
  const places = commandIds.map((_, at) => `$${at + 2}`).join(', ');
  return {
    sql: `SELECT command_id FROM command WHERE site_id = $1 AND command_id IN (${places})`,
    params: [siteId, ...commandIds],
  };
}
