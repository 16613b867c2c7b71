/** What is bounded is taken up to its bound, and refused one beyond. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { acceptLinkInput, overviewInput } from '../../shared/schema/admin-api.ts';
import { setAttributesInput } from '../../shared/schema/attribute.ts';
import { leaveContactInput } from '../../shared/schema/contact-api.ts';
import { alias } from '../../shared/schema/leaderboard.ts';
import { giveAddressInput } from '../../shared/schema/parcel.ts';
import { pauseInput } from '../../shared/schema/pause.ts';
import { holdPointsInput } from '../../shared/schema/points-api.ts';
import { checkProgramme } from '../../shared/schema/programme.ts';
import { gamesInput, trackInput } from '../../shared/schema/shopper-api.ts';
import {
  adjustPointsInput,
  holdVoucherInput,
  reportOrderInput,
} from '../../shared/schema/storefront-api.ts';
import { answerSurveyInput } from '../../shared/schema/survey-api.ts';

const siteId = 'shop';
const commandId = 'c'.repeat(16);
const cart = { commandId, currency: 'VND', net: 1 };
const item = { productId: 'tea', quantity: 1, amount: 1 };
const address = { name: 'Anna', city: 'Huế', country: 'VN' };
const link = { link: 'l'.repeat(32), email: 'ada@shop.example' };

const many = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at));
const text = (length: number): string => 'x'.repeat(length);
const dayAfter = (days: number): string =>
  new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

interface Bounded {
  safeParse(input: unknown): { readonly success: boolean };
}

describe.each<[name: string, max: number, schema: Bounded, make: (size: number) => unknown]>([
  [
    'items of an order',
    limits.orderItemsMax,
    reportOrderInput,
    (size) => ({ ...cart, orderId: 'o-1', items: many(size, () => item) }),
  ],
  [
    'seconds of a hold',
    limits.holdTtlSecondsMax,
    holdVoucherInput,
    (ttlSeconds) => ({ ...cart, code: 'TEA', ttlSeconds }),
  ],
  [
    'seconds of a hold of points',
    limits.holdTtlSecondsMax,
    holdPointsInput,
    (ttlSeconds) => ({ ...cart, shopperId: 'anna', amount: 1, ttlSeconds }),
  ],
  [
    'points at once',
    limits.pointsMax,
    adjustPointsInput,
    (change) => ({ commandId, shopperId: 'anna', change, reason: 'sorry' }),
  ],
  [
    'letters of a reason',
    limits.textCharactersMax,
    adjustPointsInput,
    (size) => ({ commandId, shopperId: 'anna', change: 1, reason: text(size) }),
  ],
  [
    'attributes in one call',
    limits.attributesPerCallMax,
    setAttributesInput,
    (size) => ({
      commandId,
      shopperId: 'anna',
      attributes: Object.fromEntries(many(size, (at) => [`a${at}`, at])),
    }),
  ],
  [
    'glances in one call',
    limits.eventsPerCallMax,
    trackInput,
    (size) => ({
      siteId,
      events: many(size, (at) => ({ id: text(16) + at, kind: 'shown', gameId: 'wheel' })),
    }),
  ],
  [
    'games in one call',
    limits.gamesShownMax,
    gamesInput,
    (size) => ({ siteId, gameIds: many(size, (at) => `wheel-${at}`) }),
  ],
  ['days of a pause', limits.pauseDaysMax, pauseInput, (days) => ({ commandId, days })],
  [
    'letters of an answer',
    limits.surveyTextCharactersMax,
    answerSurveyInput,
    (size) => ({ commandId, surveyId: 'stars', text: text(size) }),
  ],
  ['letters of a name on boards', limits.aliasCharactersMax, alias, text],
  [
    'lines of an address',
    limits.addressLinesMax,
    giveAddressInput,
    (size) => ({
      commandId,
      parcelId: 'g_12345678',
      address: { ...address, lines: many(size, () => '1 Lê Lợi') },
    }),
  ],
  [
    'letters of a contact',
    limits.contactCharactersMax,
    leaveContactInput,
    (size) => ({ commandId, email: text(size) }),
  ],
  [
    'letters of a password',
    limits.adminPasswordCharactersMax,
    acceptLinkInput,
    (size) => ({ ...link, password: text(size) }),
  ],
  [
    'days of figures',
    limits.overviewDaysMax,
    overviewInput,
    (days) => ({ siteId, from: dayAfter(0), to: dayAfter(days - 1) }),
  ],
])('%s', (_name, max, schema, make) => {
  it(`are ${max} at the most`, () => {
    expect([max, max + 1].map((size) => schema.safeParse(make(size)).success)).toEqual([
      true,
      false,
    ]);
  });
});

it.each([
  ['a name on boards', limits.aliasCharactersMin, alias, text],
  [
    'a password',
    limits.adminPasswordCharactersMin,
    acceptLinkInput,
    (size: number) => ({ ...link, password: text(size) }),
  ],
] as const)('%s has %d letters at the least', (_name, min, schema, make) => {
  expect([min - 1, min].map((size) => schema.safeParse(make(size)).success)).toEqual([false, true]);
});

const demo = JSON.parse(
  readFileSync(new URL('../../demo/programme.json', import.meta.url), 'utf8'),
);

it.each([
  ['pools', limits.poolsMax],
  ['prizes', limits.prizesMax],
  ['campaigns', limits.campaignsMax],
  ['rewardShop', limits.rewardsMax],
  ['missions', limits.missionsMax],
  ['surveys', limits.surveysMax],
  ['badges', limits.badgesMax],
  ['leaderboards', limits.leaderboardsMax],
  ['checkIns', limits.checkInsMax],
  ['quizzes', limits.quizzesMax],
  ['triggers', limits.triggersMax],
] as const)('a programme has so many %s at the most: %d', (list, max) => {
  const known: { id: string; games?: { id: string }[] }[] = demo[list];
  const first = known.at(-1);
  if (!first) throw new Error(`the demo has no ${list}`);
  const copy = (at: number) => ({
    ...first,
    id: `copy-${at}`,
    ...(first.games
      ? { games: first.games.map((game) => ({ ...game, id: `${game.id}-${at}` })) }
      : {}),
  });
  const issuesOf = (size: number): readonly string[] => {
    const checked = checkProgramme({
      ...demo,
      [list]: [...known, ...many(size - known.length, copy)],
    });
    return checked.ok ? [] : checked.issues.map(({ path }) => path);
  };
  expect(issuesOf(max)).toEqual([]);
  expect(issuesOf(max + 1)).toEqual([list]);
});
