/** Referral: a friend attaches a shopper's code, orders, and both are paid after the returns. */
import type { OrderId, ShopperId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { ContactKind } from '../../shared/schema/profile.ts';
import type {
  Doubt,
  ReferralCodeReply,
  ReferralReply,
  ReferralRules,
  ReferralState,
} from '../../shared/schema/referral.ts';
import type { SiteSettings } from '../../shared/schema/programme.ts';
import type {
  AttachReferralCommand,
  OpenReferralCommand,
  ReviewReferralCommand,
} from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { Shopper, ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';

/** Why a referral ended without being paid. */
export type CancelReason =
  | 'own_code'
  | 'known_shopper'
  | 'same_contact'
  | 'ring'
  | 'order_returned'
  | 'limit_reached'
  | 'rejected'
  | 'already_referred';

export interface Referral {
  readonly id: string;
  readonly friendId: ShopperId;
  readonly referrerId: ShopperId;
  readonly code: string;
  readonly state: ReferralState;
  readonly review: 'none' | 'needed' | 'approved';
  readonly doubts: readonly Doubt[];
  readonly reason: CancelReason | null;
  readonly attachedAt: number;
  /** When an order came that nobody has looked at so far; null when there is none. */
  readonly orderedAt: number | null;
  /** The order that qualified. */
  readonly orderId: OrderId | null;
  /** When it is paid, epoch milliseconds; null before an order qualified. */
  readonly dueAt: number | null;
  readonly closedAt: number | null;
  /** `YYYY-MM` of the site, once it is paid. */
  readonly paidMonth: string | null;
  /** The command that paid. */
  readonly paidBy: string | null;
}

/** What tells a friend from somebody who is known already, or from oneself. */
export interface ReferralChecks {
  /** The friend's first order, epoch milliseconds; null when there is none. */
  readonly firstOrderAt: number | null;
  /** What the friend shares with others: contacts with anyone, devices and networks around it. */
  readonly alike: readonly ContactKind[];
  /** Who brought the referrer, and who brought them, up to a bound. */
  readonly chain: readonly ShopperId[];
  /** How many were paid to the referrer in each month, `YYYY-MM`. */
  readonly paidByMonth: ReadonlyMap<string, number>;
  /** Friends within the last 24 hours. */
  readonly attachedLately: number;
}

export interface OpenReferralFacts extends ShopperFacts {
  /** The shopper's code, null when there is none yet. */
  readonly code: string | null;
}

export interface AttachFacts extends ShopperFacts {
  /** Whose code it is, null when it is nobody's. */
  readonly referrerId: ShopperId | null;
  /** The friend's referral, null when there is none yet. */
  readonly referral: Referral | null;
  readonly checks: ReferralChecks;
}

export interface ReviewFacts extends ShopperFacts {
  /** The shopper is the friend. */
  readonly referral: Referral | null;
}

export function decideOpenReferral(
  facts: OpenReferralFacts,
  _command: OpenReferralCommand,
  stamp: Stamp,
): Decision<ReferralCodeReply> {
  const { programme, shopper } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const { referral: rules } = programme.document;
  if (!rules) return refused({ code: 'referral_not_offered' });

  const effects = new Effects(facts, stamp);
  const code = facts.code ?? effects.ids.code();
  if (facts.code === null) {
    effects.change({ kind: 'referral_code', code, shopperId: shopper.id });
  }
  return effects.decided(() => ({ code, link: referralLink(rules, programme.site, code) }));
}

export function decideAttachReferral(
  facts: AttachFacts,
  { code }: AttachReferralCommand,
  stamp: Stamp,
): Decision<ReferralReply> {
  const refusal = refusalToAttach(facts, stamp);
  if (refusal) return refused(refusal);
  const { referrerId, checks, programme, shopper } = facts;
  const { referral: rules } = programme.document;
  if (referrerId === null || !rules) throw new Error('a referral of nobody was not refused');

  // From here the friend is attached.
  const effects = new Effects(facts, stamp);
  // The one who attaches now counts too.
  const lately = { ...checks, attachedLately: checks.attachedLately + 1 };
  const doubts = doubtsOf(lately, rules);
  const referral: Referral = {
    id: effects.ids.next('r'),
    friendId: shopper.id,
    referrerId,
    code,
    state: 'attached',
    review: doubts.length > 0 ? 'needed' : 'none',
    doubts,
    reason: null,
    attachedAt: stamp.now,
    orderedAt: null,
    orderId: null,
    dueAt: null,
    closedAt: null,
    paidMonth: null,
    paidBy: null,
  };
  effects.change({ kind: 'referral_opened', referral });
  effects.raise('referral.attached', { itemId: referral.id });
  return effects.decided(() => replyOf(referral));
}

/** A person has looked at a doubtful one. */
export function decideReviewReferral(
  facts: ReviewFacts,
  { verdict }: ReviewReferralCommand,
  stamp: Stamp,
): Decision<ReferralReply> {
  const { referral: before } = facts;
  if (!before) return refused({ code: 'referral_not_found' });
  if (before.review !== 'needed' || !isOpen(before)) {
    return refused({ code: 'referral_not_in_review' });
  }

  // From here the verdict stands.
  const effects = new Effects(facts, stamp);
  const isGood = verdict === 'approve';
  const after: Referral = isGood
    ? { ...before, review: 'approved' }
    : { ...before, state: 'rejected', reason: 'rejected', closedAt: stamp.now, orderedAt: null };
  effects.change({ kind: 'referral_changed', before, after });
  effects.raise(isGood ? 'referral.approved' : 'referral.cancelled', { itemId: before.id });
  return effects.decided(() => replyOf(after));
}

/** Why a code cannot be attached. The order is a contract. */
function refusalToAttach(facts: AttachFacts, { now }: Stamp): Refusal | null {
  const { shopper, programme, referrerId, checks } = facts;
  const { referral: rules } = programme.document;
  if (shopper.mergedInto !== null) return { code: 'shopper_merged' };
  if (!rules) return { code: 'referral_not_offered' };
  if (referrerId === null) return { code: 'referral_not_found' };
  if (referrerId === shopper.id) return { code: 'referral_own_code' };
  if (facts.referral) return { code: 'referral_attached' };
  const foul = foulOf({ friend: shopper, referrerId, attachedAt: now }, checks);
  if (foul !== null) return { code: `referral_${foul}` };
  const isFull = rules.ever !== null && paidEver(checks) >= rules.ever;
  return isFull ? { code: 'referral_limit_reached' } : null;
}

interface Parties {
  readonly friend: Shopper;
  readonly referrerId: ShopperId;
  readonly attachedAt: number;
}

type Foul = 'own_code' | 'known_shopper' | 'same_contact' | 'ring';

/** What can never be paid. The order is a contract. */
export function foulOf(
  { friend, referrerId, attachedAt }: Parties,
  { firstOrderAt, alike, chain }: ReferralChecks,
): Foul | null {
  if (friend.id === referrerId) return 'own_code';
  const newSince = attachedAt - limits.referralNewAccountHours * 3_600_000;
  const hasOrdered = firstOrderAt !== null && firstOrderAt < attachedAt;
  const isOld = friend.kind === 'identified' && friend.createdAt < newSince;
  if (hasOrdered || isOld) return 'known_shopper';
  if (alike.includes('email') || alike.includes('phone')) return 'same_contact';
  return chain.includes(friend.id) ? 'ring' : null;
}

/** What a person should look at. */
export function doubtsOf(
  { alike, attachedLately }: ReferralChecks,
  { reviewFromPerDay }: ReferralRules,
): Doubt[] {
  const found: (Doubt | null)[] = [
    alike.includes('device') ? 'same_device' : null,
    alike.includes('network') ? 'same_network' : null,
    attachedLately >= reviewFromPerDay ? 'many_at_once' : null,
  ];
  return found.filter((doubt) => doubt !== null);
}

export function paidEver({ paidByMonth }: ReferralChecks): number {
  return [...paidByMonth.values()].reduce((sum, paid) => sum + paid, 0);
}

export function isOpen({ state }: Pick<Referral, 'state'>): boolean {
  return state === 'attached' || state === 'pending';
}

export function replyOf({ id: referralId, state, review }: Referral): ReferralReply {
  return { referralId, state, inReview: review === 'needed' && isOpen({ state }) };
}

/** The shop's page with the code in its address; null when the site has named no page. */
export function referralLink(
  { landingUrl }: ReferralRules,
  { origins }: SiteSettings,
  code: string,
): string | null {
  const page = landingUrl ?? origins[0];
  if (page === undefined) return null;
  const [address = '', ...fragment] = page.split('#');
  // An origin has no path of its own.
  const path = landingUrl === null ? `${address}/` : address;
  const asked = `${path}${path.includes('?') ? '&' : '?'}ref=${code}`;
  return [asked, ...fragment].join('#');
}
