/**
 * Statements about imports of voucher codes. Codes are staged under an import that nobody sees; its
 * state is the one flag that gives them all.
 */
import type { PoolId, SiteId } from '../../../shared/ids.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf, wordOf } from './row.ts';

export interface CodeImport {
  readonly importId: string;
  /** Of the codes, so that the same file goes on where it was cut off. */
  readonly digest: string;
  readonly state: 'staging' | 'clearing' | 'published';
  /** When a chunk was staged last, epoch milliseconds. */
  readonly touchedAt: number;
}

export function codeImportRow(row: Row): CodeImport {
  return {
    importId: textOf(row, 'import_id'),
    digest: textOf(row, 'digest'),
    state: wordOf(row, 'state', ['staging', 'clearing', 'published']),
    touchedAt: intOf(row, 'touched_at'),
  };
}

export interface ImportKey {
  readonly siteId: SiteId;
  readonly poolId: PoolId;
  readonly importId: string;
}

export function unfinishedImports(siteId: SiteId, poolId: PoolId): Query {
  return {
    sql: `SELECT import_id, digest, state, touched_at FROM code_import
      WHERE site_id = $1 AND pool_id = $2 AND state <> 'published'`,
    params: [siteId, poolId],
  };
}

export function insertImport(key: ImportKey, digest: string, now: number): Write {
  const { siteId, poolId, importId } = key;
  return {
    sql: `INSERT INTO code_import (site_id, pool_id, import_id, digest, state, touched_at)
      VALUES ($1, $2, $3, $4, 'staging', $5)`,
    params: [siteId, poolId, importId, digest, now],
    rows: 1,
  };
}

/** Answers with a row while the import is being staged, with none when somebody ended it. */
export function touchImport({ siteId, poolId, importId }: ImportKey, now: number): Write {
  return {
    sql: `UPDATE code_import SET touched_at = $4
      WHERE site_id = $1 AND pool_id = $2 AND import_id = $3 AND state = 'staging'
      RETURNING import_id`,
    params: [siteId, poolId, importId, now],
    rows: null,
  };
}

/** The flag: from here on every code of the import can be given. */
export function publishImport({ siteId, poolId, importId }: ImportKey, now: number): Write {
  return {
    sql: `UPDATE code_import SET state = 'published', touched_at = $4
      WHERE site_id = $1 AND pool_id = $2 AND import_id = $3 AND state = 'staging'
      RETURNING import_id`,
    params: [siteId, poolId, importId, now],
    rows: null,
  };
}

export function startClearing({ siteId, poolId, importId }: ImportKey): Write {
  return {
    sql: `UPDATE code_import SET state = 'clearing'
      WHERE site_id = $1 AND pool_id = $2 AND import_id = $3 AND state <> 'published'`,
    params: [siteId, poolId, importId],
    rows: null,
  };
}

/** Takes some codes of an import that is being cleared; a row for each. */
export function clearCodes({ siteId, poolId, importId }: ImportKey, codesMax: number): Write {
  return {
    sql: `DELETE FROM voucher_code WHERE site_id = $1 AND pool_id = $2 AND code IN (
        SELECT code FROM voucher_code
        WHERE site_id = $1 AND pool_id = $2 AND import_id = $3 AND taken = 0 LIMIT $4)
      RETURNING code`,
    params: [siteId, poolId, importId, codesMax],
    rows: null,
  };
}

export function deleteImport({ siteId, poolId, importId }: ImportKey): Write {
  return {
    sql: `DELETE FROM code_import
      WHERE site_id = $1 AND pool_id = $2 AND import_id = $3 AND state = 'clearing'`,
    params: [siteId, poolId, importId],
    rows: null,
  };
}

/**
 * Which of the codes are there, under which import and in which state of it; codes of vouchers that
 * we made are there too.
 */
export function knownCodes(siteId: SiteId, codes: readonly string[]): Query {
  const places = codes.map((_, at) => `$${at + 2}`).join(', ');
  return {
    sql: `SELECT code, voucher_code.pool_id, voucher_code.import_id, code_import.state
        FROM voucher_code JOIN code_import ON code_import.site_id = voucher_code.site_id
          AND code_import.pool_id = voucher_code.pool_id
          AND code_import.import_id = voucher_code.import_id
        WHERE voucher_code.site_id = $1 AND code IN (${places})
      UNION ALL SELECT code, pool_id, '' AS import_id, 'published' AS state FROM voucher
        WHERE site_id = $1 AND code_shared = 0 AND code IN (${places})`,
    params: [siteId, ...codes],
  };
}

/** A code that somebody added meanwhile makes it a lost race. */
export function insertCodes(key: ImportKey, codes: readonly string[]): Write {
  const { siteId, poolId, importId } = key;
  const rows = codes.map((_, at) => `($1, $2, $3, 0, $${at + 4})`).join(', ');
  return {
    sql: `INSERT INTO voucher_code (site_id, pool_id, import_id, taken, code) VALUES ${rows}
      ON CONFLICT DO NOTHING`,
    params: [siteId, poolId, importId, ...codes],
    rows: codes.length,
  };
}

/** How many codes of a pool can still be given; counting ends at `most`. */
export function freeCodes(siteId: SiteId, poolId: PoolId, most: number): Query {
  return {
    sql: `SELECT count(*) AS codes FROM (SELECT code FROM voucher_code
      WHERE site_id = $1 AND pool_id = $2 AND taken = 0 AND import_id IN (SELECT import_id
        FROM code_import WHERE site_id = $1 AND pool_id = $2 AND state = 'published')
      LIMIT $3) AS free`,
    params: [siteId, poolId, most],
  };
}
