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
    await placeEvents(client);
    await client.query('COMMIT');
  } catch (error) {
    // Where the connection is gone, so is the transaction: what counts is why.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * A dump brings the numbers of its server's transactions along. Those of the server that it is
 * restored on start low: nothing new would come after the projector's place for years. What has
 * such a number was counted and goes before all that comes, or was not and is of now.
 */
async function placeEvents(client: pg.PoolClient): Promise<void> {
  const unknown = 'xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint';
  const now = 'pg_current_xact_id()::text::bigint';
  await client.query(`UPDATE event SET xid = CASE
      WHEN (event.xid, event.seq) > (projector.xid, projector.seq) THEN ${now} ELSE 0 END
    FROM projector WHERE projector.name = 'figures' AND event.${unknown}`);
  await client.query(`UPDATE projector SET xid = ${now}, seq = 0 WHERE ${unknown}`);
}
