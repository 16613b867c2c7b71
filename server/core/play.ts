/** A play: one draw, settled. */
import { bytesToHex, type Deviation, type Receipt } from '../../shared/draw.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { giveAward, supplyOf, type Given } from './award.ts';
import type { PlayCommand } from './command.ts';
import { decided, refused, type Change, type Decision, type RecordedPlay } from './decision.ts';
import { drawFrom, type DrawnNumber } from './draw.ts';
import type { PlayFacts, Stream } from './facts.ts';
import { prizeView, type PlayableGame } from './programme.ts';
import { openPurse } from './purse.ts';
import { idsFrom, type Stamp } from './stamp.ts';
import { dayAt } from './time.ts';
import {
  nextDraw,
  playsOn,
  refusalToPlay,
  streamOf,
  turnOf,
  type NextDraw,
  type TurnFacts,
} from './turn.ts';
import { voucherView } from './voucher.ts';

export function decidePlay(
  facts: PlayFacts,
  command: PlayCommand,
  stamp: Stamp,
): Decision<PlayReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const ids = idsFrom(stamp);
  const playable = facts.programme.games.get(command.gameId);
  if (!playable) return refused({ code: 'game_not_found' });
  const purse = openPurse(facts, stamp, ids);
  const before: TurnFacts = { ...facts, shopperId: facts.shopper.id, points: purse.points() };
  const refusal = refusalToPlay(before, playable, stamp);
  if (refusal) return refused(refusal);
  const next = nextDraw(before, playable, stamp);
  if (next.offered.commitment !== command.commitment) {
    return refused({ code: 'draw_moved', draw: next.offered });
  }
  const { index } = next.offered;
  const drawn = drawFrom(next.serverSeed, { ...command, index }, playable.table);
  const landed = landing(facts, playable, drawn);
  if (landed.kind === 'needs_code') return landed;

  // From here the play succeeds.
  const { game, campaign } = playable;
  const prize = prizeAt(playable, landed.slot);
  const playId = ids.next('p');
  const stream = streamOf(before, playable);
  const usesFreePlay = needsFreePlay(before, playable, stamp);
  if (!usesFreePlay) purse.spend(game.price, 'play');
  const given = giveAward(
    {
      programme: facts.programme,
      supply: facts,
      prize,
      shopper: facts.shopper,
      purse,
      cause: { kind: 'play', id: playId },
      campaignId: campaign.id,
      gameId: game.id,
      reason: 'won',
    },
    stamp,
    ids,
  );
  const wallet = purse.close();
  const play: RecordedPlay = {
    id: playId,
    stream: facts.shopper.id,
    gameId: game.id,
    campaignId: campaign.id,
    prizeId: prize.id,
    slot: landed.slot,
    epoch: next.offered.epoch,
    index,
    won: prize.kind !== 'nothing',
  };
  const moved = movedStream(stream, facts, { next, usesFreePlay, given }, stamp);
  const changes: Change[] = [
    ...wallet.changes,
    { kind: 'stream', shopperId: facts.shopper.id, stream: moved },
    { kind: 'play', play },
    ...given.changes,
    settledEvent(play, prize.cost, given, ids.next('e')),
  ];
  const voucher = given.voucher && voucherView(given.voucher, stamp.now);
  const after: TurnFacts = {
    ...before,
    points: wallet.shopper.points,
    streams: [...before.streams.filter(({ gameId }) => gameId !== game.id), moved],
    stockLeft: stockAfter(facts, given.changes),
  };
  const outcome: PlayReply = {
    playId,
    gameId: game.id,
    at: stamp.now,
    slot: landed.slot,
    prize: prizeView(prize),
    won: play.won,
    voucher,
    receipt: receiptOf(facts, command, playable, next, drawn, landed),
    turn: turnOf(after, playable, stamp),
    wallet: {
      version: wallet.shopper.walletVersion,
      points: wallet.shopper.points,
      vouchers: voucher ? [voucher] : [],
    },
  };
  return decided(outcome, changes);
}

type Landing =
  | { readonly kind: 'needs_code'; readonly poolId: string }
  | { readonly kind: 'landed'; readonly slot: number; readonly deviations: readonly Deviation[] };

/** The slot that is given: the drawn one, or the fallback when its prize has run out. */
function landing(facts: PlayFacts, playable: PlayableGame, drawn: DrawnNumber): Landing {
  const supply = supplyOf(facts.programme, facts, prizeAt(playable, drawn.slot));
  switch (supply.kind) {
    case 'available':
      return { kind: 'landed', slot: drawn.slot, deviations: [] };
    case 'sold_out': {
      const deviation: Deviation = { kind: 'sold_out', slot: drawn.slot, left: 0 };
      return { kind: 'landed', slot: playable.table.fallback, deviations: [deviation] };
    }
    case 'needs_code':
      return supply;
  }
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
  readonly next: NextDraw;
  readonly usesFreePlay: boolean;
  readonly given: Given;
}

function movedStream(stream: Stream, facts: PlayFacts, played: Played, stamp: Stamp): Stream {
  const today = dayAt(stamp.now, facts.programme.site.timeZone);
  const counted = played.usesFreePlay ? 0 : 1;
  return {
    ...stream,
    epoch: played.next.offered.epoch,
    index: played.next.offered.index,
    day: today.day,
    playsDay: playsOn(stream, today) + counted,
    playsCampaign: stream.playsCampaign + counted,
    playsEver: stream.playsEver + counted,
    freePlays: stream.freePlays - (played.usesFreePlay ? 1 : 0) + played.given.freePlays,
  };
}

function settledEvent(play: RecordedPlay, cost: number, given: Given, id: string): Change {
  const { prizeId, won, campaignId, gameId } = play;
  const payload = given.voucher
    ? { prizeId, won, cost, voucherId: given.voucher.id }
    : { prizeId, won, cost };
  const shopperId = play.stream;
  return { kind: 'event', event: { id, kind: 'play.settled', shopperId, campaignId, gameId, payload } };
}

function stockAfter(facts: PlayFacts, changes: readonly Change[]): PlayFacts['stockLeft'] {
  const taken = changes.find((change) => change.kind === 'stock_taken');
  if (!taken) return facts.stockLeft;
  const left = (facts.stockLeft.get(taken.prizeId) ?? 0) - 1;
  return new Map([...facts.stockLeft, [taken.prizeId, left]]);
}

function receiptOf(
  facts: PlayFacts,
  command: PlayCommand,
  playable: PlayableGame,
  next: NextDraw,
  drawn: DrawnNumber,
  landed: Landing & { kind: 'landed' },
): Receipt {
  return {
    version: 1,
    site: facts.programme.siteId,
    game: playable.game.id,
    stream: facts.shopper.id,
    epoch: next.offered.epoch,
    index: next.offered.index,
    commitment: next.offered.commitment,
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
