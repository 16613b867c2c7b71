/** Whom a campaign is for: every condition as data. */
import { describe, expect, it } from 'vitest';
import { progressAsked, refusalByAudience, type Visitor } from '../../server/core/audience.ts';
import { decidePlay } from '../../server/core/play.ts';
import { compileProgramme } from '../../server/core/programme.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { audience } from '../../shared/schema/audience.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import type { z } from 'zod';
import { now, playFacts, progressWith, shopperWith, silent, stampAt } from '../helper/facts.ts';
import { programmeInput, programmeOf, siteId } from '../helper/programme.ts';

type AudienceInput = z.input<typeof audience>;

const week = 7 * 86_400_000;
const newOnes: AudienceInput = { shoppers: 'new', newForDays: 7 };
const oldOnes: AudienceInput = { shoppers: 'returning', newForDays: 7 };
const coffee: AudienceInput = {
  attributes: { drink: ['coffee', 'tea'], kids: [2], vegan: [true] },
};

function known(attributes: Record<string, string | number | boolean>): Partial<Visitor> {
  const states = Object.entries(attributes).map(
    ([name, value]) => [name, { value, at: now }] as const,
  );
  return { attributes: new Map(states) };
}

describe('an audience', () => {
  it.each<[string, AudienceInput | null, Partial<Visitor>, Refusal['code'] | null]>([
    ['none: everybody', null, {}, null],
    ['without a condition: everybody', {}, {}, null],
    ['new: seen first now', newOnes, { firstSeenAt: now }, null],
    ['new: to the last of its days', newOnes, { firstSeenAt: now - week }, null],
    ['new: no longer', newOnes, { firstSeenAt: now - week - 1 }, 'not_in_audience'],
    ['returning: not in the first days', oldOnes, { firstSeenAt: now - week }, 'not_in_audience'],
    ['returning: after them', oldOnes, { firstSeenAt: now - week - 1 }, null],
    ['signed in: a stranger', { identifiedOnly: true }, {}, 'identification_needed'],
    ['signed in: a customer', { identifiedOnly: true }, { isIdentified: true }, null],
    ['device: of those named', { devices: ['phone', 'tablet'] }, { device: 'tablet' }, null],
    ['device: another', { devices: ['phone', 'tablet'] }, { device: 'desktop' }, 'not_in_audience'],
    ['device: not told', { devices: ['phone'] }, {}, 'not_in_audience'],
    ['language: told', { languages: ['vi'] }, { language: 'vi' }, null],
    ['language: of a region, in any case', { languages: ['vi'] }, { language: 'VI-vn' }, null],
    [
      'language: only of that region',
      { languages: ['en-GB'] },
      { language: 'en' },
      'not_in_audience',
    ],
    [
      'language: one that begins alike',
      { languages: ['fi'] },
      { language: 'fil' },
      'not_in_audience',
    ],
    ['language: not told', { languages: ['vi'] }, {}, 'not_in_audience'],
    ['attributes: all as asked', coffee, known({ drink: 'tea', kids: 2, vegan: true }), null],
    ['attributes: one missing', coffee, known({ drink: 'tea', kids: 2 }), 'not_in_audience'],
    [
      'attributes: another value',
      coffee,
      known({ drink: 'milk', kids: 2, vegan: true }),
      'not_in_audience',
    ],
    [
      'attributes: a text is no number',
      coffee,
      known({ drink: 'tea', kids: '2', vegan: true }),
      'not_in_audience',
    ],
    [
      'two conditions: one fails',
      { ...newOnes, identifiedOnly: true },
      { firstSeenAt: now },
      'identification_needed',
    ],
    [
      'what cannot be changed beats what can',
      { ...newOnes, identifiedOnly: true, tiers: ['gold'] },
      { firstSeenAt: now - week - 1 },
      'not_in_audience',
    ],
    [
      'signed in beats tier and attributes, which are known then',
      { ...coffee, identifiedOnly: true, tiers: ['gold'] },
      {},
      'identification_needed',
    ],
    ['tier: none held', { tiers: ['gold'] }, {}, 'tier_needed'],
  ])('%s', (_name, input, changes, code) => {
    const asked = input && audience.parse(input);
    expect(refusalByAudience(asked, { ...silent, ...changes }, now)?.code ?? null).toBe(code);
  });

  it('asks for attributes only where it names some', () => {
    expect(progressAsked(null)).toEqual([]);
    expect(progressAsked(audience.parse({ shoppers: 'new', devices: ['phone'] }))).toEqual([]);
    expect(progressAsked(audience.parse(coffee))).toEqual(['attribute']);
    const { games } = compileProgramme(1, programmeOf({ campaign: { audience: coffee } }));
    expect(games.get('wheel')?.progressAt(now)).toEqual(['attribute']);
  });

  it('is asked with what the shopper is, and what the play tells', () => {
    const devices: AudienceInput['devices'] = ['phone'];
    const asked = { identifiedOnly: true, devices, languages: ['vi'], attributes: { vip: [true] } };
    const facts = playFacts(
      { campaign: { audience: asked } },
      {
        shopper: shopperWith({ kind: 'identified' }),
        progress: progressWith({ attribute: new Map([['vip', { value: true, at: now }]]) }),
      },
    );
    const ids = { siteId, commandId: 'command-0123456789', shopperId: 'anna', gameId: 'wheel' };
    const draw = { commitment: '0'.repeat(64), clientSeed: 'ab'.repeat(16) };
    const command = { kind: 'play', ...ids, ...draw, device: 'phone', language: 'vi-VN' } as const;
    expect(decidePlay(facts, command, stampAt())).toMatchObject({
      refusal: { code: 'draw_moved' },
    });
    const others = [
      decidePlay(facts, { ...command, device: 'desktop' }, stampAt()),
      decidePlay(facts, { ...command, language: undefined }, stampAt()),
      decidePlay({ ...facts, shopper: shopperWith() }, command, stampAt()),
      decidePlay({ ...facts, progress: progressWith() }, command, stampAt()),
    ];
    const codes = [
      'not_in_audience',
      'not_in_audience',
      'identification_needed',
      'not_in_audience',
    ];
    expect(others).toEqual(codes.map((code) => ({ kind: 'refused', refusal: { code } })));
  });

  it.each<[string, object, string]>([
    ['a device that is none', { devices: ['watch'] }, 'devices'],
    ['no value for an attribute', { attributes: { vip: [] } }, 'attributes'],
    ['a language that is none', { languages: ['Vietnamese!'] }, 'languages'],
    ['no days of being new', { newForDays: 0 }, 'newForDays'],
  ])('refuses %s', (_name, wrong, field) => {
    const input = programmeInput();
    const campaigns = input.campaigns?.map((each) => ({ ...each, audience: wrong }));
    const checked = programmeDocument.safeParse({ ...input, campaigns });
    expect(checked.error?.issues[0]?.path.slice(0, 4)).toEqual(['campaigns', 0, 'audience', field]);
  });
});
