/** Vouchers: what a code is worth, to whom, and when. */
import type {
  CampaignId,
  Customer,
  GameId,
  HoldId,
  OrderId,
  PoolId,
  PrizeId,
  ShopperId,
  VoucherId,
} from '../../shared/ids.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { discountFloor, type Benefit } from '../../shared/money.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import type { ContactAsk } from '../../shared/schema/contact-api.ts';
import type { VoucherState, VoucherView } from '../../shared/schema/shopper-api.ts';
import type { VoucherQuote } from '../../shared/schema/storefront-api.ts';
import type { Text } from '../../shared/text.ts';
import { never } from '../../shared/time.ts';

export interface Voucher {
  readonly id: VoucherId;
  readonly awardId: string;
  readonly shopperId: ShopperId;
  readonly prizeId: PrizeId;
  /** Where it was won; empty when the back end granted it. */
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly poolId: PoolId;
  readonly code: string;
  /** Whether others have the same code. */
  readonly shared: boolean;
  readonly label: Text;
  readonly benefit: Benefit;
  readonly currency: string;
  readonly minimumSpend: number;
  readonly trust: 'anyone' | 'identified';
  /** What it asks for before it is taken; until then its code is nobody's. */
  readonly claim: ContactAsk | null;
  /** `expired` once the scheduler has seen it; ask `voucherStateAt`. */
  readonly state: VoucherState;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly claimedAt: number | null;
  readonly holdId: HoldId | null;
  readonly heldUntil: number | null;
  readonly orderId: OrderId | null;
  readonly redeemedAt: number | null;
}

/**
 * The state at an instant: a hold that ran out holds nothing, an expired voucher is worth nothing.
 */
export function voucherStateAt(voucher: Voucher, now: number): VoucherState {
  if (voucher.state === 'held' && (voucher.heldUntil ?? 0) > now) return 'held';
  if (voucher.state !== 'held' && voucher.state !== 'issued') return voucher.state;
  return voucher.expiresAt <= now ? 'expired' : 'issued';
}

export function voucherView(voucher: Voucher, now: number): VoucherView {
  const { id, prizeId, label, code, benefit, minimumSpend, issuedAt, claimedAt } = voucher;
  return {
    id,
    prizeId,
    label,
    code: isHeldBack(voucher) ? '' : code,
    state: voucherStateAt(voucher, now),
    benefit,
    minimumSpend,
    issuedAt,
    expiresAt: voucher.expiresAt === never ? null : voucher.expiresAt,
    claimedAt,
    ...(isHeldBack(voucher) && voucher.claim ? { claim: voucher.claim } : {}),
  };
}

/** Won, and waiting for a contact: it is shown without its code, and counts at no checkout. */
function isHeldBack({ claim, claimedAt }: Voucher): boolean {
  return claim !== null && claimedAt === null;
}

/** A cart at the checkout. */
export interface Cart {
  readonly customer: Customer | null;
  readonly currency: string;
  /** Minor units. */
  readonly net: number;
}

/**
 * The voucher that a code means for this cart: with a shared code the customer's own, and of
 * several the one that can be used and expires first.
 */
export function voucherForCart(
  vouchers: readonly Voucher[],
  cart: Cart,
  now: number,
): { readonly voucher: Voucher } | { readonly refusal: Refusal } {
  const shared = vouchers.some((voucher) => voucher.shared);
  if (shared && !cart.customer) return refuse('shopper_needed', { detail: sharedDetail });
  const own = shared
    ? vouchers.filter((voucher) => voucher.shopperId === cart.customer?.shopperId)
    : vouchers;
  const usable = own
    .filter((voucher) => voucherStateAt(voucher, now) === 'issued')
    .sort((a, b) => a.expiresAt - b.expiresAt);
  const voucher = usable[0] ?? own[0];
  if (!voucher) return refuse('voucher_not_found');
  const refusal = refusalToUse(voucher, cart, now);
  return refusal ? { refusal } : { voucher };
}

const sharedDetail = 'this code is shared by many shoppers; send shopperId';

/** Why the voucher does not count for this cart. The order is a contract. */
export function refusalToUse(voucher: Voucher, cart: Cart, now: number): Refusal | null {
  const over = refusalOfState(voucher, now);
  if (over) return over;
  if (isHeldBack(voucher)) return { code: 'contact_needed' };
  if (voucher.trust === 'identified' && voucher.shopperId !== cart.customer?.shopperId) {
    return { code: 'identification_needed' };
  }
  if (voucher.currency !== cart.currency) {
    return { code: 'currency_mismatch', detail: `the voucher is in ${voucher.currency}` };
  }
  if (cart.net < voucher.minimumSpend) {
    return { code: 'minimum_spend_not_met', detail: `from ${voucher.minimumSpend} minor units` };
  }
  return null;
}

/** Why nothing can be done with the voucher any more, or now. The order is a contract. */
export function refusalOfState(voucher: Voucher, now: number): Refusal | null {
  const state = voucherStateAt(voucher, now);
  switch (state) {
    case 'issued':
      return null;
    case 'redeemed':
      return { code: 'voucher_redeemed' };
    case 'voided':
      return { code: 'voucher_voided' };
    case 'expired':
      return { code: 'voucher_expired' };
    case 'held':
      return { code: 'voucher_held', nextAt: voucher.heldUntil ?? undefined };
    default:
      return assertNever(state);
  }
}

export function quoteFor(voucher: Voucher, net: number, now: number): VoucherQuote {
  return {
    voucher: voucherView(voucher, now),
    discount: discountFloor(voucher.benefit, net),
    freeShipping: voucher.benefit.kind === 'free_shipping',
  };
}
