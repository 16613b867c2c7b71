/** Referral: what both sides get, when, how often, and what a person looks at first. */
import { z } from 'zod';
import type { ShopperId } from '../ids.ts';
import { commandId, moneyMinor, prizeId, shopId, siteId } from './parts.ts';
import { prizeProblem, type Problem, type Shape } from './problems.ts';
import type { PrizeView } from './shopper-api.ts';

const count = z.int().min(1).max(100_000);

export const referral = z.strictObject({
  /** For whoever brought the friend. */
  referrerPrizeId: prizeId,
  friendPrizeId: prizeId,
  /** What the friend's first order must be worth, minor units. */
  minimumNet: moneyMinor.default(0),
  /** Paid at the end of the site day that lies so many days after that order; 0 pays at once. */
  returnWindowDays: z.int().min(0).max(365).default(14),
  /** How many are paid to one referrer in a month of the site; the rest waits for the next. */
  perMonth: count.nullable().default(null),
  /** How many are paid to one referrer, ever. */
  ever: count.nullable().default(null),
  /** From so many friends within 24 hours on, a person looks at each. */
  reviewFromPerDay: count.default(10),
  /** Of the site's country, such as 84: telephone numbers without one are read with it. */
  callingCode: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'a calling code such as 84, without a plus')
    .nullable()
    .default(null),
  /** The page that a friend lands on; null for the first origin. */
  landingUrl: z
    .url({ protocol: /^https?$/, error: 'an address such as https://shop.example/friends' })
    .nullable()
    .default(null),
});

export type ReferralRules = z.infer<typeof referral>;

export function referralProblems(
  document: Shape & { readonly referral: ReferralRules | null },
): Problem[] {
  const { referral: rules } = document;
  if (!rules) return [];
  return [
    ...prizeProblem(document, rules.referrerPrizeId, ['referral', 'referrerPrizeId']),
    ...prizeProblem(document, rules.friendPrizeId, ['referral', 'friendPrizeId']),
  ];
}

const code = z
  .string()
  .trim()
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^[0-9A-Z]{4,20}$/, 'the code of a referral'));

export const openReferralInput = z.strictObject({ commandId });
export const attachReferralInput = z.strictObject({ commandId, code });
export const backendOpenReferralInput = z.strictObject({ commandId, shopperId: shopId });
export const backendAttachReferralInput = z.strictObject({ commandId, shopperId: shopId, code });

const referralId = z.string().regex(/^[\w-]{8,64}$/, 'the id of a referral');
export const reviewReferralInput = z.strictObject({
  commandId,
  referralId,
  verdict: z.enum(['approve', 'reject']),
});
const page = {
  /** The last one of the page before; the oldest come first. */
  after: referralId.optional(),
};
export const reviewListInput = z.strictObject(page);
export const adminReviewListInput = z.strictObject({ siteId, ...page });
export const adminReviewReferralInput = reviewReferralInput.safeExtend({ siteId });

export const referralStates = ['attached', 'pending', 'paid', 'cancelled', 'rejected'] as const;
export type ReferralState = (typeof referralStates)[number];

export const doubts = ['same_device', 'same_network', 'many_at_once'] as const;
export type Doubt = (typeof doubts)[number];

export interface ReferralCodeReply {
  readonly code: string;
  readonly link: string | null;
}

export interface ReferralReply {
  readonly referralId: string;
  readonly state: ReferralState;
  /** Nothing is paid before a person has looked at it. */
  readonly inReview: boolean;
}

/** What a shopper is shown of it. */
export interface ReferralView {
  /** Null until they ask for one. */
  readonly code: string | null;
  readonly link: string | null;
  readonly referrerPrize: PrizeView;
  readonly friendPrize: PrizeView;
  /** Minor units. */
  readonly minimumNet: number;
  readonly returnWindowDays: number;
  /** The friends they brought. */
  readonly friends: { readonly attached: number; readonly pending: number; readonly paid: number };
  /** How far it is with the one who brought them; null when nobody did. */
  readonly broughtBy: { readonly state: ReferralState; readonly dueAt: number | null } | null;
}

/** Somebody in the list: the shop's own id where they signed in. */
interface Party {
  readonly id: ShopperId;
  readonly shopperId: string | null;
}

export interface DoubtfulReferral {
  readonly id: string;
  readonly friend: Party;
  readonly referrer: Party;
  readonly state: ReferralState;
  readonly doubts: readonly Doubt[];
  readonly attachedAt: number;
  readonly orderId: string | null;
  readonly dueAt: number | null;
}

export interface ReviewPage {
  readonly referrals: readonly DoubtfulReferral[];
  /** Send it as `after` for the next page; null on the last. */
  readonly next: string | null;
}
