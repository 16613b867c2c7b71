/** What the shop's back end may ask, with its secret key. REST is a table over these. */
import {
  adjustPointsInput,
  cancelOrderInput,
  grantPrizeInput,
  holdVoucherInput,
  redeemVoucherInput,
  refundOrderInput,
  releaseVoucherInput,
  reportOrderInput,
  shopperInput,
  validateVoucherInput,
} from '../../shared/schema/storefront-api.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { Customer } from '../../shared/ids.ts';
import { adjustPoints, grantPrize, readPoints, readShopper } from '../flow/back-office.ts';
import { holdVoucher, redeemVoucher, releaseVoucher, validateVoucher } from '../flow/checkout.ts';
import { cancelOrder, refundOrder, reportOrder } from '../flow/orders.ts';
import { answer, backendProcedure, router, type Context } from './trpc.ts';

export const storefrontRouter = router({
  reportOrder: backendProcedure.input(reportOrderInput).mutation(({ ctx, input }) => {
    const { shopperId, ...order } = input;
    const customer = guestOr(ctx, shopperId);
    return answer(
      reportOrder(ctx.deps, { kind: 'report_order', siteId: ctx.siteId, ...order, customer }),
    );
  }),
  cancelOrder: backendProcedure
    .input(cancelOrderInput)
    .mutation(({ ctx, input }) =>
      answer(cancelOrder(ctx.deps, { kind: 'cancel_order', siteId: ctx.siteId, ...input })),
    ),
  refundOrder: backendProcedure
    .input(refundOrderInput)
    .mutation(({ ctx, input }) =>
      answer(refundOrder(ctx.deps, { kind: 'refund_order', siteId: ctx.siteId, ...input })),
    ),
  validateVoucher: backendProcedure.input(validateVoucherInput).mutation(({ ctx, input }) => {
    const { shopperId, ...cart } = input;
    return answer(
      validateVoucher(ctx.deps, ctx.siteId, { ...cart, customer: guestOr(ctx, shopperId) }),
    );
  }),
  holdVoucher: backendProcedure.input(holdVoucherInput).mutation(({ ctx, input }) => {
    const { shopperId, ...cart } = input;
    const customer = guestOr(ctx, shopperId);
    return answer(
      holdVoucher(ctx.deps, { kind: 'hold_voucher', siteId: ctx.siteId, ...cart, customer }),
    );
  }),
  redeemVoucher: backendProcedure
    .input(redeemVoucherInput)
    .mutation(({ ctx, input }) =>
      answer(redeemVoucher(ctx.deps, { kind: 'redeem_voucher', siteId: ctx.siteId, ...input })),
    ),
  releaseVoucher: backendProcedure
    .input(releaseVoucherInput)
    .mutation(({ ctx, input }) =>
      answer(releaseVoucher(ctx.deps, { kind: 'release_voucher', siteId: ctx.siteId, ...input })),
    ),
  shopper: backendProcedure
    .input(shopperInput)
    .query(({ ctx, input }) =>
      answer(readShopper(ctx.deps, ctx.siteId, customerOf(ctx, input.shopperId))),
    ),
  points: backendProcedure
    .input(shopperInput)
    .query(({ ctx, input }) =>
      answer(readPoints(ctx.deps, ctx.siteId, customerOf(ctx, input.shopperId))),
    ),
  adjustPoints: backendProcedure.input(adjustPointsInput).mutation(({ ctx, input }) => {
    const { shopperId, ...adjustment } = input;
    const customer = customerOf(ctx, shopperId);
    return answer(
      adjustPoints(ctx.deps, {
        kind: 'adjust_points',
        siteId: ctx.siteId,
        ...adjustment,
        customer,
      }),
    );
  }),
  grantPrize: backendProcedure.input(grantPrizeInput).mutation(({ ctx, input }) => {
    const { shopperId, ...grant } = input;
    const customer = customerOf(ctx, shopperId);
    return answer(
      grantPrize(ctx.deps, { kind: 'grant_prize', siteId: ctx.siteId, ...grant, customer }),
    );
  }),
});

type BackendContext = Context & { readonly siteId: SiteId };

function customerOf(ctx: BackendContext, externalId: string): Customer {
  return ctx.identity.customerOf(ctx.siteId, externalId);
}

function guestOr(ctx: BackendContext, externalId: string | undefined): Customer | null {
  return externalId === undefined ? null : customerOf(ctx, externalId);
}
