/**
 * What the shop's office tells Fairground about an order, each with a key that stays the same
 * however often it is sent.
 */
import type { Answer, Call, FairgroundClient } from './fairground.ts';
import type { Note, Order, OrderBook } from './orders.ts';
import type { Delivery, Outbox } from './outbox.ts';

export const apologyPoints = 20;
/** A prize of demo/programme.json. */
export const apologyPrizeId = 'free-shipping';

export class Clerk {
  readonly #fairground: FairgroundClient;
  readonly #outbox: Outbox;
  readonly #book: OrderBook;

  constructor(parts: { fairground: FairgroundClient; outbox: Outbox; book: OrderBook }) {
    this.#fairground = parts.fairground;
    this.#outbox = parts.outbox;
    this.#book = parts.book;
  }

  report(order: Order): Promise<void> {
    const buyer = order.customerId === null ? {} : { shopperId: order.customerId };
    const body = { orderId: order.id, ...buyer, currency: 'VND', net: order.totals.net };
    return this.#tellOfOrder(order, { path: '/v1/orders', key: `order-${order.id}`, body });
  }

  redeem(order: Order, holdId: string): Promise<void> {
    const body = { holdId, orderId: order.id };
    return this.#tell(order, { path: '/v1/vouchers/redeem', key: `redeem-${order.id}`, body });
  }

  /** Not repeated beyond the client's own tries: a hold that is not released ends by itself. */
  async release(orderId: string, holdId: string): Promise<void> {
    await this.#fairground.release(holdId, `release-${orderId}`);
  }

  /** False when there is nothing to cancel. */
  async cancel(order: Order): Promise<boolean> {
    if (order.state === 'cancelled') return false;
    this.#book.cancel(order);
    const path = `/v1/orders/${encodeURIComponent(order.id)}/cancel`;
    await this.#tellOfOrder(order, { path, key: `cancel-${order.id}`, body: {} });
    return true;
  }

  /** False when the amount is more than what is left of the goods, or no amount at all. */
  async refund(order: Order, amount: number): Promise<boolean> {
    if (order.state === 'cancelled') return false;
    if (!Number.isSafeInteger(amount) || amount < 1) return false;
    if (amount > refundable(order)) return false;
    order.refunded += amount;
    order.refunds += 1;
    const path = `/v1/orders/${encodeURIComponent(order.id)}/refund`;
    const key = `refund-${order.id}-${order.refunds}`;
    await this.#tellOfOrder(order, { path, key, body: { amount } });
    return true;
  }

  /** One gift an order, for a customer: points, or a voucher. */
  async apologise(order: Order, gift: 'points' | 'voucher'): Promise<boolean> {
    if (order.customerId === null || order.hasApology) return false;
    order.hasApology = true;
    const reason = `Late parcel ${order.id}`;
    const noun = gift === 'points' ? 'points' : 'vouchers';
    const path = `/v1/shoppers/${encodeURIComponent(order.customerId)}/${noun}`;
    const body =
      gift === 'points' ? { change: apologyPoints, reason } : { prizeId: apologyPrizeId, reason };
    await this.#tell(order, { path, key: `sorry-${order.id}`, body });
    return true;
  }

  #tellOfOrder(order: Order, call: Call): Promise<void> {
    const deliver = async (one: Call): Promise<Answer<unknown>> => {
      const answer = await this.#fairground.sendOrder(one);
      if (answer.kind === 'answered') order.pointsEarned = answer.value.pointsEarned;
      return answer;
    };
    return this.#push(order, call, deliver);
  }

  #tell(order: Order, call: Call): Promise<void> {
    return this.#push(order, call, (one) => this.#fairground.send(one));
  }

  #push(
    order: Order,
    call: Call,
    deliver: (call: Call) => Promise<Answer<unknown>>,
  ): Promise<void> {
    const told = (delivery: Delivery): void => {
      order.notes.set(call.key, noteOf(call, delivery));
    };
    return this.#outbox.send(order.id, { call, deliver, told });
  }
}

export function refundable(order: Order): number {
  return order.state === 'cancelled' ? 0 : order.totals.net - order.refunded;
}

function noteOf({ path, body }: Call, delivery: Delivery): Note {
  const request = `POST ${path} ${JSON.stringify(body)}`;
  switch (delivery.kind) {
    case 'answered':
      return { request, outcome: 'answered', detail: String(delivery.status) };
    case 'refused':
      return { request, outcome: 'refused', detail: `${delivery.status} ${delivery.code}` };
    case 'unreachable':
      return { request, outcome: 'waiting', detail: '' };
    case 'given_up':
      return { request, outcome: 'given_up', detail: '' };
  }
}
