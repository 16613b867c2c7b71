/** A voucher at the shop's checkout: validated, held, redeemed with an order, or released. */
import type { SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { VoucherQuote } from '../../shared/schema/storefront-api.ts';
import {
  decideHoldVoucher,
  decideRedeemVoucher,
  decideReleaseVoucher,
  decideVoidVoucher,
} from '../core/checkout.ts';
import { quoteFor, voucherForCart, type Cart } from '../core/voucher.ts';
import { planHoldVoucher, planRedeemVoucher, planReleaseVoucher } from '../store/sql/plans.ts';
import { planVoucherById } from '../store/sql/plans-due.ts';
import { voucherRow, vouchersByCode } from '../store/sql/voucher.ts';
import { useCase, type Deps } from './deps.ts';

/** What the code would take off the cart now. Promises nothing: only a hold does. */
export async function validateVoucher(
  deps: Deps,
  siteId: SiteId,
  cart: Cart & { readonly code: string },
): Promise<Result<VoucherQuote>> {
  const shopperId = cart.customer?.shopperId ?? null;
  const [rows] = await deps.store.read([vouchersByCode(siteId, cart.code, shopperId)]);
  const now = deps.clock();
  const found = voucherForCart((rows ?? []).map(voucherRow), cart, now);
  if ('refusal' in found) return refuse(found.refusal.code, found.refusal);
  return ok(quoteFor(found.voucher, cart.net, now));
}

export const holdVoucher = useCase(planHoldVoucher, decideHoldVoucher);
export const redeemVoucher = useCase(planRedeemVoucher, decideRedeemVoucher);
export const releaseVoucher = useCase(planReleaseVoucher, decideReleaseVoucher);
export const voidVoucher = useCase(planVoucherById, decideVoidVoucher);
