/** How a referral goes on after it was attached: to an order, and to both prizes. */
import type { PrizeId, ShopperId } from '../../shared/ids.ts';
import type { ReferralReply, ReferralRules } from '../../shared/schema/referral.ts';
import { countActivity } from './activity.ts';
import type { Given } from './award.ts';
import type { SettleReferralCommand } from './command.ts';
import { decided, refused, type Decision, type EventKind } from './decision.ts';
import { Effects } from './effects.ts';
import type { Order, ShopperFacts } from './facts.ts';
import {
  doubtsOf,
  foulOf,
  isOpen,
  paidEver,
  replyOf,
  type CancelReason,
  type Referral,
  type ReferralChecks,
} from './referral.ts';
import { textHash, type Stamp } from './stamp.ts';
import { addDays, dayWindow, endOfDayAfter, siteDayAt } from './time.ts';

export interface SettleReferralFacts {
  readonly referral: Referral | null;
  readonly friend: ShopperFacts;
  readonly referrer: ShopperFacts;
  readonly checks: ReferralChecks;
  /** The order that qualified; while there is none, the friend's first one that does. */
  readonly order: Order | null;
}

/**
 * Moves a referral as far as it can go now: to `pending` when an order qualifies, to `cancelled`
 * when that order was returned or the two are no strangers, to the review, or to `paid`.
 */
export function decideSettleReferral(
  facts: SettleReferralFacts,
  { commandId }: SettleReferralCommand,
  stamp: Stamp,
): Decision<ReferralReply> {
  const { referral: before, friend } = facts;
  if (!before) return refused({ code: 'referral_not_found' });
  const { referral: rules } = friend.programme.document;
  const isMerged = friend.shopper.mergedInto !== null || facts.referrer.shopper.mergedInto !== null;
  if (!rules || !isOpen(before) || isMerged) return refused({ code: 'referral_not_due' });
  const cancelled = reasonToCancel(facts, before, rules);
  if (cancelled) return closed(facts, before, cancelled, stamp);
  if (!facts.order) {
    if (before.orderedAt === null) return refused({ code: 'referral_not_due' });
    // It was given back before it was looked at.
    return changed(friend, before, { ...before, orderedAt: null }, stamp, null);
  }
  const pending = pendingOf(facts, before, facts.order, rules);
  if (pending.dueAt > stamp.now || pending.review === 'needed') {
    return waits(facts, before, pending, stamp);
  }
  const month = monthOf(facts, stamp);
  const paidInMonth = facts.checks.paidByMonth.get(month) ?? 0;
  if (rules.perMonth !== null && paidInMonth >= rules.perMonth) {
    return waits(facts, before, { ...pending, dueAt: nextMonth(facts, stamp) }, stamp);
  }
  const closing = { state: 'paid', closedAt: stamp.now, paidMonth: month } as const;
  return paid(facts, before, { ...pending, ...closing, paidBy: commandId }, stamp);
}

function reasonToCancel(
  { friend, checks, order }: SettleReferralFacts,
  referral: Referral,
  rules: ReferralRules,
): CancelReason | null {
  const { referrerId, attachedAt, state } = referral;
  const foul = foulOf({ friend: friend.shopper, referrerId, attachedAt }, checks);
  if (foul !== null) return foul;
  // It may have been cancelled, and reported again for somebody else.
  const stands = order?.shopperId === friend.shopper.id && qualifies(order, rules);
  if (state === 'pending' && !stands) return 'order_returned';
  return rules.ever !== null && paidEver(checks) >= rules.ever ? 'limit_reached' : null;
}

function qualifies({ state, net, refunded }: Order, { minimumNet }: ReferralRules): boolean {
  return state === 'reported' && net - refunded >= minimumNet;
}

/** With its order, and with doubts that came up since, unless a person has looked at it. */
function pendingOf(
  { friend, checks }: SettleReferralFacts,
  referral: Referral,
  order: Order,
  rules: ReferralRules,
): Referral & { readonly dueAt: number } {
  const { calendar } = friend.programme;
  const days = rules.returnWindowDays;
  const dueAt = referral.dueAt ?? (days === 0 ? order.at : endOfDayAfter(order.at, days, calendar));
  // How many came at once was seen when each came.
  const found = doubtsOf({ ...checks, attachedLately: 0 }, rules);
  const doubts = [...new Set([...referral.doubts, ...found])];
  const isNew = referral.review === 'none' && doubts.length > 0;
  const review = isNew ? 'needed' : referral.review;
  const stands = { state: 'pending', orderedAt: null, orderId: order.id, dueAt } as const;
  return { ...referral, ...stands, doubts, review };
}

function waits(
  { friend }: SettleReferralFacts,
  before: Referral,
  after: Referral,
  stamp: Stamp,
): Decision<ReferralReply> {
  const isSame =
    before.state === after.state && before.review === after.review && before.dueAt === after.dueAt;
  if (isSame && after.review === 'needed') return refused({ code: 'referral_in_review' });
  if (isSame) return refused({ code: 'referral_not_due', nextAt: after.dueAt ?? undefined });
  const isDoubted = before.review !== after.review;
  return changed(friend, before, after, stamp, isDoubted ? 'referral.doubted' : 'referral.pending');
}

function closed(
  { friend }: SettleReferralFacts,
  before: Referral,
  reason: CancelReason,
  stamp: Stamp,
): Decision<ReferralReply> {
  const closing = { state: 'cancelled', reason, closedAt: stamp.now, orderedAt: null } as const;
  const after: Referral = { ...before, ...closing };
  return changed(friend, before, after, stamp, 'referral.cancelled');
}

function changed(
  friend: ShopperFacts,
  before: Referral,
  after: Referral,
  stamp: Stamp,
  event: EventKind | null,
): Decision<ReferralReply> {
  const effects = new Effects(friend, stamp);
  effects.change({ kind: 'referral_changed', before, after });
  if (event) effects.raise(event, { itemId: before.id });
  return effects.decided(() => replyOf(after));
}

/** Both wallets, in one decision. What has run out is not given, and nothing is given twice. */
function paid(
  { friend, referrer }: SettleReferralFacts,
  before: Referral,
  after: Referral & { readonly paidBy: string },
  stamp: Stamp,
): Decision<ReferralReply> {
  const { programme } = friend;
  const { referral: rules } = programme.document;
  if (!rules) throw new Error('a referral without rules was paid');
  const cause = { kind: 'referral', id: after.paidBy } as const;
  const first = new Effects(friend, stamp);
  const given = first.giveIfLeft(rules.friendPrizeId, cause, 'referral');
  first.change({ kind: 'referral_changed', before, after });
  first.raise('referral.paid', { ...given?.payload, itemId: after.id });
  const one = first.decided(() => replyOf(after));
  if (one.kind !== 'decided') return one;

  const second = new Effects(
    { ...referrer, ...suppliesLeft(referrer, rules.friendPrizeId, given) },
    otherStamp(stamp, referrer.shopper.id),
  );
  const reward = second.giveIfLeft(rules.referrerPrizeId, cause, 'referral');
  second.raise('referral.paid', { ...reward?.payload, itemId: after.id });
  const activity = { commandId: after.paidBy, name: '', amount: 0, items: [] };
  countActivity(second, { ...activity, kind: 'referral' });
  const two = second.decided(() => replyOf(after));
  if (two.kind !== 'decided') return two;
  return decided(replyOf(after), [...one.changes, ...two.changes]);
}

/** What the first side has taken is gone for the second. */
function suppliesLeft(
  { programme, stockLeft, claimed }: ShopperFacts,
  prizeId: PrizeId,
  given: Given | null,
): Pick<ShopperFacts, 'stockLeft' | 'claimed'> {
  const prize = programme.prizes.get(prizeId);
  if (!given || !prize) return { stockLeft, claimed };
  const left = stockLeft.get(prizeId);
  const codes = prize.kind === 'voucher' ? claimed.get(prize.poolId) : undefined;
  return {
    stockLeft: left === undefined ? stockLeft : new Map([...stockLeft, [prizeId, left - 1]]),
    claimed:
      prize.kind === 'voucher' && codes !== undefined
        ? new Map([...claimed, [prize.poolId, codes.slice(1)]])
        : claimed,
  };
}

/** Ids are counted within a stamp: the second shopper's must be others. */
function otherStamp(stamp: Stamp, shopperId: ShopperId): Stamp {
  return { ...stamp, entropy: textHash(`${stamp.entropy} ${shopperId}`).slice(0, 32) };
}

function monthOf({ friend }: SettleReferralFacts, { now }: Stamp): string {
  return siteDayAt(now, friend.programme.calendar).day.slice(0, 7);
}

function nextMonth(facts: SettleReferralFacts, stamp: Stamp): number {
  const next = addDays(`${monthOf(facts, stamp)}-01`, 31).slice(0, 7);
  return dayWindow(`${next}-01`, facts.friend.programme.calendar.timeZone).startsAt;
}
