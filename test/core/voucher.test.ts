/** Vouchers: their state at an instant, and why one does not count for a cart. */
import { describe, expect, it } from 'vitest';
import {
  quoteFor,
  refusalToUse,
  voucherForCart,
  voucherStateAt,
  voucherView,
  type Cart,
  type Voucher,
} from '../../server/core/voucher.ts';
import { now, voucherWith } from '../helper/facts.ts';
import { customer } from '../helper/shopping.ts';

const cart: Cart = { customer: null, currency: 'VND', net: 100_000 };
const poor: Cart = { customer: null, currency: 'USD', net: 1 };
/** Everything that can be wrong at once, but the state. */
const choosy: Partial<Voucher> = { trust: 'identified', minimumSpend: 50_000 };

describe('the state of a voucher', () => {
  it.each<[string, Partial<Voucher>, string]>([
    ['issued', {}, 'issued'],
    ['expired at its end', { expiresAt: now }, 'expired'],
    ['issued just before', { expiresAt: now + 1 }, 'issued'],
    ['held', { state: 'held', heldUntil: now + 1 }, 'held'],
    ['free again when the hold ran out', { state: 'held', heldUntil: now }, 'issued'],
    ['held beyond its own expiry', { state: 'held', heldUntil: now + 1, expiresAt: now }, 'held'],
    ['expired after the hold', { state: 'held', heldUntil: now, expiresAt: now }, 'expired'],
    ['redeemed for good', { state: 'redeemed', expiresAt: now }, 'redeemed'],
    ['voided for good', { state: 'voided', expiresAt: now }, 'voided'],
  ])('is %s', (_what, changes, state) => {
    const voucher = voucherWith(changes);
    expect(voucherStateAt(voucher, now)).toBe(state);
    expect(voucherView(voucher, now).state).toBe(state);
  });
});

describe('a voucher that could be refused for two reasons says the first', () => {
  it.each<[string, Partial<Voucher>, Cart, string | null]>([
    ['redeemed beats expired', { state: 'redeemed', expiresAt: now }, cart, 'voucher_redeemed'],
    ['voided beats expired', { state: 'voided', expiresAt: now }, cart, 'voucher_voided'],
    ['expired beats trust', { ...choosy, expiresAt: now }, poor, 'voucher_expired'],
    ['held beats trust', { ...choosy, state: 'held', heldUntil: now + 1 }, poor, 'voucher_held'],
    ['trust beats currency', choosy, poor, 'identification_needed'],
    [
      'trust looks for the owner, not for any customer',
      choosy,
      { ...poor, customer: customer('bert') },
      'identification_needed',
    ],
    [
      'currency beats minimum spend',
      { ...choosy, shopperId: 'c_anna' },
      { ...poor, customer: customer('anna') },
      'currency_mismatch',
    ],
    ['minimum spend', { minimumSpend: 100_001 }, cart, 'minimum_spend_not_met'],
    ['a cart of just the minimum', { minimumSpend: 100_000 }, cart, null],
    ['nothing', {}, cart, null],
  ])('%s', (_what, changes, wanted, code) => {
    expect(refusalToUse(voucherWith(changes), wanted, now)?.code ?? null).toBe(code);
  });

  it('a held one says until when', () => {
    const voucher = voucherWith({ state: 'held', heldUntil: now + 5 });
    expect(refusalToUse(voucher, cart, now)).toEqual({ code: 'voucher_held', nextAt: now + 5 });
  });
});

describe('the voucher that a code means', () => {
  const anna = { ...cart, customer: customer('anna') };
  const own = { shopperId: 'c_anna', shared: true };

  it.each<[string, Voucher[], Cart, string]>([
    ['none', [], cart, 'voucher_not_found'],
    ['a shared code asks who', [voucherWith({ shared: true })], cart, 'shopper_needed'],
    [
      "a shared code is not another's",
      [voucherWith({ shared: true, shopperId: 'c_bert' })],
      anna,
      'voucher_not_found',
    ],
    [
      'the one that expires first',
      [
        voucherWith({ ...own, id: 'late', expiresAt: now + 9 }),
        voucherWith({ ...own, id: 'soon', expiresAt: now + 5 }),
        voucherWith({ ...own, id: 'gone', expiresAt: now }),
        voucherWith({ ...own, id: 'used', state: 'redeemed', expiresAt: now + 1 }),
      ],
      anna,
      'soon',
    ],
    [
      'one that cannot be used says why',
      [voucherWith({ ...own, state: 'redeemed' })],
      anna,
      'voucher_redeemed',
    ],
    ['a code of its own needs nobody', [voucherWith({ id: 'mine' })], cart, 'mine'],
  ])('%s', (_what, vouchers, wanted, answer) => {
    const found = voucherForCart(vouchers, wanted, now);
    expect('refusal' in found ? found.refusal.code : found.voucher.id).toBe(answer);
  });

  it('takes off what it is worth, and says when it ships for free', () => {
    expect(quoteFor(voucherWith(), 12_345, now)).toMatchObject({
      discount: 1_234,
      freeShipping: false,
    });
    const shipping = voucherWith({ benefit: { kind: 'free_shipping' } });
    expect(quoteFor(shipping, 12_345, now)).toMatchObject({ discount: 0, freeShipping: true });
  });
});
