/** Statements about credited days and freezes. */
import { assertNever } from '../../../shared/assert-never.ts';
import type { CommandId, ShopperId, SiteDay, SiteId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import type { CheckInChange, CreditedDay } from '../../core/decision.ts';
import type { HeldFreeze } from '../../core/facts.ts';
import type { Query, Row, Write } from '../store.ts';
import { textOf } from './row.ts';

interface Context {
  readonly siteId: SiteId;
  readonly commandId: CommandId;
  readonly now: number;
}

/** The steps of the schema that made the tables. */
export const checkInTables: readonly string[] = [
  // The key is what keeps a day from being credited twice.
  `CREATE TABLE check_in (
    site_id TEXT NOT NULL,
    shopper_id TEXT NOT NULL,
    calendar_id TEXT NOT NULL,
    day TEXT NOT NULL,
    how TEXT NOT NULL,
    command_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (site_id, shopper_id, calendar_id, day)
  )`,
  `CREATE TABLE streak_freeze (
    site_id TEXT NOT NULL,
    freeze_id TEXT NOT NULL,
    shopper_id TEXT NOT NULL,
    calendar_id TEXT NOT NULL,
    got_on TEXT NOT NULL,
    used_for TEXT,
    PRIMARY KEY (site_id, freeze_id)
  )`,
  `CREATE INDEX freeze_held ON streak_freeze (site_id, shopper_id) WHERE used_for IS NULL`,
];

export function checkInWrites(change: CheckInChange, { siteId, commandId, now }: Context): Write[] {
  switch (change.kind) {
    case 'check_in':
      return [insertCheckIn(siteId, commandId, change.checkIn, now)];
    case 'freeze_got':
      return [insertFreeze(siteId, change.freeze)];
    case 'freeze_used':
      return [useFreeze(siteId, change.freezeId, change.day)];
    default:
      return assertNever(change);
  }
}

function insertCheckIn(
  siteId: SiteId,
  commandId: CommandId,
  { shopperId, calendarId, day, how }: CreditedDay,
  now: number,
): Write {
  return {
    sql: `INSERT INTO check_in (site_id, shopper_id, calendar_id, day, how, command_id, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    params: [siteId, shopperId, calendarId, day, how, commandId, now],
    rows: 1,
  };
}

/** A merge: the customer has the days of both. The anonymous shopper's own stay as they were. */
export function copyCheckIns(siteId: SiteId, from: ShopperId, to: ShopperId): Write {
  return {
    sql: `INSERT INTO check_in (site_id, shopper_id, calendar_id, day, how, command_id, at)
      SELECT site_id, $3, calendar_id, day, how, command_id, at FROM check_in
      WHERE site_id = $1 AND shopper_id = $2
      ON CONFLICT (site_id, shopper_id, calendar_id, day) DO NOTHING`,
    params: [siteId, from, to],
    rows: null,
  };
}

/** Freezes not used so far, of all calendars, the oldest first. */
export function freezesOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT freeze_id, shopper_id, calendar_id, got_on FROM streak_freeze
      WHERE site_id = $1 AND shopper_id = $2 AND used_for IS NULL
      ORDER BY got_on, freeze_id LIMIT ${limits.freezesHeldMax}`,
    params: [siteId, shopperId],
  };
}

export function freezeRow(row: Row): HeldFreeze {
  return {
    id: textOf(row, 'freeze_id'),
    shopperId: textOf(row, 'shopper_id'),
    calendarId: textOf(row, 'calendar_id'),
    day: textOf(row, 'got_on'),
  };
}

function insertFreeze(siteId: SiteId, { id, shopperId, calendarId, day }: HeldFreeze): Write {
  return {
    sql: `INSERT INTO streak_freeze (site_id, freeze_id, shopper_id, calendar_id, got_on)
      VALUES ($1, $2, $3, $4, $5)`,
    params: [siteId, id, shopperId, calendarId, day],
    rows: 1,
  };
}

/** A freeze is used once. */
function useFreeze(siteId: SiteId, freezeId: string, usedFor: SiteDay): Write {
  return {
    sql: `UPDATE streak_freeze SET used_for = $3
      WHERE site_id = $1 AND freeze_id = $2 AND used_for IS NULL`,
    params: [siteId, freezeId, usedFor],
    rows: 1,
  };
}

export function moveFreezes(siteId: SiteId, from: ShopperId, to: ShopperId): Write {
  return {
    sql: `UPDATE streak_freeze SET shopper_id = $3
      WHERE site_id = $1 AND shopper_id = $2 AND used_for IS NULL`,
    params: [siteId, from, to],
    rows: null,
  };
}
