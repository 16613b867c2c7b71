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
  voidVoucherInput,
} from '../../shared/schema/storefront-api.ts';
import { moveParcelInput, parcelsInput } from '../../shared/schema/parcel.ts';
import { setAttributesInput } from '../../shared/schema/attribute.ts';
import { backendPauseInput } from '../../shared/schema/pause.ts';
import { backendEraseDataInput } from '../../shared/schema/personal-data-api.ts';
import { setProfileInput } from '../../shared/schema/profile.ts';
import {
  backendAttachReferralInput,
  backendOpenReferralInput,
  reviewListInput,
  reviewReferralInput,
} from '../../shared/schema/referral.ts';
import {
  adjustCreditInput,
  holdPointsInput,
  redeemPointsInput,
  releasePointsInput,
} from '../../shared/schema/points-api.ts';
import type { CommandId, Customer, SiteId } from '../../shared/ids.ts';
import { adjustPoints, grantPrize, readPoints, readShopper } from '../flow/back-office.ts';
import {
  holdVoucher,
  redeemVoucher,
  releaseVoucher,
  validateVoucher,
  voidVoucher,
} from '../flow/checkout.ts';
import { adjustCredit, holdPoints, redeemPoints, releasePoints } from '../flow/points-checkout.ts';
import { reportEventInput, revokeBadgeInput } from '../../shared/schema/event-api.ts';
import { reportEvent, revokeBadge } from '../flow/events.ts';
import { cancelOrder, refundOrder, reportOrder } from '../flow/orders.ts';
import { moveParcel, readFulfilment } from '../flow/parcels.ts';
import { pause } from '../flow/pause.ts';
import { eraseDataOf, personalDataOf } from '../flow/personal-data.ts';
import { setAttributes } from '../flow/surveys.ts';
import { setProfileOf } from '../flow/profile.ts';
import { attachReferral, openReferral, readReviewList, reviewReferral } from '../flow/referral.ts';
import { answer, backendProcedure, router, type Context } from './trpc.ts';

export const storefrontRouter = router({
  reportOrder: backendProcedure.input(reportOrderInput).mutation(({ ctx, input }) => {
    const { shopperId, ...order } = ours(ctx, input);
    const customer = guestOr(ctx, shopperId);
    return answer(reportOrder(ctx.deps, { kind: 'report_order', ...order, customer }));
  }),
  cancelOrder: backendProcedure
    .input(cancelOrderInput)
    .mutation(({ ctx, input }) =>
      answer(cancelOrder(ctx.deps, { kind: 'cancel_order', ...ours(ctx, input) })),
    ),
  refundOrder: backendProcedure
    .input(refundOrderInput)
    .mutation(({ ctx, input }) =>
      answer(refundOrder(ctx.deps, { kind: 'refund_order', ...ours(ctx, input) })),
    ),
  validateVoucher: backendProcedure.input(validateVoucherInput).mutation(({ ctx, input }) => {
    const { shopperId, ...cart } = input;
    return answer(
      validateVoucher(ctx.deps, ctx.siteId, { ...cart, customer: guestOr(ctx, shopperId) }),
    );
  }),
  holdVoucher: backendProcedure.input(holdVoucherInput).mutation(({ ctx, input }) => {
    const { shopperId, ...cart } = ours(ctx, input);
    const customer = guestOr(ctx, shopperId);
    return answer(holdVoucher(ctx.deps, { kind: 'hold_voucher', ...cart, customer }));
  }),
  redeemVoucher: backendProcedure
    .input(redeemVoucherInput)
    .mutation(({ ctx, input }) =>
      answer(redeemVoucher(ctx.deps, { kind: 'redeem_voucher', ...ours(ctx, input) })),
    ),
  releaseVoucher: backendProcedure
    .input(releaseVoucherInput)
    .mutation(({ ctx, input }) =>
      answer(releaseVoucher(ctx.deps, { kind: 'release_voucher', ...ours(ctx, input) })),
    ),
  voidVoucher: backendProcedure
    .input(voidVoucherInput)
    .mutation(({ ctx, input }) =>
      answer(voidVoucher(ctx.deps, { kind: 'void_voucher', ...ours(ctx, input) })),
    ),
  holdPoints: backendProcedure
    .input(holdPointsInput)
    .mutation(({ ctx, input }) =>
      answer(holdPoints(ctx.deps, { kind: 'hold_points', ...about(ctx, input) })),
    ),
  redeemPoints: backendProcedure
    .input(redeemPointsInput)
    .mutation(({ ctx, input }) =>
      answer(redeemPoints(ctx.deps, { kind: 'redeem_points', ...ours(ctx, input) })),
    ),
  releasePoints: backendProcedure
    .input(releasePointsInput)
    .mutation(({ ctx, input }) =>
      answer(releasePoints(ctx.deps, { kind: 'release_points', ...ours(ctx, input) })),
    ),
  adjustCredit: backendProcedure
    .input(adjustCreditInput)
    .mutation(({ ctx, input }) =>
      answer(adjustCredit(ctx.deps, { kind: 'adjust_credit', ...about(ctx, input) })),
    ),
  reportEvent: backendProcedure.input(reportEventInput).mutation(({ ctx, input }) => {
    const { shopperId, commandId, eventId = commandId, ...event } = input;
    const customer = customerOf(ctx, shopperId);
    return answer(
      reportEvent(ctx.deps, {
        kind: 'report_event',
        siteId: ctx.siteId,
        // The same event under another key is the same command.
        commandId: `event:${eventId}`,
        eventId,
        customer,
        ...event,
      }),
    );
  }),
  revokeBadge: backendProcedure
    .input(revokeBadgeInput)
    .mutation(({ ctx, input }) =>
      answer(revokeBadge(ctx.deps, { kind: 'revoke_badge', ...about(ctx, input) })),
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
  adjustPoints: backendProcedure
    .input(adjustPointsInput)
    .mutation(({ ctx, input }) =>
      answer(adjustPoints(ctx.deps, { kind: 'adjust_points', ...about(ctx, input) })),
    ),
  setAttributes: backendProcedure
    .input(setAttributesInput)
    .mutation(({ ctx, input }) =>
      answer(setAttributes(ctx.deps, { kind: 'set_attributes', ...about(ctx, input) })),
    ),
  personalData: backendProcedure
    .input(shopperInput)
    .query(({ ctx, input }) =>
      answer(personalDataOf(ctx.deps, ctx.siteId, customerOf(ctx, input.shopperId).shopperId)),
    ),
  eraseData: backendProcedure.input(backendEraseDataInput).mutation(({ ctx, input }) => {
    const { shopperId } = customerOf(ctx, input.shopperId);
    return answer(eraseDataOf(ctx.deps, { kind: 'erase_data', ...ours(ctx, input), shopperId }));
  }),
  pause: backendProcedure
    .input(backendPauseInput)
    .mutation(({ ctx, input }) =>
      answer(pause(ctx.deps, { kind: 'pause', ...asCustomer(ctx, input) })),
    ),
  grantPrize: backendProcedure
    .input(grantPrizeInput)
    .mutation(({ ctx, input }) =>
      answer(grantPrize(ctx.deps, { kind: 'grant_prize', ...about(ctx, input) })),
    ),
  gifts: backendProcedure
    .input(parcelsInput)
    .query(({ ctx, input }) => readFulfilment(ctx.deps, ctx.siteId, input)),
  moveGift: backendProcedure.input(moveParcelInput).mutation(({ ctx, input }) => {
    const { tracking = null, ...move } = ours(ctx, input);
    return answer(moveParcel(ctx.deps, { kind: 'move_parcel', ...move, tracking }));
  }),
  setProfile: backendProcedure.input(setProfileInput).mutation(({ ctx, input }) => {
    const { commandId, shopperId, ...fields } = input;
    const command = asCustomer(ctx, { commandId, shopperId });
    const { identity } = ctx;
    return answer(
      setProfileOf(ctx.deps, command, fields, (site, contact) =>
        identity.contactHash(site, contact),
      ),
    );
  }),
  openReferral: backendProcedure
    .input(backendOpenReferralInput)
    .mutation(({ ctx, input }) =>
      answer(openReferral(ctx.deps, { kind: 'open_referral', ...asCustomer(ctx, input) })),
    ),
  attachReferral: backendProcedure
    .input(backendAttachReferralInput)
    .mutation(({ ctx, input }) =>
      answer(attachReferral(ctx.deps, { kind: 'attach_referral', ...asCustomer(ctx, input) })),
    ),
  referralReviews: backendProcedure
    .input(reviewListInput)
    .query(({ ctx, input }) => readReviewList(ctx.deps, ctx.siteId, input.after ?? null)),
  reviewReferral: backendProcedure
    .input(reviewReferralInput)
    .mutation(({ ctx, input }) =>
      answer(reviewReferral(ctx.deps, { kind: 'review_referral', ...ours(ctx, input) })),
    ),
});

type BackendContext = Context & { readonly siteId: SiteId };

/**
 * What the back end sends, as a command of its site. A shopper's command id may not hold a colon,
 * so that nobody can take one that the shop is going to use.
 */
function ours<Input extends { readonly commandId: CommandId }>(ctx: BackendContext, input: Input) {
  return { ...input, siteId: ctx.siteId, commandId: `backend:${input.commandId}` };
}

/** The same, about one of the shop's customers. */
function about<Input extends { readonly commandId: CommandId; readonly shopperId: string }>(
  ctx: BackendContext,
  input: Input,
) {
  const { shopperId, ...command } = ours(ctx, input);
  return { ...command, customer: customerOf(ctx, shopperId) };
}

/** The same, as if the customer had sent it. */
function asCustomer<Input extends { readonly commandId: CommandId; readonly shopperId: string }>(
  ctx: BackendContext,
  input: Input,
) {
  return { ...ours(ctx, input), ...customerOf(ctx, input.shopperId) };
}

function customerOf(ctx: BackendContext, externalId: string): Customer {
  return ctx.identity.customerOf(ctx.siteId, externalId);
}

function guestOr(ctx: BackendContext, externalId: string | undefined): Customer | null {
  return externalId === undefined ? null : customerOf(ctx, externalId);
}
