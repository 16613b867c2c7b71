/** What the widget and the server say to each other about where a shopper's points came from. */
import { z } from 'zod';
import type { Text } from '../text.ts';
import { limits } from '../limits.ts';
import { siteId } from './parts.ts';

/** Where a page ends: send the reply's `next` for the page behind it. */
const place = z.strictObject({
  at: z.int().min(0),
  id: z.string().regex(/^[\w-]{8,64}$/, 'the id of a line'),
  /** The balance before that line, so that no page has to add up all that is newer. */
  balance: z.int().min(-limits.pointsMax).max(limits.pointsMax),
});

/** Writes nothing. */
export const historyInput = z.strictObject({ siteId, before: place.optional() });

export type HistoryPlace = z.infer<typeof place>;

export const historyCauses = [
  'won',
  'played',
  'bought',
  'reward',
  'order',
  'released',
  'refunded',
  'owed',
  'expired',
  'cart',
  'returned',
  'check_in',
  'made_up',
  'freeze',
  'quiz',
  'survey',
  'mission',
  'badge',
  'tier',
  'leaderboard',
  'referral',
  'gift',
  'event',
  'merged',
  'adjusted',
  'given',
] as const;

export type HistoryCause = (typeof historyCauses)[number];

export interface HistoryLine {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Never 0. */
  readonly change: number;
  readonly balance: number;
  readonly cause: HistoryCause;
  /** The game, reward, mission, quiz … by its name; null where it is gone or there is none. */
  readonly about: Text | null;
  /** The shop's own number of the order. */
  readonly orderId: string | null;
  /** What whoever changed it by hand wrote beside it. */
  readonly note: string | null;
}

export interface HistoryReply {
  /** Newest first. */
  readonly lines: readonly HistoryLine[];
  /** Null on the last page. */
  readonly next: HistoryPlace | null;
}
