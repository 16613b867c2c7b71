/** Brings the schema up to date at start. An advisory lock lets one process do it. */
import type pg from 'pg';
import { migrations, refuseNewer } from '../sql/migrations.ts';

export async function migrate(client: pg.PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('fairground migrations', 0))`,
    );
    await client.query('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)');
    const { rows } = await client.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM migration',
    );
    const current = rows[0]?.version ?? 0;
    refuseNewer(current);
    for (const { version, statements } of migrations) {
      if (version <= current) continue;
      for (const statement of statements) {
        await client.query(typeof statement === 'string' ? statement : statement.postgres);
      }
      await client.query('INSERT INTO migration (version) VALUES ($1)', [version]);
    }
    await client.query('COMMIT');
  } catch (error) {
    // Where the connection is gone, so is the transaction: what counts is why.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
