/** What the widget and the server say to each other about check-ins. */
import { z } from 'zod';
import type { SiteDay } from '../ids.ts';
import type { Refusal } from '../refusals.ts';
import type { Text } from '../text.ts';
import { commandId, siteDay, slugId } from './parts.ts';
import type { EarnedView, GivenView } from './rewards-api.ts';
import type { PrizeView, WalletChange } from './shopper-api.ts';

/** No day is sent: the site's own clock says which one it is. */
export const checkInInput = z.strictObject({ commandId, calendarId: slugId });

/** `day`: the missed day that is to be credited. */
export const makeUpInput = z.strictObject({ commandId, calendarId: slugId, day: siteDay });

export const buyFreezeInput = z.strictObject({ commandId, calendarId: slugId });

export interface StreakView {
  readonly by: 'day' | 'week';
  /** In days, or weeks. */
  readonly count: number;
  readonly best: number;
  /** Days credited, ever. */
  readonly total: number;
}

/** The next site day, and what a check-in brings then if none is missed until then. */
export interface TomorrowView {
  readonly day: SiteDay;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly square: number;
  /** Of the square, and of the milestones that the streak reaches. */
  readonly rewards: readonly PrizeView[];
  readonly streak: number;
}

export interface CheckInReply {
  readonly calendarId: string;
  /** The site day that was credited. */
  readonly day: SiteDay;
  readonly square: number;
  readonly given: readonly GivenView[];
  readonly streak: StreakView;
  /** How many freezes kept the streak this time, and how many are left. */
  readonly freezesUsed: number;
  readonly freezes: number;
  /** When today ends. */
  readonly endsAt: number;
  /** Null when the calendar is closed by then. */
  readonly tomorrow: TomorrowView | null;
  readonly earned: readonly EarnedView[];
  readonly wallet: WalletChange;
}

export interface FreezeReply {
  readonly calendarId: string;
  readonly freezes: number;
  readonly wallet: WalletChange;
}

export interface SquareView {
  readonly square: number;
  readonly day: SiteDay;
  readonly when: 'past' | 'today' | 'tomorrow' | 'later';
  /** `open`: not over yet. `excused`: missed within the grace. */
  readonly state: 'done' | 'made_up' | 'frozen' | 'excused' | 'paused' | 'missed' | 'open';
  /** What it gives, or gave; nothing where that has run out. */
  readonly rewards: readonly PrizeView[];
}

export interface CheckInView {
  readonly id: string;
  readonly name: Text;
  readonly streak: StreakView;
  readonly today: {
    readonly day: SiteDay;
    readonly endsAt: number;
    readonly done: boolean;
    readonly square: number;
    /** What a check-in now brings; empty once it is done. */
    readonly rewards: readonly PrizeView[];
    /** The streak once today is credited. */
    readonly streak: number;
    /** Why one cannot check in now. */
    readonly refusal: Refusal | null;
  };
  readonly tomorrow: TomorrowView | null;
  readonly squares: readonly SquareView[];
  readonly milestones: readonly {
    readonly streak: number;
    readonly prize: PrizeView;
    /** Whether this streak has reached it. */
    readonly reached: boolean;
  }[];
  readonly freezes: {
    readonly held: number;
    /** In points; null when it cannot be bought. */
    readonly price: number | null;
    /** Why none can be bought now. */
    readonly refusal: Refusal | null;
  };
  /** Null when nothing can be made up here. */
  readonly makeUp: {
    /** In points. */
    readonly price: number;
    /** The days that may be made up now, oldest first. */
    readonly days: readonly SiteDay[];
  } | null;
}
