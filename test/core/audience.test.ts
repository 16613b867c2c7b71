/** Whom a campaign is for: every condition as data. */
import { describe, expect, it } from 'vitest';
import { isInAudience, progressAsked, type Visitor } from '../../server/core/audience.ts';
import { decidePlay } from '../../server/core/play.ts';
import { compileProgramme } from '../../server/core/programme.ts';
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
  it.each<[string, AudienceInput | null, Partial<Visitor>, boolean]>([
    ['none: everybody', null, {}, true],
    ['without a condition: everybody', {}, {}, true],
    ['new: seen first now', newOnes, { firstSeenAt: now }, true],
    ['new: to the last of its days', newOnes, { firstSeenAt: now - week }, true],
    ['new: no longer', newOnes, { firstSeenAt: now - week - 1 }, false],
    ['returning: not in the first days', oldOnes, { firstSeenAt: now - week }, false],
    ['returning: after them', oldOnes, { firstSeenAt: now - week - 1 }, true],
    ['signed in: a stranger', { identifiedOnly: true }, {}, false],
    ['signed in: a customer', { identifiedOnly: true }, { isIdentified: true }, true],
    ['device: of those named', { devices: ['phone', 'tablet'] }, { device: 'tablet' }, true],
    ['device: another', { devices: ['phone', 'tablet'] }, { device: 'desktop' }, false],
    ['device: not told', { devices: ['phone'] }, {}, false],
    ['language: told', { languages: ['vi'] }, { language: 'vi' }, true],
    ['language: of a region, in any case', { languages: ['vi'] }, { language: 'VI-vn' }, true],
    ['language: only of that region', { languages: ['en-GB'] }, { language: 'en' }, false],
    ['language: one that begins alike', { languages: ['fi'] }, { language: 'fil' }, false],
    ['language: not told', { languages: ['vi'] }, {}, false],
    ['attributes: all as asked', coffee, known({ drink: 'tea', kids: 2, vegan: true }), true],
    ['attributes: one missing', coffee, known({ drink: 'tea', kids: 2 }), false],
    ['attributes: another value', coffee, known({ drink: 'milk', kids: 2, vegan: true }), false],
    [
      'attributes: a text is no number',
      coffee,
      known({ drink: 'tea', kids: '2', vegan: true }),
      false,
    ],
    [
      'two conditions: one fails',
      { ...newOnes, identifiedOnly: true },
      { firstSeenAt: now },
      false,
    ],
  ])('%s', (_name, input, changes, isIn) => {
    const asked = input && audience.parse(input);
    expect(isInAudience(asked, { ...silent, ...changes }, now)).toBe(isIn);
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
    expect(others).toEqual(
      others.map(() => ({ kind: 'refused', refusal: { code: 'not_in_audience' } })),
    );
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
