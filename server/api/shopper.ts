/** What a shopper's widget may ask. */
import type { CommandId, SiteId } from '../../shared/ids.ts';
import type { Refusal, Result } from '../../shared/refusals.ts';
import { eraseAddressInput, giveAddressInput } from '../../shared/schema/parcel.ts';
import { setBirthdayInput } from '../../shared/schema/profile.ts';
import { attachReferralInput, openReferralInput } from '../../shared/schema/referral.ts';
import { pauseInput } from '../../shared/schema/pause.ts';
import { buyFreezeInput, checkInInput, makeUpInput } from '../../shared/schema/check-in-api.ts';
import { confirmContactInput, leaveContactInput } from '../../shared/schema/contact-api.ts';
import { answerQuizInput } from '../../shared/schema/quiz-api.ts';
import { buyRewardInput, rewardsInput } from '../../shared/schema/rewards-api.ts';
import { answerSurveyInput } from '../../shared/schema/survey-api.ts';
import {
  claimInput,
  gamesInput,
  identifyInput,
  playInput,
  playsInput,
  startInput,
  trackInput,
  walletInput,
  type IdentifyInput,
  type Shown,
  type StartInput,
  type StartReply,
} from '../../shared/schema/shopper-api.ts';
import { eraseDataInput, personalDataInput } from '../../shared/schema/personal-data-api.ts';
import { historyInput } from '../../shared/schema/history-api.ts';
import { leaderboardInput, setPlayerInput } from '../../shared/schema/leaderboard.ts';
import { confirmContact, leaveContact, liftOfLimit } from '../flow/contact.ts';
import { buyFreeze, checkIn, makeUp } from '../flow/check-in.ts';
import { claim } from '../flow/claim.ts';
import { identify } from '../flow/identify.ts';
import type { Deps } from '../flow/deps.ts';
import { eraseAddress, giveAddress } from '../flow/parcels.ts';
import { pause } from '../flow/pause.ts';
import { eraseData, readPersonalData } from '../flow/personal-data.ts';
import { readHistory } from '../flow/history.ts';
import { readLeaderboard, setPlayer } from '../flow/leaderboard.ts';
import { isSettled, play } from '../flow/play.ts';
import { readPlays } from '../flow/plays.ts';
import { setProfile } from '../flow/profile.ts';
import { attachReferral, openReferral } from '../flow/referral.ts';
import { answerQuiz } from '../flow/quiz.ts';
import { buyReward } from '../flow/reward-shop.ts';
import { readRewards } from '../flow/rewards.ts';
import { readGames, start } from '../flow/start.ts';
import { track } from '../flow/track.ts';
import { answerSurvey } from '../flow/surveys.ts';
import { readWallet } from '../flow/wallet.ts';
import {
  answer,
  checkOrigin,
  procedure,
  refuseCall,
  router,
  shopperProcedure,
  type Context,
  type ShopperSession,
} from './trpc.ts';

export const shopperRouter = router({
  start: procedure.input(startInput).query(async ({ ctx, input }) => {
    await checkOrigin(ctx, input.siteId);
    return answer(startAs(ctx, input));
  }),
  games: shopperProcedure.input(gamesInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return answer(readGames(ctx.deps, ctx.shopper.shopperId, input));
  }),
  play: shopperProcedure
    .input(playInput)
    .mutation(({ ctx, input }) =>
      answer(boundedByNetwork(ctx, { kind: 'play', ...ids(ctx), ...input }, play)),
    ),
  claim: shopperProcedure.input(claimInput).mutation(async ({ ctx, input }) => {
    await takeOrRefuse(ctx, 'claim');
    return answer(claim(ctx.deps, { kind: 'claim', ...ids(ctx), ...input }));
  }),
  leaveContact: shopperProcedure.input(leaveContactInput).mutation(async ({ ctx, input }) => {
    await takeOrRefuse(ctx, 'contact');
    const hashOf = (siteId: SiteId, contact: string): string =>
      ctx.identity.contactHash(siteId, contact);
    return answer(leaveContact(ctx.deps, ids(ctx), input, hashOf));
  }),
  confirmContact: shopperProcedure.input(confirmContactInput).mutation(async ({ ctx, input }) => {
    await takeOrRefuse(ctx, 'contact');
    return answer(confirmContact(ctx.deps, { kind: 'confirm_contact', ...ids(ctx), ...input }));
  }),
  rewards: shopperProcedure.input(rewardsInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return answer(readRewards(ctx.deps, input.siteId, ctx.shopper.shopperId));
  }),
  pause: shopperProcedure.input(pauseInput).mutation(async ({ ctx, input }) => {
    await boundStranger(ctx);
    return answer(pause(ctx.deps, { kind: 'pause', ...ids(ctx), externalId: null, ...input }));
  }),
  buyReward: shopperProcedure
    .input(buyRewardInput)
    .mutation(({ ctx, input }) =>
      answer(buyReward(ctx.deps, { kind: 'buy_reward', ...ids(ctx), ...input })),
    ),
  giveAddress: shopperProcedure
    .input(giveAddressInput)
    .mutation(({ ctx, input }) =>
      answer(giveAddress(ctx.deps, { kind: 'give_address', ...ids(ctx), ...input })),
    ),
  eraseAddress: shopperProcedure
    .input(eraseAddressInput)
    .mutation(({ ctx, input }) =>
      answer(eraseAddress(ctx.deps, { kind: 'erase_address', ...ids(ctx), ...input })),
    ),
  eraseData: shopperProcedure.input(eraseDataInput).mutation(async ({ ctx, input }) => {
    await boundStranger(ctx);
    return answer(eraseData(ctx.deps, { kind: 'erase_data', ...ids(ctx), ...input }));
  }),
  personalData: shopperProcedure.input(personalDataInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return answer(readPersonalData(ctx.deps, input.siteId, ctx.shopper.shopperId));
  }),
  answerSurvey: shopperProcedure
    .input(answerSurveyInput)
    .mutation(({ ctx, input }) =>
      answer(boundedByNetwork(ctx, { kind: 'answer_survey', ...ids(ctx), ...input }, answerSurvey)),
    ),
  setBirthday: shopperProcedure.input(setBirthdayInput).mutation(async ({ ctx, input }) => {
    await boundStranger(ctx);
    const { birthday: value, ...command } = { ...ids(ctx), externalId: null, ...input };
    const changes = [{ of: 'birthday', value } as const];
    return answer(setProfile(ctx.deps, { kind: 'set_profile', ...command, changes }));
  }),
  openReferral: shopperProcedure.input(openReferralInput).mutation(async ({ ctx, input }) => {
    await boundStranger(ctx);
    const command = { ...ids(ctx), externalId: null, ...input };
    return answer(openReferral(ctx.deps, { kind: 'open_referral', ...command }));
  }),
  attachReferral: shopperProcedure.input(attachReferralInput).mutation(async ({ ctx, input }) => {
    await takeOrRefuse(ctx, 'claim');
    const command = { ...ids(ctx), externalId: null, ...input };
    return answer(attachReferral(ctx.deps, { kind: 'attach_referral', ...command }));
  }),
  leaderboard: shopperProcedure.input(leaderboardInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    const { shopperId } = ctx.shopper;
    return answer(readLeaderboard(ctx.deps, { ...input, shopperId }));
  }),
  setPlayer: shopperProcedure.input(setPlayerInput).mutation(async ({ ctx, input }) => {
    await boundStranger(ctx);
    return answer(setPlayer(ctx.deps, { kind: 'set_player', ...ids(ctx), ...input }));
  }),
  checkIn: shopperProcedure
    .input(checkInInput)
    .mutation(({ ctx, input }) =>
      answer(boundedByNetwork(ctx, { kind: 'check_in', ...ids(ctx), ...input }, checkIn)),
    ),
  makeUp: shopperProcedure
    .input(makeUpInput)
    .mutation(({ ctx, input }) =>
      answer(boundedByNetwork(ctx, { kind: 'make_up', ...ids(ctx), ...input }, makeUp)),
    ),
  buyFreeze: shopperProcedure
    .input(buyFreezeInput)
    .mutation(({ ctx, input }) =>
      answer(buyFreeze(ctx.deps, { kind: 'buy_freeze', ...ids(ctx), ...input })),
    ),
  answerQuiz: shopperProcedure
    .input(answerQuizInput)
    .mutation(({ ctx, input }) =>
      answer(boundedByNetwork(ctx, { kind: 'answer_quiz', ...ids(ctx), ...input }, answerQuiz)),
    ),
  identify: procedure.input(identifyInput).mutation(async ({ ctx, input }) => {
    await checkOrigin(ctx, input.siteId);
    return answer(identifyAs(ctx, input));
  }),
  track: shopperProcedure.input(trackInput).mutation(async ({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    await takeOrRefuse(ctx, 'track');
    return answer(track(ctx.deps, ctx.shopper.shopperId, input));
  }),
  plays: shopperProcedure.input(playsInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return readPlays(ctx.deps, input.siteId, ctx.shopper.shopperId, input.before ?? null);
  }),
  history: shopperProcedure.input(historyInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return answer(readHistory(ctx.deps, input.siteId, ctx.shopper.shopperId, input.before));
  }),
  wallet: shopperProcedure.input(walletInput).query(({ ctx, input }) => {
    checkSite(ctx, input.siteId);
    return readWallet(ctx.deps, input.siteId, ctx.shopper.shopperId);
  }),
});

async function takeOrRefuse(ctx: Context, kind: 'claim' | 'contact' | 'track'): Promise<void> {
  const refusal = await ctx.takeAttempt(kind);
  if (refusal) refuseCall(refusal);
}

/** What is kept of somebody who did nothing before: fresh tokens would fill the disk. */
async function boundStranger(ctx: Context & { readonly shopper: ShopperSession }): Promise<void> {
  if (ctx.shopper.kind === 'anonymous') await takeOrRefuse(ctx, 'claim');
}

/** Nobody may take one site's wallet for another's. */
function checkSite({ shopper }: { shopper: ShopperSession }, siteId: SiteId): void {
  if (siteId !== shopper.siteId) refuseCall({ code: 'forbidden' });
}

function ids({
  shopper,
}: {
  shopper: ShopperSession;
}): Pick<ShopperSession, 'siteId' | 'shopperId'> {
  return { siteId: shopper.siteId, shopperId: shopper.shopperId };
}

/** What may give a prize: a network has so many an hour of those who are not signed in. */
async function boundedByNetwork<Command extends { readonly commandId: CommandId }, Reply>(
  ctx: Context & { readonly shopper: ShopperSession },
  command: Command,
  settleIt: (deps: Deps, command: Command) => Promise<Result<Reply>>,
): Promise<Result<Reply>> {
  const { deps, shopper } = ctx;
  if (shopper.kind === 'identified') return settleIt(deps, command);
  const limit = await ctx.takeAttempt('anonymous_play');
  const refusal = limit && (await limitOf(ctx, shopper, limit));
  // What was settled before stays theirs to see, however much their network did since.
  if (refusal && !(await isSettled(deps, shopper.siteId, command.commandId))) {
    return { ok: false, refusal };
  }
  const settled = await settleIt(deps, command);
  if (!settled.ok && !limit) await ctx.giveBack('anonymous_play');
  return settled;
}

/** Thousands share a carrier's address: a confirmed contact lifts its limit, and has its own. */
async function limitOf(
  ctx: Context,
  { siteId, shopperId }: ShopperSession,
  limit: Refusal,
): Promise<Refusal | null> {
  const { hash, ask } = await liftOfLimit(ctx.deps, siteId, shopperId);
  if (hash !== null) return ctx.takeAttempt('contact_play', hash);
  return ask ? { ...limit, contact: ask } : limit;
}

/** The token's own shopper, or a new one: a bad or foreign token is no reason to show nothing. */
async function startAs(
  ctx: Context,
  { siteId, ...shown }: StartInput,
): Promise<Result<StartReply>> {
  const { shopper } = ctx;
  if (shopper && 'shopperId' in shopper && shopper.siteId === siteId) {
    const started = await startWith(ctx, shopper, shown);
    if (started.ok || started.refusal.code !== 'shopper_merged') return started;
  }
  const shopperId = ctx.identity.newShopperId();
  return startWith(ctx, { siteId, shopperId, kind: 'anonymous' }, shown);
}

async function startWith(
  ctx: Context,
  session: ShopperSession,
  shown: Shown,
): Promise<Result<StartReply>> {
  const started = await start(ctx.deps, session.siteId, session.shopperId, shown);
  if (!started.ok) return started;
  const token = await ctx.identity.signShopper(session);
  const shopper = { id: session.shopperId, kind: session.kind };
  return { ok: true, value: { token, ...started.value, shopper } };
}

/** Merges the anonymous shopper of the bearer token, and starts as the customer. */
async function identifyAs(ctx: Context, input: IdentifyInput): Promise<Result<StartReply>> {
  const { siteId, commandId, token, ...shown } = input;
  const verified = await ctx.identity.verifyCustomer(siteId, token);
  if (!verified.ok) return verified;
  const { customer, tokenId, expiresAt: tokenExpiresAt } = verified.value;
  const { shopper } = ctx;
  const presents =
    shopper && 'shopperId' in shopper && shopper.kind === 'anonymous' && shopper.siteId === siteId;
  const anonymousId = presents ? shopper.shopperId : null;
  const settled = await identify(ctx.deps, {
    kind: 'identify',
    siteId,
    commandId,
    customer,
    anonymousId,
    tokenId,
    tokenExpiresAt,
  });
  if (!settled.ok) return settled;
  const { shopperId } = customer;
  return startWith(ctx, { siteId, shopperId, kind: 'identified' }, shown);
}
