/** Tiers: what counts for them, and what a refund takes back. */
import { describe, expect, it } from 'vitest';
import { after, at, gifts, Member, shown, site, type Step, type Tiers } from '../helper/member.ts';

describe('a refund', () => {
  it.each<[string, Partial<Tiers>, readonly Step[], string | null, number]>([
    [
      'of a part takes its part of what was spent',
      {},
      [
        ['order', '2026-12-01', 3_000],
        ['refund', '2026-12-02', 1],
      ],
      'silver',
      2_999,
    ],
    [
      'takes the level at once where there is no grace',
      {},
      [
        ['order', '2026-12-01', 1_000],
        ['cancel', '2026-12-02'],
      ],
      null,
      0,
    ],
    [
      'leaves the level for the days of grace',
      { graceDays: 2 },
      [
        ['order', '2026-12-01', 1_000],
        ['cancel', '2026-12-02'],
      ],
      'silver',
      0,
    ],
    [
      'and a cancellation take no more than the order',
      {},
      [
        ['order', '2026-12-01', 1_500],
        ['order', '2026-12-01', 1_000],
        ['refund', '2026-12-01', 500],
        ['cancel', '2026-12-02'],
      ],
      'silver',
      1_000,
    ],
    [
      'of an order that the window has left behind takes nothing',
      {},
      [
        ['order', '2026-12-01', 5_000],
        ['order', '2026-12-15', 1_000],
        ['cancel', '2026-12-16'],
      ],
      'silver',
      1_000,
    ],
    [
      'counts an order less when the whole of it is gone',
      { measure: 'orders', levels: [{ id: 'silver', name: 'Silver', from: 1 }] },
      [
        ['order', '2026-12-01', 900],
        ['order', '2026-12-01', 900],
        ['refund', '2026-12-01', 400],
        ['refund', '2026-12-01', 500],
      ],
      'silver',
      1,
    ],
  ])('%s', (_name, tiers, story, level, current) => {
    const day = story.at(-1)?.[1] ?? '';
    expect(after(site(tiers), story).view(at(day, '11:00:00'))).toMatchObject({ level, current });
  });

  it('starts a grace that an order of the same day as before does not lengthen', () => {
    const member = after(site({ graceDays: 2 }), [
      ['order', '2026-12-01', 1_000],
      ['refund', '2026-12-02', 900],
      ['order', '2026-12-03', 10],
    ]);
    expect(shown(member.reviewAt)).toBe('2026-12-05T00:00');
    expect(member.view(at('2026-12-03'))).toMatchObject({ inGrace: true, fallsAt: null });
  });

  it('of an order from before there were tiers takes nothing', () => {
    const member = new Member({ prizes: Object.values(gifts) });
    member.order(at('2026-12-01', '08:00:00'), 5_000, 'old');
    member.follow(site());
    member.order(at('2026-12-01', '09:00:00'), 1_000, 'new');
    member.cancel(at('2026-12-01', '10:00:00'), 'old');
    expect(member.view(at('2026-12-01')).level).toBe('silver');
  });
});

describe('points', () => {
  const parts = site(
    { measure: 'points' },
    {
      points: {
        earning: { points: 1, per: 1 },
        earnRules: [{ id: 'review', event: 'review', points: 1_000 }],
        refundPolicy: 'stop_at_zero',
      },
      rewardShop: [{ id: 'tenth', prizeId: 'ten-off', price: 900 }],
    },
  );

  it('count as orders and events earn them, and spending takes none back', () => {
    const member = new Member(parts);
    member.event(at('2026-12-01'), 'review');
    expect(member.view(at('2026-12-01'))).toMatchObject({ level: 'silver', current: 1_000 });
    expect(member.buy(at('2026-12-01'), 'tenth')).toBe('ok');
    expect(member.view(at('2026-12-01'))).toMatchObject({ level: 'silver', current: 1_000 });
    member.event(at('2026-12-01'), 'visit');
    member.order(at('2026-12-02'), 2_000);
    expect(member.view(at('2026-12-02'))).toMatchObject({ level: 'gold', current: 3_000 });
  });

  it('come multiplied from the order after the one that reached the level', () => {
    const member = new Member(parts);
    member.order(at('2026-12-01'), 3_000, 'a');
    expect(member.view(at('2026-12-01')).current).toBe(3_000);
    member.order(at('2026-12-01'), 100, 'b');
    expect(member.view(at('2026-12-01')).current).toBe(3_200);
  });

  it('are taken back whole, also when they were spent and the policy lets them go', () => {
    const member = new Member(parts);
    member.order(at('2026-12-01'), 1_000, 'a');
    member.buy(at('2026-12-01'), 'tenth');
    member.cancel(at('2026-12-01'), 'a');
    expect(member.view(at('2026-12-01'))).toMatchObject({ level: null, current: 0 });
    expect(member.order(at('2026-12-01'), 1_000, 'a')).toBe('ok');
    expect(member.view(at('2026-12-01'))).toMatchObject({ level: 'silver', current: 1_000 });
  });
});
