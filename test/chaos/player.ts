/**
 * A server process of its own that plays what its parent asks for, a lane after the other's side,
 * and tells each answer as soon as it has it. Its parent may kill it at any moment.
 */
import { randomBytes } from 'node:crypto';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import type { PlayCommand } from '../../server/core/command.ts';
import type { Deps } from '../../server/flow/deps.ts';
import { play } from '../../server/flow/play.ts';
import { start } from '../../server/flow/start.ts';
import { nativeHashing } from '../../server/native-hashing.ts';
import { openPostgresStore } from '../../server/store/postgres/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';

/** A play; without a commitment the shopper looks at the game first. */
export type Wanted = Omit<PlayCommand, 'commitment'> & { readonly commitment?: string };

/** Plays of a lane follow each other; lanes run at the same time. */
export interface Order {
  readonly lanes: readonly (readonly Wanted[])[];
}

export interface Settled {
  readonly kind: 'settled';
  readonly command: PlayCommand;
  /** The answer as text, since what counts is every byte of it. */
  readonly answer: string;
  /** Milliseconds on the clock that all processes share. */
  readonly sentAt: number;
  readonly settledAt: number;
}

export type Told = Settled | { readonly kind: 'ready' | 'done' };

const [engine, location = '', now = '0'] = process.argv.slice(2);
const store = engine === 'postgres' ? await openPostgresStore(location) : openSqliteStore(location);
const deps: Deps = {
  store,
  clock: () => Number(now),
  entropy: () => randomBytes(16).toString('hex'),
  drawKey: new Uint8Array(32).fill(7),
  hashing: nativeHashing,
  programmes: new Map(),
};

process.on('message', (order: Order) => void work(order));
process.once('disconnect', () => void store.close());
tell({ kind: 'ready' });

async function work({ lanes }: Order): Promise<void> {
  await Promise.all(lanes.map(playLane));
  tell({ kind: 'done' });
}

async function playLane(wanted: readonly Wanted[]): Promise<void> {
  for (const each of wanted) {
    const sentAt = sharedClock();
    const command = { ...each, commitment: each.commitment ?? (await commitmentFor(each)) };
    const answer: Result<PlayReply> = await play(deps, command);
    const settledAt = sharedClock();
    tell({ kind: 'settled', command, answer: JSON.stringify(answer), sentAt, settledAt });
  }
}

async function commitmentFor({ siteId, shopperId, gameId }: Wanted): Promise<string> {
  try {
    const started = await start(deps, siteId, shopperId, { gameIds: [gameId] });
    const games = started.ok ? started.value.games : [];
    return games.find(({ id }) => id === gameId)?.turn.draw.commitment ?? '0'.repeat(64);
  } catch {
    // The database is away; the play will say so.
    return '0'.repeat(64);
  }
}

function sharedClock(): number {
  return performance.timeOrigin + performance.now();
}

function tell(told: Told): void {
  process.send?.(told);
}
