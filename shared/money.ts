/**
 * Integer arithmetic for money (minor units of an ISO 4217 currency) and points. Rounding is named.
 */

/** ⌊value × numerator ÷ denominator⌋ without losing digits on the way, denominator > 0. */
export function scaleFloor(value: number, numerator: number, denominator: number): number {
  const product = BigInt(value) * BigInt(numerator);
  const wide = product / BigInt(denominator);
  return Number(product % BigInt(denominator) < 0n ? wide - 1n : wide);
}

export type Rounding = 'floor' | 'nearest' | 'ceiling';

/** value × numerator ÷ denominator, none below 0; `nearest` rounds a half up. */
export function scaleBy(
  rounding: Rounding,
  value: number,
  numerator: number | bigint,
  denominator: number | bigint,
): number {
  const product = BigInt(value) * BigInt(numerator);
  const whole = BigInt(denominator);
  switch (rounding) {
    case 'floor':
      return Number(product / whole);
    case 'nearest':
      return Number((2n * product + whole) / (2n * whole));
    case 'ceiling':
      return Number((product + whole - 1n) / whole);
  }
}

/** What a voucher takes off a cart. */
export type Benefit =
  | { readonly kind: 'percent'; readonly percent: number; readonly amountMax?: number | undefined }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'free_shipping' };

/**
 * The discount in minor units on a cart of `net` minor units, rounded down, never above the cart.
 */
export function discountFloor(benefit: Benefit, net: number): number {
  switch (benefit.kind) {
    case 'percent':
      return Math.min(scaleFloor(net, benefit.percent, 100), benefit.amountMax ?? net);
    case 'amount':
      return Math.min(benefit.amount, net);
    case 'free_shipping':
      return 0;
  }
}
