/** A decision as data: what a command changes, before anything is written. */
import type { Unit } from '../../shared/points.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type {
  CampaignId,
  GameId,
  OrderId,
  PlayId,
  PoolId,
  PrizeId,
  ShopperId,
  SiteDay,
  VoucherId,
} from '../../shared/ids.ts';
import type { SurveyKind } from '../../shared/survey.ts';
import type { BudgetCharge } from './budget.ts';
import type { Parcel } from './parcel.ts';
import type { ProfileFact } from './profile.ts';
import type { BoardChange } from './leaderboard-prizes.ts';
import type { Belonging, HeldFreeze, Hold, Order, Pending, Shopper, Stream } from './facts.ts';
import type { Lead, QueuedMail } from './lead.ts';
import type { ProgressChange } from './progress.ts';
import type { Referral } from './referral.ts';
import type { Voucher } from './voucher.ts';

/**
 * `shopper`, `pending` and `held` are the shopper's own, with a balance on their row. The others
 * hold no row: their balance is the sum of their transfers.
 */
export type Account =
  | 'shopper'
  /** Earned, waiting for the return window. */
  | 'pending'
  /** Kept for a cart. */
  | 'held'
  | 'issued'
  | 'redeemed'
  | 'expired'
  | 'clawed_back'
  | 'merged';

export interface Transfer {
  readonly id: string;
  readonly shopperId: ShopperId;
  readonly unit: Unit;
  readonly from: Account;
  readonly to: Account;
  /** Always more than 0. */
  readonly amount: number;
  readonly reason: string;
  /** What the transfer took from or put into which lots: [expires at, points]. */
  readonly lots: readonly (readonly [number, number])[];
}

/** Why something was given. */
export interface Cause {
  readonly kind:
    | 'play'
    | 'backend'
    | 'shop'
    | 'referral'
    | 'gift'
    | 'mission'
    | 'survey'
    | 'badge'
    | 'check_in'
    | 'quiz'
    | 'tier'
    | 'leaderboard';
  /** The play's id, or the command's. */
  readonly id: string;
}

export interface Award {
  readonly id: string;
  readonly shopperId: ShopperId;
  readonly prizeId: PrizeId;
  readonly cause: Cause;
  readonly cost: number;
  /** Whether it came out of a stock. */
  readonly stocked: boolean;
}

/** A day of a check-in calendar that was credited to a shopper. */
export interface CreditedDay {
  readonly shopperId: ShopperId;
  readonly calendarId: string;
  readonly day: SiteDay;
  readonly how: 'checked_in' | 'made_up';
}

export type CheckInChange =
  | { readonly kind: 'check_in'; readonly checkIn: CreditedDay }
  | { readonly kind: 'freeze_got'; readonly freeze: HeldFreeze }
  /** For the missed day. */
  | { readonly kind: 'freeze_used'; readonly freezeId: string; readonly day: SiteDay };

/** Free plays in a game that the command does not play. */
export interface FreePlays {
  readonly shopperId: ShopperId;
  readonly gameId: GameId;
  readonly campaignId: CampaignId;
  readonly plays: number;
}

export interface RecordedPlay {
  readonly id: PlayId;
  readonly stream: ShopperId;
  readonly gameId: GameId;
  readonly campaignId: CampaignId;
  readonly prizeId: PrizeId;
  readonly slot: number;
  readonly epoch: number;
  readonly index: number;
  /** The play before it in its stream; null for the first. */
  readonly beforeId: PlayId | null;
  readonly won: boolean;
  /** The version of the programme whose table was drawn from. */
  readonly programmeVersion: number;
  /** What it counts in the campaign's budget, minor units; 0 without one. */
  readonly budgetCost: number;
  /** As the player stated them; null where they stated nothing. */
  readonly region: string | null;
  /** Years. */
  readonly ageConfirmed: number | null;
}

export interface SurveyAnswer {
  readonly surveyId: string;
  readonly shopperId: ShopperId;
  /** The order or event that it is about; empty where it is about none. */
  readonly subject: string;
  readonly kind: SurveyKind;
  readonly score: number | null;
  readonly text: string | null;
}

export const eventKinds = [
  'game.shown',
  'game.opened',
  'game.started',
  'play.settled',
  'budget.alarm',
  'shopper.paused',
  'shopper.erased',
  'prize.granted',
  'voucher.claimed',
  'contact.left',
  'contact.confirmed',
  'contact.code_refused',
  'voucher.redeemed',
  'voucher.released',
  'voucher.expired',
  'voucher.voided',
  'order.reported',
  'order.cancelled',
  'order.refunded',
  'order.attributed',
  'points.adjusted',
  'points.held',
  'points.redeemed',
  'credit.adjusted',
  'reward.bought',
  'parcel.addressed',
  'parcel.shipped',
  'parcel.delivered',
  'parcel.cancelled',
  'campaign.started',
  'campaign.ended',
  'mission.completed',
  'survey.asked',
  'survey.answered',
  'attributes.set',
  'gift.given',
  'referral.attached',
  'referral.pending',
  'referral.doubted',
  'referral.approved',
  'referral.paid',
  'referral.cancelled',
  'badge.earned',
  'leaderboard.closed',
  'leaderboard.won',
  'badge.revoked',
  'activity.reported',
  'check_in.credited',
  'freeze.bought',
  'quiz.answered',
  'tier.reached',
  'tier.lowered',
  'shopper.identified',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Something that happened, kept for the figures and sent to whoever subscribed. */
export interface Event {
  /** Constant over retries: it counts once. */
  readonly id: string;
  readonly kind: EventKind;
  readonly shopperId: ShopperId | null;
  readonly campaignId: CampaignId;
  readonly gameId: GameId;
  readonly payload: EventPayload;
}

export interface EventPayload {
  readonly prizeId?: PrizeId;
  readonly won?: boolean;
  readonly cost?: number;
  readonly voucherId?: VoucherId;
  readonly orderId?: OrderId;
  /** Minor units, or points with `points.adjusted`. */
  readonly amount?: number;
  readonly mergedFrom?: ShopperId;
  /** With `budget.alarm`: how much of the cap is spent. */
  readonly percent?: number;
  /** The reward, mission, badge … that it is about. */
  readonly itemId?: string;
  /** Of an answer, on the scale of its survey. */
  readonly score?: number;
  /** When the shop says that it happened. */
  readonly occurredAt?: string;
  /** With `voucher.voided`: in the shop's own words. */
  readonly reason?: string;
}

/** Gifts that are sent, and what comes back of them. */
export type ParcelChange =
  | { readonly kind: 'parcel_opened'; readonly parcel: Parcel }
  | { readonly kind: 'parcel_changed'; readonly before: Parcel; readonly after: Parcel }
  /** The award is given back, and its unit with it. */
  | { readonly kind: 'award_returned'; readonly awardId: string }
  | { readonly kind: 'stock_returned'; readonly prizeId: PrizeId };

/** Contacts that shoppers leave, and the mails that confirm them. */
export type LeadChange =
  | { readonly kind: 'lead'; readonly lead: Lead }
  | { readonly kind: 'mail_queued'; readonly mail: QueuedMail };

/** What is known of a shopper, and who brought whom. */
export type ReferralChange =
  | { readonly kind: 'profile'; readonly shopperId: ShopperId; readonly fact: ProfileFact }
  | { readonly kind: 'person_erased'; readonly shopperId: ShopperId }
  | { readonly kind: 'birthday_given'; readonly shopperId: ShopperId; readonly day: SiteDay }
  | { readonly kind: 'referral_code'; readonly code: string; readonly shopperId: ShopperId }
  | { readonly kind: 'referral_opened'; readonly referral: Referral }
  | { readonly kind: 'referral_changed'; readonly before: Referral; readonly after: Referral }
  /** An order that may qualify: whoever brought them is to be looked at. */
  | { readonly kind: 'friend_ordered'; readonly friendId: ShopperId };

/** When the shopper's tier is looked at again; null for never. */
export interface TierChange {
  readonly kind: 'tier_review';
  readonly shopperId: ShopperId;
  readonly dueAt: number | null;
}

export type Change =
  | { readonly kind: 'shopper'; readonly before: Shopper; readonly after: Shopper }
  | { readonly kind: 'transfer'; readonly transfer: Transfer }
  | {
      readonly kind: 'lot';
      readonly shopperId: ShopperId;
      readonly expiresAt: number;
      readonly change: number;
    }
  | {
      readonly kind: 'pending';
      readonly before: Pending | null;
      readonly after: Pending | null;
    }
  | { readonly kind: 'hold'; readonly before: Hold | null; readonly after: Hold }
  | { readonly kind: 'stream'; readonly shopperId: ShopperId; readonly stream: Stream }
  | { readonly kind: 'free_plays'; readonly grant: FreePlays }
  | { readonly kind: 'progress'; readonly progress: ProgressChange }
  | CheckInChange
  | { readonly kind: 'play'; readonly play: RecordedPlay }
  | { readonly kind: 'award'; readonly award: Award }
  | { readonly kind: 'voucher_issued'; readonly voucher: Voucher }
  | { readonly kind: 'voucher_changed'; readonly before: Voucher; readonly after: Voucher }
  | {
      readonly kind: 'moved';
      readonly what: Belonging;
      readonly from: ShopperId;
      readonly to: ShopperId;
    }
  | { readonly kind: 'budget_spent'; readonly charge: BudgetCharge }
  /** `kept`: how many units must be left after it, none when missing. */
  | { readonly kind: 'stock_taken'; readonly prizeId: PrizeId; readonly kept?: number }
  | ParcelChange
  | ReferralChange
  | LeadChange
  | BoardChange
  | { readonly kind: 'order'; readonly before: Order | null; readonly after: Order }
  | { readonly kind: 'survey_answered'; readonly answer: SurveyAnswer }
  | TierChange
  | { readonly kind: 'token_used'; readonly tokenId: string; readonly expiresAt: number }
  | { readonly kind: 'event'; readonly event: Event };

/** When a decision happened, on rows that keep it. */
export interface Moment {
  readonly now: number;
  readonly day: SiteDay;
}

export type Decision<Outcome> =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Decide again with a code of this pool claimed, or with the knowledge that none is free. */
  | { readonly kind: 'needs_code'; readonly poolId: PoolId }
  | { readonly kind: 'decided'; readonly outcome: Outcome; readonly changes: readonly Change[] };

/** The change that keeps an event, of no campaign and no game unless they are named. */
export function raised(
  event: Omit<Event, 'campaignId' | 'gameId'> & Partial<Pick<Event, 'campaignId' | 'gameId'>>,
): Change {
  return { kind: 'event', event: { campaignId: '', gameId: '', ...event } };
}

export function refused(refusal: Refusal): Decision<never> {
  return { kind: 'refused', refusal };
}

export function decided<Outcome>(outcome: Outcome, changes: readonly Change[]): Decision<Outcome> {
  return { kind: 'decided', outcome, changes };
}
