/** The shop's book of orders, and the stock of what there is only so much of. In memory. */
import type { Discount, Line, Totals } from './cart.ts';
import type { Language } from './words.ts';
import { products } from './products.ts';

export interface Recipient {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** One call to Fairground, as the clerk sees it beside the order. */
export interface Note {
  readonly request: string;
  readonly outcome: 'answered' | 'refused' | 'waiting' | 'given_up';
  /** The refusal's code, or what the answer said. */
  readonly detail: string;
}

export interface Order {
  readonly id: string;
  readonly customerId: string | null;
  readonly placedAt: number;
  readonly language: Language;
  readonly recipient: Recipient;
  readonly lines: readonly Line[];
  readonly totals: Totals;
  readonly discount: Discount | null;
  state: 'placed' | 'cancelled';
  /** Of the goods, dong. */
  refunded: number;
  refunds: number;
  /** Points that Fairground said this order earned; null until it answers. */
  pointsEarned: number | null;
  hasApology: boolean;
  /** By idempotency key, in the order they were first sent. */
  readonly notes: Map<string, Note>;
}

const ordersMax = 5_000;

export class OrderBook {
  readonly #orders = new Map<string, Order>();
  readonly #stock = new Map<string, number>();

  constructor() {
    for (const { id, stock } of products) if (stock !== null) this.#stock.set(id, stock);
  }

  find(id: string): Order | undefined {
    return this.#orders.get(id);
  }

  /** Newest first. */
  ofCustomer(customerId: string): Order[] {
    return [...this.#orders.values()].filter((order) => order.customerId === customerId).reverse();
  }

  stockLeft(productId: string): number | null {
    return this.#stock.get(productId) ?? null;
  }

  /** The first product of which there is too little, if any. */
  shortage(lines: readonly Line[]): Line | undefined {
    return lines.find(
      ({ product, quantity }) => (this.stockLeft(product.id) ?? quantity) < quantity,
    );
  }

  /** False, and nothing changed, when something has sold out in the meantime. */
  place(order: Order): boolean {
    if (this.shortage(order.lines)) return false;
    this.#move(order, -1);
    this.#orders.set(order.id, order);
    for (const id of this.#orders.keys()) {
      if (this.#orders.size <= ordersMax) break;
      this.#orders.delete(id);
    }
    return true;
  }

  cancel(order: Order): void {
    order.state = 'cancelled';
    this.#move(order, 1);
  }

  #move({ lines }: Order, sign: 1 | -1): void {
    for (const { product, quantity } of lines) {
      const left = this.#stock.get(product.id);
      if (left !== undefined) this.#stock.set(product.id, left + sign * quantity);
    }
  }
}
