/** What changes between two documents, line by line. */
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../server/core/programme-diff.ts';
import { describeChange, readerOf, summarize } from '../../server/core/programme-words.ts';
import { programmeOf } from '../helper/programme.ts';

const site = readerOf(programmeOf());
const linesOf = (before: unknown, after: unknown): string[] =>
  diffDocuments(before, after).map((change) => describeChange(change, site));

describe('the difference of two documents', () => {
  it('is nothing for the same document', () => {
    expect(diffDocuments(programmeOf(), programmeOf())).toEqual([]);
  });

  it('names a changed field by the ids on the way', () => {
    const slots = [
      { prizeId: 'ten-off', weight: 5 },
      { prizeId: 'nothing', weight: 1 },
      { prizeId: 'ten-points', weight: 1 },
      { prizeId: 'nothing', weight: 1 },
    ];
    expect(linesOf(programmeOf(), programmeOf({ game: { slots } }))).toEqual([
      '~ campaigns[always].games[wheel].slots[0].weight: 1 → 5 (25 % → 62.5 % of the draws)',
    ]);
  });

  it('names what came and what went', () => {
    const before = {
      prizes: [{ id: 'a', kind: 'points', label: 'Ten', points: 10 }, { id: 'b' }],
      site: { accent: '#000000' },
    };
    const after = {
      prizes: [{ id: 'b' }, { id: 'c', kind: 'nothing', label: { vi: 'Không', en: 'Never' } }],
      site: {},
    };
    expect(linesOf(before, after)).toEqual([
      '- prizes[a]: points "Ten", points 10',
      '+ prizes[c]: nothing "Never"',
      '- site.accent: "#000000"',
    ]);
  });

  it('names an order that changed, and nothing when one only came in between', () => {
    const before = { prizes: [{ id: 'a' }, { id: 'b' }] };
    const turned = { prizes: [{ id: 'b' }, { id: 'a' }] };
    const between = { prizes: [{ id: 'a' }, { id: 'c' }, { id: 'b' }] };
    expect(linesOf(before, turned)).toEqual(['~ prizes in order: 2: a, b → 2: b, a']);
    expect(diffDocuments(before, between).map(({ path }) => path)).toEqual(['prizes[c]']);
  });

  it('is all that the document says when there was none', () => {
    const paths = diffDocuments({}, programmeOf()).map(({ path }) => path);
    expect(paths).toEqual(['format', 'site', 'points', 'pools', 'prizes', 'campaigns']);
  });

  it('tells null from not there, and a list from a map', () => {
    expect(linesOf({ a: null, b: [] }, { a: 0, b: {} })).toEqual([
      '~ a: none → 0',
      '~ b: none → {}',
    ]);
  });

  it('shortens what is too long to read', () => {
    const [line = ''] = linesOf({}, { a: 'x'.repeat(200) });
    expect(line.length).toBeLessThan(90);
    const ids = Array.from({ length: 40 }, (_, at) => ({ id: `prize-${at}` }));
    expect(linesOf({}, { prizes: ids })).toEqual([
      '+ prizes: 40: prize-0, prize-1, prize-2, prize-3, prize-4 and 35 more',
    ]);
  });

  it('shows money, times and texts as a person reads them', () => {
    const before = { cost: 50_000, endsAt: '2026-12-31T23:59:59+07:00', origins: ['https://a.b'] };
    const after = {
      cost: 1_250_000,
      endsAt: '2027-01-31T17:00:00Z',
      origins: ['https://a.b', 'https://c.d'],
      label: { en: 'Win', vi: 'Trúng' },
    };
    expect(linesOf(before, after)).toEqual([
      '~ cost: ₫50,000 → ₫1,250,000',
      '~ endsAt: 31 Dec 2026, 23:59 → 1 Feb 2027, 00:00',
      '~ origins: https://a.b → 2: https://a.b, https://c.d',
      '+ label: "Win"',
    ]);
    const capped = (perDay: number) => ({ campaigns: [{ id: 'tet', budget: { perDay } }] });
    expect(linesOf(capped(1_000), capped(2_000))).toEqual([
      '~ campaigns[tet].budget.perDay: ₫1,000 → ₫2,000',
    ]);
    const [dinar] = diffDocuments({ cost: 1_500 }, { cost: 2_000 });
    const reader = { ...site, currency: 'KWD' };
    expect(dinar && describeChange(dinar, reader)).toBe('~ cost: KWD 1.500 → KWD 2.000');
  });

  it('shows what a tier takes as money where it is money', () => {
    const levels = (from: number) => [{ id: 'gold', name: 'Gold', from }];
    const tiers = (measure: 'spend' | 'orders', list: ReturnType<typeof levels>) =>
      programmeOf({ tiers: { measure, window: { kind: 'rolling', days: 9 }, levels: list } });
    const told = (measure: 'spend' | 'orders') => {
      const after = tiers(measure, [...levels(7_000), { id: 'top', name: 'Top', from: 9_000 }]);
      return diffDocuments(tiers(measure, levels(5_000)), after).map((change) =>
        describeChange(change, readerOf(after)),
      );
    };
    expect(told('spend')).toEqual([
      '~ tiers.levels[gold].from: ₫5,000 → ₫7,000',
      '+ tiers.levels[top]: "Top", from ₫9,000, earningPercent 100, earlyAccessHours 0',
    ]);
    expect(told('orders')[0]).toBe('~ tiers.levels[gold].from: 5,000 → 7,000');
  });

  it('says of a new voucher what it costs and how many there are', () => {
    const { prizes, ...rest } = programmeOf({});
    const [line = ''] = linesOf({ ...rest, prizes: [] }, { ...rest, prizes: prizes.slice(-1) });
    expect(line).toBe(
      '+ prizes[ten-off]: voucher "10 % off", cost ₫20,000, poolId "generated", ' +
        'benefit (percent, percent 10), minimumSpend ₫0, ttlDays 30, trust…',
    );
  });

  it('is summed up in a line', () => {
    const changed = programmeOf({ game: { price: 5 }, site: { name: 'Store' } });
    expect(summarize(diffDocuments(programmeOf(), changed))).toBe(
      '2 changed: site, campaigns[always].games[wheel]',
    );
    expect(summarize([])).toBe('nothing changes');
  });
});
