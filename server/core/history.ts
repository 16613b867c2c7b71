/** Why a shopper's points changed: a line of the ledger, told by the command that wrote it. */
import type { HistoryCause, HistoryLine } from '../../shared/schema/history-api.ts';
import type { Text } from '../../shared/text.ts';
import type { Account } from './decision.ts';
import { isMap } from './programme-diff.ts';
import type { Programme } from './programme.ts';

/** A transfer from or to the shopper's own account, with the command it came with. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: number;
  readonly change: number;
  /** The account at the other end. */
  readonly other: Account;
  readonly reason: string;
  /** Null once the command is forgotten. */
  readonly command: string | null;
  /** Its outcome, as it was answered. */
  readonly outcome: unknown;
}

export function historyLine(
  programme: Programme,
  entry: HistoryEntry,
  balance: number,
): HistoryLine {
  const { id, at, change } = entry;
  const cause = causeOf(entry);
  const orderId = ofOrders.has(cause) ? named(entry.outcome, 'orderId') : null;
  const byHand = cause === 'adjusted' || cause === 'given';
  const about = aboutOf(programme, cause, entry.outcome);
  return { id, at, change, balance, cause, about, orderId, note: byHand ? entry.reason : null };
}

const ofOrders: ReadonlySet<HistoryCause> = new Set(['order', 'refunded', 'returned']);

/**
 * The account at the other end says most of it: a shop's own words stand in `reason` where it
 * changed points by hand, and must not be read for ours.
 */
export function causeOf({ change, other, reason, command }: HistoryEntry): HistoryCause {
  switch (other) {
    case 'expired':
      return 'expired';
    case 'merged':
      return 'merged';
    case 'pending':
      return 'released';
    case 'held':
      return change < 0 ? 'cart' : 'returned';
    case 'redeemed':
      return change < 0 ? (spent[reason] ?? 'bought') : 'returned';
    case 'clawed_back':
      if (command === 'adjust_points' && reason !== 'owed') return 'adjusted';
      return reason === 'owed' ? 'owed' : 'refunded';
    default:
      if (command === 'adjust_points') return 'adjusted';
      return command === 'grant_prize' ? 'given' : (earned[reason] ?? 'given');
  }
}

const spent: Readonly<Record<string, HistoryCause>> = {
  play: 'played',
  reward: 'bought',
  freeze: 'freeze',
  make_up: 'made_up',
};

const earned: Readonly<Record<string, HistoryCause>> = {
  won: 'won',
  reward: 'reward',
  order: 'order',
  event: 'event',
  check_in: 'check_in',
  quiz: 'quiz',
  survey: 'survey',
  mission: 'mission',
  badge: 'badge',
  tier: 'tier',
  leaderboard: 'leaderboard',
  referral: 'referral',
  gift: 'gift',
};

function aboutOf(programme: Programme, cause: HistoryCause, outcome: unknown): Text | null {
  const id = (name: string): string => named(outcome, name) ?? '';
  switch (cause) {
    case 'won':
    case 'played':
      return programme.games.get(id('gameId'))?.game.name ?? null;
    case 'bought':
    case 'reward': {
      const reward = programme.rewards.get(id('rewardId'));
      return (reward && programme.prizes.get(reward.prizeId)?.label) ?? null;
    }
    case 'check_in':
    case 'made_up':
    case 'freeze':
      return programme.checkIns.get(id('calendarId'))?.calendar.name ?? null;
    case 'quiz':
      return programme.quizzes.get(id('quizId'))?.quiz.name ?? null;
    case 'survey':
      return programme.surveys.get(id('surveyId'))?.question ?? null;
    case 'mission': {
      const missionId = cameAlong(outcome, cause);
      return (
        programme.missions.find(({ mission }) => mission.id === missionId)?.mission.name ?? null
      );
    }
    case 'badge': {
      const badgeId = cameAlong(outcome, cause);
      return programme.document.badges.find((badge) => badge.id === badgeId)?.name ?? null;
    }
    case 'tier': {
      const tierId = cameAlong(outcome, cause);
      const level = programme.document.tiers?.levels.find((each) => each.id === tierId);
      return level?.name ?? null;
    }
    default:
      return null;
  }
}

/** The mission, badge or tier that came along with the command, where it was a single one. */
function cameAlong(outcome: unknown, kind: 'mission' | 'badge' | 'tier'): string | null {
  const all = isMap(outcome) ? outcome['earned'] : undefined;
  if (!Array.isArray(all)) return null;
  const found = all.filter((each: unknown) => named(each, 'kind') === kind);
  return found.length === 1 ? named(found[0], 'id') : null;
}

function named(value: unknown, name: string): string | null {
  const found = isMap(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : null;
}
