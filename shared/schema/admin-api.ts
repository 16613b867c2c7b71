/** What the admin page and the server say to each other. */
import { z } from 'zod';
import type { FunnelStep } from '../funnel.ts';
import type { Text } from '../text.ts';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import { siteDay, siteId, slugId } from './parts.ts';

const email = z.email('an e-mail address').max(254);
const password = z
  .string()
  .min(
    limits.adminPasswordCharactersMin,
    `at least ${limits.adminPasswordCharactersMin} characters`,
  )
  .max(limits.adminPasswordCharactersMax);

/** `link` is what stands behind `#link=` in the address that `admin-link` prints. */
export const acceptLinkInput = z.strictObject({
  link: z.string().min(20).max(200),
  email,
  password,
});
export const signInInput = z.strictObject({ email, password: z.string().min(1).max(128) });

export const overviewInput = z
  .strictObject({
    siteId,
    /** Both days belong to the period, and are the site's own. */
    from: siteDay,
    to: siteDay,
    /** All campaigns, if none is named. */
    campaignId: slugId.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(
    ({ from, to }) => (instantOf(to) - instantOf(from)) / 86_400_000 < limits.overviewDaysMax,
    { path: ['to'], message: `at most ${limits.overviewDaysMax} days` },
  );

export type OverviewInput = z.infer<typeof overviewInput>;

export interface AdminView {
  readonly email: string;
  readonly sites: readonly { readonly id: string; readonly name: string; readonly today: string }[];
}

/** A figure, and the same figure in the period of equal length just before. */
export interface Compared {
  readonly value: number;
  readonly before: number;
}

export interface DayFigures {
  readonly day: string;
  readonly plays: number;
  readonly shoppers: number;
  readonly vouchers: number;
  /** Minor units. */
  readonly prizeCost: number;
  /** Minor units. */
  readonly attributedRevenue: number;
}

/** 0 to 1, both; alike unless the odds changed within a day. */
export interface OddsRange {
  readonly low: number;
  readonly high: number;
}

export interface PrizeFigures {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly gameId: string;
  readonly gameName: Text;
  readonly prizeId: string;
  readonly label: Text;
  /** As configured now, 0 to 1; the sum over the slots of this prize. */
  readonly oddsSet: number;
  /** By the tables that were in force in the period, weighted by plays. */
  readonly oddsExpected: OddsRange;
  /** Times given in the period ÷ plays of the game in the period; null before the first play. */
  readonly oddsObserved: number | null;
  readonly given: number;
  readonly plays: number;
  /** All there ever were, null for no end. */
  readonly stock: number | null;
  readonly stockLeft: number | null;
  /** Codes of its pool that can still be given; null where they do not run out soon. */
  readonly codesLeft: number | null;
  /** Minor units: given × cost. */
  readonly cost: number;
}

export interface LatestPlay {
  readonly playId: string;
  readonly at: number;
  readonly shopperId: string;
  readonly gameName: Text;
  readonly prizeLabel: Text;
  readonly won: boolean;
}

export interface CampaignView {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds, both. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface OverviewReply {
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly currency: string;
    readonly timeZone: string;
    readonly today: string;
  };
  readonly from: string;
  readonly to: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly campaigns: readonly CampaignView[];
  /** Distinct shoppers a step, over the whole period. */
  readonly funnel: readonly { readonly step: FunnelStep; readonly shoppers: Compared }[];
  readonly totals: {
    readonly plays: Compared;
    /** Distinct over the whole period, not the sum of the days. */
    readonly shoppers: Compared;
    readonly vouchers: Compared;
    readonly prizeCost: Compared;
    readonly attributedRevenue: Compared;
  };
  /** One row a day, days without anything included. */
  readonly days: readonly DayFigures[];
  readonly prizes: readonly PrizeFigures[];
  /**
   * The site's newest plays, whatever the period and campaign: empty before the first play ever.
   * Newest first, at most `limits.latestPlaysMax`.
   */
  readonly latestPlays: readonly LatestPlay[];
  /** Events that the figures do not hold yet. */
  readonly eventsWaiting: number;
  /** The tag to paste into the shop's pages. */
  readonly embed: string;
}
