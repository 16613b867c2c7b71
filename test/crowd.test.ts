/** The thread of what comes in crowds: it and the server's own write to one database. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startApp, type App } from '../server/app.ts';
import { readConfig, type Config } from '../server/config.ts';
import { CrowdThread } from '../server/crowd.ts';
import { grantPrize } from '../server/flow/back-office.ts';
import { track } from '../server/flow/track.ts';
import { StoreUnavailable } from '../server/store/store.ts';
import { siteId } from './helper/programme.ts';
import { apply, customer, expectCleanBooks, granted, newId, playOnce } from './helper/shopping.ts';

let folder: string;
let config: Config;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairground-crowd-'));
  config = readConfig({ PORT: '0', FAIRGROUND_DATA: folder, LOG_LEVEL: 'silent' });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withApp(work: (app: App) => Promise<void>): Promise<void> {
  const app = await startApp(config);
  try {
    await apply(app.deps, { startsAt: '2020-01-01T00:00:00Z', endsAt: '2100-01-01T00:00:00Z' });
    await work(app);
  } finally {
    await app.close();
  }
}

it('plays, while this one writes what it does itself, and the books are one', () =>
  withApp(async ({ deps }) => {
    // The thread is there: from here on the two take turns.
    await granted(playOnce(deps, { shopperId: 'first' }));
    const shoppers = Array.from({ length: 80 }, (_, at) => customer(`shopper-${at}`));
    const plays = shoppers.map(({ shopperId }) => granted(playOnce(deps, { shopperId })));
    const grants = shoppers.map((one) => {
      const ids = { siteId, commandId: newId(), customer: one } as const;
      return granted(
        grantPrize(deps, { kind: 'grant_prize', ...ids, prizeId: 'ten-points', reason: 'sorry' }),
      );
    });
    const seen = shoppers.map(({ shopperId }) => {
      const events = [{ id: newId(), kind: 'opened', gameId: 'wheel' } as const];
      return granted(track(deps, shopperId, { siteId, events }));
    });
    expect(await Promise.all(plays)).toHaveLength(80);
    expect(await Promise.all(grants)).toHaveLength(80);
    expect(await Promise.all(seen)).toEqual(shoppers.map(() => ({ accepted: 1 })));
    await expectCleanBooks(deps);
    const noneLeft = { timeout: 10_000, interval: 50 };
    await vi.waitFor(async () => expect(await deps.store.eventsWaiting()).toBe(0), noneLeft);
  }));

it('answers a play again as it was, and refuses as this one would', () =>
  withApp(async ({ deps }) => {
    const turn = { shopperId: 'anna', commandId: newId(), clientSeed: newId() };
    const first = await granted(playOnce(deps, turn));
    const { commitment } = first.receipt;
    const again = await granted(playOnce(deps, { ...turn, commitment }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    const other = { ...turn, commitment, clientSeed: newId() };
    expect(await playOnce(deps, other)).toEqual({
      ok: false,
      refusal: { code: 'command_conflict' },
    });
  }));

it('fails those who wait when the database does not open, and begins anew after', async () => {
  const file = join(folder, 'fairground.db');
  mkdirSync(file);
  const report = vi.fn<(error: Error) => void>();
  const thread = new CrowdThread(report);
  thread.start(config);
  const command = {
    kind: 'play',
    siteId,
    shopperId: 'anna',
    commandId: newId(),
    gameId: 'wheel',
    clientSeed: newId(),
    commitment: '0'.repeat(64),
  } as const;
  await expect(thread.play(command)).rejects.toThrow(StoreUnavailable);
  expect(report).toHaveBeenCalledOnce();
  rmdirSync(file);
  expect(await thread.play(command)).toEqual({ ok: false, refusal: { code: 'site_not_found' } });
  await thread.stop();
  // Nobody answers any more.
  await expect(thread.play(command)).rejects.toThrow(StoreUnavailable);
});

it('opens again by itself, since figures are kept by it', async () => {
  const file = join(folder, 'fairground.db');
  mkdirSync(file);
  const report = vi.fn<(error: Error) => void>();
  const thread = new CrowdThread(report);
  thread.start(config);
  await vi.waitFor(() => expect(report).toHaveBeenCalled(), { timeout: 10_000 });
  rmdirSync(file);
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), { timeout: 10_000 });
  await thread.stop();
});
