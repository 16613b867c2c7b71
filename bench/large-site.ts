/**
 * A play on a site with 10,000 shoppers, 100 campaigns and 50 missions and badges each, half of
 * which count plays and half wins, against a play by as many shoppers where there is nothing but
 * the game: medians of rounds in turn, of the time and of this process's share of a processor.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyProgramme } from '../server/flow/apply-programme.ts';
import { play } from '../server/flow/play.ts';
import { start } from '../server/flow/start.ts';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import type { Store } from '../server/store/store.ts';
import type { ProgrammeInput } from '../shared/schema/programme.ts';
import { depsFor, type TestDeps } from '../test/helper/engines.ts';
import { createDatabase, startPostgres } from '../test/helper/postgres.ts';
import { newId } from '../test/helper/shopping.ts';
import { line, median, type Line } from './line.ts';
import { benchProgramme, gameId, siteId } from './programme.ts';

export interface LargeSite {
  readonly shoppers: number;
  readonly rounds: number;
}

const together = 64;
const campaigns = 100;
const missions = 50;
const badges = 50;

export async function benchLargeSite(size: LargeSite): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fairground-bench-'));
  const server = await startPostgres({ fsync: 'on' });
  const [small, large] = [await createDatabase(server.url), await createDatabase(server.url)];
  try {
    const sqlite = (name: string): Store => openSqliteStore(join(folder, `${name}.db`));
    return [
      ...(await compare('SQLite', sqlite('small'), sqlite('large'), size)),
      ...(await compare(
        'PostgreSQL',
        await openPostgresStore(small.url),
        await openPostgresStore(large.url),
        size,
      )),
    ];
  } finally {
    await small.drop();
    await large.drop();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function compare(
  engine: string,
  smallStore: Store,
  largeStore: Store,
  { shoppers, rounds }: LargeSite,
): Promise<Line[]> {
  const small = await Players.on(smallStore, benchProgramme, shoppers);
  const large = await Players.on(largeStore, largeProgramme(), shoppers);
  const took = { small: [] as Taken[], large: [] as Taken[] };
  for (let round = 0; round < rounds; round += 1) {
    took.small.push(await small.timePlays());
    took.large.push(await large.timePlays());
  }
  await smallStore.close();
  await largeStore.close();
  return (['time', 'processor'] as const).map((of): Line => {
    const medianOf = (each: readonly Taken[]): number => median(each.map((taken) => taken[of]));
    const figure = { value: medianOf(took.large), unit: 'µs' };
    const bench = `a play on a large site on ${engine}, ${of}`;
    return line(bench, figure, 'a play where there is nothing else', medianOf(took.small));
  });
}

/** Of one play, microseconds. */
interface Taken {
  readonly time: number;
  readonly processor: number;
}

class Players {
  readonly #deps: TestDeps;
  readonly #players: { readonly shopperId: string; commitment: string }[] = [];

  private constructor(deps: TestDeps) {
    this.#deps = deps;
  }

  /** Everybody has played once before anything is measured. */
  static async on(store: Store, programme: ProgrammeInput, shoppers: number): Promise<Players> {
    const players = new Players(depsFor(store));
    const applied = await applyProgramme(players.#deps, programme);
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
    for (let at = 0; at < shoppers; at += together) {
      const group = Array.from({ length: together }, () => ({ shopperId: `s_${newId()}` }));
      const fresh = group.map((each) => ({ ...each, commitment: '' }));
      await Promise.all(fresh.map((each) => players.#look(each)));
      await Promise.all(fresh.map((each) => players.#playOnce(each)));
      players.#players.push(...fresh);
    }
    return players;
  }

  /** Eight groups of players play, each group at once. */
  async timePlays(): Promise<Taken> {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    for (let time = 0; time < 8; time += 1) {
      const from = Math.floor(Math.random() * (this.#players.length - together + 1));
      const group = this.#players.slice(from, from + together);
      await Promise.all(group.map((each) => this.#playOnce(each)));
    }
    const { user, system } = process.cpuUsage(before);
    const plays = 8 * together;
    const time = ((performance.now() - startedAt) * 1_000) / plays;
    return { time, processor: (user + system) / plays };
  }

  async #look(player: { readonly shopperId: string; commitment: string }): Promise<void> {
    const started = await start(this.#deps, siteId, player.shopperId, { gameIds: [gameId] });
    const games = started.ok ? started.value.games : [];
    const draw = games.find(({ id }) => id === gameId)?.turn.draw;
    player.commitment = draw?.commitment ?? '';
  }

  async #playOnce(player: { readonly shopperId: string; commitment: string }): Promise<void> {
    const { shopperId, commitment } = player;
    const ids = { commandId: newId(), clientSeed: newId() };
    const command = { kind: 'play', siteId, shopperId, gameId, commitment, ...ids } as const;
    const played = await play(this.#deps, command);
    if (!played.ok) throw new Error(JSON.stringify(played.refusal));
    player.commitment = played.value.turn.draw.commitment;
  }
}

function largeProgramme(): ProgrammeInput {
  const measureOf = (at: number) => ({ activity: at % 2 === 0 ? 'play' : 'win' }) as const;
  const [campaign] = benchProgramme.campaigns ?? [];
  if (!campaign) throw new Error('the bench has no campaign');
  return {
    ...benchProgramme,
    campaigns: [
      campaign,
      ...Array.from({ length: campaigns - 1 }, (_, at) => ({
        ...campaign,
        id: `campaign-${at}`,
        games: campaign.games.map((game) => ({ ...game, id: `game-${at}` })),
      })),
    ],
    missions: Array.from({ length: missions }, (_, at) => ({
      id: `mission-${at}`,
      name: `Mission ${at}`,
      steps: [{ label: 'Again and again', measure: measureOf(at), target: 1_000 + at }],
      prizeIds: ['fifty'],
    })),
    badges: Array.from({ length: badges }, (_, at) => ({
      id: `badge-${at}`,
      name: `Badge ${at}`,
      measure: measureOf(at),
      levels: [{ at: 1_000 + at }, { at: 1_000_000 }],
    })),
  };
}
