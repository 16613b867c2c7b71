/** The demo's programme document is one that Fairground accepts, and its wheels are well made. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apologyPrizeId } from '../../demo/clerk.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';

const source = readFileSync(new URL('../../demo/programme.json', import.meta.url), 'utf8');
const programme = programmeDocument.parse(JSON.parse(source));
const games = programme.campaigns.flatMap((campaign) => campaign.games);
const mechanics = [
  'rewardShop',
  'tiers',
  'missions',
  'badges',
  'leaderboards',
  'surveys',
  'checkIns',
  'quizzes',
  'referral',
  'gifts',
  'tiers',
] as const;

describe('the demo programme', () => {
  it('has games for everybody, one for newcomers and one for regulars', () => {
    expect(games.map(({ id, kind, price, slots }) => [id, kind, price, slots.length])).toEqual([
      ['lucky-wheel', 'wheel', 0, 12],
      ['token-wheel', 'wheel', 20, 10],
      ['foil-ticket', 'scratch', 0, 5],
      ['porch-boxes', 'box', 10, 6],
      ['welcome-boxes', 'box', 0, 4],
      ['golden-wheel', 'wheel', 0, 6],
    ]);
    expect(games[0]?.limits.perDay).toBe(3);
  });

  it.each(games.filter(({ kind }) => kind === 'wheel'))(
    'puts no two slices of the same kind of prize side by side on $id',
    ({ slots }) => {
      const kinds = slots.map(
        ({ prizeId }) => programme.prizes.find(({ id }) => id === prizeId)?.kind,
      );
      for (const [at, kind] of kinds.entries()) {
        expect(kind).not.toBe(kinds[(at + 1) % kinds.length]);
      }
    },
  );

  it('names every prize in both languages', () => {
    for (const { label } of programme.prizes) {
      expect(Object.keys(label).toSorted()).toEqual(['en', 'vi']);
    }
  });

  it('gives back fewer points than the token wheel costs', () => {
    const wheel = games.find(({ id }) => id === 'token-wheel');
    const worth = (wheel?.slots ?? []).map(({ prizeId, weight }) => {
      const prize = programme.prizes.find(({ id }) => id === prizeId);
      return prize?.kind === 'points' ? prize.points * weight : 0;
    });
    const weights = (wheel?.slots ?? []).reduce((sum, { weight }) => sum + weight, 0);
    expect(worth.reduce((sum, one) => sum + one, 0)).toBeLessThan(20 * weights);
  });

  it.each(mechanics)('shows the mechanic: %s', (mechanic) => {
    expect(JSON.stringify(programme[mechanic]).length).toBeGreaterThan(100);
  });

  it('holds prizes back: a budget and a paced prize', () => {
    expect(programme.campaigns.some(({ budget }) => budget !== null)).toBe(true);
    expect(programme.campaigns.some(({ pacing }) => pacing.length > 0)).toBe(true);
  });

  it('chooses who plays what: audiences, fairs that exclude each other, tiers, and pity', () => {
    expect(programme.campaigns.filter(({ audience }) => audience !== null)).toHaveLength(2);
    const groups = programme.campaigns.flatMap(({ exclusionGroup }) => exclusionGroup ?? []);
    expect(groups).toEqual(['one-fair-each', 'one-fair-each']);
    expect(games.some(({ slots }) => slots.some(({ tiers }) => tiers.length > 0))).toBe(true);
    expect(games.some(({ pity }) => pity !== null)).toBe(true);
  });

  it('holds the prize that the clerk apologises with', () => {
    expect(programme.prizes.map(({ id }) => String(id))).toContain(apologyPrizeId);
  });
});
