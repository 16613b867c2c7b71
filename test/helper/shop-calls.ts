/** What a shop's back end and a shopper send, in a line each; `commandId` is new unless given. */
import { customer, newId } from './shopping.ts';
import { siteId } from './programme.ts';
import type { Result } from '../../shared/refusals.ts';
import type { MoveParcelCommand } from '../../server/core/command.ts';
import type { ProfileInput, ProfileReply } from '../../shared/schema/profile.ts';
import type { ReferralCodeReply, ReferralReply } from '../../shared/schema/referral.ts';
import { setProfileOf } from '../../server/flow/profile.ts';
import { attachReferral, openReferral, reviewReferral } from '../../server/flow/referral.ts';
import { doDueWork } from '../../server/flow/scheduler.ts';
import type { ParcelReply } from '../../shared/schema/parcel.ts';
import type { AttributesReply } from '../../shared/schema/attribute.ts';
import type { AnsweredReply } from '../../shared/schema/survey-api.ts';
import type { PauseReply } from '../../shared/schema/pause.ts';
import type { CreditReply, PointsHoldReply } from '../../shared/schema/points-api.ts';
import type { ReportedEventReply, RevokedReply } from '../../shared/schema/event-api.ts';
import type { PlayerReply } from '../../shared/schema/leaderboard.ts';
import type { CheckInReply, FreezeReply } from '../../shared/schema/check-in-api.ts';
import type { AnswerReply } from '../../shared/schema/quiz-api.ts';
import type { BoughtReply } from '../../shared/schema/rewards-api.ts';
import type { ClaimReply } from '../../shared/schema/shopper-api.ts';
import type {
  GrantReply,
  HoldReply,
  OrderItem,
  OrderReply,
  PointsReply,
  VoucherReply,
} from '../../shared/schema/storefront-api.ts';
import type { IdentifyOutcome } from '../../server/core/identify.ts';
import { adjustPoints, grantPrize } from '../../server/flow/back-office.ts';
import { holdVoucher, redeemVoucher, releaseVoucher } from '../../server/flow/checkout.ts';
import { buyFreeze, checkIn, makeUp } from '../../server/flow/check-in.ts';
import { claim } from '../../server/flow/claim.ts';
import { decideTidy, type Tidied } from '../../server/core/tidy.ts';
import { settle, type Deps } from '../../server/flow/deps.ts';
import { planTidy } from '../../server/store/sql/plans-due.ts';
import { eraseData } from '../../server/flow/personal-data.ts';
import { reportEvent, revokeBadge } from '../../server/flow/events.ts';
import { identify } from '../../server/flow/identify.ts';
import { setPlayer } from '../../server/flow/leaderboard.ts';
import { cancelOrder, refundOrder, reportOrder } from '../../server/flow/orders.ts';
import { eraseAddress, giveAddress, moveParcel } from '../../server/flow/parcels.ts';
import { pause } from '../../server/flow/pause.ts';
import {
  adjustCredit,
  holdPoints,
  redeemPoints,
  releasePoints,
} from '../../server/flow/points-checkout.ts';
import { answerQuiz } from '../../server/flow/quiz.ts';
import { buyReward } from '../../server/flow/reward-shop.ts';
import { answerSurvey, setAttributes } from '../../server/flow/surveys.ts';

interface Sent {
  readonly commandId?: string;
}

function sent({ commandId = newId() }: Sent): { siteId: string; commandId: string } {
  return { siteId, commandId };
}

export interface SignIn extends Sent {
  readonly name: string;
  readonly anonymousId?: string | null;
  readonly tokenId?: string;
  readonly tokenExpiresAt?: number;
}

export function signIn(deps: Deps, call: SignIn): Promise<Result<IdentifyOutcome>> {
  const { name, anonymousId = null, tokenId = newId() } = call;
  const { tokenExpiresAt = deps.clock() + 600_000 } = call;
  return identify(deps, {
    ...sent(call),
    kind: 'identify',
    customer: customer(name),
    anonymousId,
    tokenId,
    tokenExpiresAt,
  });
}

export interface OrderCall extends Sent {
  readonly orderId: string;
  readonly name?: string | null;
  readonly net?: number;
  readonly amount?: number;
  readonly items?: readonly OrderItem[];
}

export function report(deps: Deps, call: OrderCall): Promise<Result<OrderReply>> {
  const { orderId, name = null, net = 100_000, items } = call;
  const who = name === null ? null : customer(name);
  const bought = items ? { items } : {};
  const order = { orderId, customer: who, currency: 'VND', net, ...bought };
  return reportOrder(deps, { ...sent(call), kind: 'report_order', ...order });
}

export function refund(deps: Deps, call: OrderCall): Promise<Result<OrderReply>> {
  const { orderId, amount = 1 } = call;
  return refundOrder(deps, { ...sent(call), kind: 'refund_order', orderId, amount });
}

export function cancel(deps: Deps, call: OrderCall): Promise<Result<OrderReply>> {
  return cancelOrder(deps, { ...sent(call), kind: 'cancel_order', orderId: call.orderId });
}

export interface Hold extends Sent {
  readonly code: string;
  readonly name?: string | null;
  readonly net?: number;
  readonly ttlSeconds?: number;
}

export function hold(deps: Deps, call: Hold): Promise<Result<HoldReply>> {
  const { code, name = null, net = 100_000, ttlSeconds = 900 } = call;
  const who = name === null ? null : customer(name);
  const cart = { code, customer: who, currency: 'VND', net, ttlSeconds };
  return holdVoucher(deps, { ...sent(call), kind: 'hold_voucher', ...cart });
}

export interface Held extends Sent {
  readonly holdId: string;
  readonly orderId?: string;
}

export function redeem(deps: Deps, call: Held): Promise<Result<VoucherReply>> {
  const { holdId, orderId = 'order-1' } = call;
  return redeemVoucher(deps, { ...sent(call), kind: 'redeem_voucher', holdId, orderId });
}

export function release(deps: Deps, call: Held): Promise<Result<VoucherReply>> {
  return releaseVoucher(deps, { ...sent(call), kind: 'release_voucher', holdId: call.holdId });
}

export interface Taken extends Sent {
  readonly shopperId: string;
  readonly voucherId: string;
}

export function take(deps: Deps, call: Taken): Promise<Result<ClaimReply>> {
  const { shopperId, voucherId } = call;
  return claim(deps, { ...sent(call), kind: 'claim', shopperId, voucherId });
}

export interface Purchase extends Sent {
  readonly shopperId: string;
  readonly rewardId: string;
}

export function buy(deps: Deps, call: Purchase): Promise<Result<BoughtReply>> {
  const { shopperId, rewardId } = call;
  return buyReward(deps, { ...sent(call), kind: 'buy_reward', shopperId, rewardId });
}

export interface Parcel extends Sent {
  readonly shopperId: string;
  readonly parcelId: string;
}

export function send(deps: Deps, call: Parcel): Promise<Result<ParcelReply>> {
  const { shopperId, parcelId } = call;
  const address = { name: 'Anna', lines: ['1 Lê Lợi'], city: 'Huế', country: 'VN' };
  return giveAddress(deps, { ...sent(call), kind: 'give_address', shopperId, parcelId, address });
}

export function erase(deps: Deps, call: Parcel): Promise<Result<ParcelReply>> {
  const { shopperId, parcelId } = call;
  return eraseAddress(deps, { ...sent(call), kind: 'erase_address', shopperId, parcelId });
}

export interface ParcelMove extends Sent {
  readonly parcelId: string;
  readonly to: MoveParcelCommand['to'];
  readonly tracking?: string | null;
}

export function moveGift(deps: Deps, call: ParcelMove): Promise<Result<ParcelReply>> {
  const { parcelId, to, tracking = null } = call;
  return moveParcel(deps, { ...sent(call), kind: 'move_parcel', parcelId, to, tracking });
}

export interface PointsHold extends Sent {
  readonly name: string;
  readonly amount: number;
  readonly unit?: 'points' | 'credit';
  readonly net?: number;
  readonly ttlSeconds?: number;
}

export function keep(deps: Deps, call: PointsHold): Promise<Result<PointsHoldReply>> {
  const { name, amount, unit = 'points', net = 100_000, ttlSeconds = 900 } = call;
  const cart = { customer: customer(name), unit, amount, currency: 'VND', net, ttlSeconds };
  return holdPoints(deps, { ...sent(call), kind: 'hold_points', ...cart });
}

export function spend(deps: Deps, call: Held): Promise<Result<PointsHoldReply>> {
  const { holdId, orderId = 'order-1' } = call;
  return redeemPoints(deps, { ...sent(call), kind: 'redeem_points', holdId, orderId });
}

export function letGo(deps: Deps, call: Held): Promise<Result<PointsHoldReply>> {
  return releasePoints(deps, { ...sent(call), kind: 'release_points', holdId: call.holdId });
}

export function giveCredit(
  deps: Deps,
  call: Sent & { readonly name: string; readonly change: number },
): Promise<Result<CreditReply>> {
  const gift = { customer: customer(call.name), change: call.change, reason: 'goodwill' };
  return adjustCredit(deps, { ...sent(call), kind: 'adjust_credit', ...gift });
}

/** What time made due for the shopper. */
export function tidy(deps: Deps, shopperId: string): Promise<Result<Tidied>> {
  const mechanic = { plan: planTidy, decide: decideTidy };
  return settle(deps, mechanic, { ...sent({}), kind: 'tidy', shopperId });
}

/** Whatever time has made due, as the scheduler does it. Answers how many units. */
export function doAllDue(deps: Deps): Promise<number> {
  const report = (work: string, error: unknown): void => {
    throw new Error(work, { cause: error });
  };
  return doDueWork(deps, { owner: 'test', report, isStopping: () => false });
}

export interface Brought extends Sent {
  readonly shopperId: string;
  readonly code?: string;
}

export function openCode(deps: Deps, call: Brought): Promise<Result<ReferralCodeReply>> {
  const shopper = { shopperId: call.shopperId, externalId: null };
  return openReferral(deps, { ...sent(call), kind: 'open_referral', ...shopper });
}

export function attach(deps: Deps, call: Brought): Promise<Result<ReferralReply>> {
  const { shopperId, code = 'NONE' } = call;
  const shopper = { shopperId, externalId: null };
  return attachReferral(deps, { ...sent(call), kind: 'attach_referral', ...shopper, code });
}

export interface Verdict extends Sent {
  readonly referralId: string;
  readonly verdict: 'approve' | 'reject';
}

export function review(deps: Deps, call: Verdict): Promise<Result<ReferralReply>> {
  const { referralId, verdict } = call;
  return reviewReferral(deps, { ...sent(call), kind: 'review_referral', referralId, verdict });
}

export interface Told extends Sent {
  readonly name: string;
  readonly fields: Omit<ProfileInput, 'commandId' | 'shopperId'>;
}

export function tell(deps: Deps, call: Told): Promise<Result<ProfileReply>> {
  const command = { ...sent(call), ...customer(call.name) };
  return setProfileOf(deps, command, call.fields, (site, contact) => `${site} ${contact}`);
}

export interface Credit extends Sent {
  readonly shopperId: string;
  readonly calendarId?: string;
}

export function checkInAs(deps: Deps, call: Credit): Promise<Result<CheckInReply>> {
  const { shopperId, calendarId = 'daily' } = call;
  return checkIn(deps, { ...sent(call), kind: 'check_in', shopperId, calendarId });
}

export function makeUpAs(
  deps: Deps,
  call: Credit & { readonly day: string },
): Promise<Result<CheckInReply>> {
  const { shopperId, calendarId = 'daily', day } = call;
  return makeUp(deps, { ...sent(call), kind: 'make_up', shopperId, calendarId, day });
}

export function buyFreezeAs(deps: Deps, call: Credit): Promise<Result<FreezeReply>> {
  const { shopperId, calendarId = 'daily' } = call;
  return buyFreeze(deps, { ...sent(call), kind: 'buy_freeze', shopperId, calendarId });
}

export interface QuizAnswer extends Sent {
  readonly shopperId: string;
  readonly quizId?: string;
  readonly questionId: string;
  readonly choice: string;
}

export function answerAs(deps: Deps, call: QuizAnswer): Promise<Result<AnswerReply>> {
  const { shopperId, quizId = 'tea', questionId, choice } = call;
  const answer = { shopperId, quizId, questionId, choice };
  return answerQuiz(deps, { ...sent(call), kind: 'answer_quiz', ...answer });
}

export interface Gift extends Sent {
  readonly name: string;
  readonly change?: number;
  readonly prizeId?: string;
}

export function adjust(deps: Deps, call: Gift): Promise<Result<PointsReply>> {
  const { name, change = 100 } = call;
  const gift = { customer: customer(name), change, reason: 'goodwill' };
  return adjustPoints(deps, { ...sent(call), kind: 'adjust_points', ...gift });
}

export function grant(deps: Deps, call: Gift): Promise<Result<GrantReply>> {
  const { name, prizeId = 'ten-off' } = call;
  const gift = { customer: customer(name), prizeId, reason: 'goodwill' };
  return grantPrize(deps, { ...sent(call), kind: 'grant_prize', ...gift });
}

export interface Answering extends Sent {
  readonly shopperId: string;
  readonly surveyId: string;
  readonly subject?: string;
  readonly score?: number;
  readonly text?: string;
}

export function answerTo(deps: Deps, call: Answering): Promise<Result<AnsweredReply>> {
  return answerSurvey(deps, { kind: 'answer_survey', subject: '', ...call, ...sent(call) });
}

export interface Said extends Sent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

export function setAttributesOf(deps: Deps, call: Said): Promise<Result<AttributesReply>> {
  const { name, attributes } = call;
  const said = { customer: customer(name), attributes };
  return setAttributes(deps, { ...sent(call), kind: 'set_attributes', ...said });
}

export interface Rest extends Sent {
  readonly shopperId: string;
  readonly days: number | null;
}

export function rest(deps: Deps, call: Rest): Promise<Result<PauseReply>> {
  const { shopperId, days } = call;
  return pause(deps, { ...sent(call), kind: 'pause', shopperId, externalId: null, days });
}

export function forget(deps: Deps, call: Sent & Pick<Rest, 'shopperId'>): Promise<Result<object>> {
  const { shopperId } = call;
  return eraseData(deps, { ...sent(call), kind: 'erase_data', shopperId });
}

export interface Reported extends Sent {
  readonly name: string;
  readonly event?: string;
  readonly amount?: number;
  readonly productId?: string;
}

export function reportDone(deps: Deps, call: Reported): Promise<Result<ReportedEventReply>> {
  const { name, event = 'review', amount = 0, productId } = call;
  const { commandId } = sent(call);
  const about = productId === undefined ? {} : { productId };
  const done = { eventId: commandId, customer: customer(name), name: event, amount, ...about };
  return reportEvent(deps, { ...sent({ commandId }), kind: 'report_event', ...done });
}

export interface Revoked extends Sent {
  readonly name: string;
  readonly badgeId: string;
}

export function revoke(deps: Deps, call: Revoked): Promise<Result<RevokedReply>> {
  const { name, badgeId } = call;
  const revocation = { customer: customer(name), badgeId, reason: 'a mistake' };
  return revokeBadge(deps, { ...sent(call), kind: 'revoke_badge', ...revocation });
}

export interface Chosen extends Sent {
  readonly shopperId: string;
  readonly alias?: string | null;
  readonly hidden?: boolean;
}

export function choose(deps: Deps, call: Chosen): Promise<Result<PlayerReply>> {
  const { shopperId, alias = null, hidden = false } = call;
  return setPlayer(deps, { ...sent(call), kind: 'set_player', shopperId, alias, hidden });
}
