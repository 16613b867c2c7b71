/** Processes and connections that die at work: what was acknowledged stays, and is the same. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../shared/refusals.ts';
import { play } from '../../server/flow/play.ts';
import { depsFor, type TestDeps } from '../helper/engines.ts';
import {
  askPostgres,
  lanesOf,
  openPlace,
  startPlayer,
  type Place,
  type Player,
} from '../helper/players.ts';
import { apply, expectCleanBooks } from '../helper/shopping.ts';
import type { Settled } from './player.ts';

const shoppers = Array.from({ length: 32 }, (_, at) => `shopper-${at}`);
const endless = 2_000;

describe.each(['sqlite', 'postgres'] as const)('a crash (%s)', (engine) => {
  let place: Place;
  let deps: TestDeps;

  beforeEach(async () => {
    place = await openPlace(engine);
    deps = depsFor(place.store);
    await apply(deps, {
      prizes: [{ id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 50 }],
      game: { slots: ['rare', 'nothing', 'ten-off'].map((prizeId) => ({ prizeId, weight: 1 })) },
    });
  });

  afterEach(() => place.close());

  it('of the process in the middle of a burst loses no answer, again and again', async () => {
    const kept: Settled[] = [];
    for (let crash = 1; crash <= 8; crash += 1) {
      const player = await startPlayer(place);
      const playing = player.play({ lanes: lanesOf(shoppers, endless) });
      await player.reached(17 * crash);
      await player.kill();
      await playing;
      kept.push(...player.settled);
      await expectCleanBooks(deps);
    }
    expect(kept.filter(isOk).length).toBeGreaterThan(8 * 17);
    await expectSameAgain(deps, kept);
    await expectCleanBooks(deps);
  }, 240_000);
});

describe('PostgreSQL', () => {
  let place: Place;
  let deps: TestDeps;
  let players: Player[];

  beforeEach(async () => {
    place = await openPlace('postgres');
    deps = depsFor(place.store);
    await apply(deps);
    players = [await startPlayer(place), await startPlayer(place)];
  });

  afterEach(async () => {
    await Promise.all(players.map((player) => player.close()));
    await place.close();
  });

  it('ends connections in the middle of a burst, and the processes go on', async () => {
    const playing = players.map((player, nth) =>
      player.play({
        lanes: lanesOf(
          shoppers.map((name) => `${name}-${nth}`),
          20,
        ),
      }),
    );
    let ended = 0;
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(players.map((player) => player.reached((round + 1) * 40)));
      const rows = await askPostgres(
        place,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      ended += rows.length;
    }
    await Promise.all(playing);
    const kept = players.flatMap(({ settled }) => settled);
    expect(ended).toBeGreaterThan(12);
    expect(kept).toHaveLength(2 * shoppers.length * 20);
    const refused = new Set(kept.filter((each) => !isOk(each)).map(codeIn));
    expect(
      [...refused].filter((code) => code !== 'storage_unavailable' && code !== 'draw_moved'),
    ).toEqual([]);
    await expectSameAgain(deps, kept);
    await expectCleanBooks(deps);
  }, 240_000);
});

const strace = spawnSync('strace', ['-V']).status === 0;

describe('SQLite', () => {
  it.skipIf(!strace)(
    `is on the disk before it answers: a sync for every commit${strace ? '' : ' (needs strace)'}`,
    async () => {
      const place = await openPlace('sqlite');
      await apply(depsFor(place.store));
      const folder = mkdtempSync(join(tmpdir(), 'fairground-strace-'));
      const log = join(folder, 'syncs');
      const wrapper = ['strace', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', log];
      const player = await startPlayer(place, wrapper);
      const before = syncsIn(log);
      const commits = 100;
      // One shopper waits for each answer, so that no two plays share a commit.
      await player.play({ lanes: lanesOf(['anna'], commits) });
      expect(player.settled.filter(isOk)).toHaveLength(commits);
      await player.close();
      expect(syncsIn(log) - before).toBeGreaterThanOrEqual(commits);
      rmSync(folder, { recursive: true });
      await place.close();
    },
    240_000,
  );
});

function syncsIn(log: string): number {
  if (!existsSync(log)) return 0;
  return readFileSync(log, 'utf8').match(/(fsync|fdatasync)\(\d+\)?.*\n/g)?.length ?? 0;
}

function isOk({ answer }: Settled): boolean {
  return JSON.parse(answer).ok;
}

function codeIn({ answer }: Settled): RefusalCode {
  return JSON.parse(answer).refusal.code;
}

/** Each success is sent again, by another process, and answered with the same bytes. */
async function expectSameAgain(deps: TestDeps, settled: readonly Settled[]): Promise<void> {
  const succeeded = settled.filter(isOk);
  const again = await Promise.all(succeeded.map(({ command }) => play(deps, command)));
  expect(again.map((answer) => JSON.stringify(answer))).toEqual(
    succeeded.map(({ answer }) => answer),
  );
}
