/** Statements about shoppers, their streams and their points. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import type { Backlog } from '../../core/books.ts';
import type { FreePlays, Transfer } from '../../core/decision.ts';
import type { Lot, Shopper, Stream } from '../../core/facts.ts';
import { never } from '../../../shared/time.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull, wordOf } from './row.ts';

export function shopperById(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT shopper_id, kind, external_id, merged_into, wallet_version, points, points_floor,
        points_owed, points_pending, points_held, credit, credit_pending, credit_held, created_at,
        paused_until, backlog
      FROM shopper WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

export function shopperRow(row: Row): Shopper {
  return {
    id: textOf(row, 'shopper_id'),
    kind: wordOf(row, 'kind', ['anonymous', 'identified']),
    externalId: textOrNull(row, 'external_id'),
    mergedInto: textOrNull(row, 'merged_into'),
    walletVersion: intOf(row, 'wallet_version'),
    points: intOf(row, 'points'),
    pointsFloor: intOf(row, 'points_floor'),
    pointsOwed: intOf(row, 'points_owed'),
    pointsPending: intOf(row, 'points_pending'),
    pointsHeld: intOf(row, 'points_held'),
    credit: intOf(row, 'credit'),
    creditPending: intOf(row, 'credit_pending'),
    creditHeld: intOf(row, 'credit_held'),
    createdAt: intOf(row, 'created_at'),
    pausedUntil: intOf(row, 'paused_until'),
    backlog: backlogOf(row),
  };
}

/** Of a shopper's row. */
export function backlogOf(row: Row): Backlog | null {
  const text = textOrNull(row, 'backlog');
  if (text === null) return null;
  const backlog: Backlog = JSON.parse(text);
  return backlog;
}

/** Who somebody is before there is a row of theirs. */
export type Newcomer = Pick<Shopper, 'id' | 'kind' | 'externalId'>;

/** A shopper before their first command. */
export function freshShopper(newcomer: Newcomer, now: number): Shopper {
  return {
    ...newcomer,
    mergedInto: null,
    walletVersion: 0,
    points: 0,
    pointsFloor: 0,
    pointsOwed: 0,
    pointsPending: 0,
    pointsHeld: 0,
    credit: 0,
    creditPending: 0,
    creditHeld: 0,
    createdAt: now,
    pausedUntil: 0,
    backlog: null,
  };
}

/**
 * The version that was read must still stand: a lost update is a lost race. A row that is known to
 * be there is updated for about half of what an insert costs that turns into an update.
 */
export function saveShopper(siteId: SiteId, before: Shopper, after: Shopper): Write {
  const { id, walletVersion, points } = after;
  const { walletVersion: versionBefore } = before;
  const backlog = after.backlog === null ? null : JSON.stringify(after.backlog);
  if (versionBefore > 0 && changesLittle(before, after)) {
    return {
      sql: `UPDATE shopper SET wallet_version = $1, points = $2, backlog = $3
        WHERE site_id = $4 AND shopper_id = $5 AND wallet_version = $6`,
      params: [walletVersion, points, backlog, siteId, id, versionBefore],
      rows: 1,
    };
  }
  return {
    sql: before.walletVersion > 0 ? updateShopper : openShopper,
    params: [
      siteId,
      after.id,
      after.kind,
      after.externalId,
      after.mergedInto,
      after.walletVersion,
      after.points,
      after.pointsFloor,
      after.pointsOwed,
      after.pointsPending,
      after.pointsHeld,
      after.credit,
      after.creditPending,
      after.creditHeld,
      after.createdAt,
      after.pausedUntil,
      backlog,
      before.walletVersion,
    ],
    rows: 1,
  };
}

/** As most plays do: it costs half of what writing everything does. */
function changesLittle(before: Shopper, after: Shopper): boolean {
  const { walletVersion, points, backlog } = after;
  const expected: Readonly<Record<string, unknown>> = { ...before, walletVersion, points, backlog };
  return Object.entries(after).every(([field, value]) => expected[field] === value);
}

const updateShopper = `UPDATE shopper SET kind = $3, external_id = $4, merged_into = $5,
    wallet_version = $6, points = $7, points_floor = $8, points_owed = $9, points_pending = $10,
    points_held = $11, credit = $12, credit_pending = $13, credit_held = $14, created_at = $15,
    paused_until = $16, backlog = $17
  WHERE site_id = $1 AND shopper_id = $2 AND wallet_version = $18`;

const openShopper = `INSERT INTO shopper (site_id, shopper_id, kind, external_id, merged_into,
    wallet_version, points, points_floor, points_owed, points_pending, points_held, credit,
    credit_pending, credit_held, created_at, paused_until, backlog)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  ON CONFLICT (site_id, shopper_id) DO UPDATE SET kind = excluded.kind,
    external_id = excluded.external_id, merged_into = excluded.merged_into,
    wallet_version = excluded.wallet_version, points = excluded.points,
    points_floor = excluded.points_floor, points_owed = excluded.points_owed,
    points_pending = excluded.points_pending, points_held = excluded.points_held,
    credit = excluded.credit, credit_pending = excluded.credit_pending,
    credit_held = excluded.credit_held, created_at = excluded.created_at,
    paused_until = excluded.paused_until, backlog = excluded.backlog
  WHERE shopper.wallet_version = $18`;

export function streamsOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT game_id, campaign_id, epoch, draw_index, day, plays_day, plays_campaign,
        plays_ever, free_plays, draws_day, losses, cost_campaign, last_play_id
      FROM stream WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

export function streamRow(row: Row): Stream {
  return {
    gameId: textOf(row, 'game_id'),
    campaignId: textOf(row, 'campaign_id'),
    epoch: intOf(row, 'epoch'),
    index: intOf(row, 'draw_index'),
    day: textOf(row, 'day'),
    playsDay: intOf(row, 'plays_day'),
    playsCampaign: intOf(row, 'plays_campaign'),
    playsEver: intOf(row, 'plays_ever'),
    freePlays: intOf(row, 'free_plays'),
    drawsDay: intOf(row, 'draws_day'),
    losses: intOf(row, 'losses'),
    costCampaign: intOf(row, 'cost_campaign'),
    lastPlayId: textOrNull(row, 'last_play_id'),
  };
}

/** A draw that is not the first of its epoch has a row. */
export function saveStream(siteId: SiteId, shopperId: ShopperId, stream: Stream): Write {
  return {
    sql: stream.index > 0 ? updateStream : openStream,
    params: [
      siteId,
      shopperId,
      stream.gameId,
      stream.campaignId,
      stream.epoch,
      stream.index,
      stream.day,
      stream.playsDay,
      stream.playsCampaign,
      stream.playsEver,
      stream.freePlays,
      stream.drawsDay,
      stream.losses,
      stream.costCampaign,
      stream.lastPlayId,
    ],
    rows: 1,
  };
}

const updateStream = `UPDATE stream SET campaign_id = $4, epoch = $5, draw_index = $6, day = $7,
    plays_day = $8, plays_campaign = $9, plays_ever = $10, free_plays = $11, draws_day = $12,
    losses = $13, cost_campaign = $14, last_play_id = $15
  WHERE site_id = $1 AND shopper_id = $2 AND game_id = $3`;

const openStream = `INSERT INTO stream (site_id, shopper_id, game_id, campaign_id, epoch,
    draw_index, day, plays_day, plays_campaign, plays_ever, free_plays, draws_day, losses,
    cost_campaign, last_play_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (site_id, shopper_id, game_id) DO UPDATE SET campaign_id = excluded.campaign_id,
    epoch = excluded.epoch, draw_index = excluded.draw_index, day = excluded.day,
    plays_day = excluded.plays_day, plays_campaign = excluded.plays_campaign,
    plays_ever = excluded.plays_ever, free_plays = excluded.free_plays,
    draws_day = excluded.draws_day, losses = excluded.losses,
    cost_campaign = excluded.cost_campaign, last_play_id = excluded.last_play_id`;

/** Opens the stream where there is none: its draws begin when it is first played. */
export function addFreePlays(
  siteId: SiteId,
  { shopperId, gameId, campaignId, plays }: FreePlays,
): Write {
  return {
    sql: `INSERT INTO stream (site_id, shopper_id, game_id, campaign_id, epoch, draw_index, day,
        plays_day, plays_campaign, plays_ever, free_plays)
      VALUES ($1, $2, $3, $4, -1, -1, '', 0, 0, 0, $5)
      ON CONFLICT (site_id, shopper_id, game_id)
      DO UPDATE SET free_plays = stream.free_plays + excluded.free_plays`,
    params: [siteId, shopperId, gameId, campaignId, plays],
    rows: 1,
  };
}

/** Open lots that expire at `untilAt` or before, in no order: a purse sorts its own. */
export function openLots(siteId: SiteId, shopperId: ShopperId, untilAt = never): Query {
  return {
    sql: `SELECT expires_at, points_left FROM lot
      WHERE site_id = $1 AND shopper_id = $2 AND expires_at <= $3 AND points_left > 0`,
    params: [siteId, shopperId, untilAt],
  };
}

export function lotRow(row: Row): Lot {
  return { expiresAt: intOf(row, 'expires_at'), left: intOf(row, 'points_left') };
}

export interface LotChange {
  readonly shopperId: ShopperId;
  readonly expiresAt: number;
  readonly change: number;
}

export function changeLot(siteId: SiteId, { shopperId, expiresAt, change }: LotChange): Write {
  const params = [siteId, shopperId, expiresAt, change];
  if (change < 0) {
    return {
      sql: `UPDATE lot SET points_left = points_left + $4
        WHERE site_id = $1 AND shopper_id = $2 AND expires_at = $3`,
      params,
      rows: 1,
    };
  }
  return {
    sql: `INSERT INTO lot (site_id, shopper_id, expires_at, points_left) VALUES ($1, $2, $3, $4)
      ON CONFLICT (site_id, shopper_id, expires_at)
      DO UPDATE SET points_left = lot.points_left + excluded.points_left`,
    params,
    rows: 1,
  };
}

export function insertTransfer(
  siteId: SiteId,
  commandId: string,
  transfer: Transfer,
  now: number,
): Write {
  return {
    sql: `INSERT INTO transfer (site_id, transfer_id, command_id, shopper_id, unit, from_account,
        to_account, amount, reason, lots, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    params: [
      siteId,
      transfer.id,
      commandId,
      transfer.shopperId,
      transfer.unit,
      transfer.from,
      transfer.to,
      transfer.amount,
      transfer.reason,
      JSON.stringify(transfer.lots),
      now,
    ],
    rows: 1,
  };
}

/** What changed a shopper's points, newest first: `to_account` is `shopper` when they came in. */
export function transfersOf(siteId: SiteId, shopperId: ShopperId, rowsMax: number): Query {
  return {
    sql: `SELECT at, amount, to_account, reason FROM transfer
      WHERE site_id = $1 AND shopper_id = $2 AND unit = 'points'
        AND (from_account = 'shopper' OR to_account = 'shopper')
      ORDER BY at DESC, transfer_id DESC LIMIT $3`,
    params: [siteId, shopperId, rowsMax],
  };
}

export function insertUsedToken(siteId: SiteId, tokenId: string, expiresAt: number): Write {
  return {
    sql: `INSERT INTO used_token (site_id, token_id, expires_at) VALUES ($1, $2, $3)`,
    params: [siteId, tokenId, expiresAt],
    rows: 1,
  };
}

export function usedToken(siteId: SiteId, tokenId: string): Query {
  return {
    sql: `SELECT token_id FROM used_token WHERE site_id = $1 AND token_id = $2`,
    params: [siteId, tokenId],
  };
}

/** Replay guards of tokens that could not be used any more anyway. */
export function forgetUsedTokens(siteId: SiteId, expiredBefore: number): Write {
  return {
    sql: `DELETE FROM used_token WHERE site_id = $1 AND expires_at < $2`,
    params: [siteId, expiredBefore],
    rows: null,
  };
}
