/** Which page answers what. A GET shows; a POST changes something and sends the browser on. */
import type { CheckoutParts } from './checkout.ts';
import type { CheckoutProblem } from './pages/basket.ts';
import type { PageParts, View } from './pages/layout.ts';
import type { Order, Recipient } from './orders.ts';
import type { Session } from './sessions.ts';
import { addToCart, linesOf, setQuantity, totalsOf } from './cart.ts';
import { placeOrder, priceCart } from './checkout.ts';
import { findCustomer } from './customers.ts';
import { safeBack } from './http.ts';
import { orderPage, ordersPage, privacyPage, signInPage, sorryPage } from './pages/account.ts';
import { cartPage, checkoutPage } from './pages/basket.ts';
import { mailboxPage } from './pages/mailbox.ts';
import { homePage, productPage } from './pages/shelf.ts';
import { findProduct, shelves } from './products.ts';

export type Reply =
  | { readonly kind: 'page'; readonly page: PageParts; readonly status?: number }
  | { readonly kind: 'redirect'; readonly to: string };

/** A form that was posted, with what it may change. */
export interface Post {
  readonly form: URLSearchParams;
  readonly session: Session;
  readonly view: View;
  readonly signIn: (customerId: string) => void;
  readonly signOut: () => void;
  readonly setConsent: (choice: 'yes' | 'no') => void;
}

export async function show(
  parts: CheckoutParts,
  view: View,
  session: Session,
  url: URL,
): Promise<Reply> {
  const [, first = '', second] = url.pathname.split('/');
  const isDeeper = url.pathname.split('/').length > 3;
  if (isDeeper) return notFound(view);
  if (second !== undefined) return showOne(parts, view, session, { kind: first, id: second, url });
  switch (first) {
    case '':
      return page(homePage(view, null, parts.book));
    case 'cart':
      return page(cartPage(view, { ...(await priceCart(parts, session)), code: session.code }));
    case 'checkout':
      return showCheckout(parts, view, session, recipientOf(session), null);
    case 'orders':
      return showOrders(parts, view, session);
    case 'sign-in':
      return page(signInPage(view, safeBack(url.searchParams.get('back'))));
    case 'privacy':
      return page(privacyPage(view));
    case 'mailbox':
      return parts.mailbox ? page(mailboxPage(view, parts.mailbox())) : notFound(view);
    default:
      return notFound(view);
  }
}

function showOne(
  { book }: CheckoutParts,
  view: View,
  session: Session,
  { kind, id, url }: { kind: string; id: string; url: URL },
): Reply {
  switch (kind) {
    case 'shelf': {
      const shelf = shelves.find((one) => one === id);
      return shelf ? page(homePage(view, shelf, book)) : notFound(view);
    }
    case 'p': {
      const product = findProduct(id);
      const isAdded = url.searchParams.has('added');
      return product ? page(productPage(view, product, book, isAdded)) : notFound(view);
    }
    case 'orders': {
      const order = ownOrder(book.find(id), session);
      return order ? page(orderPage(view, order, flashOf(url))) : notFound(view);
    }
    default:
      return notFound(view);
  }
}

async function showCheckout(
  parts: CheckoutParts,
  view: View,
  session: Session,
  recipient: Recipient,
  problem: CheckoutProblem | null,
): Promise<Reply> {
  const price = await priceCart(parts, session);
  if (price.lines.length === 0) return redirect('/cart');
  const basket = { ...price, code: session.code, attempt: session.attempt };
  return page(checkoutPage(view, basket, recipient, problem), problem ? 422 : 200);
}

async function showOrders(
  { book, fairground }: CheckoutParts,
  view: View,
  session: Session,
): Promise<Reply> {
  const { customerId } = session;
  if (customerId !== null) {
    const rewards = await fairground.shopper(customerId);
    return page(ordersPage(view, book.ofCustomer(customerId), rewards));
  }
  const orders = [...session.orderIds].reverse().flatMap((id) => book.find(id) ?? []);
  return page(ordersPage(view, orders, null));
}

export async function act(parts: CheckoutParts, post: Post, path: string): Promise<Reply> {
  const { form, session, view } = post;
  const product = form.get('product') ?? '';
  switch (path) {
    case '/cart/add':
      addToCart(session.cart, product, wholeOf(form, 'quantity'));
      return findProduct(product) ? redirect(`/p/${product}?added=1`) : notFound(view);
    case '/cart/set':
      setQuantity(session.cart, product, wholeOf(form, 'quantity'));
      return redirect('/cart');
    case '/cart/code':
      session.code = (form.get('code') ?? '').trim().slice(0, 64) || null;
      session.quote = null;
      return redirect('/cart');
    case '/cart/code/remove':
      session.code = null;
      session.quote = null;
      return redirect('/cart');
    case '/checkout':
      return buy(parts, post);
    case '/sign-in':
      return signIn(post);
    case '/sign-out':
      post.signOut();
      return redirect('/');
    case '/consent':
      post.setConsent(form.get('choice') === 'yes' ? 'yes' : 'no');
      return redirect(safeBack(form.get('back')));
    default:
      return actOnOrder(parts, post, path);
  }
}

function signIn({ form, view, signIn: enter }: Post): Reply {
  const customer = findCustomer(form.get('customer'));
  if (!customer) return notFound(view);
  enter(customer.id);
  return redirect(safeBack(form.get('back')));
}

async function buy(parts: CheckoutParts, { form, session, view }: Post): Promise<Reply> {
  const text = (name: string): string => (form.get(name) ?? '').trim().slice(0, 200);
  const recipient = { name: text('name'), phone: text('phone'), address: text('address') };
  const again = (problem: CheckoutProblem | null): Promise<Reply> =>
    showCheckout(parts, view, session, recipient, problem);
  if (!recipient.name || !recipient.phone || !recipient.address) return again({ kind: 'fields' });
  const outcome = await placeOrder(parts, session, {
    recipient,
    language: view.language,
    totalSeen: wholeOf(form, 'total'),
    attempt: wholeOf(form, 'attempt'),
  });
  switch (outcome.kind) {
    case 'placed':
      return redirect(`/orders/${outcome.order.id}?note=thanks`);
    case 'cart_empty':
      return redirect('/cart');
    case 'changed':
      return again({ kind: 'changed' });
    case 'voucher':
      return withoutVoucher(view, session, recipient, outcome.problem);
    case 'sold_out': {
      const name = findProduct(outcome.productId)?.name[view.language] ?? '';
      return again({ kind: 'sold_out', name, left: outcome.left });
    }
  }
}

/**
 * The checkout without the voucher, and why. Fairground has just been asked, and is not asked
 * again.
 */
function withoutVoucher(
  view: View,
  session: Session,
  recipient: Recipient,
  problem: string,
): Reply {
  const lines = linesOf(session.cart);
  const price = { lines, totals: totalsOf(lines, null), discount: null, problem };
  const { code, attempt } = session;
  return page(checkoutPage(view, { ...price, code, attempt }, recipient, null), 422);
}

async function actOnOrder(
  { book, clerk }: CheckoutParts,
  { form, session, view }: Post,
  path: string,
): Promise<Reply> {
  const [, kind, id = '', action] = path.split('/');
  const order = kind === 'orders' ? ownOrder(book.find(id), session) : undefined;
  if (!order) return notFound(view);
  switch (action) {
    case 'cancel':
      await clerk.cancel(order);
      return redirect(`/orders/${id}?note=done`);
    case 'refund': {
      const isDone = await clerk.refund(order, wholeOf(form, 'amount'));
      return redirect(`/orders/${id}?note=${isDone ? 'done' : 'refund_refused'}`);
    }
    case 'apologise':
      await clerk.apologise(order, form.get('gift') === 'voucher' ? 'voucher' : 'points');
      return redirect(`/orders/${id}?note=done`);
    default:
      return notFound(view);
  }
}

/** An order is shown to its customer, or to the browser that placed it. */
function ownOrder(order: Order | undefined, session: Session): Order | undefined {
  if (!order) return undefined;
  const isOwn =
    order.customerId === null
      ? session.orderIds.has(order.id)
      : order.customerId === session.customerId;
  return isOwn ? order : undefined;
}

function recipientOf({ customerId }: Session): Recipient {
  const { name, phone, address } = findCustomer(customerId) ?? { name: '', phone: '', address: '' };
  return { name, phone, address };
}

function flashOf(url: URL): 'thanks' | 'done' | 'refund_refused' | null {
  const note = url.searchParams.get('note');
  return note === 'thanks' || note === 'done' || note === 'refund_refused' ? note : null;
}

/** A whole number, or NaN, which every check downstream refuses. */
function wholeOf(form: URLSearchParams, name: string): number {
  const text = (form.get(name) ?? '').trim();
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

function page(parts: PageParts, status = 200): Reply {
  return { kind: 'page', page: parts, status };
}

function redirect(to: string): Reply {
  return { kind: 'redirect', to };
}

export function notFound(view: View): Reply {
  return page(sorryPage(view, 'notFound', 'notFoundText'), 404);
}
