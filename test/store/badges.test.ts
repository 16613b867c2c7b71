/** Reported events and badges on both engines. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import type { BadgeView } from '../../shared/schema/rewards-api.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { grant, reportDone, revoke, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

onBothEngines('badges', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, {
      prizes: [{ id: 'gold', kind: 'badge', label: 'Gold', badgeId: 'reviewer', level: 2 }],
      badges: [
        {
          id: 'reviewer',
          name: 'Reviewer',
          measure: { activity: 'event', name: 'review' },
          levels: [{ at: 2, prizeIds: ['ten-points'] }, { at: 50 }],
        },
        {
          id: 'player',
          name: 'Player',
          hidden: true,
          measure: { activity: 'play' },
          levels: [{ at: 2 }],
        },
      ],
    }),
  );

  const badges = async (shopperId = 'c_anna'): Promise<readonly BadgeView[]> =>
    (await granted(readRewards(deps, siteId, shopperId))).badges;
  const review = (commandId = newId()) => granted(reportDone(deps, { name: 'anna', commandId }));

  it('counts an event once, whatever comes at once', async () => {
    const commandId = newId();
    const replies = await Promise.all(Array.from({ length: 10 }, () => review(commandId)));
    expect(new Set(replies.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await badges())[0]).toMatchObject({ level: 0, current: 1, target: 2 });
    const other = reportDone(deps, { name: 'anna', commandId, event: 'visit' });
    expect(await codeOf(other)).toBe('command_conflict');
  });

  it('pays for an event by its earn rule, once a command', async () => {
    const earnRules = [{ id: 'sign-up', event: 'sign_up', points: 50 }];
    await apply(deps, { points: { earnRules } });
    const commandId = newId();
    const signUp = () => granted(reportDone(deps, { name: 'anna', commandId, event: 'sign_up' }));
    const replies = await Promise.all(Array.from({ length: 8 }, signUp));
    expect(replies.map(({ points }) => points)).toEqual(Array.from({ length: 8 }, () => 50));
    await review();
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(50);
  });

  it('gives a level and its prize to one of many events at once', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => review()));
    expect(replies.flatMap(({ earned }) => earned)).toMatchObject([{ kind: 'badge', level: 1 }]);
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(10);
  });

  it('is revoked, and not earned again by the same count', async () => {
    await review();
    await review();
    expect(await granted(revoke(deps, { name: 'anna', badgeId: 'reviewer' }))).toMatchObject({
      level: 1,
    });
    expect(await codeOf(revoke(deps, { name: 'anna', badgeId: 'reviewer' }))).toBe(
      'badge_not_earned',
    );
    expect((await review()).earned).toEqual([]);
    expect((await review()).earned).toMatchObject([{ kind: 'badge', level: 1, given: [] }]);
    expect((await readWallet(deps, siteId, 'c_anna')).points).toBe(10);
  });

  it('is given as a prize', async () => {
    await granted(grant(deps, { name: 'anna', prizeId: 'gold' }));
    expect((await badges())[0]).toMatchObject({ id: 'reviewer', level: 2 });
  });

  it('hidden appears when it is earned, and a sign-in keeps it', async () => {
    await granted(playOnce(deps, { shopperId: 'device' }));
    expect(await badges('device')).toMatchObject([{ id: 'reviewer' }]);
    await granted(playOnce(deps, { shopperId: 'device' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await badges()).toMatchObject([{ id: 'reviewer' }, { id: 'player', level: 1 }]);
  });
});
