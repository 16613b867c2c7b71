/** A programme ready to play: the document, indexed once for each version. */
import { bytesToHex, type DrawTable } from '../../shared/draw.ts';
import { activityKinds, type ActivityKind } from '../../shared/activity.ts';
import type { GameId, PoolId, PrizeId, SiteId } from '../../shared/ids.ts';
import { bookKinds, type ProgressKind } from '../../shared/progress.ts';
import type { Badge } from '../../shared/schema/badge.ts';
import type { Campaign, Game } from '../../shared/schema/campaign.ts';
import type { Leaderboard } from '../../shared/schema/leaderboard.ts';
import type { Mission } from '../../shared/schema/mission.ts';
import type { Pool, Prize } from '../../shared/schema/prize.ts';
import type { ProgrammeDocument, SiteSettings } from '../../shared/schema/programme.ts';
import type { Quiz } from '../../shared/schema/quiz.ts';
import type { Reward } from '../../shared/schema/reward-shop.ts';
import type { Survey } from '../../shared/schema/survey.ts';
import type { TierLevel } from '../../shared/schema/tiers.ts';
import { instantOf } from '../../shared/time.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { progressAsked } from './audience.ts';
import { budgetRows } from './budget.ts';
import { playableCalendar, type PlayableCalendar } from './calendar.ts';
import { tableHashOf } from './draw.ts';
import type { SiteCalendar } from './time.ts';

export interface Programme {
  readonly siteId: SiteId;
  readonly version: number;
  readonly site: SiteSettings;
  readonly points: ProgrammeDocument['points'];
  readonly document: ProgrammeDocument;
  /** Whether anything can wait for a return window or be held for a cart. */
  readonly waits: boolean;
  readonly calendar: SiteCalendar;
  readonly games: ReadonlyMap<GameId, PlayableGame>;
  readonly prizes: ReadonlyMap<PrizeId, Prize>;
  readonly pools: ReadonlyMap<PoolId, Pool>;
  readonly rewards: ReadonlyMap<string, Reward>;
  readonly checkIns: ReadonlyMap<string, PlayableCalendar>;
  readonly quizzes: ReadonlyMap<string, PlayableQuiz>;
  readonly missions: readonly PlayableMission[];
  readonly surveys: ReadonlyMap<string, Survey>;
  /** Ids of the tables that are kept: an outcome names them. */
  readonly keptTables: ReadonlySet<string>;
  /** Who counts an activity; a kind that nobody counts is not in it. */
  readonly listeners: ReadonlyMap<ActivityKind, Listeners>;
}

export interface PlayableMission {
  readonly mission: Mission;
  /** Epoch milliseconds; −∞ and ∞ where there is none. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly countsOrders: boolean;
}

/** All that counts one kind of activity, and what a plan must load for it. */
export interface Listeners {
  readonly missions: readonly PlayableMission[];
  /** What is asked after it. */
  readonly surveys: readonly Survey[];
  readonly badges: readonly Badge[];
  readonly boards: readonly Leaderboard[];
  readonly progress: readonly ProgressKind[];
  /** Every prize that may come along. */
  readonly prizeIds: readonly PrizeId[];
}

export interface PlayableQuiz {
  readonly quiz: Quiz;
  /** Every prize that the quiz could give. */
  readonly prizeIds: readonly PrizeId[];
}

/** A game with all that a play needs looked up. */
export interface PlayableGame {
  readonly game: Game;
  readonly campaign: Campaign;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly table: DrawTable;
  readonly tableHash: Uint8Array;
  /** What it is kept under, and its JSON as receipts show it. */
  readonly tableKept: { readonly id: string; readonly text: string };
  /** In the order of the table. */
  readonly prizes: readonly Prize[];
  /** The slots that can be drawn and count as wins, ascending. */
  readonly wins: readonly number[];
  /** The smallest cost above 0 of a prize of the campaign, minor units; 1 when all are free. */
  readonly cheapest: number;
  /** Prizes of the table with a stock. */
  readonly stockedIds: readonly PrizeId[];
  /** Whether the table gives badges, which a play must know. */
  readonly givesBadges: boolean;
  /** Pools of the table whose codes were imported. */
  readonly importedPoolIds: readonly PoolId[];
  /** What must be known of a shopper for it: their attributes, their tier. */
  progressAt(now: number): readonly ProgressKind[];
  /** The rows of the campaign's budget that a play looks at; none where nothing is capped. */
  budgetRows(now: number): readonly string[];
}

export function compileProgramme(
  version: number,
  document: ProgrammeDocument,
  zone: Pick<SiteCalendar, 'zoneBefore' | 'zoneFrom'> = { zoneBefore: null, zoneFrom: 0 },
  keptTables: ReadonlySet<string> = new Set(),
): Programme {
  const calendar = { timeZone: document.site.timeZone, ...zone };
  const prizes = new Map(document.prizes.map((prize) => [prize.id, prize]));
  const pools = new Map(document.pools.map((pool) => [pool.id, pool]));
  const { tiers } = document;
  const games = new Map(
    document.campaigns.flatMap((campaign) =>
      campaign.games.map(
        (game) => [game.id, playable(game, campaign, { prizes, pools, calendar, tiers })] as const,
      ),
    ),
  );
  const { site, points } = document;
  const missions = document.missions.map(playableMission);
  return {
    siteId: site.id,
    version,
    site,
    points,
    document,
    waits: points.pendingDays > 0 || points.value !== null || hasCredit(document),
    calendar,
    games,
    prizes,
    pools,
    keptTables,
    rewards: new Map(document.rewardShop.map((each) => [each.id, each])),
    missions,
    surveys: new Map(document.surveys.map((each) => [each.id, each])),
    listeners: listenersOf(document, missions),
    checkIns: new Map(document.checkIns.map((each) => [each.id, playableCalendar(each, calendar)])),
    quizzes: new Map(document.quizzes.map((each) => [each.id, playableQuiz(each)])),
  };
}

/** Credit can be held for a cart, too. */
function hasCredit({ points, prizes }: ProgrammeDocument): boolean {
  return points.cashback?.as === 'credit' || prizes.some(({ kind }) => kind === 'credit');
}

/** A prize without what only the site may know. */
export function prizeView(prize: Prize): PrizeView {
  const { id, kind, label } = prize;
  if (kind === 'points') return { id, kind, label, points: prize.points };
  if (kind === 'credit') return { id, kind, label, credit: prize.credit };
  if (kind === 'free_play') return { id, kind, label, plays: prize.plays };
  if (kind === 'freeze') return { id, kind, label, freezes: prize.freezes };
  return { id, kind, label };
}

/** Of all that the programme has. */
export function prizeViews({ prizes }: Programme, ids: readonly PrizeId[]): PrizeView[] {
  return ids.flatMap((id) => prizes.get(id) ?? []).map(prizeView);
}

function playableMission(mission: Mission): PlayableMission {
  const { startsAt, endsAt, steps } = mission;
  return {
    mission,
    startsAt: startsAt === null ? -Infinity : instantOf(startsAt),
    endsAt: endsAt === null ? Infinity : instantOf(endsAt),
    countsOrders: steps.some(({ measure }) => measure.activity === 'order'),
  };
}

function listenersOf(
  { badges, leaderboards, prizes, surveys, tiers }: ProgrammeDocument,
  missions: readonly PlayableMission[],
): ReadonlyMap<ActivityKind, Listeners> {
  const badgeIds = new Set(prizes.filter(({ kind }) => kind === 'badge').map(({ id }) => id));
  const listeners = new Map<ActivityKind, Listeners>();
  for (const kind of activityKinds) {
    const heard = {
      missions: missions.filter(({ mission }) =>
        mission.steps.some(({ measure }) => measure.activity === kind),
      ),
      badges: badges.filter(({ measure }) => measure?.activity === kind),
      surveys: surveys.filter(({ ask }) => ask?.after === kind),
      boards: leaderboards.filter(({ measure }) => measure.activity === kind),
    };
    const forTiers = tiers && (kind === 'order' || kind === 'event') ? tiers.levels : [];
    const isHeard = Object.values(heard).some(({ length }) => length > 0);
    if (!isHeard && forTiers.length === 0) continue;
    const prizeIds = new Set([
      ...heard.missions.flatMap(({ mission }) => mission.prizeIds),
      ...heard.badges.flatMap(({ levels }) => levels.flatMap((level) => level.prizeIds)),
      ...forTiers.flatMap(({ welcomePrizeId }) => welcomePrizeId ?? []),
    ]);
    const givesBadges = [...prizeIds].some((id) => badgeIds.has(id));
    const progress: ProgressKind[] = [];
    if (heard.missions.length > 0 || heard.badges.length > 0 || givesBadges) {
      progress.push(...bookKinds);
    }
    if (heard.surveys.length > 0) progress.push('survey');
    if (forTiers.length > 0) progress.push('tier');
    listeners.set(kind, { ...heard, progress, prizeIds: [...prizeIds] });
  }
  return listeners;
}

function playableQuiz(quiz: Quiz): PlayableQuiz {
  const { questions, completionPrizeId, scores } = quiz;
  const ids = [
    ...questions.map(({ prizeId }) => prizeId),
    completionPrizeId,
    ...scores.map(({ prizeId }) => prizeId),
  ];
  return { quiz, prizeIds: ids.flatMap((id) => id ?? []) };
}

function playable(
  game: Game,
  campaign: Campaign,
  {
    prizes: prizesById,
    pools,
    calendar,
    tiers,
  }: Pick<Programme, 'prizes' | 'pools' | 'calendar'> & Pick<ProgrammeDocument, 'tiers'>,
): PlayableGame {
  const prizes = game.slots.map(({ prizeId }) => known(prizesById, prizeId));
  const wins = game.slots.flatMap(({ weight }, slot) =>
    weight > 0 && prizes[slot]?.kind !== 'nothing' ? [slot] : [],
  );
  const table: DrawTable = {
    slots: game.slots.map(({ prizeId, weight, tiers: some }) => ({
      prize: prizeId,
      weight,
      ...(some.length > 0 && { tiers: some }),
    })),
    fallback: game.slots.findIndex(({ prizeId }) => prizeId === game.fallbackPrizeId),
    ...(game.pity && { pity: { after: game.pity.afterLosses, wins } }),
  };
  const tableHash = tableHashOf(table);
  const unique = [...new Set(prizes)];
  const pooled = unique.flatMap((prize) => (prize.kind === 'voucher' ? [prize.poolId] : []));
  return {
    game,
    campaign,
    startsAt: instantOf(campaign.startsAt),
    endsAt: instantOf(campaign.endsAt),
    table,
    tableHash,
    tableKept: { id: bytesToHex(tableHash).slice(0, 32), text: JSON.stringify(table) },
    prizes,
    wins,
    cheapest: cheapestOf(campaign, prizesById),
    givesBadges: unique.some(({ kind }) => kind === 'badge'),
    stockedIds: unique.filter(({ stock }) => stock !== null).map(({ id }) => id),
    importedPoolIds: [...new Set(pooled)].filter((id) => known(pools, id).kind === 'imported'),
    progressAt: progressOf(game, campaign, tiers),
    budgetRows: (now) => budgetRows(campaign, calendar, now),
  };
}

/** The tier where the game asks for it, and before its start where some may play early. */
function progressOf(
  { slots }: Game,
  { audience, exclusionGroup, startsAt }: Campaign,
  tiers: ProgrammeDocument['tiers'],
): PlayableGame['progressAt'] {
  const asked = progressAsked(audience);
  const withTier = [...new Set([...asked, 'tier' as const])];
  const earlyMs = earlyAccessMs(tiers?.levels ?? []);
  // Whoever played early in one campaign of a group is kept out of the others from then on.
  const isGrouped = exclusionGroup !== null && earlyMs > 0;
  const isAsked = isGrouped || slots.some((slot) => slot.tiers.length > 0);
  if (tiers && isAsked) return () => withTier;
  const opensAt = instantOf(startsAt);
  return (now) => (opensAt - earlyMs <= now && now < opensAt ? withTier : asked);
}

/** How much earlier than everybody the tier that comes first may play. */
export function earlyAccessMs(levels: readonly TierLevel[]): number {
  return Math.max(0, ...levels.map(({ earlyAccessHours }) => earlyAccessHours)) * 3_600_000;
}

function cheapestOf({ games }: Campaign, prizesById: ReadonlyMap<PrizeId, Prize>): number {
  const ids = games.flatMap(({ slots }) => slots.map(({ prizeId }) => prizeId));
  const costs = ids.map((id) => known(prizesById, id).cost).filter((cost) => cost > 0);
  return costs.length === 0 ? 1 : Math.min(...costs);
}

function known<Value>(byId: ReadonlyMap<string, Value>, id: string): Value {
  const value = byId.get(id);
  if (value === undefined) throw new Error(`the programme names "${id}", which it does not have`);
  return value;
}
