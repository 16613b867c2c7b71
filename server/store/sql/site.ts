/** Statements about sites and their programme documents. */
import type { SiteId } from '../../../shared/ids.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, textOrNull } from './row.ts';

export interface SiteRow {
  readonly siteId: SiteId;
  readonly programmeVersion: number;
  readonly epoch: number;
  /** Why nothing is given at the moment; null when all is well. */
  readonly stoppedReason: string | null;
}

export function siteRow(row: Row): SiteRow {
  return {
    siteId: textOf(row, 'site_id'),
    programmeVersion: intOf(row, 'programme_version'),
    epoch: intOf(row, 'epoch'),
    stoppedReason: textOrNull(row, 'stopped_reason'),
  };
}

export function siteById(siteId: SiteId): Query {
  return {
    sql: `SELECT site_id, programme_version, epoch, stopped_reason FROM site WHERE site_id = $1`,
    params: [siteId],
    shared: true,
  };
}

export function allSites(): Query {
  return {
    sql: `SELECT site_id, programme_version, epoch, stopped_reason FROM site ORDER BY site_id`,
    params: [],
  };
}

export function currentProgramme(siteId: SiteId): Query {
  return {
    sql: `SELECT programme.version, programme.document, zone_before, zone_from
      FROM site JOIN programme
        ON programme.site_id = site.site_id AND programme.version = site.programme_version
      WHERE site.site_id = $1`,
    params: [siteId],
  };
}

export function programmeVersion(siteId: SiteId, version: number): Query {
  return {
    sql: `SELECT version, document, applied_at, restored_from FROM programme
      WHERE site_id = $1 AND version = $2`,
    params: [siteId, version],
  };
}

/** The latest versions, newest first. */
export function programmeVersions(siteId: SiteId, rowsMax: number): Query {
  return {
    sql: `SELECT version, document, applied_at, restored_from FROM programme
      WHERE site_id = $1 ORDER BY version DESC LIMIT $2`,
    params: [siteId, rowsMax],
  };
}

/** The versions that were in force at any time from `from` until `to`, oldest first. */
export function versionsInForce(siteId: SiteId, from: number, to: number): Query {
  return {
    sql: `SELECT document, applied_at FROM programme
      WHERE site_id = $1 AND applied_at < $3 AND version >= coalesce((SELECT max(version)
        FROM programme WHERE site_id = $1 AND applied_at <= $2), 1)
      ORDER BY version`,
    params: [siteId, from, to],
  };
}

export interface NewVersion {
  readonly siteId: SiteId;
  readonly version: number;
  readonly document: string;
  /** The version whose document it brings back; null for a document of its own. */
  readonly restoredFrom: number | null;
  readonly now: number;
}

/** A version is written once and never changed. */
export function insertProgramme(programme: NewVersion): Write {
  const { siteId, version, document, restoredFrom, now } = programme;
  return {
    sql: `INSERT INTO programme (site_id, version, document, applied_at, restored_from)
      VALUES ($1, $2, $3, $4, $5)`,
    params: [siteId, version, document, now, restoredFrom],
    rows: 1,
  };
}

export function insertSite(siteId: SiteId, now: number): Write {
  return {
    sql: `INSERT INTO site (site_id, programme_version, epoch, zone_from, created_at)
      VALUES ($1, 1, 0, 0, $2)`,
    params: [siteId, now],
    rows: 1,
  };
}

/** Moves a site from the version it was read at; another process's change makes it a lost race. */
export function moveProgramme(siteId: SiteId, from: number, to: number): Write {
  return {
    sql: `UPDATE site SET programme_version = $3 WHERE site_id = $1 AND programme_version = $2`,
    params: [siteId, from, to],
    rows: 1,
  };
}

/** The zone that holds until `from`, an instant; null when the programme's own holds already. */
export function saveZone(siteId: SiteId, before: string | null, from: number): Write {
  return {
    sql: `UPDATE site SET zone_before = $2, zone_from = $3 WHERE site_id = $1`,
    params: [siteId, before, from],
    rows: 1,
  };
}

export function raiseEpochs(): Write {
  return { sql: `UPDATE site SET epoch = epoch + 1`, params: [], rows: null };
}

export function stopSite(siteId: SiteId, reason: string | null): Write {
  return {
    sql: `UPDATE site SET stopped_reason = $2 WHERE site_id = $1`,
    params: [siteId, reason],
    rows: 1,
  };
}

/**
 * What the site has in its currency, under `what`: another one would give it another worth. Points
 * are not in it, as the programme says what they are worth.
 */
export function inCurrency(siteId: SiteId, now: number): Query {
  const found = (what: string, where: string): string =>
    `SELECT '${what}' AS what WHERE EXISTS (SELECT 1 FROM ${where})`;
  return {
    sql: [
      found('orders', 'shop_order WHERE site_id = $1'),
      found(
        'store credit',
        'shopper WHERE site_id = $1 AND credit + credit_pending + credit_held > 0',
      ),
      found('open holds', `points_hold WHERE site_id = $1 AND state = 'held' AND held_until > $2`),
      found(
        'open vouchers',
        `voucher WHERE site_id = $1 AND state IN ('issued', 'held')
          AND (expires_at > $2 OR held_until > $2)`,
      ),
    ].join(' UNION ALL '),
    params: [siteId, now],
  };
}

/** What is left of each prize with a stock, and all that was ever put in. */
export function stockOfSite(siteId: SiteId): Query {
  return {
    sql: `SELECT stock.prize_id, stock.units_left, CAST(sum(stock_entry.change) AS BIGINT) AS total
      FROM stock JOIN stock_entry
        ON stock_entry.site_id = stock.site_id AND stock_entry.prize_id = stock.prize_id
      WHERE stock.site_id = $1 GROUP BY stock.prize_id, stock.units_left`,
    params: [siteId],
  };
}

export interface StockChange {
  readonly siteId: SiteId;
  readonly prizeId: string;
  readonly version: number;
  readonly change: number;
  readonly now: number;
}

/** Adds to a stock, or takes units off that nobody was given, and keeps an entry of it. */
export function changeStock({ siteId, prizeId, version, change, now }: StockChange): Write[] {
  const entry: Write = {
    sql: `INSERT INTO stock_entry (site_id, prize_id, programme_version, change, at)
      VALUES ($1, $2, $3, $4, $5)`,
    params: [siteId, prizeId, version, change, now],
    rows: 1,
  };
  const open: Write = {
    sql: `INSERT INTO stock (site_id, prize_id, units_left) VALUES ($1, $2, 0)
      ON CONFLICT (site_id, prize_id) DO NOTHING`,
    params: [siteId, prizeId],
    rows: null,
  };
  const add: Write = {
    sql: `UPDATE stock SET units_left = units_left + $3
      WHERE site_id = $1 AND prize_id = $2 AND units_left + $3 >= 0`,
    params: [siteId, prizeId, change],
    rows: 1,
  };
  return [entry, open, add];
}
