/** What a programme document refuses, and where it says so. */
import { describe, expect, it } from 'vitest';
import { programmeDocument, type ProgrammeInput } from '../../../shared/schema/programme.ts';
import { limits } from '../../../shared/limits.ts';
import { issuesOf } from '../../../shared/schema/issues.ts';
import { prizes, programmeInput, programmeOf, type GameInput } from '../../helper/programme.ts';

type Prize = NonNullable<ProgrammeInput['prizes']>[number];

describe('a programme document', () => {
  it('fills in what is left out', () => {
    const { site: set, format } = programmeInput();
    const { care: _, ...site } = set;
    expect(programmeDocument.parse({ format, site })).toEqual({
      format: 1,
      site: {
        ...site,
        theme: { name: 'auto', launcher: 'end' },
        care: { playsPerDayMax: null, paidDraws: false, contactAtLimit: true },
      },
      points: {
        earning: null,
        earnRules: [],
        multipliers: [],
        pendingDays: 0,
        expiryDays: null,
        expiryWarningDays: 30,
        refundPolicy: 'stop_at_zero',
        value: null,
        cashback: null,
      },
      tiers: null,
      pools: [],
      prizes: [],
      campaigns: [],
      rewardShop: [],
      missions: [],
      surveys: [],
      referral: null,
      gifts: { welcome: null, birthday: null, milestones: [] },
      badges: [],
      leaderboards: [],
      checkIns: [],
      quizzes: [],
      triggers: [],
    });
  });

  it('reads back as itself once it is filled in', () => {
    expect(programmeDocument.parse(programmeOf())).toEqual(programmeOf());
  });

  it.each<[string, unknown]>([
    ['site.id', withSite({ id: 'Shop' })],
    ['site.currency', withSite({ currency: 'vnd' })],
    ['site.timeZone', withSite({ timeZone: 'Asia/Atlantis' })],
    ['site.timeZone', withSite({ timeZone: '+07:00' })],
    ['site.origins[0]', withSite({ origins: ['https://shop.example/'] })],
    ['site.origins[0]', withSite({ origins: ['*'] })],
    ['site.theme.accent', withSite({ theme: { accent: 'red' } })],
    ['format', { ...programmeInput(), format: 2 }],
    ['', { ...programmeInput(), surprise: true }],
    ['points.expiryDays', programmeInput({ points: { expiryDays: 0 } })],
    ['points.earning.per', programmeInput({ points: { earning: { points: 1, per: 0 } } })],
    [
      'points.earnRules[0].per',
      programmeInput({
        points: { earnRules: [{ id: 'one', event: 'review', points: 1, per: 1_000 }] },
      }),
    ],
    [
      'points.earnRules[0].productIds',
      programmeInput({
        points: { earnRules: [{ id: 'one', event: 'review', points: 1, productIds: ['tea'] }] },
      }),
    ],
    [
      'points.earnRules[0].tiers',
      programmeInput({
        points: { earnRules: [{ id: 'one', event: 'order', points: 1, tiers: ['gold'] }] },
      }),
    ],
    [
      'points.multipliers[0].hours.to',
      programmeInput({
        points: {
          multipliers: [{ id: 'one', percent: 200, hours: { from: '18:00', to: '24:00' } }],
        },
      }),
    ],
    [
      'points.cashback.as',
      programmeInput({ points: { cashback: { basisPoints: 100, as: 'points' } } }),
    ],
    ['prizes[4].cost', withPrize({ ...prizes.points, id: 'five', cost: 0.5 })],
    ['prizes[4].stock', withPrize({ ...prizes.points, id: 'five', stock: -1 })],
    ['prizes[4].poolId', withPrize({ ...prizes.voucher, id: 'five', poolId: 'gone' })],
    ['prizes[4].points', withPrize({ ...prizes.points, id: 'five', points: 0 })],
    [
      'prizes[4].benefit.percent',
      withPrize({ ...prizes.voucher, id: 'five', benefit: { kind: 'percent', percent: 101 } }),
    ],
    ['prizes', { ...programmeInput(), prizes: [prizes.nothing, ...allPrizes()] }],
    ['campaigns[0].startsAt', programmeInput({ startsAt: '2026-01-01' })],
    [
      'campaigns[0].endsAt',
      programmeInput({ startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-01T07:00:00+07:00' }),
    ],
    ['campaigns[0].terms.rules', withTerms({ rules: 'x'.repeat(limits.rulesCharactersMax + 1) })],
    ['campaigns[0].terms.rules', withTerms({ rules: ' ' })],
    ['campaigns[0].terms.rules', withTerms({ rules: 'no\u0000nul' })],
    ['campaigns[0].terms.url', withTerms({ url: 'javascript:alert(1)' })],
    ['campaigns[0].terms.regions[1]', withTerms({ regions: ['VN', 'vn'] })],
    ['campaigns[0].terms.regions[0]', withTerms({ regions: ['Vietnam'] })],
    ['campaigns[0].terms.ageMin', withTerms({ ageMin: 0 })],
    ['campaigns[0].games', programmeInput({ games: [] })],
    ['campaigns.games', programmeInput({ games: [wheel(), wheel()] })],
    ['campaigns[0].games[0].slots', withSlots([1])],
    ['campaigns[0].games[0].slots', withSlots(Array.from({ length: 25 }, () => 1))],
    ['campaigns[0].games[0].slots', withSlots([0, 0])],
    ['campaigns[0].games[0].slots[1].weight', withSlots([1, 1.5])],
    ['campaigns[0].games[0].slots[1].weight', withSlots([2, -1])],
    ['campaigns[0].games[0].slots[1].weight', withSlots([1, limits.weightMax + 1])],
    ['campaigns[0].games[0].price', programmeInput({ game: { price: -1 } })],
    ['campaigns[0].games[0].limits.perDay', programmeInput({ game: { limits: { perDay: 0 } } })],
    [
      'campaigns[0].games[0].slots[0].prizeId',
      programmeInput({ game: { slots: [slot('gone'), slot('nothing')] } }),
    ],
  ])('is refused at %s', (path, input) => {
    expect(pathsOf(input)).toEqual([path]);
  });

  it.each<[string, Prize, string]>([
    ['that costs something', { ...prizes.points, id: 'five', cost: 1 }, 'free (cost 0)'],
    ['that can run out', { ...prizes.points, id: 'five', cost: 0, stock: 5 }, 'unlimited'],
    ['of nothings that can run out', { ...prizes.nothing, id: 'five', stock: 5 }, 'unlimited'],
    [
      'of imported codes',
      { ...prizes.voucher, id: 'five', poolId: 'imported', cost: 0 },
      'imported codes',
    ],
  ])('has no fallback %s', (_what, five, message) => {
    const game = { fallbackPrizeId: 'five', slots: [slot('five'), slot('ten-off')] };
    const issues = issuesIn(programmeInput({ prizes: [five], game }));
    expect(issues).toEqual([
      { path: 'campaigns[0].games[0].fallbackPrizeId', message: expect.stringContaining(message) },
    ]);
  });

  it('has a fallback that is on the table', () => {
    const game = { fallbackPrizeId: 'again', slots: [slot('nothing'), slot('ten-off')] };
    const issues = issuesIn(programmeInput({ game }));
    expect(issues).toEqual([
      {
        path: 'campaigns[0].games[0].fallbackPrizeId',
        message: 'must be one of the prizes in slots',
      },
    ]);
  });

  it('names no tier that it does not have, and says where', () => {
    const window = { kind: 'rolling', days: 365 } as const;
    const level = (id: string, from: number) => ({ id, name: id, from });
    const input = programmeInput({
      tiers: { measure: 'orders', window, levels: [level('silver', 2), level('gold', 2)] },
      points: { multipliers: [{ id: 'one', percent: 200, tiers: ['none'] }] },
      rewardShop: [{ id: 'tenth', prizeId: 'ten-off', price: 1, tiers: ['none'] }],
      campaign: { audience: { tiers: ['none'] } },
      game: {
        slots: [
          { prizeId: 'ten-off', weight: 1, tiers: ['none'] },
          { prizeId: 'nothing', weight: 1, tiers: ['gold'] },
        ],
      },
    });
    const none = 'no tier has the id "none"';
    expect(issuesIn(input)).toEqual([
      { path: 'tiers.levels[1].from', message: 'it must be more than the 2 of the tier before it' },
      { path: 'points.multipliers[0].tiers', message: none },
      { path: 'rewardShop[0].tiers', message: none },
      { path: 'campaigns[0].audience.tiers', message: none },
      { path: 'campaigns[0].games[0].slots[0].tiers', message: none },
      {
        path: 'campaigns[0].games[0].slots[1].tiers',
        message: 'must be empty: the fallback stands in for prizes that are not for everybody',
      },
    ]);
  });

  it('tells every mistake at once', () => {
    const slots = [slot('nothing'), { prizeId: 'ten-off', weight: 1.5 }];
    const game = { price: -1, limits: { perDay: 0 }, slots };
    expect(pathsOf({ ...programmeInput({ game }), format: 2 })).toEqual([
      'format',
      'campaigns[0].games[0].price',
      'campaigns[0].games[0].limits.perDay',
      'campaigns[0].games[0].slots[1].weight',
    ]);
  });

  it('takes the largest table: 24 slots of the largest weight', () => {
    const input = withSlots(Array.from({ length: 24 }, () => limits.weightMax));
    expect(pathsOf(input)).toEqual([]);
  });
});

function issuesIn(input: unknown): { path: string; message: string }[] {
  const parsed = programmeDocument.safeParse(input);
  return parsed.success ? [] : issuesOf(parsed.error);
}

function pathsOf(input: unknown): string[] {
  return issuesIn(input).map(({ path }) => path);
}

type TermsInput = NonNullable<ProgrammeInput['campaigns']>[number]['terms'];

function withTerms(terms: TermsInput): ProgrammeInput {
  return programmeInput({ campaign: { terms } });
}

function withSite(site: Partial<ProgrammeInput['site']>): ProgrammeInput {
  return programmeInput({ site });
}

function allPrizes(): Prize[] {
  return programmeInput().prizes ?? [];
}

/** Of the standard ones there are four. */
function withPrize(prize: Prize): ProgrammeInput {
  return programmeInput({ prizes: [prize] });
}

function slot(prizeId: string): GameInput['slots'][number] {
  return { prizeId, weight: 1 };
}

function withSlots(weights: number[]): ProgrammeInput {
  const slots = weights.map((weight) => ({ prizeId: 'nothing', weight }));
  return programmeInput({ game: { slots } });
}

function wheel(): GameInput {
  const slots = [slot('nothing'), slot('ten-off')];
  return { id: 'wheel', kind: 'wheel', name: 'Wheel', slots, fallbackPrizeId: 'nothing' };
}
