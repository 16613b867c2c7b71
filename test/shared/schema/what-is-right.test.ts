/** What a person is told who wrote a programme by hand: the path, and what would be right. */
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../shared/schema/programme.ts';
import { programmeOf } from '../../helper/programme.ts';

const game = 'campaigns.0.games.0';

/** Where, what stands there instead, and what is said of it. Undefined leaves it out. */
const mistakes: [path: string, value: unknown, message: string][] = [
  ['format', 2, 'must be 1, not 2'],
  ['site', undefined, 'is missing: an object {…}'],
  ['site.name', undefined, 'is missing: a text'],
  ['site.name', 7, 'must be a text, not 7'],
  ['site.name', '', 'must have at least 1 character, not 0'],
  ['site.name', 'x'.repeat(201), 'must have at most 200 characters, not 201'],
  [
    'site.id',
    'My Shop',
    'lower-case letters, digits and hyphens, at most 63, starting with a letter or digit',
  ],
  ['site.currency', 'dong', 'an ISO 4217 code such as VND'],
  ['site.timeZone', 'Saigon', 'an IANA time zone such as Asia/Ho_Chi_Minh'],
  ['site.origins', 'https://shop.example', 'must be a list […], not "https://shop.example"'],
  [
    'site.origins.0',
    'shop.example',
    'an origin such as https://shop.example: small letters, nothing behind it',
  ],
  [
    'site.theme.name',
    'dark',
    'must be "auto", "dusk", "matinee", "tet", "market", "paper" or "shop", not "dark"',
  ],
  ['site.theme.accent', 'red', 'a colour such as #C42B3A'],
  ['site.timezone', 'UTC', 'there is no "timezone"; "timeZone" is one'],
  [
    'site.owner',
    'me',
    'there is no "owner"; there are id, name, currency, timeZone, locale, origins, theme',
  ],
  ['points.expiryDays', 0, 'must be at least 1, not 0'],
  ['points.expiryDays', 30.5, 'must be a whole number, not 30.5'],
  ['points.expiryDays', '30', 'must be a number, not "30"'],
  [
    'points.refundPolicy',
    'no',
    'must be "allow_negative", "stop_at_zero" or "take_from_next_earning", not "no"',
  ],
  ['prizes.0.kind', undefined, 'is missing: "nothing", "points"'],
  ['prizes.0.kind', 'coupon', 'must be "nothing", "points"'],
  ['prizes.1.points', undefined, 'is missing: a number'],
  ['prizes.1.cost', -1, 'must be at least 0, not -1'],
  ['prizes.1.cost', 0.5, "a whole number of the currency's smallest unit, such as 550 for €5.50"],
  ['prizes.1.label', 5, 'a text, or one a locale, such as {"en": "Tea", "vi": "Trà"}'],
  ['prizes.1.label', undefined, 'a text, or one a locale, such as {"en": "Tea", "vi": "Trà"}'],
  ['prizes.3.label.en', '', 'must have at least 1 character, not 0'],
  ['prizes.1.label', {}, 'at least one locale'],
  ['prizes.3.poolId', 'gone', 'no pool has the id "gone"'],
  ['prizes.3.benefit.percent', 120, 'must be at most 100, not 120'],
  ['prizes.3.benefit', undefined, 'is missing: an object {…}'],
  [
    'campaigns.0.startsAt',
    '2026-12-01',
    'a date and time with offset, such as 2026-12-01T00:00:00+07:00',
  ],
  ['campaigns.0.endsAt', '2020-01-01T00:00:00Z', 'must be later than startsAt'],
  ['campaigns.0.games', [], 'must have at least 1 entry, not 0'],
  [`${game}.slots`, [{ prizeId: 'nothing', weight: 1 }], 'must have at least 2 entries, not 1'],
  [`${game}.slots.0.weight`, 0.5, 'a whole number'],
  [`${game}.slots.0.weight`, undefined, 'a whole number'],
  [`${game}.slots.0.prizeId`, 'gold', 'no prize has the id "gold"'],
  [`${game}.fallbackPrizeId`, 'again', 'must be one of the prizes in slots'],
  [`${game}.limits.perday`, 3, 'there is no "perday"; "perDay" is one'],
];

const board = { id: 'b', name: 'B', period: 'day', measure: { activity: 'play' } };

describe('a mistake in a programme', () => {
  it.each(mistakes)('at %s (%j) is told', (path, value, message) => {
    const document: unknown = JSON.parse(JSON.stringify(programmeOf()));
    const { parent, key } = placeOf(document, path);
    if (value === undefined) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, value);
    const checked = checkProgramme(document);
    const [first] = checked.ok ? [] : checked.issues;
    // A setting that is not there is told where it stands.
    const at = message.startsWith('there is no') ? path.replace(/\.\w+$/, '') : path;
    expect(first?.path.replaceAll('[', '.').replaceAll(']', '')).toBe(at);
    expect(first?.message).toContain(message);
  });

  it.each<[part: string, value: unknown, path: string, message: string]>([
    ['site.words', { it: {} }, 'site.words', 'there is no "it"; there are en, vi, '],
    [
      'checkIns',
      [{ id: 'days', name: 'Days', length: 10 }],
      'checkIns[0].length',
      'must be 7, 14, 30 or "month", not 10',
    ],
    [
      'leaderboards',
      [{ ...board, prizes: [{ ranks: 1, prizeIds: ['nothing'] }] }],
      'leaderboards[0].prizes[0].ranks',
      'must be a list […], not 1',
    ],
    [
      'points.multipliers',
      [{ id: 'saturdays', percent: 200, weekdays: ['sat'] }],
      'points.multipliers[0].weekdays[0]',
      '1 for Monday, to 7 for Sunday',
    ],
    [
      'referral',
      { referrerPrizeId: 'nothing', friendPrizeId: 'nothing', landingUrl: 'shop.example' },
      'referral.landingUrl',
      'an address such as https://shop.example/friends',
    ],
  ])('within %s is told at its place', (part, value, path, message) => {
    const document: unknown = JSON.parse(JSON.stringify(programmeOf()));
    const { parent, key } = placeOf(document, part);
    Reflect.set(parent, key, value);
    const checked = checkProgramme(document);
    const [first] = checked.ok ? [] : checked.issues;
    expect(first).toEqual({ path, message: expect.stringContaining(message) });
  });

  it('lists the settings that there are once, however many are not', () => {
    const points = { ...programmeOf().points, expirydays: 3, colour: 'red', owner: 'me' };
    const checked = checkProgramme({ ...programmeOf(), points });
    const [issue] = checked.ok ? [] : checked.issues;
    expect(issue?.message.split('; ')).toEqual([
      'there is no "expirydays"',
      '"expiryDays" is one',
      'there is no "colour"',
      'there is no "owner"',
      expect.stringMatching(/^there are .*expiryDays/),
    ]);
  });

  it.each([
    [null, 'must be an object {…}, not null'],
    [[], 'must be an object {…}, not a list'],
    ['{}', 'must be an object {…}, not "{}"'],
  ])('%j is no document', (input, message) => {
    expect(checkProgramme(input)).toEqual({ ok: false, issues: [{ path: '', message }] });
  });

  it('is never told in the words of a machine', () => {
    for (const [path, value] of mistakes) {
      const document: unknown = JSON.parse(JSON.stringify(programmeOf()));
      const { parent, key } = placeOf(document, path);
      Reflect.set(parent, key, value);
      const checked = checkProgramme(document);
      for (const { message } of checked.ok ? [] : checked.issues) {
        expect(message).not.toMatch(/invalid|expected|undefined|too (small|big)|>=|<=|zod/i);
      }
    }
  });
});

function placeOf(document: unknown, path: string): { parent: object; key: string } {
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  let place: unknown = document;
  for (const each of keys) {
    place = typeof place === 'object' && place !== null ? Reflect.get(place, each) : undefined;
  }
  if (typeof place !== 'object' || place === null) throw new Error(`nothing at ${path}`);
  return { parent: place, key };
}
