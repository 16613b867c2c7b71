/** Statements about the shop's orders. */
import type { OrderId, SiteId } from '../../../shared/ids.ts';
import type { OrderItem } from '../../../shared/schema/storefront-api.ts';
import type { Order } from '../../core/facts.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull, wordOf } from './row.ts';

export function orderById(siteId: SiteId, orderId: OrderId): Query {
  return {
    sql: `SELECT order_id, shopper_id, currency, net, refunded, points_earned, points_reversed,
        state, at, items
      FROM shop_order WHERE site_id = $1 AND order_id = $2`,
    params: [siteId, orderId],
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
    state: wordOf(row, 'state', ['reported', 'cancelled']),
    at: intOf(row, 'at'),
    items,
  };
}

export function saveOrder(siteId: SiteId, before: Order | null, after: Order): Write {
  return before ? changeOrder(siteId, before, after) : insertOrder(siteId, after);
}

function insertOrder(siteId: SiteId, order: Order): Write {
  return {
    sql: `INSERT INTO shop_order (site_id, order_id, shopper_id, currency, net, refunded,
        points_earned, points_reversed, state, at, items)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    params: [
      siteId,
      order.id,
      order.shopperId,
      order.currency,
      order.net,
      order.refunded,
      order.pointsEarned,
      order.pointsReversed,
      order.state,
      order.at,
      JSON.stringify(order.items),
    ],
    rows: 1,
  };
}

function changeOrder(siteId: SiteId, before: Order, after: Order): Write {
  return {
    sql: `UPDATE shop_order SET refunded = $3, points_reversed = $4, state = $5
      WHERE site_id = $1 AND order_id = $2 AND refunded = $6 AND state = $7`,
    params: [
      siteId,
      after.id,
      after.refunded,
      after.pointsReversed,
      after.state,
      before.refunded,
      before.state,
    ],
    rows: 1,
  };
}
