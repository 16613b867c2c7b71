/** The ready programmes: each valid, in two languages, well made, and a new site's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costByOdds, oddsOf } from '../../server/core/forecast.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import { documentFor } from '../../server/core/template.ts';
import { programmeDocument, type ProgrammeDocument } from '../../shared/schema/programme.ts';

const folder = new URL('../../server/templates/', import.meta.url);
const files = readdirSync(folder).toSorted((a, b) => a.localeCompare(b));

const templates = files.map((file): [string, ProgrammeDocument] => {
  const source: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return [file.replace('.json', ''), programmeDocument.parse(source)];
});

describe.each(templates)('the template %s', (_name, document) => {
  it('speaks English and Vietnamese', () => {
    const texts = textsIn(document);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(Object.keys(text)).toEqual(['en', 'vi']);
  });

  it('puts no two slices of one prize side by side', () => {
    for (const { slots } of document.campaigns.flatMap(({ games }) => games)) {
      for (const [at, { prizeId }] of slots.entries()) {
        expect(prizeId).not.toBe(slots[(at + 1) % slots.length]?.prizeId);
      }
    }
  });

  it('costs at most 20,000 ₫ a play, and lets most players win', () => {
    const programme = compileProgramme(1, document);
    for (const { id } of document.campaigns) {
      const odds = oddsOf(programme, id);
      expect(costByOdds(odds, 1).mean).toBeLessThan(20_000);
      const lost = odds.filter(({ prizeId }) => programme.prizes.get(prizeId)?.kind === 'nothing');
      expect(lost.reduce((sum, { share }) => sum + share, 0)).toBeLessThan(0.5);
    }
  });

  it('says what every prize costs that costs anything', () => {
    for (const { kind, cost } of document.prizes) {
      const isFree = ['nothing', 'free_play', 'badge', 'freeze'].includes(kind);
      expect(cost > 0).toBe(!isFree);
    }
  });

  it('becomes the programme of a new site', () => {
    const site = { id: 'tea', name: 'Tea', origins: ['https://tea.example'], startsOn: null };
    const made = programmeDocument.parse(documentFor(document, site));
    expect(made).toEqual({
      ...document,
      site: { ...document.site, id: 'tea', name: 'Tea', origins: ['https://tea.example'] },
    });
  });
});

describe('a new site', () => {
  it('starts on the day that it is told, and lasts as long as the template', () => {
    const [, wheel] = templates.find(([name]) => name === 'lucky-wheel') ?? [];
    if (!wheel) throw new Error('no wheel');
    const site = { id: 'tea', name: 'Tea', origins: [], startsOn: '2026-11-24' };
    const made = programmeDocument.parse(documentFor(wheel, site));
    const [campaign] = made.campaigns;
    expect([campaign?.startsAt, campaign?.endsAt]).toEqual([
      '2026-11-24T00:00:00+07:00',
      '2027-05-23T23:59:59+07:00',
    ]);
    expect(made.site.origins).toEqual(wheel.site.origins);
  });
});

/** Whatever has a sentence in English or in Vietnamese. */
function textsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'vi' in value) return [value];
  return Object.values(value).flatMap(textsIn);
}
