/** Every line of a shopper's points on both engines: what it was for, and the balance after it. */
import { expect, it } from 'vitest';
import { readHistory } from '../../server/flow/history.ts';
import type { HistoryLine, HistoryPlace } from '../../shared/schema/history-api.ts';
import { limits } from '../../shared/limits.ts';
import { textIn } from '../../shared/text.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import {
  adjust,
  buy,
  cancel,
  grant,
  keep,
  letGo,
  refund,
  report,
  signIn,
  spend,
  tidy,
} from '../helper/shop-calls.ts';
import { apply, codeOf, granted, playOnce } from '../helper/shopping.ts';

const day = 86_400_000;
const earning = { points: 1, per: 1_000 };
const rewardShop = [{ id: 'shop-ten', prizeId: 'ten-off', price: 40 }];
const winsPoints = [
  { prizeId: 'ten-points', weight: 1 },
  { prizeId: 'nothing', weight: 0 },
];

onBothEngines('the history of points', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { points: { earning, expiryDays: 30 }, rewardShop }),
  );

  const linesOf = async (shopperId: string): Promise<readonly HistoryLine[]> =>
    (await granted(readHistory(deps, siteId, shopperId))).lines;
  const told = async (shopperId = 'c_anna'): Promise<unknown[]> =>
    (await linesOf(shopperId)).map(({ cause, change, balance, about, orderId, note }) => [
      cause,
      change,
      balance,
      (about && textIn(about, 'en')) ?? orderId ?? note,
    ]);
  /** One after the other in time: each command is a moment of its own. */
  const then = async (...works: (() => Promise<unknown>)[]): Promise<void> => {
    for (const work of works) {
      await work();
      deps.pass(1_000);
    }
  };

  it('says of every line what it was for, newest first, with the balance after it', async () => {
    const order = { orderId: 'order-1', name: 'anna' };
    await then(
      () => granted(report(deps, order)),
      () => granted(adjust(deps, { name: 'anna', change: 7 })),
      () => granted(buy(deps, { shopperId: 'c_anna', rewardId: 'shop-ten' })),
      () => granted(grant(deps, { name: 'anna', prizeId: 'ten-points' })),
      () => granted(refund(deps, { ...order, amount: 50_000 })),
      () => granted(adjust(deps, { name: 'anna', change: -2 })),
    );
    expect(await told()).toEqual([
      ['adjusted', -2, 25, 'goodwill'],
      ['refunded', -50, 27, 'order-1'],
      ['given', 10, 77, 'goodwill'],
      ['bought', -40, 67, '10 % off'],
      ['adjusted', 7, 107, 'goodwill'],
      ['order', 100, 100, 'order-1'],
    ]);
  });

  it('names the game of a play, and what a sign-in brought along', async () => {
    await apply(deps, { game: { slots: winsPoints } });
    await then(
      () => granted(playOnce(deps, { shopperId: 'a_1' })),
      () => granted(signIn(deps, { name: 'anna', anonymousId: 'a_1' })),
    );
    expect(await told()).toEqual([['merged', 10, 10, null]]);
    expect(await codeOf(readHistory(deps, siteId, 'a_1'))).toBe('shopper_merged');
    await then(() => granted(playOnce(deps, { shopperId: 'c_anna' })));
    expect((await told())[0]).toEqual(['won', 10, 20, 'Lucky wheel']);
  });

  it('tells carts, what came back of them, and what expired', async () => {
    await then(() => granted(adjust(deps, { name: 'anna', change: 100 })));
    await apply(deps, { points: { expiryDays: 30, value: { points: 1, amount: 100 } } });
    const { holdId } = await granted(keep(deps, { name: 'anna', amount: 60 }));
    deps.pass(1_000);
    await then(() => granted(letGo(deps, { holdId })));
    const spent = await granted(keep(deps, { name: 'anna', amount: 50 }));
    await then(() => granted(spend(deps, { holdId: spent.holdId })));
    deps.pass(40 * day);
    await granted(tidy(deps, 'c_anna'));
    expect((await told()).map((line) => (line as unknown[]).slice(0, 3))).toEqual([
      ['expired', -50, 0],
      ['cart', -50, 50],
      ['returned', 60, 100],
      ['cart', -60, 40],
      ['adjusted', 100, 100],
    ]);
  });

  it('tells points that waited once they come in, and nothing of those that never do', async () => {
    await apply(deps, { points: { earning, pendingDays: 14 } });
    await then(
      () => granted(report(deps, { orderId: 'order-1', name: 'anna' })),
      () => granted(report(deps, { orderId: 'order-2', name: 'anna' })),
      () => granted(cancel(deps, { orderId: 'order-2' })),
    );
    expect(await told()).toEqual([]);
    deps.pass(20 * day);
    await granted(tidy(deps, 'c_anna'));
    expect(await told()).toEqual([['released', 100, 100, null]]);
  });

  it('comes in pages that miss no line and show none twice', async () => {
    const count = limits.historyPageLines * 2 + 3;
    // Many in one moment: only their ids part them.
    for (let at = 1; at <= count; at += 1) {
      await granted(adjust(deps, { name: 'anna', change: at }));
      if (at % 20 === 0) deps.pass(1);
    }
    const seen: HistoryLine[] = [];
    let before: HistoryPlace | undefined;
    let pages = 0;
    do {
      const page = await granted(readHistory(deps, siteId, 'c_anna', before));
      seen.push(...page.lines);
      before = page.next ?? undefined;
      pages += 1;
    } while (before);
    expect(pages).toBe(3);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
    expect(seen[0]?.balance).toBe((count * (count + 1)) / 2);
    const oldest = seen.at(-1);
    expect(oldest?.balance).toBe(oldest?.change);
  });

  it('is empty before the first command, and shows nobody else’s', async () => {
    await granted(adjust(deps, { name: 'bert', change: 5 }));
    expect(await granted(readHistory(deps, siteId, 'c_anna'))).toEqual({ lines: [], next: null });
  });
});
