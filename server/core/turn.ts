/** Where a shopper stands in a game: what is offered, what is left, and why not. */
import type { DrawPlace } from '../../shared/draw.ts';
import type { ShopperId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { never } from '../../shared/time.ts';
import type { OfferedDraw, Refusal } from '../../shared/refusals.ts';
import type { Turn } from '../../shared/schema/shopper-api.ts';
import { refusalByAudience, type Visitor } from './audience.ts';
import { commitmentOf, serverSeedOf } from './draw.ts';
import type { BaseFacts, BudgetSpent, Stream, SupplyFacts } from './facts.ts';
import type { PlayableGame } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { opensFor } from './tier.ts';
import { siteDayAt, type DayWindow } from './time.ts';
import { refusalOfLostDraw } from './winnable.ts';

/** What a turn is made from. */
export interface TurnFacts extends BaseFacts, SupplyFacts {
  readonly shopperId: ShopperId;
  readonly points: number;
  readonly streams: readonly Stream[];
  readonly spent: BudgetSpent;
  /** As the shopper's row has it. */
  readonly pausedUntil: number;
  readonly visitor: Visitor;
}

/** The draw that stands next in a stream, with its secret. */
export interface NextDraw {
  readonly offered: OfferedDraw;
  readonly serverSeed: Uint8Array;
}

export function turnOf(facts: TurnFacts, playable: PlayableGame, stamp: Stamp): Turn {
  const stream = streamOf(facts, playable);
  return {
    stream: facts.shopperId,
    draw: nextDraw(facts, playable, stamp).offered,
    playsLeft: playsLeft(facts, playable, stamp),
    freePlays: stream.freePlays,
    refusal: refusalToPlay(facts, playable, stamp),
  };
}

export function nextDraw(
  facts: Pick<TurnFacts, 'epoch' | 'programme' | 'shopperId' | 'streams'>,
  playable: PlayableGame,
  stamp: Stamp,
): NextDraw {
  const { epoch, programme, shopperId: stream } = facts;
  const last = streamOf(facts, playable);
  const index = last.epoch === epoch ? last.index + 1 : 0;
  const place = { site: programme.siteId, game: playable.game.id, stream, epoch, index };
  return lastDraws.of(stamp, playable, place);
}

interface KeptDraw extends NextDraw {
  readonly drawKey: Uint8Array;
}

/** What is offered by one answer is played in the next call: each stream's last draw is kept. */
const lastDraws = {
  ofGame: new WeakMap<PlayableGame, Map<ShopperId, KeptDraw>>(),
  of({ drawKey, hashing }: Stamp, playable: PlayableGame, place: DrawPlace): NextDraw {
    const known = this.ofGame.get(playable) ?? new Map<ShopperId, KeptDraw>();
    this.ofGame.set(playable, known);
    const { stream, epoch, index } = place;
    const found = known.get(stream);
    if (found?.drawKey === drawKey && found.offered.index === index) {
      if (found.offered.epoch === epoch) return found;
    }
    const serverSeed = serverSeedOf(drawKey, place, hashing);
    const commitment = commitmentOf(serverSeed, playable.tableHash, place, hashing);
    const made = { offered: { epoch, index, commitment }, serverSeed, drawKey };
    if (known.size >= limits.drawsKeptMax) known.clear();
    known.set(stream, made);
    return made;
  },
};

/** Why a play would be refused now. The order is a contract. */
export function refusalToPlay(
  facts: TurnFacts,
  playable: PlayableGame,
  stamp: Stamp,
): Refusal | null {
  const { game, startsAt, endsAt } = playable;
  if (endsAt <= stamp.now) return { code: 'campaign_ended' };
  const opensAt = opensFor(facts.visitor.level, startsAt);
  if (opensAt > stamp.now) return { code: 'campaign_not_started', nextAt: opensAt };
  const held = heldOff(facts, playable, stamp);
  if (held) return held;
  const free = streamOf(facts, playable).freePlays > 0;
  const limited = free ? null : limitReached(facts, playable, stamp);
  if (limited) return limited;
  const lost = refusalOfLostDraw(facts, playable, stamp);
  if (lost) return lost;
  if (!free && facts.points < game.price) {
    return { code: 'not_enough_points', detail: `a play costs ${game.price} points` };
  }
  return null;
}

/**
 * What no free play passes: the shopper's pause, whom the campaign is for, a campaign that excludes
 * this one, the site's cap.
 */
function heldOff(facts: TurnFacts, playable: PlayableGame, { now }: Stamp): Refusal | null {
  const { programme, pausedUntil, streams } = facts;
  if (pausedUntil > now) {
    return { code: 'paused', nextAt: pausedUntil === never ? undefined : pausedUntil };
  }
  const outside = refusalByAudience(playable.campaign.audience, facts.visitor, now);
  if (outside) return outside;
  const other = excludedBy(facts, playable, now);
  if (other) {
    const nextAt = other.endsAt < playable.endsAt ? other.endsAt : undefined;
    return { code: 'campaign_excluded', nextAt };
  }
  const { playsPerDayMax } = programme.site.care;
  if (playsPerDayMax === null) return null;
  const today = siteDayAt(now, programme.calendar);
  const draws = streams
    .filter(({ day }) => day >= today.day)
    .reduce((sum, { drawsDay }) => sum + drawsDay, 0);
  if (draws < playsPerDayMax) return null;
  const nextAt = today.endsAt < playable.endsAt ? today.endsAt : undefined;
  return { code: 'site_daily_limit_reached', nextAt };
}

/** A running campaign of the same exclusion group in which the shopper has played. */
function excludedBy(
  { programme, streams, visitor }: TurnFacts,
  { campaign }: PlayableGame,
  now: number,
): PlayableGame | undefined {
  if (campaign.exclusionGroup === null) return undefined;
  const played = streams.filter(
    ({ index, playsEver, drawsDay }) => index >= 0 || playsEver > 0 || drawsDay > 0,
  );
  const others = played.flatMap(({ gameId, campaignId }) => {
    const other = programme.games.get(gameId);
    return other && other.campaign.id === campaignId ? [other] : [];
  });
  return others.find(
    (other) =>
      other.campaign.id !== campaign.id &&
      other.campaign.exclusionGroup === campaign.exclusionGroup &&
      opensFor(visitor.level, other.startsAt) <= now &&
      now < other.endsAt,
  );
}

/** The stream of the game, rolled on to today and to the current campaign; new if there is none. */
export function streamOf(
  facts: Pick<TurnFacts, 'streams'>,
  { game, campaign }: PlayableGame,
): Stream {
  const found = facts.streams.find(({ gameId }) => gameId === game.id);
  if (!found) return { ...newStream, gameId: game.id, campaignId: campaign.id };
  if (found.campaignId === campaign.id) return found;
  return { ...found, campaignId: campaign.id, playsCampaign: 0, costCampaign: 0 };
}

/** Plays on `today`; a count of an earlier day is over. */
export function playsOn(stream: Stream, today: DayWindow): number {
  return stream.day >= today.day ? stream.playsDay : 0;
}

const newStream = {
  epoch: -1,
  index: -1,
  day: '',
  playsDay: 0,
  playsCampaign: 0,
  playsEver: 0,
  freePlays: 0,
  drawsDay: 0,
  losses: 0,
  costCampaign: 0,
  lastPlayId: null,
};

/** Each limit of the game with what is left of it, the widest first. */
function limitsLeft(
  facts: TurnFacts,
  playable: PlayableGame,
  stamp: Stamp,
): { refusal: Refusal; left: number }[] {
  const { limits: max } = playable.game;
  const stream = streamOf(facts, playable);
  const today = siteDayAt(stamp.now, facts.programme.calendar);
  const rows = [];
  if (max.ever !== null) {
    rows.push({
      refusal: { code: 'ever_limit_reached' },
      left: max.ever - stream.playsEver,
    } as const);
  }
  if (max.perCampaign !== null) {
    const left = max.perCampaign - playsInCampaign(facts.streams, playable.campaign.id);
    rows.push({ refusal: { code: 'campaign_limit_reached' }, left } as const);
  }
  if (max.perDay !== null) {
    // Tomorrow helps only while the campaign runs.
    const nextAt = today.endsAt < playable.endsAt ? today.endsAt : undefined;
    const left = max.perDay - playsOn(stream, today);
    rows.push({ refusal: { code: 'daily_limit_reached', nextAt }, left } as const);
  }
  return rows;
}

function limitReached(facts: TurnFacts, playable: PlayableGame, stamp: Stamp): Refusal | null {
  return limitsLeft(facts, playable, stamp).find(({ left }) => left <= 0)?.refusal ?? null;
}

function playsLeft(facts: TurnFacts, playable: PlayableGame, stamp: Stamp): number | null {
  const left = limitsLeft(facts, playable, stamp).map((row) => row.left);
  return left.length === 0 ? null : Math.max(0, Math.min(...left));
}

function playsInCampaign(streams: readonly Stream[], campaignId: string): number {
  return streams
    .filter((stream) => stream.campaignId === campaignId)
    .reduce((sum, stream) => sum + stream.playsCampaign, 0);
}
