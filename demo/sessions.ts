/**
 * Who is browsing: a random cookie names a cart, a sign-in and the voucher that was applied. In
 * memory.
 */
import type { Cart, Discount } from './cart.ts';
import type { PlaceOutcome } from './checkout.ts';
import type { Order } from './orders.ts';

export interface Session {
  readonly id: string;
  customerId: string | null;
  /**
   * Changes with every sign-in, so that a page knows whether it has told Fairground of this one.
   */
  signInId: string | null;
  cart: Cart;
  /** What the shopper typed, as long as it may still be worth something. */
  code: string | null;
  /** The last answer about `code`, and the cart that it was for. */
  quote: Quote | null;
  /** The order to be whose voucher is perhaps held. */
  draft: Draft | null;
  /** Counts the orders placed: a form that is sent twice names the same attempt twice. */
  attempt: number;
  lastOrder: Order | null;
  /** The order that is being placed right now. */
  placing: Promise<PlaceOutcome> | null;
  /** Orders placed without signing in. */
  readonly orderIds: Set<string>;
}

export interface Quote {
  readonly net: number;
  readonly customerId: string | null;
  readonly discount: Discount;
}

/** A hold that was asked for and not answered: Fairground may have taken it without our knowing. */
export interface Draft {
  readonly orderId: string;
  readonly code: string;
  readonly net: number;
  readonly customerId: string | null;
}

const sessionsMax = 10_000;

export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  find(id: string | undefined): Session | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    if (session) {
      // Used last, forgotten last.
      this.#sessions.delete(session.id);
      this.#sessions.set(session.id, session);
    }
    return session;
  }

  /** A visitor who has done nothing yet: not kept, and no cookie is set. */
  blank(): Session {
    return {
      id: this.#newId(),
      customerId: null,
      signInId: null,
      cart: new Map(),
      code: null,
      quote: null,
      draft: null,
      attempt: 1,
      lastOrder: null,
      placing: null,
      orderIds: new Set(),
    };
  }

  keep(session: Session): void {
    this.#sessions.set(session.id, session);
    for (const id of this.#sessions.keys()) {
      if (this.#sessions.size <= sessionsMax) break;
      this.#sessions.delete(id);
    }
  }

  /**
   * The same visitor under a new id, so that an id from before a sign-in is worth nothing after
   * it.
   */
  renew(session: Session): Session {
    this.#sessions.delete(session.id);
    const renewed = { ...session, id: this.#newId() };
    this.keep(renewed);
    return renewed;
  }

  forget(session: Session): void {
    this.#sessions.delete(session.id);
  }
}
