/** The cart's arithmetic, on its own. */
import { describe, expect, it } from 'vitest';
import type { Cart } from '../../demo/cart.ts';
import {
  addToCart,
  countOf,
  freeShippingFrom,
  linesOf,
  quantityMax,
  setQuantity,
  shippingFee,
  totalsOf,
} from '../../demo/cart.ts';
import { formatDong } from '../../demo/money.ts';

function cartOf(...items: [string, number][]): Cart {
  const cart: Cart = new Map();
  for (const [id, quantity] of items) addToCart(cart, id, quantity);
  return cart;
}

function off(amount: number, freeShipping = false) {
  return { code: 'CODE', label: 'label', amount, freeShipping };
}

describe('the cart', () => {
  it('adds up lines at the shop’s own prices', () => {
    const lines = linesOf(cartOf(['tra-cung-dinh', 2], ['quat-giay', 1]));
    expect(totalsOf(lines, null)).toEqual({
      goods: 310_000,
      discount: 0,
      net: 310_000,
      shipping: shippingFee,
      total: 310_000 + shippingFee,
    });
  });

  it('joins the same product into one line, up to the most one may order', () => {
    const cart = cartOf(['quat-giay', quantityMax - 1], ['quat-giay', 5]);
    expect([...cart]).toEqual([['quat-giay', quantityMax]]);
    expect(countOf(cart)).toBe(quantityMax);
  });

  it.each([
    ['unknown-product', 1],
    ['quat-giay', -3],
    ['quat-giay', Number.NaN],
    ['quat-giay', 1.5],
  ])('takes nothing for %s × %s', (id, quantity) => {
    expect(cartOf([id, quantity]).size).toBe(0);
  });

  it('removes a line that is set to 0, and leaves it when the number is none', () => {
    const cart = cartOf(['quat-giay', 2]);
    setQuantity(cart, 'quat-giay', Number.NaN);
    expect(cart.get('quat-giay')).toBe(2);
    setQuantity(cart, 'quat-giay', 0);
    expect(cart.size).toBe(0);
  });

  it('never takes off more than the goods cost', () => {
    const totals = totalsOf(linesOf(cartOf(['tra-cung-dinh', 1])), off(1_000_000));
    expect(totals).toMatchObject({ discount: 95_000, net: 0, total: shippingFee });
  });

  it('sends for nothing from the threshold on, counted after the discount', () => {
    const lines = linesOf(cartOf(['binh-thanh-ha', 1], ['dia-men-lam', 1]));
    expect(totalsOf(lines, null)).toMatchObject({ goods: freeShippingFrom + 10_000, shipping: 0 });
    expect(totalsOf(lines, off(10_000)).shipping).toBe(0);
    expect(totalsOf(lines, off(10_001)).shipping).toBe(shippingFee);
    expect(totalsOf(lines, off(10_001, true)).shipping).toBe(0);
  });

  it('writes dong as each language does', () => {
    expect(formatDong(1_234_500, 'vi')).toBe('1.234.500\u00a0₫');
    expect(formatDong(-30_000, 'en')).toBe('−₫30,000');
    expect(formatDong(0, 'vi')).toBe('0\u00a0₫');
  });
});
