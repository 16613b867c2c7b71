/** A play: one draw, settled. */
import { bytesToHex, type Deviation, type Receipt, type SlotReason } from '../../shared/draw.ts';
import type { PlayId, PrizeId } from '../../shared/ids.ts';
import type { Prize } from '../../shared/schema/prize.ts';
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { countActivity, playIn } from './activity.ts';
import type { Visitor } from './audience.ts';
import { supplyOf, type GivingPlace } from './award.ts';
import type { PlayCommand } from './command.ts';
import { refused, type Decision, type RecordedPlay } from './decision.ts';
import { drawFrom, type DrawnNumber } from './draw.ts';
import { Effects } from './effects.ts';
import { chargesOf, spentAfter, type BudgetAlarm, type BudgetCharge } from './budget.ts';
import type { PlayFacts, Stream } from './facts.ts';
import type { PlayableGame } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { refusalOfTerms } from './terms.ts';
import { levelOf } from './tier.ts';
import { siteDayAt } from './time.ts';
import {
  nextDraw,
  playsOn,
  refusalToPlay,
  streamOf,
  turnOf,
  type NextDraw,
  type TurnFacts,
} from './turn.ts';
import { heldBack, isWinnable, keptForTiers, tableToDraw, unitsKept } from './winnable.ts';

export function decidePlay(
  facts: PlayFacts,
  command: PlayCommand,
  stamp: Stamp,
): Decision<PlayReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const playable = facts.programme.games.get(command.gameId);
  if (!playable) return refused({ code: 'game_not_found' });
  const { pick } = command;
  if (pick !== undefined && pick >= (playable.game.boxes ?? 0)) {
    return refused({ code: 'bad_request', detail: 'pick is the number of a box that is shown' });
  }
  const effects = new Effects(facts, stamp);
  const points = effects.purse.points();
  const { id: shopperId, pausedUntil } = facts.shopper;
  const visitor = visitorOf(facts, command, playable, stamp);
  const turn: TurnFacts = { ...facts, shopperId, points, pausedUntil, visitor };
  // What the shopper was shown before the play comes first, then what the play itself states.
  const refusal =
    refusalToPlay(turn, playable, stamp) ?? refusalOfTerms(playable.campaign, command);
  if (refusal) return refused(refusal);
  const next = nextDraw(turn, playable, stamp);
  if (next.offered.commitment !== command.commitment) {
    return refused({ code: 'draw_moved', draw: next.offered });
  }
  const { index } = next.offered;
  const { losses } = streamOf(turn, playable);
  const { table, deviations } = tableToDraw(turn, playable, losses, stamp);
  const drawn = drawFrom(next.serverSeed, { ...command, index }, table, stamp.hashing);
  const landed = landing(turn, { playable, drawn, deviations }, stamp);
  if (landed.kind === 'needs_code') return landed;
  return settled({ facts, command, playable, effects, turn, next, drawn, landed }, stamp);
}

function visitorOf(
  facts: PlayFacts,
  { device, language }: PlayCommand,
  playable: PlayableGame,
  { now }: Stamp,
): Visitor {
  const { shopper, progress } = facts;
  const asksTier = playable.progressAt(now).includes('tier');
  return {
    isIdentified: shopper.kind === 'identified',
    firstSeenAt: shopper.createdAt,
    device,
    language,
    attributes: progress.attribute,
    level: asksTier ? levelOf(facts, now) : null,
  };
}

/** A play that nothing stands in the way of any more. */
interface Spin {
  readonly facts: PlayFacts;
  readonly command: PlayCommand;
  readonly playable: PlayableGame;
  readonly effects: Effects;
  /** As it was before the play. */
  readonly turn: TurnFacts;
  readonly next: NextDraw;
  readonly drawn: DrawnNumber;
  readonly landed: Landing & { readonly kind: 'landed' };
}

function settled(spin: Spin, stamp: Stamp): Decision<PlayReply> {
  const { facts, playable, effects, turn, landed } = spin;
  const prize = prizeAt(playable, landed.slot);
  const play = recordOf(spin, prize, effects.ids.next('p'));
  const usesFreePlay = needsFreePlay(turn, playable, stamp);
  if (!usesFreePlay) effects.purse.spend(playable.game.price, 'play');
  const place = { ...placeOf(playable), unitsKept: unitsKept(turn, playable, prize, stamp) };
  const given = effects.give(prize.id, { kind: 'play', id: play.id }, 'won', place);
  const earned = counted(spin, play);
  const freePlays = given.freePlays + effects.takeFreePlays(play.gameId);
  const stream = movedStream(spin, { usesFreePlay, freePlays, play }, stamp);
  effects.change({ kind: 'stream', shopperId: facts.shopper.id, stream }, { kind: 'play', play });
  effects.raise('play.settled', { ...given.payload, won: play.won }, play);
  const { charges, alarms } = chargesOf(turn, playable, play.budgetCost, stamp);
  charge(effects, playable, charges, alarms);
  const others = turn.streams.filter(({ gameId }) => gameId !== play.gameId);
  const stockLeft = stockAfter(facts, prize.id, effects.taken(prize.id));
  return effects.decided((wallet) => {
    const { points } = wallet;
    const spent = spentAfter(turn.spent, charges);
    const after = { ...turn, points, streams: [...others, stream], stockLeft, spent };
    return {
      playId: play.id,
      gameId: play.gameId,
      at: stamp.now,
      slot: landed.slot,
      won: play.won,
      pick: spin.command.pick ?? null,
      ...given.view,
      receipt: receiptOf(spin),
      turn: turnOf(after, playable, stamp),
      wallet,
      ...(earned.length > 0 ? { earned } : {}),
    };
  });
}

function counted({ effects, command }: Spin, { gameId, won }: RecordedPlay): EarnedView[] {
  const activity = { commandId: command.commandId, ...playIn(gameId) };
  return [
    ...countActivity(effects, { ...activity, kind: 'play' }),
    ...(won ? countActivity(effects, { ...activity, kind: 'win' }) : []),
  ];
}

function recordOf(spin: Spin, prize: Prize, id: PlayId): RecordedPlay {
  const { facts, command, turn, playable, next, landed } = spin;
  const { epoch, index } = next.offered;
  return {
    id,
    stream: facts.shopper.id,
    gameId: playable.game.id,
    campaignId: playable.campaign.id,
    prizeId: prize.id,
    slot: landed.slot,
    epoch,
    index,
    beforeId: streamOf(turn, playable).lastPlayId,
    won: prize.kind !== 'nothing',
    programmeVersion: facts.programme.version,
    budgetCost: playable.campaign.budget ? prize.cost : 0,
    region: command.region ?? null,
    ageConfirmed: command.ageConfirmed ?? null,
  };
}

function placeOf({ campaign, game }: PlayableGame): GivingPlace {
  return { campaignId: campaign.id, gameId: game.id };
}

/** Losing plays cost nothing and touch no budget. */
function charge(
  effects: Effects,
  playable: PlayableGame,
  charges: readonly BudgetCharge[],
  alarms: readonly BudgetAlarm[],
): void {
  effects.change(...charges.map((each) => ({ kind: 'budget_spent', charge: each }) as const));
  for (const { scope, percent, spent } of alarms) {
    effects.raise('budget.alarm', { itemId: scope, percent, amount: spent }, placeOf(playable));
  }
}

type Landing =
  | { readonly kind: 'needs_code'; readonly poolId: string }
  | { readonly kind: 'landed'; readonly slot: number; readonly deviations: readonly Deviation[] };

interface Draw {
  readonly playable: PlayableGame;
  readonly drawn: DrawnNumber;
  /** That led to the draw. */
  readonly deviations: readonly Deviation[];
}

/** The slot that is given: the drawn one, or the fallback when its prize cannot be given. */
function landing(facts: TurnFacts, { playable, drawn, deviations }: Draw, stamp: Stamp): Landing {
  const { slot } = drawn;
  const { fallback } = playable.table;
  const kept = keptForTiers(facts, playable, slot);
  if (kept) return { kind: 'landed', slot: fallback, deviations: [...deviations, kept] };
  const supply = supplyOf(facts, prizeAt(playable, slot));
  const soldOut: SlotReason = { kind: 'sold_out', slot, left: 0 };
  const isGone = supply.kind === 'sold_out';
  // Asked before a code is claimed: a code that was claimed must be given.
  const reason = isGone ? soldOut : heldBack(facts, playable, slot, stamp);
  if (reason) return { kind: 'landed', slot: fallback, deviations: [...deviations, reason] };
  return supply.kind === 'needs_code' ? supply : { kind: 'landed', slot, deviations };
}

function prizeAt(playable: PlayableGame, slot: number): PlayableGame['prizes'][number] {
  const prize = playable.prizes[slot];
  if (!prize) throw new Error(`no prize at slot ${slot}`);
  return prize;
}

/** A free play is used when the shopper could not play without it, or would have to pay. */
function needsFreePlay(facts: TurnFacts, playable: PlayableGame, stamp: Stamp): boolean {
  const { freePlays } = streamOf(facts, playable);
  if (freePlays === 0) return false;
  if (playable.game.price > 0) return true;
  const streams = facts.streams.map((stream) => ({ ...stream, freePlays: 0 }));
  return refusalToPlay({ ...facts, streams }, playable, stamp) !== null;
}

interface Played {
  readonly usesFreePlay: boolean;
  readonly freePlays: number;
  readonly play: RecordedPlay;
}

function movedStream(
  { facts, turn, playable, next }: Spin,
  { usesFreePlay, freePlays, play }: Played,
  stamp: Stamp,
): Stream {
  const stream = streamOf(turn, playable);
  const today = siteDayAt(stamp.now, facts.programme.calendar);
  const counted = usesFreePlay ? 0 : 1;
  return {
    ...stream,
    epoch: next.offered.epoch,
    index: next.offered.index,
    // A new zone may have set the calendar back: no day is counted twice.
    day: stream.day > today.day ? stream.day : today.day,
    playsDay: playsOn(stream, today) + counted,
    playsCampaign: stream.playsCampaign + counted,
    playsEver: stream.playsEver + counted,
    freePlays: stream.freePlays - (usesFreePlay ? 1 : 0) + freePlays,
    drawsDay: (stream.day >= today.day ? stream.drawsDay : 0) + 1,
    losses: lossesAfter(turn, playable, stream.losses, play.won, stamp),
    costCampaign: stream.costCampaign + play.budgetCost,
    lastPlayId: play.id,
  };
}

/** A loss is a nothing drawn while a win was possible. */
function lossesAfter(
  turn: TurnFacts,
  playable: PlayableGame,
  losses: number,
  won: boolean,
  stamp: Stamp,
): number {
  if (!playable.table.pity || won) return 0;
  return isWinnable(turn, playable, stamp) ? losses + 1 : losses;
}

function stockAfter(facts: PlayFacts, prizeId: PrizeId, taken: number): PlayFacts['stockLeft'] {
  if (taken === 0) return facts.stockLeft;
  return new Map([...facts.stockLeft, [prizeId, (facts.stockLeft.get(prizeId) ?? 0) - taken]]);
}

function receiptOf({ facts, command, playable, next, drawn, landed }: Spin): Receipt {
  const { epoch, index, commitment } = next.offered;
  return {
    version: 1,
    site: facts.programme.siteId,
    game: playable.game.id,
    stream: facts.shopper.id,
    epoch,
    index,
    commitment,
    serverSeed: bytesToHex(next.serverSeed),
    clientSeed: command.clientSeed,
    table: playable.table,
    number: drawn.number,
    round: drawn.round,
    drawn: drawn.slot,
    deviations: landed.deviations,
    slot: landed.slot,
  };
}
