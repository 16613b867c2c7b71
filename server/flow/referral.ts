/** Referral: codes, friends, what goes on by itself, and the list that a person looks at. */
import type { OrderId, ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Result } from '../../shared/refusals.ts';
import type { ReferralReply, ReferralView, ReviewPage } from '../../shared/schema/referral.ts';
import type { ReviewReferralCommand } from '../core/command.ts';
import { prizeView, type Programme } from '../core/programme.ts';
import { decideSettleReferral } from '../core/referral-payout.ts';
import {
  decideAttachReferral,
  decideOpenReferral,
  decideReviewReferral,
  isOpen,
  referralLink,
} from '../core/referral.ts';
import {
  planAttachReferral,
  planOpenReferral,
  planReviewReferral,
  planSettleReferral,
} from '../store/sql/plans-referral.ts';
import {
  codeOfShopper,
  dueReferralsOf,
  friendsByState,
  referralOfFriend,
  referralOfOrder,
  referralRow,
  referralsInReview,
} from '../store/sql/referral.ts';
import { intOf, textOf, textOrNull } from '../store/sql/row.ts';
import type { Query, StepRows } from '../store/store.ts';
import { settle, useCase, type Deps } from './deps.ts';

export const openReferral = useCase(planOpenReferral, decideOpenReferral);
export const attachReferral = useCase(planAttachReferral, decideAttachReferral);

/** What was approved is paid at once when it is due. */
export async function reviewReferral(
  deps: Deps,
  command: ReviewReferralCommand,
): Promise<Result<ReferralReply>> {
  const mechanic = { plan: planReviewReferral, decide: decideReviewReferral };
  const reviewed = await settle(deps, mechanic, command);
  if (reviewed.ok && command.verdict === 'approve') {
    await settleReferral(deps, command.siteId, command.referralId);
  }
  return reviewed;
}

/** Moves one referral as far as it can go now; a refusal says that it stays where it is. */
export function settleReferral(
  deps: Deps,
  siteId: SiteId,
  referralId: string,
): Promise<Result<ReferralReply>> {
  const mechanic = { plan: planSettleReferral, decide: decideSettleReferral };
  // Every try is a command of its own: the state of the referral says whether it is paid.
  const commandId = `referral:${deps.entropy()}`;
  return settle(deps, mechanic, { kind: 'settle_referral', siteId, commandId, referralId });
}

/** After a command of a shopper's: whatever of theirs, on either side, can go on by now. */
export async function settleReferralsOf(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<void> {
  if (!offersReferral(deps, siteId)) return;
  const page = { dueAt: deps.clock(), rowsMax: limits.referralsSettledAlongMax };
  await settleFound(deps, siteId, [
    referralOfFriend(siteId, shopperId),
    dueReferralsOf(siteId, shopperId, page),
  ]);
}

/** After a change of an order: the referral that waits for it may be over. */
export async function settleReferralOfOrder(
  deps: Deps,
  siteId: SiteId,
  orderId: OrderId,
): Promise<void> {
  if (!offersReferral(deps, siteId)) return;
  await settleFound(deps, siteId, [referralOfOrder(siteId, orderId)]);
}

async function settleFound(deps: Deps, siteId: SiteId, queries: Query[]): Promise<void> {
  const found = (await deps.store.read(queries)).flat().map(referralRow);
  const ids = new Set(found.filter(isOpen).map(({ id }) => id));
  for (const id of ids) await settleReferral(deps, siteId, id);
}

function offersReferral({ programmes }: Deps, siteId: SiteId): boolean {
  return (programmes.get(siteId)?.document.referral ?? null) !== null;
}

export async function readReviewList(
  deps: Deps,
  siteId: SiteId,
  after: string | null,
): Promise<ReviewPage> {
  const rowsMax = limits.referralsPageMax;
  const page = { after, rowsMax: rowsMax + 1 };
  const [rows] = await deps.store.report([referralsInReview(siteId, page)]);
  const referrals = (rows ?? []).slice(0, rowsMax).map((row) => {
    const { id, friendId, referrerId, state, doubts, attachedAt, orderId, dueAt } =
      referralRow(row);
    return {
      id,
      friend: { id: friendId, shopperId: textOrNull(row, 'friend_external') },
      referrer: { id: referrerId, shopperId: textOrNull(row, 'referrer_external') },
      state,
      doubts,
      attachedAt,
      orderId,
      dueAt,
    };
  });
  const isMore = (rows ?? []).length > rowsMax;
  return { referrals, next: isMore ? (referrals.at(-1)?.id ?? null) : null };
}

/** The reads of a shopper's view, none where there is no referral. */
export function referralReads({ siteId, document }: Programme, shopperId: ShopperId): Query[] {
  if (document.referral === null) return [];
  return [
    codeOfShopper(siteId, shopperId),
    friendsByState(siteId, shopperId),
    referralOfFriend(siteId, shopperId),
  ];
}

export function referralView(
  { document, prizes, site }: Programme,
  [codes, friends, own]: StepRows,
): ReferralView | null {
  const { referral: rules } = document;
  const referrerPrize = rules && prizes.get(rules.referrerPrizeId);
  const friendPrize = rules && prizes.get(rules.friendPrizeId);
  if (!rules || !referrerPrize || !friendPrize) return null;
  const code = codes?.[0] ? textOf(codes[0], 'code') : null;
  const count = (state: string): number =>
    (friends ?? [])
      .filter((row) => textOf(row, 'state') === state)
      .reduce((sum, row) => sum + intOf(row, 'friends'), 0);
  const mine = own?.[0] ? referralRow(own[0]) : null;
  return {
    code,
    link: code === null ? null : referralLink(rules, site, code),
    referrerPrize: prizeView(referrerPrize),
    friendPrize: prizeView(friendPrize),
    minimumNet: rules.minimumNet,
    returnWindowDays: rules.returnWindowDays,
    friends: { attached: count('attached'), pending: count('pending'), paid: count('paid') },
    broughtBy: mine && { state: mine.state, dueAt: mine.dueAt },
  };
}
