/** A voucher at the checkout: held for one cart, then redeemed with an order, or released. */
import type { HoldReply, VoucherReply } from '../../shared/schema/storefront-api.ts';
import type {
  ExpireVoucherCommand,
  HoldVoucherCommand,
  RedeemVoucherCommand,
  ReleaseVoucherCommand,
  VoidVoucherCommand,
} from './command.ts';
import {
  decided,
  raised,
  refused,
  type Change,
  type Decision,
  type EventKind,
  type EventPayload,
} from './decision.ts';
import type { VoucherFacts } from './facts.ts';
import { attribution } from './order.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import {
  quoteFor,
  refusalOfState,
  voucherForCart,
  voucherStateAt,
  voucherView,
  type Voucher,
} from './voucher.ts';

export function decideHoldVoucher(
  facts: VoucherFacts,
  command: HoldVoucherCommand,
  stamp: Stamp,
): Decision<HoldReply> {
  const found = voucherForCart(facts.vouchers, command, stamp.now);
  if ('refusal' in found) return refused(found.refusal);

  // From here the hold succeeds.
  const holdId = idsFrom(stamp).next('h');
  const heldUntil = stamp.now + command.ttlSeconds * 1_000;
  const held: Voucher = { ...found.voucher, state: 'held', holdId, heldUntil };
  const quote = quoteFor(held, command.net, stamp.now);
  return decided({ ...quote, holdId, heldUntil }, changed(facts, found.voucher, held));
}

/** A hold may be redeemed after the voucher's own expiry: the cart was promised its discount. */
export function decideRedeemVoucher(
  facts: VoucherFacts,
  command: RedeemVoucherCommand,
  stamp: Stamp,
): Decision<VoucherReply> {
  const voucher = heldVoucher(facts, command.holdId);
  if (!voucher) return refused({ code: 'hold_not_found' });
  if (voucher.state === 'redeemed') return refused({ code: 'voucher_redeemed' });
  if (voucherStateAt(voucher, stamp.now) !== 'held') return refused({ code: 'hold_expired' });
  if (facts.order?.state === 'cancelled') return refused({ code: 'order_cancelled' });

  // From here the redemption succeeds.
  const ids = idsFrom(stamp);
  const { orderId } = command;
  const redeemed: Voucher = {
    ...voucher,
    state: 'redeemed',
    claimedAt: voucher.claimedAt ?? stamp.now,
    heldUntil: null,
    orderId,
    // After the one that the order is credited to, by every clock.
    redeemedAt: Math.max(stamp.now, (facts.creditedAt ?? 0) + 1),
  };
  const changes: Change[] = [
    ...changed(facts, voucher, redeemed),
    told('voucher.redeemed', redeemed, ids.next('e')),
  ];
  const { order } = facts;
  if (order && facts.creditedAt === null) {
    const amount = order.net - order.refunded;
    changes.push(attribution(order, voucher, amount, ids.next('e')));
  }
  return decided({ voucher: voucherView(redeemed, stamp.now) }, changes);
}

/** Giving back what is not held any more is no mistake: the voucher is as free as it was. */
export function decideReleaseVoucher(
  facts: VoucherFacts,
  command: ReleaseVoucherCommand,
  stamp: Stamp,
): Decision<VoucherReply> {
  const voucher = heldVoucher(facts, command.holdId);
  if (!voucher) return refused({ code: 'hold_not_found' });
  if (voucher.state === 'redeemed') return refused({ code: 'voucher_redeemed' });

  // From here the release succeeds.
  if (voucher.state !== 'held') return decided({ voucher: voucherView(voucher, stamp.now) }, []);
  const released: Voucher = { ...voucher, state: 'issued', heldUntil: null };
  return decided({ voucher: voucherView(released, stamp.now) }, [
    ...changed(facts, voucher, released),
    told('voucher.released', released, idsFrom(stamp).next('e')),
  ]);
}

/**
 * For good: what was promised to a cart must be released first. Its unit of the stock does not come
 * back, for its code was handed out.
 */
export function decideVoidVoucher(
  facts: VoucherFacts,
  { reason }: VoidVoucherCommand,
  stamp: Stamp,
): Decision<VoucherReply> {
  const [voucher] = facts.vouchers;
  if (!voucher) return refused({ code: 'voucher_not_found' });
  const refusal = refusalOfState(voucher, stamp.now);
  if (refusal) return refused(refusal);

  // From here it is void.
  const voided: Voucher = { ...voucher, state: 'voided', heldUntil: null };
  return decided({ voucher: voucherView(voided, stamp.now) }, [
    ...changed(facts, voucher, voided),
    told('voucher.voided', voided, idsFrom(stamp).next('e'), { reason }),
  ]);
}

/** What is not due any more is left as it is: it was redeemed, or is held for a cart. */
export function decideExpireVoucher(
  facts: VoucherFacts,
  _command: ExpireVoucherCommand,
  stamp: Stamp,
): Decision<VoucherReply> {
  const [voucher] = facts.vouchers;
  if (!voucher) return refused({ code: 'voucher_not_found' });
  const view = voucherView(voucher, stamp.now);
  if (voucher.state !== 'issued' || voucher.expiresAt > stamp.now) {
    return decided({ voucher: view }, []);
  }
  const expired: Voucher = { ...voucher, state: 'expired' };
  return decided({ voucher: view }, [
    ...changed(facts, voucher, expired),
    told('voucher.expired', expired, idsFrom(stamp).next('e')),
  ]);
}

function heldVoucher(facts: VoucherFacts, holdId: string): Voucher | undefined {
  return facts.vouchers.find((voucher) => voucher.holdId === holdId);
}

/** The voucher's change, and the wallet version of its owner. */
function changed(facts: VoucherFacts, before: Voucher, after: Voucher): Change[] {
  const owner = facts.shoppers.get(before.shopperId);
  if (!owner) throw new Error(`the owner of voucher ${before.id} was not loaded`);
  const touched = { ...owner, walletVersion: owner.walletVersion + 1 };
  return [
    { kind: 'shopper', before: owner, after: touched },
    { kind: 'voucher_changed', before, after },
  ];
}

function told(
  kind: EventKind,
  voucher: Voucher,
  id: string,
  more: Pick<EventPayload, 'reason'> = {},
): Change {
  const { shopperId, campaignId, gameId, prizeId, id: voucherId, orderId } = voucher;
  const payload = { prizeId, voucherId, ...(orderId === null ? {} : { orderId }), ...more };
  return raised({ id, kind, shopperId, campaignId, gameId, payload });
}
