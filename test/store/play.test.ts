/** A play on both engines: settled once, counted once, and never oversold. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkReceipt } from '../../shared/verify.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { hashes } from '../helper/hashes.ts';
import { siteId } from '../helper/programme.ts';
import {
  apply,
  codeOf,
  commitmentFor,
  expectCleanBooks,
  granted,
  newId,
  playOnce,
} from '../helper/shopping.ts';

onBothEngines('a play', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  it('gives what the receipt proves, and the wallet shows it', async () => {
    await apply(deps);
    const shopperId = 'anna';
    const before = await granted(start(deps, siteId, shopperId));
    const reply = await granted(playOnce(deps, { shopperId }));
    const checks = await checkReceipt(reply.receipt, hashes, {
      commitment: before.games[0]?.turn.draw.commitment ?? '',
      clientSeed: reply.receipt.clientSeed,
    });
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    const wallet = await readWallet(deps, siteId, shopperId);
    expect(wallet).toMatchObject({ version: 1, points: reply.wallet.points });
    expect(wallet.vouchers).toEqual(reply.wallet.vouchers);
  });

  it('answers a replay the same and pays once', async () => {
    await apply(deps);
    const commitment = await commitmentFor(deps, 'anna');
    const turn = { shopperId: 'anna', commandId: newId(), clientSeed: newId(), commitment };
    const first = await granted(playOnce(deps, turn));
    const again = await granted(playOnce(deps, turn));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    const wallet = await readWallet(deps, siteId, 'anna');
    expect(wallet.version).toBe(1);
  });

  it('is a conflict without content for another body or another shopper', async () => {
    await apply(deps);
    const commandId = newId();
    await granted(playOnce(deps, { shopperId: 'anna', commandId }));
    const other = await playOnce(deps, { shopperId: 'anna', commandId });
    const foreign = await playOnce(deps, { shopperId: 'bert', commandId });
    expect([other, foreign]).toEqual([
      { ok: false, refusal: { code: 'command_conflict' } },
      { ok: false, refusal: { code: 'command_conflict' } },
    ]);
  });

  it('is refused with the fresh draw when the commitment is old, and reveals nothing', async () => {
    await apply(deps);
    const commitment = await commitmentFor(deps, 'anna');
    await granted(playOnce(deps, { shopperId: 'anna', commitment }));
    const moved = await playOnce(deps, { shopperId: 'anna', commitment });
    const fresh = await commitmentFor(deps, 'anna');
    expect(moved).toEqual({
      ok: false,
      refusal: { code: 'draw_moved', draw: { epoch: 0, index: 1, commitment: fresh } },
    });
  });

  it('moves the draw when another process changes the table', async () => {
    await apply(deps);
    const commitment = await commitmentFor(deps, 'anna');
    const other = depsFor(await opened.again());
    await apply(other, { game: { fallbackPrizeId: 'nothing', slots: slots(2, 9) } });
    expect(await codeOf(playOnce(deps, { shopperId: 'anna', commitment }))).toBe('draw_moved');
  });

  describe('limits', () => {
    it('hold by day until the next site day, and say when it begins', async () => {
      await apply(deps, { game: { limits: { perDay: 1 } } });
      await granted(playOnce(deps, { shopperId: 'anna' }));
      const refused = await playOnce(deps, { shopperId: 'anna' });
      const nextAt = Date.parse('2026-12-02T00:00:00+07:00');
      expect(refused).toEqual({ ok: false, refusal: { code: 'daily_limit_reached', nextAt } });
      deps.pass(14 * 3_600_000);
      await granted(playOnce(deps, { shopperId: 'anna' }));
    });

    it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
      'give no second day to whoever sees the site move to %s',
      async (timeZone) => {
        const game = { limits: { perDay: 1 } };
        await apply(deps, { game });
        await granted(playOnce(deps, { shopperId: 'anna' }));
        await apply(deps, { game, site: { timeZone } });
        const refused = await playOnce(deps, { shopperId: 'anna' });
        expect(refused).toMatchObject({ refusal: { code: 'daily_limit_reached' } });
        const nextAt = refused.ok ? 0 : (refused.refusal.nextAt ?? 0);
        deps.pass(nextAt - deps.clock() - 1);
        expect(await codeOf(playOnce(deps, { shopperId: 'anna' }))).toBe('daily_limit_reached');
        deps.pass(1);
        await granted(playOnce(deps, { shopperId: 'anna' }));
      },
    );

    it('count parallel plays one by one', async () => {
      await apply(deps, { game: { limits: { ever: 1 } } });
      const commitment = await commitmentFor(deps, 'anna');
      const plays = Array.from({ length: 64 }, () =>
        codeOf(playOnce(deps, { shopperId: 'anna', commitment })),
      );
      const codes = await Promise.all(plays);
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['ok', 'ever_limit_reached']));
    });
  });

  it('never gives more than the stock, and tells nobody sold out before', async () => {
    const stocked = { id: 'rare', kind: 'points', label: 'Rare', points: 1, stock: 7 } as const;
    await apply(deps, {
      prizes: [stocked],
      game: {
        slots: [
          { prizeId: 'rare', weight: 1 },
          { prizeId: 'nothing', weight: 1 },
        ],
      },
    });
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, at) => playOnce(deps, { shopperId: `shopper-${at}` })),
    );
    const settled = replies.filter((reply) => reply.ok).map((reply) => reply.value);
    expect(settled.filter(({ won }) => won)).toHaveLength(7);
    const refused = replies.filter((reply) => !reply.ok).map((reply) => reply.refusal.code);
    expect(new Set(refused)).toEqual(new Set(['sold_out']));
  });
});

function slots(voucher: number, nothing: number) {
  return [
    { prizeId: 'ten-off', weight: voucher },
    { prizeId: 'nothing', weight: nothing },
  ];
}
