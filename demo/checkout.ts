/**
 * Voucher, order, report. With a voucher: hold → create the order → report it → redeem; whatever
 * fails before the order exists releases the hold. Without Fairground the shop still sells, only
 * without the voucher.
 */
import type { DemoMail } from './pages/mailbox.ts';
import type { Discount, Line, Totals } from './cart.ts';
import type { Clerk } from './clerk.ts';
import type { FairgroundClient, QuoteReply } from './fairground.ts';
import type { Order, OrderBook, Recipient } from './orders.ts';
import type { Draft, Session } from './sessions.ts';
import type { Language } from './words.ts';
import { linesOf, totalsOf } from './cart.ts';

export interface CheckoutParts {
  /** The mails that went nowhere, the newest first; null where they went out. */
  readonly mailbox: (() => readonly DemoMail[]) | null;
  readonly fairground: FairgroundClient;
  readonly book: OrderBook;
  readonly clerk: Clerk;
  readonly newOrderId: () => string;
  readonly now: () => number;
}

/** Beside the codes of Fairground's refusals: it could not be asked. */
export const fairgroundDown = 'shop_fairground_down';

export interface Price {
  readonly lines: readonly Line[];
  readonly totals: Totals;
  readonly discount: Discount | null;
  /** Why the shopper's code counts for nothing: a refusal's code, or `fairgroundDown`. */
  readonly problem: string | null;
}

export interface Wish {
  readonly recipient: Recipient;
  readonly language: Language;
  /**
   * The total that the shopper was shown. Nothing is worked out from it: it must only be the
   * same.
   */
  readonly totalSeen: number;
  /** The session's attempt when the form was shown. */
  readonly attempt: number;
}

export type PlaceOutcome =
  | { readonly kind: 'placed'; readonly order: Order }
  | { readonly kind: 'cart_empty' }
  | { readonly kind: 'sold_out'; readonly productId: string; readonly left: number }
  /** The voucher cannot be used any more; nothing was ordered. */
  | { readonly kind: 'voucher'; readonly problem: string }
  /** The total is not the one that was shown; nothing was ordered. */
  | { readonly kind: 'changed' };

/**
 * What the cart costs now. Asks Fairground only when cart, code or customer changed since it
 * answered.
 */
export async function priceCart(
  { fairground }: Pick<CheckoutParts, 'fairground'>,
  session: Session,
): Promise<Price> {
  const lines = linesOf(session.cart);
  const plain = totalsOf(lines, null);
  const { code, customerId, quote } = session;
  if (code === null || lines.length === 0) {
    return { lines, totals: plain, discount: null, problem: null };
  }
  const net = plain.goods;
  if (quote?.net === net && quote.customerId === customerId) {
    return {
      lines,
      totals: totalsOf(lines, quote.discount),
      discount: quote.discount,
      problem: null,
    };
  }
  session.quote = null;
  const draft = draftOf(session, code, net);
  // A hold that was lost sight of would make the voucher look taken: its key finds it again.
  const answer = draft
    ? await fairground.hold({ code, customerId, net }, holdKey(draft.orderId))
    : await fairground.validate({ code, customerId, net });
  if (answer.kind !== 'answered') {
    const problem = answer.kind === 'refused' ? answer.code : fairgroundDown;
    if (answer.kind === 'refused') session.draft = null;
    return { lines, totals: plain, discount: null, problem };
  }
  const discount = discountOf(answer.value);
  session.quote = { net, customerId, discount };
  return { lines, totals: totalsOf(lines, discount), discount, problem: null };
}

/**
 * A form that is sent twice, while the first is on its way or after, gets the first one's order.
 */
export function placeOrder(
  parts: CheckoutParts,
  session: Session,
  wish: Wish,
): Promise<PlaceOutcome> {
  const { lastOrder } = session;
  if (lastOrder && wish.attempt === session.attempt - 1) {
    return Promise.resolve({ kind: 'placed', order: lastOrder });
  }
  session.placing ??= place(parts, session, wish).finally(() => {
    session.placing = null;
  });
  return session.placing;
}

async function place(parts: CheckoutParts, session: Session, wish: Wish): Promise<PlaceOutcome> {
  const price = await priceCart(parts, session);
  if (price.lines.length === 0) return { kind: 'cart_empty' };
  const short = parts.book.shortage(price.lines);
  if (short) return soldOut(parts.book, short.product.id);
  if (price.totals.total !== wish.totalSeen) return { kind: 'changed' };

  const held = await holdVoucher(parts, session, price);
  if (held.kind === 'voucher' || held.kind === 'changed') return held;

  const order = newOrder(held.orderId, price, wish, session.customerId, parts.now());
  if (!parts.book.place(order)) {
    if (held.kind === 'held') await parts.clerk.release(order.id, held.holdId);
    return soldOut(parts.book, parts.book.shortage(price.lines)?.product.id ?? '');
  }
  // From here the shopper has an order, whatever Fairground says.
  session.cart = new Map();
  session.code = null;
  session.quote = null;
  session.draft = null;
  session.attempt += 1;
  session.lastOrder = order;
  if (order.customerId === null) session.orderIds.add(order.id);
  await parts.clerk.report(order);
  if (held.kind === 'held') await parts.clerk.redeem(order, held.holdId);
  return { kind: 'placed', order };
}

type Held =
  | { readonly kind: 'none'; readonly orderId: string }
  | { readonly kind: 'held'; readonly orderId: string; readonly holdId: string }
  | Extract<PlaceOutcome, { kind: 'voucher' | 'changed' }>;

async function holdVoucher(
  { fairground, clerk, newOrderId }: CheckoutParts,
  session: Session,
  { totals, discount: shown }: Price,
): Promise<Held> {
  const { code, customerId } = session;
  if (code === null || shown === null) return { kind: 'none', orderId: newOrderId() };
  const net = totals.goods;
  const draft = draftOf(session, code, net) ?? { orderId: newOrderId(), code, net, customerId };
  const { orderId } = draft;
  session.draft = draft;
  const answer = await fairground.hold({ code, customerId, net }, holdKey(orderId));
  if (answer.kind !== 'answered') {
    session.quote = null;
    if (answer.kind === 'refused') session.draft = null;
    return { kind: 'voucher', problem: answer.kind === 'refused' ? answer.code : fairgroundDown };
  }
  session.draft = null;
  const { holdId } = answer.value;
  const discount = discountOf(answer.value);
  if (discount.amount === shown.amount && discount.freeShipping === shown.freeShipping) {
    return { kind: 'held', orderId, holdId };
  }
  session.quote = { net, customerId, discount };
  await clerk.release(orderId, holdId);
  return { kind: 'changed' };
}

/** The hold that was asked for this very cart and not answered, if there is one. */
function draftOf({ draft, customerId }: Session, code: string, net: number): Draft | null {
  const isSame = draft?.code === code && draft.net === net && draft.customerId === customerId;
  return isSame ? draft : null;
}

function holdKey(orderId: string): string {
  return `hold-${orderId}`;
}

function discountOf({ voucher, discount, freeShipping }: QuoteReply): Discount {
  return { code: voucher.code, label: voucher.label, amount: discount, freeShipping };
}

function soldOut(book: OrderBook, productId: string): PlaceOutcome {
  return { kind: 'sold_out', productId, left: book.stockLeft(productId) ?? 0 };
}

function newOrder(
  id: string,
  { lines, totals, discount }: Price,
  { recipient, language }: Wish,
  customerId: string | null,
  placedAt: number,
): Order {
  return {
    id,
    customerId,
    placedAt,
    language,
    recipient,
    lines,
    totals,
    discount,
    state: 'placed',
    refunded: 0,
    refunds: 0,
    pointsEarned: null,
    hasApology: false,
    notes: new Map(),
  };
}
