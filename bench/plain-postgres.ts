/** The reference on PostgreSQL: a plain client that sends the statements of plays one by one. */
import pg from 'pg';
import { limits } from '../shared/limits.ts';
import { stampOf, type Deps } from '../server/flow/deps.ts';
import { applyProgramme } from '../server/flow/apply-programme.ts';
import { playMechanic } from '../server/flow/play.ts';
import { start } from '../server/flow/start.ts';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { lockShopper, openShopper } from '../server/store/postgres/twins.ts';
import { settleScript } from '../server/flow/settle.ts';
import type { Query, Script, StepRows } from '../server/store/store.ts';
import { depsFor } from '../test/helper/engines.ts';
import { benchProgramme, gameId, siteId } from './programme.ts';

/** Plays that each connection sends; their statements are made beforehand. */
const playsEach = 400;

/** As many connections as one server process holds, each with a shopper of its own. */
export async function plainPlaysPerSecond(url: string, secondsMax: number): Promise<number> {
  const scripts = await recordPlays(url);
  const clients = await Promise.all(scripts.map(() => connect(url)));
  const startedAt = performance.now();
  const endsAt = startedAt + secondsMax * 1_000;
  const counts = await Promise.all(
    clients.map((client, at) => sendPlays(client, scripts[at] ?? [], endsAt)),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

type Recorded = readonly Query[];

/** Decides real plays and keeps their statements, without leaving a row behind. */
async function recordPlays(url: string): Promise<Recorded[][]> {
  const store = await openPostgresStore(url);
  const deps = depsFor(store);
  await applyProgramme(deps, benchProgramme);
  const client = await connect(url);
  await client.query('BEGIN');
  const recorded: Recorded[][] = [];
  for (let at = 0; at < limits.connectionsPerProcessMax; at += 1) {
    recorded.push(await recordShopper(deps, client, `s_${deps.entropy()}`));
  }
  await client.query('ROLLBACK');
  await client.end();
  await store.close();
  return recorded;
}

async function recordShopper(
  deps: Deps,
  client: pg.Client,
  shopperId: string,
): Promise<Recorded[]> {
  const started = await start(deps, siteId, shopperId);
  let commitment = started.ok ? (started.value.games[0]?.turn.draw.commitment ?? '') : '';
  const plays: Recorded[] = [];
  for (let at = 0; at < playsEach; at += 1) {
    const statements: Query[] = [];
    const [commandId, clientSeed] = [deps.entropy(), deps.entropy()];
    const command = {
      kind: 'play',
      siteId,
      shopperId,
      gameId,
      commandId,
      clientSeed,
      commitment,
    } as const;
    const stamp = stampOf(deps);
    const script = settleScript(playMechanic, command, stamp, deps.programmes);
    const settled = await drive(client, script, statements);
    if (!settled.ok) throw new Error(JSON.stringify(settled.refusal));
    commitment = settled.value.turn.draw.commitment;
    plays.push(statements);
  }
  return plays;
}

async function drive<Value>(
  client: pg.Client,
  script: Script<Value>,
  statements: Query[],
): Promise<Value> {
  let next = script.next();
  while (!next.done) {
    const step = next.value;
    const locks = step.kind === 'read' && step.locks ? step.locks : null;
    const before = locks
      ? locks.shopperIds.flatMap((id) => [
          openShopper(locks.siteId, id),
          lockShopper(locks.siteId, id),
        ])
      : [];
    const asked = step.kind === 'read' ? step.queries : step.kind === 'write' ? step.writes : [];
    statements.push(...before, ...asked);
    for (const query of before) await send(client, query);
    const rows: StepRows[number][] = [];
    for (const query of asked) rows.push((await send(client, query)).rows);
    next = script.next(rows);
  }
  return next.value;
}

async function sendPlays(
  client: pg.Client,
  plays: readonly Recorded[],
  endsAt: number,
): Promise<number> {
  let sent = 0;
  for (const statements of plays) {
    if (performance.now() > endsAt) break;
    await client.query('BEGIN');
    for (const query of statements) await send(client, query);
    await client.query('COMMIT');
    sent += 1;
  }
  return sent;
}

async function connect(url: string): Promise<pg.Client> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === 20 ? Number : pg.types.getTypeParser(oid, format),
  };
  const client = new pg.Client({ connectionString: url, types });
  await client.connect();
  return client;
}

const names = new Map<string, string>();

/** Prepared once a connection, as ours are. */
function send(client: pg.Client, { sql, params }: Query): Promise<pg.QueryResult> {
  const name = names.get(sql) ?? `p${names.size}`;
  names.set(sql, name);
  return client.query({ name, text: sql, values: [...params] });
}
