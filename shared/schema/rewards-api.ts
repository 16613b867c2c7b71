/** What the widget and the server say to each other about rewards beside the games. */
import { z } from 'zod';
import type { Refusal } from '../refusals.ts';
import { commandId, siteId, slugId } from './parts.ts';
import type { ParcelView } from './parcel.ts';
import type { Text } from '../text.ts';
import type { SurveyView } from './survey-api.ts';
import type { ReferralView } from './referral.ts';
import type { CheckInView } from './check-in-api.ts';
import type { QuizView } from './quiz-api.ts';
import type { PrizeView, VoucherView, WalletChange } from './shopper-api.ts';

/** Everything beside the games. Writes nothing. */
export const rewardsInput = z.strictObject({ siteId });

export const buyRewardInput = z.strictObject({ commandId, rewardId: slugId });

/** A prize that was given. */
export interface GivenView {
  readonly prize: PrizeView;
  readonly voucher: VoucherView | null;
}

export interface BoughtReply {
  readonly rewardId: string;
  readonly given: readonly GivenView[];
  readonly wallet: WalletChange;
}

export interface RewardView {
  readonly id: string;
  readonly prize: PrizeView;
  /** In points. */
  readonly price: number;
  /** What is left of a prize with a stock; null when it cannot run out. */
  readonly left: number | null;
  readonly bought: number;
  readonly perShopper: number | null;
  /** The ids of the tiers that it is for; none: it is for everybody. */
  readonly tiers: readonly string[];
  /** From when it may be bought by this shopper; null where it is open. */
  readonly opensAt: number | null;
  /** Why it cannot be bought now. */
  readonly refusal: Refusal | null;
}

/** What came along with a command: a mission that it finished, a badge or tier that it reached. */
export interface EarnedView {
  readonly kind: 'mission' | 'badge' | 'tier';
  readonly id: string;
  readonly name: Text;
  /** With a badge or a tier: from 1. */
  readonly level?: number | undefined;
  readonly given: readonly GivenView[];
}

export interface StepView {
  readonly label: Text;
  /** Never more than `target`. */
  readonly current: number;
  readonly target: number;
  /** False while a step before it must be done first. */
  readonly open: boolean;
  /** Whether what is counted is money, minor units; left out where it is a number. */
  readonly money?: true | undefined;
}

export interface MissionView {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  readonly inOrder: boolean;
  readonly steps: readonly StepView[];
  readonly prizes: readonly PrizeView[];
  readonly startsAt: number | null;
  /** The deadline of this round: the end of the mission, or of the day or week it is done in. */
  readonly endsAt: number | null;
  /** How often it was done, in all or in this day or week. */
  readonly completed: number;
  /** How often it can be done, in all or in each day or week; null for no limit. */
  readonly timesMax: number | null;
  readonly state: 'upcoming' | 'open' | 'completed' | 'ended';
}

/** What an occasion brought. */
export interface GiftsReply {
  readonly given: readonly (GivenView & { readonly occasion: string })[];
  readonly wallet: WalletChange;
}

/** Points and store credit, minor units. What waits or is held is no part of `points`. */
export interface PointsView {
  readonly points: number;
  /** Earned, waiting for a return window. */
  readonly pending: number;
  /** Kept for carts. */
  readonly held: number;
  readonly credit: number;
  readonly creditPending: number;
  readonly creditHeld: number;
  /** What expires within the programme's days of warning, the soonest first. */
  readonly expiring: readonly PointsAt[];
  /** When what waits will come in, the soonest first. */
  readonly releases: readonly PointsAt[];
  /** At the checkout `points` points take `amount` minor units off; null: they take nothing. */
  readonly value: { readonly points: number; readonly amount: number } | null;
}

export interface PointsAt {
  readonly at: number;
  readonly points: number;
}

export interface BadgeView {
  readonly id: string;
  readonly name: Text;
  readonly description: Text | null;
  /** From 1; 0 for one that is not earned yet. */
  readonly level: number;
  /** The lowest first. */
  readonly levels: readonly {
    readonly at: number;
    readonly name: Text | null;
    readonly prizes: readonly PrizeView[];
  }[];
  /** What counts towards the next level, and how much it takes; null where nothing does. */
  readonly current: number | null;
  readonly target: number | null;
  /** Whether what is counted is money, minor units; left out where it is a number. */
  readonly money?: true | undefined;
}

/** A board that can be read; see the `leaderboard` query. */
export interface BoardView {
  readonly id: string;
  readonly name: Text;
  readonly period: 'ever' | 'day' | 'week';
  /** When the running period ends; null for all time. */
  readonly endsAt: number | null;
  /** Whether what is counted is money, minor units; left out where it is a number. */
  readonly money?: true | undefined;
  /** What ranks get when it ends. */
  readonly prizes: readonly {
    readonly from: number;
    readonly to: number;
    readonly prizes: readonly PrizeView[];
  }[];
}

export interface TierLevelView {
  readonly id: string;
  readonly name: Text;
  /** What the measure must come to. */
  readonly from: number;
  /** 150 makes 15 points of 10 that are earned. */
  readonly earningPercent: number;
  readonly earlyAccessHours: number;
  readonly perks: readonly Text[];
  readonly welcomePrize: PrizeView | null;
}

/** Where a shopper stands among the tiers. */
export interface TierView {
  readonly measure: 'points' | 'spend' | 'orders';
  readonly window:
    | { readonly kind: 'rolling'; readonly days: number }
    | { readonly kind: 'calendar'; readonly period: 'month' | 'quarter' | 'year' };
  /** The lowest first. */
  readonly levels: readonly TierLevelView[];
  /** The id of the one held; null for none. */
  readonly level: string | null;
  /** What the window holds now: minor units where spend is measured. */
  readonly current: number;
  /** What is missing for the next level; null at the highest. */
  readonly next: { readonly id: string; readonly left: number } | null;
  /** When the measure falls under the level held, should nothing more be counted. */
  readonly fallsAt: number | null;
  /** When the level ends then, its days of grace included; null for never. */
  readonly endsAt: number | null;
  /** Whether the measure has fallen under the level, which stays until `endsAt`. */
  readonly inGrace: boolean;
}

export interface RewardsReply {
  readonly badges: readonly BadgeView[];
  readonly leaderboards: readonly BoardView[];
  readonly points: PointsView;
  readonly missions: readonly MissionView[];
  /** Questions that wait for an answer. */
  readonly surveys: readonly SurveyView[];
  readonly rewardShop: readonly RewardView[];
  /** Gifts that are sent, newest first. */
  readonly parcels: readonly ParcelView[];
  /** Null where the site offers none. */
  readonly referral: ReferralView | null;
  readonly checkIns: readonly CheckInView[];
  readonly quizzes: readonly QuizView[];
  /** Null where the site has none. */
  readonly tier: TierView | null;
}
