/** Statements about referrals and their codes. */
import type { OrderId, ShopperId, SiteId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { doubts, referralStates, type Doubt } from '../../../shared/schema/referral.ts';
import type { Referral } from '../../core/referral.ts';
import type { Query, Row, Write } from '../store.ts';
import type { DuePage } from './due.ts';
import { intOf, intOrNull, textOf, textOrNull, wordOf } from './row.ts';

const columns = `referral_id, friend_id, referrer_id, code, state, review, doubts, reason,
  attached_at, ordered_at, order_id, due_at, closed_at, paid_month, paid_by`;

const reasons = [
  'own_code',
  'known_shopper',
  'same_contact',
  'ring',
  'order_returned',
  'limit_reached',
  'rejected',
  'already_referred',
] as const;

export function referralRow(row: Row): Referral {
  const found = textOf(row, 'doubts').split(' ');
  return {
    id: textOf(row, 'referral_id'),
    friendId: textOf(row, 'friend_id'),
    referrerId: textOf(row, 'referrer_id'),
    code: textOf(row, 'code'),
    state: wordOf(row, 'state', referralStates),
    review: wordOf(row, 'review', ['none', 'needed', 'approved']),
    doubts: doubts.filter((doubt: Doubt) => found.includes(doubt)),
    reason: row['reason'] === null ? null : wordOf(row, 'reason', reasons),
    attachedAt: intOf(row, 'attached_at'),
    orderedAt: intOrNull(row, 'ordered_at'),
    orderId: textOrNull(row, 'order_id'),
    dueAt: intOrNull(row, 'due_at'),
    closedAt: intOrNull(row, 'closed_at'),
    paidMonth: textOrNull(row, 'paid_month'),
    paidBy: textOrNull(row, 'paid_by'),
  };
}

export function codeOwner(siteId: SiteId, code: string): Query {
  return {
    sql: `SELECT shopper_id FROM referral_code WHERE site_id = $1 AND code = $2`,
    params: [siteId, code],
  };
}

/** A shopper may have two, after a merge: the first one is shown. */
export function codeOfShopper(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT code FROM referral_code WHERE site_id = $1 AND shopper_id = $2
      ORDER BY code LIMIT 1`,
    params: [siteId, shopperId],
  };
}

export function insertReferralCode(siteId: SiteId, code: string, shopperId: ShopperId): Write {
  return {
    sql: `INSERT INTO referral_code (site_id, code, shopper_id) VALUES ($1, $2, $3)`,
    params: [siteId, code, shopperId],
    rows: 1,
  };
}

export function referralById(siteId: SiteId, referralId: string): Query {
  return {
    sql: `SELECT ${columns} FROM referral WHERE site_id = $1 AND referral_id = $2`,
    params: [siteId, referralId],
  };
}

export function referralOfFriend(siteId: SiteId, friendId: ShopperId): Query {
  return {
    sql: `SELECT ${columns} FROM referral WHERE site_id = $1 AND friend_id = $2`,
    params: [siteId, friendId],
  };
}

export function referralOfOrder(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT ${columns} FROM referral WHERE site_id = $1 AND order_id = $2`,
    params: [siteId, orderId],
  };
}

/** How many friends a shopper brought, by state. */
export function friendsByState(siteId: SiteId, referrerId: ShopperId): Query {
  return {
    sql: `SELECT state, count(*) AS friends FROM referral
      WHERE site_id = $1 AND referrer_id = $2 GROUP BY state`,
    params: [siteId, referrerId],
  };
}

/** Who brought the shopper, who brought them, and so on: the nearest first. */
export function chainAbove(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `WITH RECURSIVE chain (shopper_id, depth) AS (
        SELECT CAST($2 AS TEXT), 0
        UNION ALL
        SELECT referral.referrer_id, chain.depth + 1 FROM chain JOIN referral
          ON referral.site_id = $1 AND referral.friend_id = chain.shopper_id
        WHERE chain.depth < $3)
      SELECT shopper_id FROM chain WHERE depth > 0 ORDER BY depth`,
    params: [siteId, shopperId, limits.referralChainDepthMax],
  };
}

/** How many were paid to a referrer in each month; those who came after `since` in month ''. */
export function referrerCounts(siteId: SiteId, referrerId: ShopperId, since: number): Query {
  return {
    sql: `SELECT paid_month AS month, count(*) AS friends FROM referral
        WHERE site_id = $1 AND referrer_id = $2 AND paid_month IS NOT NULL GROUP BY paid_month
      UNION ALL SELECT '', count(*) FROM referral
        WHERE site_id = $1 AND referrer_id = $2 AND attached_at > $3`,
    params: [siteId, referrerId, since],
  };
}

/** Those of a shopper, on either side, that may be paid by now. */
export function dueReferralsOf(
  siteId: SiteId,
  shopperId: ShopperId,
  { dueAt, rowsMax }: { readonly dueAt: number; readonly rowsMax: number },
): Query {
  const due = `site_id = $1 AND state = 'pending' AND review <> 'needed' AND due_at <= $3`;
  return {
    sql: `SELECT ${columns} FROM referral WHERE ${due} AND friend_id = $2
      UNION SELECT ${columns} FROM referral WHERE ${due} AND referrer_id = $2 LIMIT $4`,
    params: [siteId, shopperId, dueAt, rowsMax],
  };
}

/** Those of the whole site that may be paid by now, the longest due first. */
export function referralsDue({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT ${columns} FROM referral
      WHERE site_id = $1 AND state = 'pending' AND review <> 'needed' AND due_at <= $2
      ORDER BY due_at, referral_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

/** Whose friend has ordered, and that nobody has looked at since. */
export function referralsOrdered({ siteId, now, rowsMax, skip }: DuePage): Query {
  return {
    sql: `SELECT ${columns} FROM referral
      WHERE site_id = $1 AND ordered_at IS NOT NULL AND ordered_at <= $2
      ORDER BY ordered_at, referral_id LIMIT $3 OFFSET $4`,
    params: [siteId, now, rowsMax, skip],
  };
}

/** A friend's order may qualify; nothing where nobody brought them, or it has come further. */
export function markOrdered(siteId: SiteId, friendId: ShopperId, now: number): Write {
  return write(
    `UPDATE referral SET ordered_at = $3
      WHERE site_id = $1 AND friend_id = $2 AND state = 'attached'`,
    [siteId, friendId, now],
  );
}

/** What a person should look at, the oldest first, with the shop's own ids of both. */
export function referralsInReview(
  siteId: SiteId,
  page: { readonly after: string | null; readonly rowsMax: number },
): Query {
  const external = (column: string): string => `(SELECT external_id FROM shopper
    WHERE shopper.site_id = referral.site_id AND shopper.shopper_id = referral.${column})`;
  return {
    sql: `SELECT ${columns}, ${external('friend_id')} AS friend_external,
        ${external('referrer_id')} AS referrer_external
      FROM referral
      WHERE site_id = $1 AND review = 'needed' AND state IN ('attached', 'pending')
        AND referral_id > $2
      ORDER BY referral_id LIMIT $3`,
    params: [siteId, page.after ?? '', page.rowsMax],
  };
}

export function insertReferral(siteId: SiteId, referral: Referral): Write {
  return {
    sql: `INSERT INTO referral (site_id, ${columns})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    params: [
      siteId,
      referral.id,
      referral.friendId,
      referral.referrerId,
      referral.code,
      ...changing(referral).slice(0, 4),
      referral.attachedAt,
      referral.orderedAt,
      ...changing(referral).slice(4),
    ],
    rows: 1,
  };
}

/** The state that was read must still stand, and be of the same two. */
export function changeReferral(siteId: SiteId, before: Referral, after: Referral): Write {
  return {
    sql: `UPDATE referral SET state = $7, review = $8, doubts = $9, reason = $10, order_id = $11,
        due_at = $12, closed_at = $13, paid_month = $14, paid_by = $15, ordered_at = $16
      WHERE site_id = $1 AND referral_id = $2 AND state = $3 AND review = $4 AND friend_id = $5
        AND referrer_id = $6`,
    params: [
      siteId,
      before.id,
      before.state,
      before.review,
      before.friendId,
      before.referrerId,
      ...changing(after),
      after.orderedAt,
    ],
    rows: 1,
  };
}

/**
 * A shopper signs in: their code and the friends they brought become the customer's. The customer
 * is brought by whom the shopper was, unless somebody brought them before.
 */
export function moveReferrals(
  siteId: SiteId,
  from: ShopperId,
  to: ShopperId,
  now: number,
): Write[] {
  const both = [siteId, from, to];
  return [
    write(`UPDATE referral_code SET shopper_id = $3 WHERE site_id = $1 AND shopper_id = $2`, both),
    write(`UPDATE referral SET referrer_id = $3 WHERE site_id = $1 AND referrer_id = $2`, both),
    write(
      `UPDATE referral SET friend_id = $3 WHERE site_id = $1 AND friend_id = $2
        AND NOT EXISTS (SELECT 1 FROM referral AS other
          WHERE other.site_id = $1 AND other.friend_id = $3)`,
      both,
    ),
    write(
      `UPDATE referral SET state = 'cancelled', reason = 'already_referred', closed_at = $3,
          ordered_at = NULL
        WHERE site_id = $1 AND friend_id = $2 AND state IN ('attached', 'pending')`,
      [siteId, from, now],
    ),
  ];
}

function write(sql: string, params: Write['params']): Write {
  return { sql, params, rows: null };
}

function changing(referral: Referral): (string | number | null)[] {
  return [
    referral.state,
    referral.review,
    referral.doubts.join(' '),
    referral.reason,
    referral.orderId,
    referral.dueAt,
    referral.closedAt,
    referral.paidMonth,
    referral.paidBy,
  ];
}
