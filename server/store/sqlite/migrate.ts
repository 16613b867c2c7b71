/** Brings the schema up to date at start. BEGIN IMMEDIATE is the lock: one process does it. */
import { intOf } from '../sql/row.ts';
import { migrations, refuseNewer } from '../sql/migrations.ts';
import type { Connection } from './connection.ts';
import { tellSizes } from './sizes.ts';

export function migrate(connection: Connection): void {
  const { database } = connection;
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)');
    const [row] = connection.execute({
      sql: 'SELECT coalesce(max(version), 0) AS version FROM migration',
      params: [],
    }).rows;
    const current = row ? intOf(row, 'version') : 0;
    refuseNewer(current);
    for (const { version, statements } of migrations) {
      if (version <= current) continue;
      for (const statement of statements) {
        database.exec(typeof statement === 'string' ? clustered(statement) : statement.sqlite);
      }
      connection.execute({ sql: 'INSERT INTO migration (version) VALUES ($1)', params: [version] });
    }
    if (current < (migrations.at(-1)?.version ?? 0)) tellSizes(database);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Rows stand in the order of their primary key, in one tree instead of two. */
function clustered(statement: string): string {
  return statement.startsWith('CREATE TABLE') ? `${statement} WITHOUT ROWID` : statement;
}
