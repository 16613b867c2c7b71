/**
 * Tells SQLite's planner how large tables grow. It knows nothing of them by itself, and takes it
 * that ten rows have the same first column; ours is the site, which every row of a shop's database
 * has. So it would look through all of a site rather than use an index of shoppers.
 */
import type Database from 'better-sqlite3';

const rowsOfTable = 1_000_000;
/** Of an index that has some rows only. */
const rowsOfPart = 10_000;

/** The format is that of `sqlite_stat1`: rows in all, then rows alike in each column and before. */
export function tellSizes(database: Database.Database): void {
  // Makes the table of sizes; nothing is read but the names of tables.
  database.exec('ANALYZE migration');
  database.exec(`DELETE FROM sqlite_stat1 WHERE tbl <> 'migration'`);
  database.exec(`
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
    SELECT keys.tbl, keys.idx, printf('%d %d', rows, rows) || group_concat(
      CASE WHEN seqno = 0 THEN '' WHEN is_unique AND seqno = last THEN ' 1'
        WHEN seqno = 1 THEN ' 100' ELSE ' 10' END, '')
    FROM (SELECT list.name AS tbl, CASE WHEN list.wr AND key.origin = 'pk' THEN list.name
          ELSE key.name END AS idx, "unique" AS is_unique,
        CASE WHEN partial THEN ${rowsOfPart} ELSE ${rowsOfTable} END AS rows, seqno,
        max(seqno) OVER (PARTITION BY key.name) AS last,
        first_value(part.name) OVER (PARTITION BY key.name ORDER BY seqno) AS first
      FROM pragma_table_list AS list, pragma_index_list(list.name) AS key,
        pragma_index_info(key.name) AS part
      WHERE list.schema = 'main' AND list.type = 'table'
      ORDER BY key.name, seqno) AS keys
    WHERE first = 'site_id' AND last > 0 GROUP BY keys.tbl, keys.idx`);
  // So that this connection reads them too.
  database.exec('ANALYZE sqlite_schema');
}
