/** Statements about the shop's orders. */
import type { OrderId, ShopperId, SiteId } from '../../../shared/ids.ts';
import type { OrderItem } from '../../../shared/schema/storefront-api.ts';
import type { Order } from '../../core/facts.ts';
import type { Param, Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull, wordOf } from './row.ts';

const columns = `order_id, shopper_id, currency, net, refunded, points_earned, points_reversed,
  points_forgiven, credit_earned, credit_reversed, credit_forgiven, state, at, items,
  forgiven_before, scored`;

export function orderById(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT ${columns} FROM shop_order WHERE site_id = $1 AND order_id = $2`,
    params: [siteId, orderId],
  };
}

/** Whose the order is, null for a guest's, and who spent points or credit on it. */
export function partiesOf(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT 'owner' AS part, shopper_id FROM shop_order
      WHERE site_id = $1 AND order_id = $2
      UNION SELECT 'spender', shopper_id FROM points_hold
      WHERE site_id = $1 AND order_id = $2 AND state = 'redeemed'`,
    params: [siteId, orderId],
  };
}

export interface Parties {
  readonly ownerId: ShopperId | null;
  /** Of them only who is not the owner. */
  readonly spenderIds: readonly ShopperId[];
}

export function partiesFrom(rows: readonly Row[]): Parties {
  const idsOf = (part: string): ShopperId[] =>
    rows.flatMap((row) =>
      textOf(row, 'part') === part ? (textOrNull(row, 'shopper_id') ?? []) : [],
    );
  const [ownerId = null] = idsOf('owner');
  return { ownerId, spenderIds: idsOf('spender').filter((id) => id !== ownerId) };
}

/** When the shopper's first order was reported; null in `first_at` when there is none. */
export function firstOrderOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT min(at) AS first_at FROM shop_order WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

/** The shopper's first order from `since` on that is worth `netMin` after refunds. */
export function firstOrderWorth(
  siteId: SiteId,
  shopperId: ShopperId,
  { since, netMin }: { readonly since: number; readonly netMin: number },
): Query {
  return {
    sql: `SELECT ${columns} FROM shop_order
      WHERE site_id = $1 AND shopper_id = $2 AND at >= $3 AND state = 'reported'
        AND net - refunded >= $4
      ORDER BY at, order_id LIMIT 1`,
    params: [siteId, shopperId, since, netMin],
  };
}

/** How many orders of the shopper's stand, counted up to `ordersMax`. */
export function ordersCounted(siteId: SiteId, shopperId: ShopperId, ordersMax: number): Query {
  return {
    sql: `SELECT count(*) AS orders FROM (SELECT order_id FROM shop_order
        WHERE site_id = $1 AND shopper_id = $2 AND state = 'reported'
          AND (refunded < net OR net = 0)
        LIMIT $3) AS few`,
    params: [siteId, shopperId, ordersMax],
  };
}

export function orderRow(row: Row): Order {
  const items: OrderItem[] = JSON.parse(textOf(row, 'items'));
  return {
    id: textOf(row, 'order_id'),
    shopperId: textOrNull(row, 'shopper_id'),
    currency: textOf(row, 'currency'),
    net: intOf(row, 'net'),
    refunded: intOf(row, 'refunded'),
    pointsEarned: intOf(row, 'points_earned'),
    pointsReversed: intOf(row, 'points_reversed'),
    pointsForgiven: intOf(row, 'points_forgiven'),
    creditEarned: intOf(row, 'credit_earned'),
    creditReversed: intOf(row, 'credit_reversed'),
    creditForgiven: intOf(row, 'credit_forgiven'),
    state: wordOf(row, 'state', ['reported', 'cancelled']),
    at: intOf(row, 'at'),
    items,
    forgivenBefore: JSON.parse(textOf(row, 'forgiven_before')),
    scored: JSON.parse(textOf(row, 'scored')),
  };
}

export function saveOrder(siteId: SiteId, before: Order | null, after: Order): Write {
  return before ? changeOrder(siteId, before, after) : insertOrder(siteId, after);
}

function insertOrder(siteId: SiteId, order: Order): Write {
  return {
    sql: `INSERT INTO shop_order (site_id, order_id, shopper_id, currency, net, refunded,
        points_earned, points_reversed, points_forgiven, credit_earned, credit_reversed,
        credit_forgiven, state, at, items, forgiven_before, scored)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    params: paramsOf(siteId, order),
    rows: 1,
  };
}

/** One that was cancelled may be reported again, with another shopper and sum. */
function changeOrder(siteId: SiteId, before: Order, after: Order): Write {
  return {
    sql: `UPDATE shop_order SET shopper_id = $3, currency = $4, net = $5, refunded = $6,
        points_earned = $7, points_reversed = $8, points_forgiven = $9, credit_earned = $10,
        credit_reversed = $11, credit_forgiven = $12, state = $13, at = $14, items = $15,
        forgiven_before = $16, scored = $17
      WHERE site_id = $1 AND order_id = $2 AND refunded = $18 AND state = $19`,
    params: [...paramsOf(siteId, after), before.refunded, before.state],
    rows: 1,
  };
}

function paramsOf(siteId: SiteId, order: Order): Param[] {
  return [
    siteId,
    order.id,
    order.shopperId,
    order.currency,
    order.net,
    order.refunded,
    order.pointsEarned,
    order.pointsReversed,
    order.pointsForgiven,
    order.creditEarned,
    order.creditReversed,
    order.creditForgiven,
    order.state,
    order.at,
    JSON.stringify(order.items),
    JSON.stringify(order.forgivenBefore),
    JSON.stringify(order.scored),
  ];
}
