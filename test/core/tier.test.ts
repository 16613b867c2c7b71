/** Tiers: what lifts a shopper, what keeps them, when they fall, and what comes with a level. */
import { describe, expect, it } from 'vitest';
import { mergeTierState, type TierState } from '../../server/core/tier.ts';
import {
  after,
  at,
  calendar,
  gifts,
  Member,
  shown,
  site,
  type Step,
  tenDays,
  type Tiers,
} from '../helper/member.ts';

const { hello, hooray } = gifts;

describe('the level', () => {
  it.each<[string, Partial<Tiers>, readonly Step[], string, string | null]>([
    ['none under the lowest', {}, [['order', '2026-12-01', 999]], '2026-12-01', null],
    [
      'the lowest at its very threshold',
      {},
      [['order', '2026-12-01', 1_000]],
      '2026-12-01',
      'silver',
    ],
    [
      'the same one short of the next',
      {},
      [['order', '2026-12-01', 2_999]],
      '2026-12-01',
      'silver',
    ],
    ['two at once', {}, [['order', '2026-12-01', 3_000]], '2026-12-01', 'gold'],
    [
      'what several orders come to',
      {},
      [
        ['order', '2026-12-01', 600],
        ['order', '2026-12-10', 400],
      ],
      '2026-12-10',
      'silver',
    ],
    [
      'nothing of what the window has left behind',
      {},
      [
        ['order', '2026-12-01', 600],
        ['order', '2026-12-11', 400],
      ],
      '2026-12-11',
      null,
    ],
    [
      'kept on the last day of the window',
      {},
      [['order', '2026-12-01', 1_000]],
      '2026-12-10',
      'silver',
    ],
    ['lost on the day after it', {}, [['order', '2026-12-01', 1_000]], '2026-12-11', null],
    [
      'kept through the days of grace',
      { graceDays: 3 },
      [['order', '2026-12-01', 1_000]],
      '2026-12-13',
      'silver',
    ],
    ['lost after them', { graceDays: 3 }, [['order', '2026-12-01', 1_000]], '2026-12-14', null],
    [
      'lowered by one, where that is what is left',
      {},
      [
        ['order', '2026-12-01', 2_000],
        ['order', '2026-12-06', 1_000],
      ],
      '2026-12-11',
      'silver',
    ],
    [
      'lowered step by step, however late one looks',
      {},
      [
        ['order', '2026-12-01', 2_000],
        ['order', '2026-12-06', 1_000],
      ],
      '2027-06-01',
      null,
    ],
    [
      'saved by an order within the grace',
      { graceDays: 3 },
      [
        ['order', '2026-12-01', 1_000],
        ['order', '2026-12-13', 1_000],
      ],
      '2026-12-22',
      'silver',
    ],
    [
      'not saved by too small an order within the grace',
      { graceDays: 3 },
      [
        ['order', '2026-12-01', 1_000],
        ['order', '2026-12-13', 999],
      ],
      '2026-12-14',
      null,
    ],
    [
      'of orders, the second',
      { measure: 'orders', levels: [{ id: 'regular', name: 'Regular', from: 2 }] },
      [
        ['order', '2026-12-01', 0],
        ['order', '2026-12-01', 5],
      ],
      '2026-12-01',
      'regular',
    ],
    [
      'one that starts at nothing, for everybody and for ever',
      { levels: [{ id: 'member', name: 'Member', from: 0 }] },
      [],
      '2030-01-01',
      'member',
    ],
  ])('is %s', (_name, tiers, story, day, level) => {
    expect(after(site(tiers), story).view(at(day)).level).toBe(level);
  });

  it.each<[string, Tiers['window'], string, number]>([
    ['a rolling window ends at midnight', tenDays, '2026-12-11T00:00', 0],
    ['… and its grace at a midnight too', tenDays, '2026-12-14T00:00', 3],
    ['a month counts to the end of the next', calendar('month'), '2027-02-01T00:00', 0],
    ['a quarter counts to the end of the next', calendar('quarter'), '2027-04-01T00:00', 0],
    ['a year counts to the end of the next', calendar('year'), '2028-01-01T00:00', 0],
    ['a year with 30 days of grace', calendar('year'), '2028-01-31T00:00', 30],
  ])('%s of the site', (_name, window, ends, graceDays) => {
    const member = after(site({ window, graceDays }), [['order', '2026-12-01', 1_000]]);
    expect(shown(member.reviewAt)).toBe(ends);
    const last = member.reviewAt ?? 0;
    expect(member.view(last - 1).level).toBe('silver');
    expect(member.view(last).level).toBe(null);
  });

  it.each<[string, string, Partial<Tiers>, string]>([
    ['a minute before midnight', '2026-12-01T23:59:00+07:00', {}, '2026-12-11T00:00'],
    ['at midnight', '2026-12-02T00:00:00+07:00', {}, '2026-12-12T00:00'],
    [
      'on the last evening of a year',
      '2026-12-31T23:59:59+07:00',
      { window: calendar('year') },
      '2028-01-01T00:00',
    ],
    [
      'at the first moment of a year, which is still the old one in Greenwich',
      '2027-01-01T00:00:00+07:00',
      { window: calendar('year') },
      '2029-01-01T00:00',
    ],
  ])('of an order %s belongs to the day of the site', (_name, instant, tiers, ends) => {
    const member = new Member(site(tiers));
    expect(member.order(Date.parse(instant), 1_000)).toBe('ok');
    expect(shown(member.reviewAt)).toBe(ends);
  });

  it.each([
    ['Pacific/Niue', '2026-12-11T11:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-12-11T10:00:00.000Z'],
    ['Europe/Berlin', '2026-12-10T23:00:00.000Z'],
  ])('ends by the clocks of %s', (timeZone, ends) => {
    const member = new Member(site({}, { site: { timeZone } }));
    expect(member.order(at('2026-12-01', '12:00:00', 'Z'), 1_000)).toBe('ok');
    expect(new Date(member.reviewAt ?? 0).toISOString()).toBe(ends);
  });

  it('ends by the days of spring, one of 23 hours among them', () => {
    const member = new Member(site({}, { site: { timeZone: 'Europe/Berlin' } }));
    expect(member.order(at('2027-03-25', '12:00:00', '+01:00'), 1_000)).toBe('ok');
    expect(member.reviewAt).toBe(Date.parse('2027-04-04T00:00:00+02:00'));
  });

  it('is found whatever zone the site moves to', () => {
    const member = after(site(), [['order', '2026-12-01', 1_000]]);
    const moved = site({}, { site: { timeZone: 'Pacific/Niue' } });
    const zoneFrom = at('2026-12-05', '00:00:00', '-11:00');
    member.follow(moved, { zoneBefore: 'Asia/Ho_Chi_Minh', zoneFrom });
    // The day of Hồ Chí Minh City on which it was to end is still the 10th on Niue.
    expect(member.view(at('2026-12-11')).level).toBe('silver');
    expect(member.review(at('2026-12-11', '00:00:00'))).toBe('ok');
    expect(member.reviewAt).toBe(at('2026-12-11', '00:00:00', '-11:00'));
    expect(member.view(member.reviewAt ?? 0).level).toBe(null);
  });
});

describe('a level that is reached', () => {
  it('brings its gift and those of the levels passed', () => {
    const member = after(site(), [['order', '2026-12-01', 3_000]]);
    expect(member.got).toEqual(['hello', 'hooray', 'tier.reached gold']);
  });

  it('brings it once ever, however often it is lost and reached', () => {
    const member = after(site(), [
      ['order', '2026-12-01', 1_000],
      ['order', '2026-12-20', 3_000],
    ]);
    expect(member.review(at('2027-01-10'))).toBe('ok');
    member.order(at('2027-01-11'), 3_000);
    expect(member.got).toEqual([
      'hello',
      'tier.reached silver',
      'hooray',
      'tier.reached gold',
      'tier.lowered ',
      'tier.reached gold',
    ]);
  });

  it('brings it the next time when it had run out', () => {
    const empty = site({}, { prizes: [hello, { ...hooray, stock: 0 }] });
    const member = after(empty, [['order', '2026-12-01', 3_000]]);
    member.follow(site());
    expect(member.review(at('2026-12-20'))).toBe('ok');
    member.order(at('2026-12-20'), 3_000);
    expect(member.got.filter((one) => one === 'hooray')).toHaveLength(1);
  });

  it('asks for a code of the shop, and is decided again with it', () => {
    const own = { id: 'hello', kind: 'voucher', label: 'Own', poolId: 'imported' } as const;
    const voucher = { ...own, benefit: { kind: 'free_shipping' } } as const;
    const member = new Member(site({}, { prizes: [voucher, hooray] }));
    expect(member.order(at('2026-12-01'), 1_000)).toBe('needs_code');
    member.facts = { ...member.facts, claimed: new Map([['imported', ['OWN-1']]]) };
    expect(member.order(at('2026-12-01'), 1_000)).toBe('ok');
    expect(member.got).toEqual(['hello', 'tier.reached silver']);
  });

  it('is reached by new rules when it is looked at', () => {
    const member = after(site(), [['order', '2026-12-01', 500]]);
    member.follow(site({ levels: [{ id: 'silver', name: 'Silver', from: 500 }] }));
    expect(member.view(at('2026-12-01')).level).toBe('silver');
    expect(member.review(at('2026-12-01'))).toBe('ok');
    expect(member.got).toEqual(['tier.reached silver']);
  });

  it('stays until its promised end when the threshold goes up', () => {
    const member = after(site(), [['order', '2026-12-01', 1_000]]);
    member.follow(site({ levels: [{ id: 'silver', name: 'Silver', from: 9_000 }] }));
    member.order(at('2026-12-02'), 1);
    expect(shown(member.reviewAt)).toBe('2026-12-11T00:00');
    expect(member.view(at('2026-12-10')).level).toBe('silver');
    expect(member.view(at('2026-12-11')).level).toBe(null);
  });
});

it('is shown with what is missing, and until when it lasts', () => {
  const member = after(site({ graceDays: 3 }), [['order', '2026-12-01', 1_200]]);
  const view = member.view(at('2026-12-02'));
  expect(view).toMatchObject({
    measure: 'spend',
    level: 'silver',
    current: 1_200,
    next: { id: 'gold', left: 1_800 },
    inGrace: false,
    levels: [
      { id: 'silver', from: 1_000, welcomePrize: { id: 'hello' }, earlyAccessHours: 12 },
      { id: 'gold', from: 3_000, earningPercent: 200, perks: [] },
    ],
  });
  expect([shown(view.fallsAt), shown(view.endsAt)]).toEqual([
    '2026-12-11T00:00',
    '2026-12-14T00:00',
  ]);
  expect(member.view(at('2026-12-12'))).toMatchObject({ inGrace: true, fallsAt: null });
});

it('counts the running period towards the next level, and the one before it to keep one', () => {
  const member = after(site({ window: calendar('month') }), [
    ['order', '2026-12-01', 1_200],
    ['order', '2027-01-15', 300],
  ]);
  expect(member.view(at('2027-01-31'))).toMatchObject({
    level: 'silver',
    current: 300,
    next: { left: 2_700 },
  });
  expect(member.view(at('2027-02-01')).level).toBe(null);
});

it('keeps a bounded number of parts, whatever the window', () => {
  for (const window of [{ kind: 'rolling', days: 30 }, calendar('quarter')] as const) {
    const member = new Member(site({ window }));
    for (let day = 0; day < 400; day += 1) member.order(at('2026-01-01') + day * 86_400_000, 10);
    const state = member.facts.progress.tier.get('all');
    expect(state?.parts.length).toBeLessThanOrEqual(30);
  }
});

describe('signing in', () => {
  const silver: TierState = {
    endsAt: 500,
    level: { id: 'silver', from: 1_000 },
    since: 10,
    parts: [
      ['2026-12-01', 5, 1_000, 1],
      ['2026-12-03', 0, 50, 1],
    ],
    welcomed: ['silver'],
  };
  const gold: TierState = {
    endsAt: 300,
    level: { id: 'gold', from: 3_000 },
    since: 20,
    parts: [['2026-12-03', 1, 3_000, 2]],
    welcomed: ['gold'],
  };

  it.each<[string, TierState, TierState | undefined, Partial<TierState>]>([
    ['brings what the anonymous shopper had', silver, undefined, silver],
    [
      'adds up what both did, keeps the higher level, and knows the gifts of both',
      silver,
      gold,
      {
        endsAt: 300,
        level: gold.level,
        since: 20,
        parts: [
          ['2026-12-01', 5, 1_000, 1],
          ['2026-12-03', 1, 3_050, 3],
        ],
        welcomed: ['gold', 'silver'],
      },
    ],
    ['… whoever had it', gold, silver, { level: gold.level, welcomed: ['silver', 'gold'] }],
    [
      'keeps the later end of the same level',
      { ...silver, endsAt: 900 },
      silver,
      { endsAt: 900, welcomed: ['silver'] },
    ],
    ['… also when it never ends', { ...silver, endsAt: null }, silver, { endsAt: null }],
  ])('%s', (_name, from, to, expected) => {
    expect(mergeTierState(from, to)).toMatchObject(expected);
  });
});
