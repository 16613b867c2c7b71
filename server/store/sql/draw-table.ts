/**
 * Tables that were drawn from, each kept once: a receipt shows its whole table, which all plays of
 * a game have alike. The outcome of a play that names its table has none of its own.
 */
import type { SiteId } from '../../../shared/ids.ts';
import type { Query, Row, Write } from '../store.ts';
import { textOf, textOrNull } from './row.ts';

export const drawTables: readonly string[] = [
  `CREATE TABLE draw_table (
    site_id TEXT NOT NULL,
    table_id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (site_id, table_id)
  )`,
  // Null where the outcome shows no table, or its own.
  `ALTER TABLE command ADD COLUMN table_id TEXT`,
];

/** A table by the first digits of its hash; `text` is its JSON as receipts show it. */
export interface KeptTable {
  readonly id: string;
  readonly text: string;
}

export function keepDrawTable(siteId: SiteId, { id, text }: KeptTable): Write {
  return {
    sql: `INSERT INTO draw_table (site_id, table_id, document) VALUES ($1, $2, $3)
      ON CONFLICT (site_id, table_id) DO NOTHING`,
    params: [siteId, id, text],
    rows: null,
  };
}

export function keptTableIds(siteId: SiteId): Query {
  return { sql: `SELECT table_id FROM draw_table WHERE site_id = $1`, params: [siteId] };
}

/** A column beside `command.outcome`, for `wholeOutcome`. */
export const tableColumn = `(SELECT document FROM draw_table
  WHERE draw_table.site_id = command.site_id AND draw_table.table_id = command.table_id)
  AS draw_table`;

/** A key without a value: no text of a shop's can look like it, whose quotes are escaped. */
const noTable = '"table":null';

/** The JSON of an answer, as it was given. */
export function wholeOutcome(row: Row): string {
  const outcome = textOf(row, 'outcome');
  const table = textOrNull(row, 'draw_table');
  return table === null ? outcome : withTable(outcome, table);
}

export function withTable(outcome: string, table: string): string {
  const at = outcome.indexOf(noTable);
  if (at < 0) throw new Error('an outcome that names its table has no place for it');
  return `${outcome.slice(0, at)}"table":${table}${outcome.slice(at + noTable.length)}`;
}
