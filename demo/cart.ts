/**
 * Cart arithmetic. Only product ids and quantities come from a browser; all money is worked out
 * here.
 */
import type { Product } from './products.ts';
import { findProduct } from './products.ts';

export const quantityMax = 20;
export const shippingFee = 30_000;
/** Goods worth this much, after discounts, travel free. */
export const freeShippingFrom = 700_000;

/** Product id → quantity. */
export type Cart = Map<string, number>;

export interface Line {
  readonly product: Product;
  readonly quantity: number;
  readonly amount: number;
}

/** What a voucher was worth for one cart, as Fairground answered. */
export interface Discount {
  readonly code: string;
  readonly label: Readonly<Record<string, string>> | string;
  readonly amount: number;
  readonly freeShipping: boolean;
}

export interface Totals {
  /** The goods before any discount. */
  readonly goods: number;
  readonly discount: number;
  /** The goods after the discount: what is reported as the order's net. */
  readonly net: number;
  readonly shipping: number;
  readonly total: number;
}

/** Sets a line. Unknown products are ignored; 0 removes; the rest is cut to what one may order. */
export function setQuantity(cart: Cart, productId: string, quantity: number): void {
  if (!findProduct(productId) || !Number.isSafeInteger(quantity)) return;
  if (quantity <= 0) cart.delete(productId);
  else cart.set(productId, Math.min(quantity, quantityMax));
}

export function addToCart(cart: Cart, productId: string, quantity: number): void {
  if (quantity > 0) setQuantity(cart, productId, (cart.get(productId) ?? 0) + quantity);
}

export function linesOf(cart: Cart): Line[] {
  return [...cart].flatMap(([id, quantity]) => {
    const product = findProduct(id);
    return product ? [{ product, quantity, amount: product.price * quantity }] : [];
  });
}

export function countOf(cart: Cart): number {
  return [...cart.values()].reduce((sum, quantity) => sum + quantity, 0);
}

/** A discount larger than the goods is worth the goods; free shipping counts after the discount. */
export function totalsOf(lines: readonly Line[], discount: Discount | null): Totals {
  const goods = lines.reduce((sum, { amount }) => sum + amount, 0);
  const off = Math.min(Math.max(discount?.amount ?? 0, 0), goods);
  const net = goods - off;
  const isFree = goods === 0 || net >= freeShippingFrom || discount?.freeShipping === true;
  const shipping = isFree ? 0 : shippingFee;
  return { goods, discount: off, net, shipping, total: net + shipping };
}
