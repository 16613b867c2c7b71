/** What an admin may ask. */
import type { CommandId, SiteId } from '../../shared/ids.ts';
import type { Result } from '../../shared/refusals.ts';
import {
  acceptLinkInput,
  overviewInput,
  signInInput,
  type AdminView,
} from '../../shared/schema/admin-api.ts';
import { adminReviewListInput, adminReviewReferralInput } from '../../shared/schema/referral.ts';
import { leadsInput } from '../../shared/schema/leads.ts';
import { adminMoveParcelInput, adminParcelsInput } from '../../shared/schema/parcel.ts';
import { acceptLink, adminOf, keepDeed, signIn, signOut, type Session } from '../flow/admins.ts';
import { exportLeads } from '../flow/leads.ts';
import { overview, siteOf } from '../flow/overview.ts';
import { readReviewList, reviewReferral } from '../flow/referral.ts';
import { moveParcel, readFulfilment } from '../flow/parcels.ts';
import { answer, procedure, refuseCall, router, type Context } from './trpc.ts';

/** A call from our own page: no other site may so much as try. */
const ownPageProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.origin !== null) refuseCall({ code: 'origin_not_allowed' });
  return next();
});

/** A call by a signed-in admin. */
const adminProcedure = ownPageProcedure.use(async ({ ctx, next }) => {
  const email = ctx.adminSecret && (await adminOf(ctx.deps, ctx.adminSecret));
  if (!email) refuseCall({ code: 'unauthorized' });
  return next({ ctx: { email } });
});

export const adminRouter = router({
  acceptLink: ownPageProcedure
    .input(acceptLinkInput)
    .mutation(({ ctx, input }) =>
      answer(openSession(ctx, acceptLink(ctx.deps, ctx.passwords, input))),
    ),
  signIn: ownPageProcedure.input(signInInput).mutation(async ({ ctx, input }) => {
    const refusal = await ctx.takeAttempt('sign_in');
    if (refusal) refuseCall(refusal);
    return answer(openSession(ctx, signIn(ctx.deps, ctx.passwords, input)));
  }),
  signOut: ownPageProcedure.mutation(async ({ ctx }) => {
    if (ctx.adminSecret) await signOut(ctx.deps, ctx.adminSecret);
    ctx.setAdminCookie(null);
  }),
  me: adminProcedure.query(({ ctx }) => adminView(ctx, ctx.email)),
  overview: adminProcedure
    .input(overviewInput)
    .query(({ ctx, input }) => answer(overview(ctx.deps, input, ctx.widgetUrl))),
  gifts: adminProcedure
    .input(adminParcelsInput)
    .query(({ ctx, input: { siteId, ...page } }) => readFulfilment(ctx.deps, siteId, page)),
  referralReviews: adminProcedure
    .input(adminReviewListInput)
    .query(({ ctx, input }) => readReviewList(ctx.deps, input.siteId, input.after ?? null)),
  reviewReferral: adminProcedure
    .input(adminReviewReferralInput)
    .mutation(({ ctx, input }) =>
      deed(
        ctx,
        { action: 'referral.reviewed', on: input.referralId, to: input.verdict, ...input },
        reviewReferral(ctx.deps, { kind: 'review_referral', ...officeOwn(input) }),
      ),
    ),
  leads: adminProcedure.input(leadsInput).query(async ({ ctx, input }) => {
    const { siteId, after = null } = input;
    const id = ctx.deps.entropy();
    if (after === null) {
      await keepDeed(ctx.deps, { id, actor: ctx.email, action: 'leads.read', detail: siteId });
    }
    return exportLeads(ctx.deps, siteId, after);
  }),
  moveGift: adminProcedure.input(adminMoveParcelInput).mutation(({ ctx, input }) => {
    const { tracking = null, ...move } = officeOwn(input);
    return deed(
      ctx,
      { action: 'gift.moved', on: input.parcelId, ...input },
      moveParcel(ctx.deps, { kind: 'move_parcel', ...move, tracking }),
    );
  }),
});

interface Deed {
  readonly action: string;
  readonly siteId: SiteId;
  readonly commandId: CommandId;
  readonly on: string;
  readonly to: string;
}

/** Answered once it stands in the log; a repeated command is logged once. */
async function deed<Value>(
  { deps, email }: Context & { readonly email: string },
  { action, siteId, commandId, on, to }: Deed,
  doing: Promise<Result<Value>>,
): Promise<Value> {
  const done = await answer(doing);
  const id = `${siteId} ${commandId}`;
  await keepDeed(deps, { id, actor: email, action, detail: `${siteId} ${on} ${to}` });
  return done;
}

/** A command id of an admin's: no shopper and no back end can have it. */
function officeOwn<Input extends { readonly commandId: CommandId }>(input: Input): Input {
  return { ...input, commandId: `admin:${input.commandId}` };
}

async function openSession(
  ctx: Context,
  opening: Promise<Result<Session>>,
): Promise<Result<AdminView>> {
  const session = await opening;
  if (!session.ok) return session;
  ctx.setAdminCookie(session.value);
  return { ok: true, value: await adminView(ctx, session.value.email) };
}

async function adminView(ctx: Context, email: string): Promise<AdminView> {
  const sites = [...ctx.deps.programmes.keys()].map((siteId) => siteOf(ctx.deps, siteId));
  return { email, sites: (await Promise.all(sites)).filter((site) => site !== null) };
}
