/** Which facts the commands about profiles and referrals need. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { ActivityKind } from '../../../shared/activity.ts';
import { contactKinds } from '../../../shared/schema/profile.ts';
import type {
  AttachReferralCommand,
  OpenReferralCommand,
  ReviewReferralCommand,
  SetProfileCommand,
  SettleReferralCommand,
} from '../../core/command.ts';
import type { Order, ShopperFacts } from '../../core/facts.ts';
import type { Programme } from '../../core/programme.ts';
import type { SettleReferralFacts } from '../../core/referral-payout.ts';
import type {
  AttachFacts,
  OpenReferralFacts,
  Referral,
  ReferralChecks,
  ReviewFacts,
} from '../../core/referral.ts';
import type { Query, StepRows } from '../store.ts';
import {
  anonymousShopper,
  newcomerOf,
  shopperNeed,
  shopperPlan,
  withMore,
  type Need,
  type Plan,
} from './needs.ts';
import { firstOrderOf, firstOrderWorth, orderById, orderRow } from './order.ts';
import { sharedContacts } from './profile.ts';
import {
  chainAbove,
  codeOfShopper,
  codeOwner,
  referralById,
  referralOfFriend,
  referralRow,
  referrerCounts,
} from './referral.ts';
import { intOf, intOrNull, textOf, wordOf } from './row.ts';
import type { Newcomer } from './shopper.ts';

export function planSetProfile(command: SetProfileCommand): Plan<ShopperFacts> {
  return shopperPlan(command.siteId, newcomerOf(command), () => ({}));
}

export function planOpenReferral(command: OpenReferralCommand): Plan<OpenReferralFacts> {
  const { siteId, shopperId } = command;
  return {
    need(programme, now) {
      const need = plainNeed(programme, now, siteId, newcomerOf(command));
      return withMore(need, [codeOfShopper(siteId, shopperId)], ([codes]) => ({
        code: codes?.[0] ? textOf(codes[0], 'code') : null,
      }));
    },
  };
}

/** The code says whose friend it makes: both are locked, so that caps and rings hold. */
export function planAttachReferral(command: AttachReferralCommand): Plan<AttachFacts> {
  const { siteId, shopperId, code } = command;
  return {
    find: codeOwner(siteId, code),
    need(programme, now, found) {
      const referrerId = found[0] ? textOf(found[0], 'shopper_id') : null;
      const checks = checksNeed(now, { siteId, friendId: shopperId, referrerId });
      const need = plainNeed(programme, now, siteId, newcomerOf(command));
      const more = [codeOwner(siteId, code), referralOfFriend(siteId, shopperId)];
      const full = withMore(need, [...more, ...checks.queries], ([owners, referrals, ...rows]) => ({
        referrerId: owners?.[0] ? textOf(owners[0], 'shopper_id') : null,
        referral: referrals?.[0] ? referralRow(referrals[0]) : null,
        checks: checks.facts(rows),
      }));
      return {
        ...full,
        shopperIds: [...new Set(referrerId === null ? [shopperId] : [shopperId, referrerId])],
        facts(rows, reading) {
          const facts = full.facts(rows, reading);
          return facts?.referrerId === referrerId ? facts : null;
        },
      };
    },
  };
}

export function planReviewReferral(command: ReviewReferralCommand): Plan<ReviewFacts> {
  const { siteId, referralId } = command;
  const find = referralById(siteId, referralId);
  return {
    find,
    need(programme, now, found) {
      const friendId = found[0] ? referralRow(found[0]).friendId : '';
      const need = plainNeed(programme, now, siteId, anonymousShopper(friendId));
      const full = withMore(need, [find], ([referrals]) => ({
        referral: referrals?.[0] ? referralRow(referrals[0]) : null,
      }));
      if (friendId === '') return { ...full, shopperIds: [] };
      return {
        ...full,
        facts(rows, reading) {
          const facts = full.facts(rows, reading);
          return facts?.referral?.friendId === friendId ? facts : null;
        },
      };
    },
  };
}

/** The referral says who the two are; both wallets may change. */
export function planSettleReferral(command: SettleReferralCommand): Plan<SettleReferralFacts> {
  const { siteId, referralId } = command;
  const find = referralById(siteId, referralId);
  return {
    find,
    need(programme, now, found) {
      const known = found[0] ? referralRow(found[0]) : null;
      const { friendId, referrerId } = known ?? { friendId: '', referrerId: '' };
      const { referral: rules } = programme.document;
      const side = (
        id: ShopperId,
        prizeId: string | undefined,
        activities: readonly ActivityKind[] = [],
      ): Need<ShopperFacts> =>
        shopperNeed(programme, {
          activities,
          siteId,
          newcomer: anonymousShopper(id),
          lots: 'all',
          progress: [],
          prizeIds: prizeId === undefined ? [] : [prizeId],
        });
      const friend = side(friendId, rules?.friendPrizeId);
      const referrer = side(referrerId, rules?.referrerPrizeId, ['referral']);
      const checks = checksNeed(now, { siteId, friendId, referrerId });
      const own = [find, orderOf(siteId, known, rules?.minimumNet ?? 0)];
      return {
        shopperIds: known ? [...new Set([friendId, referrerId])] : [],
        orderIds: [],
        queries: [...own, ...checks.queries, ...friend.queries, ...referrer.queries],
        facts([referrals, orders, ...rows], reading) {
          const referral = referrals?.[0] ? referralRow(referrals[0]) : null;
          // Merged, or moved on, since it was looked for.
          if (!isSame(known, referral)) return null;
          const [middle, end] = [checks.queries.length, friend.queries.length];
          const friendFacts = friend.facts(rows.slice(middle, middle + end), reading);
          const referrerFacts = referrer.facts(rows.slice(middle + end), reading);
          if (!friendFacts || !referrerFacts) return null;
          const order: Order | null = orders?.[0] ? orderRow(orders[0]) : null;
          const found = { referral, order, checks: checks.facts(rows.slice(0, middle)) };
          return { ...found, friend: friendFacts, referrer: referrerFacts };
        },
      };
    },
  };
}

function isSame(before: Referral | null, now: Referral | null): boolean {
  return (
    before?.friendId === now?.friendId &&
    before?.referrerId === now?.referrerId &&
    before?.orderId === now?.orderId
  );
}

/** The order that qualified; while there is none, the first that does. */
function orderOf(siteId: SiteId, referral: Referral | null, netMin: number): Query {
  if (referral?.orderId) return orderById(siteId, referral.orderId);
  const since = referral?.attachedAt ?? 0;
  return firstOrderWorth(siteId, referral?.friendId ?? '', { since, netMin });
}

interface ChecksNeed {
  readonly queries: readonly Query[];
  facts(rows: StepRows): ReferralChecks;
}

interface Two {
  readonly siteId: SiteId;
  readonly friendId: ShopperId;
  /** Null when the code is nobody's: then there is nothing to check. */
  readonly referrerId: ShopperId | null;
}

const dayMs = 86_400_000;

function checksNeed(now: number, { siteId, friendId, referrerId }: Two): ChecksNeed {
  const queries =
    referrerId === null
      ? []
      : [
          firstOrderOf(siteId, friendId),
          sharedContacts(siteId, friendId, referrerId),
          chainAbove(siteId, referrerId),
          referrerCounts(siteId, referrerId, now - dayMs),
        ];
  return {
    queries,
    facts([orders, shared, chain, counts]) {
      const months = (counts ?? []).map(
        (row) => [textOf(row, 'month'), intOf(row, 'friends')] as const,
      );
      return {
        firstOrderAt: orders?.[0] ? intOrNull(orders[0], 'first_at') : null,
        alike: (shared ?? []).map((row) => wordOf(row, 'kind', contactKinds)),
        chain: (chain ?? []).map((row) => textOf(row, 'shopper_id')),
        paidByMonth: new Map(months.filter(([month]) => month !== '')),
        attachedLately: new Map(months).get('') ?? 0,
      };
    },
  };
}

/** The shopper alone, with no prize and nothing counted. */
function plainNeed(
  programme: Programme,
  now: number,
  siteId: SiteId,
  newcomer: Newcomer,
): Need<ShopperFacts> {
  return shopperNeed(programme, { siteId, newcomer, lots: now, progress: [], prizeIds: [] });
}
