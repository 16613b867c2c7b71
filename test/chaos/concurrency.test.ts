/** Many shoppers at once: four processes on PostgreSQL; on SQLite one, while another publishes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import { importCodes } from '../../server/flow/import-codes.ts';
import { depsFor, type TestDeps } from '../helper/engines.ts';
import {
  askPostgres,
  lanesOf,
  openPlace,
  startPlayer,
  wantedBy,
  type Place,
  type Player,
} from '../helper/players.ts';
import { siteId } from '../helper/programme.ts';
import { checkInAs, signIn } from '../helper/shop-calls.ts';
import { apply, commitmentFor, expectCleanBooks, granted, newId } from '../helper/shopping.ts';
import type { Settled, Wanted } from './player.ts';

const connections = 64;
const playsTotal = 2_000;
const shoppers = Array.from({ length: connections }, (_, at) => `shopper-${at}`);

describe.each([
  ['sqlite', 1],
  ['postgres', 4],
] as const)('at the same time (%s, processes: %i)', (engine, processes) => {
  let place: Place;
  let deps: TestDeps;
  let players: Player[];

  beforeEach(async () => {
    place = await openPlace(engine);
    deps = depsFor(place.store);
    players = await Promise.all(Array.from({ length: processes }, () => startPlayer(place)));
  });

  afterEach(async () => {
    await Promise.all(players.map((player) => player.close()));
    await expectCleanBooks(deps);
    if (engine === 'postgres') expect(await deadlocksOf(place)).toBe(0);
    await place.close();
  });

  /** Every answer to these lanes, dealt out to the processes. */
  async function playAll(lanes: readonly (readonly Wanted[])[]): Promise<Answered[]> {
    await Promise.all(
      players.map((player, nth) =>
        player.play({ lanes: lanes.filter((_, at) => at % players.length === nth) }),
      ),
    );
    return players.flatMap(({ settled }) => settled.map(answered));
  }

  it.each([1, 7, 100])(
    'a stock of %i is given out to the last, and none is denied before',
    async (stock) => {
      const rare = { id: 'rare', kind: 'points', label: 'Rare', points: 1, stock } as const;
      const slots = ['rare', 'nothing', 'ten-points'].map((prizeId) => ({ prizeId, weight: 1 }));
      const parts = { prizes: [rare], game: { slots } };
      await apply(deps, parts);
      const publishing = engine === 'sqlite' ? publishUntilDone(deps, parts) : null;
      const replies = settledIn(
        await playAll(lanesOf(shoppers, Math.ceil(playsTotal / connections))),
      );
      await publishing?.stop();
      const drawn = replies.filter(({ reply }) => reply.receipt.drawn === 0);
      const given = drawn.filter(({ reply }) => reply.slot === 0);
      const denied = drawn.filter(({ reply }) => reply.slot !== 0);
      expect(replies.length).toBeGreaterThanOrEqual(playsTotal);
      expect(given).toHaveLength(Math.min(stock, drawn.length));
      expect(denied.length).toBeGreaterThan(0);
      // Whoever is denied one after the last play that got one began has been told the truth.
      const lastSentAt = Math.max(...given.map(({ sentAt }) => sentAt));
      const firstDeniedAt = Math.min(...denied.map(({ settledAt }) => settledAt));
      expect(firstDeniedAt).toBeGreaterThan(lastSentAt);
    },
    240_000,
  );

  it('a game of one prize is sold out when it is gone, and not before', async () => {
    const rare = { id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 7 } as const;
    const slots = ['rare', 'nothing'].map((prizeId) => ({ prizeId, weight: 1 }));
    await apply(deps, { prizes: [rare], game: { slots } });
    const answers = await playAll(lanesOf(shoppers, 4));
    const given = settledIn(answers).filter(({ reply }) => reply.won);
    const denied = answers.filter(({ result }) => !result.ok);
    expect(given).toHaveLength(7);
    expect(new Set(denied.map(codeIn))).toEqual(new Set(['sold_out']));
    const lastSentAt = Math.max(...given.map(({ sentAt }) => sentAt));
    expect(Math.min(...denied.map(({ settledAt }) => settledAt))).toBeGreaterThan(lastSentAt);
  }, 240_000);

  it('imported codes are given once each, and all of them', async () => {
    const codes = Array.from({ length: 40 }, (_, at) => `CODE-${at}`);
    const own = { id: 'own', kind: 'voucher', label: 'Own', poolId: 'imported' } as const;
    const prize = { ...own, benefit: { kind: 'free_shipping' } } as const;
    const slots = ['own', 'ten-points'].map((prizeId) => ({ prizeId, weight: 1 }));
    const game = { slots, fallbackPrizeId: 'free-points' };
    const free = { id: 'free-points', kind: 'points', label: 'Free', points: 1 } as const;
    const table = [...slots, { prizeId: 'free-points', weight: 0 }];
    await apply(deps, { prizes: [prize, free], game: { ...game, slots: table } });
    await granted(importCodes(deps, { siteId, poolId: 'imported', lines: linesOf(codes) }));
    const replies = settledIn(await playAll(lanesOf(shoppers, 4)));
    const drawn = replies.filter(({ reply }) => reply.receipt.drawn === 0);
    const given = drawn.filter(({ reply }) => reply.voucher !== null);
    const denied = drawn.filter(({ reply }) => reply.voucher === null);
    expect(given).toHaveLength(codes.length);
    expect(new Set(given.map(({ reply }) => reply.voucher?.code))).toEqual(new Set(codes));
    expect(denied.length).toBeGreaterThan(0);
    const lastSentAt = Math.max(...given.map(({ sentAt }) => sentAt));
    expect(Math.min(...denied.map(({ settledAt }) => settledAt))).toBeGreaterThan(lastSentAt);
  }, 240_000);

  it('a limit of one lets one of many parallel plays through', async () => {
    await apply(deps, { game: { limits: { ever: 1 } } });
    const commitment = await commitmentFor(deps, 'anna');
    const lanes = Array.from({ length: connections }, () => [wantedBy('anna', { commitment })]);
    const codes = (await playAll(lanes)).map(codeIn);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'ever_limit_reached')).toHaveLength(connections - 1);
  });

  it('copies of one play are one play, and all get the same bytes', async () => {
    await apply(deps);
    const wanted = wantedBy('anna', { commitment: await commitmentFor(deps, 'anna') });
    const answers = await playAll(Array.from({ length: 500 }, () => [wanted]));
    expect(answers).toHaveLength(500);
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    expect(answers.map(codeIn)[0]).toBe('ok');
  });

  it('two prizes at once, in either order, wait for each other in no circle', async () => {
    const few = { kind: 'points', label: 'Few', points: 1, stock: 1_000 } as const;
    const both = ['left', 'right'] as const;
    const checkIns = both.map((first) => ({
      id: first,
      name: first,
      length: 7 as const,
      rewards: [{ square: 1, prizeId: first }],
      milestones: [{ streak: 1, prizeId: first === 'left' ? 'right' : 'left' }],
    }));
    await apply(deps, { prizes: both.map((id) => ({ id, ...few })), checkIns });
    const visits = shoppers.flatMap((name) =>
      both.map((calendarId) => ({ shopperId: `${name}-${calendarId}`, calendarId })),
    );
    const replies = await Promise.all(visits.map((visit) => granted(checkInAs(deps, visit))));
    expect(replies.every(({ given }) => given.length === 2)).toBe(true);
  });

  it('the first plays and the sign-ins of many devices end in one wallet each', async () => {
    await apply(deps);
    const lanes = Array.from({ length: 40 }, (_, at) => [wantedBy(`device-${at}`)]);
    const signIns = lanes.flatMap((_, at) =>
      [1, 2, 3].map(() => signIn(deps, { name: `anna-${at % 8}`, anonymousId: `device-${at}` })),
    );
    const [answers, ...signedIn] = await Promise.all([playAll(lanes), ...signIns]);
    expect(signedIn.every(({ ok }) => ok)).toBe(true);
    expect(answers).toHaveLength(40);
  });
});

interface Answered extends Settled {
  readonly result: Result<PlayReply>;
}

function answered(settled: Settled): Answered {
  return { ...settled, result: JSON.parse(settled.answer) };
}

function codeIn({ result }: Answered): string {
  return result.ok ? 'ok' : result.refusal.code;
}

/** The replies of the plays that were settled. */
function settledIn(answers: readonly Answered[]): (Answered & { reply: PlayReply })[] {
  return answers.flatMap((each) => (each.result.ok ? [{ ...each, reply: each.result.value }] : []));
}

/** Publishes one change after the other, as another process of the shop would. */
function publishUntilDone(
  deps: TestDeps,
  parts: Parameters<typeof apply>[1],
): { stop(): Promise<void> } {
  const publishing = new AbortController();
  const run = async (): Promise<void> => {
    while (!publishing.signal.aborted) {
      await apply(deps, { ...parts, site: { name: `Shop ${newId()}` } });
    }
  };
  const running = run();
  return {
    async stop() {
      publishing.abort();
      await running;
    },
  };
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function deadlocksOf(place: Place): Promise<number> {
  const sql = 'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()';
  const [row] = await askPostgres(place, sql);
  return Number(row?.['deadlocks']);
}
