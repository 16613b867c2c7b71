/**
 * `npm run bench`: what is measured against what. Ratios of one run, on one machine. Names after it
 * choose: `-- browser`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, createDatabase } from '../test/helper/postgres.ts';
import { benchBrowser } from './browser/bench.ts';
import { benchCommands } from './commands.ts';
import { benchLargeSite } from './large-site.ts';
import { benchLeaderboard } from './leaderboard.ts';
import { line, median, type Figure, type Line } from './line.ts';
import { runLoad, type Conversation } from './load.ts';
import { plainPlaysPerSecond } from './plain-postgres.ts';
import { conversationOf, newPlayer } from './players.ts';
import { gameId, siteId } from './programme.ts';

const connections = 64;
const rounds = 3;
const quick = process.argv.includes('--quick');
const timing = quick ? { warmSeconds: 1, seconds: 2 } : { warmSeconds: 3, seconds: 6 };

const folder = mkdtempSync(join(tmpdir(), 'fairground-bench-'));
const benches: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  sqlite: benchSqlite,
  postgres: benchPostgres,
  commands: () => benchCommands(quick ? 4 : 20),
  'large-site': () =>
    benchLargeSite(quick ? { shoppers: 640, rounds: 5 } : { shoppers: 10_048, rounds: 25 }),
  leaderboard: () => benchLeaderboard({ shoppers: 100_000, reads: quick ? 10 : 50 }),
  browser: () => benchBrowser(quick ? 1 : 5),
};
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  const known = Object.keys(benches).join(', ');
  throw new Error(`no bench “${unknown.join(', ')}”; there are ${known}`);
}
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const each of await bench()) print(each);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function benchSqlite(): Promise<Line[]> {
  const stock = await open('stock');
  const edge = await open('edge');
  const fairground = await open('fairground', { FAIRGROUND_DATA: folder });
  const samples = { stock: [] as number[], edge: [] as number[], plays: [] as number[] };
  // In turns, so that a slow minute of the machine is slow for all.
  for (let round = 0; round < rounds; round += 1) {
    samples.stock.push(await emptyPerSecond(stock.port, '/empty'));
    samples.edge.push(await emptyPerSecond(edge.port, '/trpc/empty'));
    samples.plays.push(await playsPerSecond(fairground.port));
  }
  await expectCleanBooks(fairground.child);
  for (const { child } of [stock, edge, fairground]) await end(child);
  const [plays, ofStock, ofEdge] = [samples.plays, samples.stock, samples.edge].map(median);
  if (plays === undefined || ofStock === undefined || ofEdge === undefined) return [];
  return [
    line('plays on SQLite over HTTP', perSecond(plays), 'empty mutation, stock adapter', ofStock),
    line('plays on SQLite over HTTP', perSecond(plays), 'empty mutation, our edge', ofEdge),
  ];
}

async function benchPostgres(): Promise<Line[]> {
  const server = await startPostgres({ fsync: 'on' });
  const [ours, theirs] = [await createDatabase(server.url), await createDatabase(server.url)];
  const data = { FAIRGROUND_DATA: join(folder, 'postgres') };
  const fairground = await open('fairground', { ...data, DATABASE_URL: ours.url });
  const samples = { plays: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.plays.push(await playsPerSecond(fairground.port));
    samples.plain.push(await plainPlaysPerSecond(theirs.url, timing.seconds));
  }
  await expectCleanBooks(fairground.child);
  await end(fairground.child);
  await ours.drop();
  await theirs.drop();
  await server.stop();
  const [plays = 0, plain = 0] = [samples.plays, samples.plain].map(median);
  const reference = 'a plain client, same statements';
  return [line('plays on PostgreSQL over HTTP', perSecond(plays), reference, plain)];
}

async function playsPerSecond(port: number): Promise<number> {
  const players = await Promise.all(
    Array.from({ length: connections }, () => newPlayer(port, siteId)),
  );
  const conversations = players.map((player) => conversationOf(player, gameId));
  const isPlay = ({ status, body }: { status: number; body: string }): boolean =>
    status === 200 && body.startsWith('{"result":{"data":{"playId"');
  const { answered, seconds } = await runLoad({ port, conversations, ...timing, counts: isPlay });
  return answered / seconds;
}

async function emptyPerSecond(port: number, path: string): Promise<number> {
  const ask: Conversation = () => ({ path, body: '' });
  const conversations = Array.from({ length: connections }, () => ask);
  const counts = ({ status }: { status: number }): boolean => status === 200;
  const { answered, seconds } = await runLoad({ port, conversations, ...timing, counts });
  return answered / seconds;
}

interface Opened {
  readonly child: ChildProcess;
  readonly port: number;
}

/** A server in a process of its own. */
async function open(name: string, variables: Record<string, string> = {}): Promise<Opened> {
  const child = fork(join(import.meta.dirname, 'servers', `${name}.ts`), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DEMO_PORT: 'off',
      ANONYMOUS_PLAYS_PER_HOUR: '1000000000',
      ...variables,
    },
  });
  const [message] = await once(child, 'message');
  return { child, port: message.port };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

async function expectCleanBooks(child: ChildProcess): Promise<void> {
  child.send('audit');
  const [{ breaches }] = await once(child, 'message');
  if (breaches.length > 0) throw new Error(`the books broke: ${JSON.stringify(breaches)}`);
}

function perSecond(value: number): Figure {
  return { value, unit: '1/s' };
}

function print(each: Line): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(each)}\n`);
    return;
  }
  const { bench, value, unit, reference, reference_value: against, ratio } = each;
  process.stdout.write(
    `${bench}: ${value} ${unit} = ${ratio} × ${reference} (${against} ${unit})\n`,
  );
}
