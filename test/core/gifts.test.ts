/** Gifts on an occasion: who is due what, on which day, and never twice. */
import { describe, expect, it } from 'vitest';
import { mergeGiftState, type GiftState } from '../../server/core/gift-state.ts';
import { birthdaysWithin, decideGiveGifts, type GiftFacts } from '../../server/core/gifts.ts';
import { now, progressWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const gift = { kind: 'points', label: 'Gift', points: 5 } as const;
const prizes = [
  { ...gift, id: 'hello', stock: 9 },
  { ...gift, id: 'cake' },
  { ...gift, id: 'third' },
];
const gifts = {
  welcome: { prizeId: 'hello' },
  birthday: { prizeId: 'cake' },
  milestones: [{ id: 'three', orders: 3, prizeId: 'third' }],
};
const day = 86_400_000;
const customer = (ageDays: number) =>
  shopperWith({ kind: 'identified', createdAt: now - ageDays * day });
const had = (occasion: string, on: string): [string, GiftState] => [occasion, { given: 1, on }];

interface Given {
  readonly ageDays?: number;
  readonly birthday?: string | null;
  readonly orders?: number;
  readonly had?: readonly [string, GiftState][];
  readonly facts?: Partial<GiftFacts>;
  readonly at?: string;
}

function give({ ageDays = 90, birthday = null, orders = 0, ...more }: Given) {
  const shopper = customer(ageDays);
  const progress = progressWith({ gift: new Map(more.had) });
  const stockLeft = new Map([['hello', 1]]);
  const facts = shopperFacts({ prizes, gifts }, { shopper, progress, stockLeft, ...more.facts });
  const at = more.at === undefined ? now : Date.parse(`${more.at}T10:00:00+07:00`);
  const command = {
    kind: 'give_gifts',
    siteId,
    commandId: 'command-1',
    shopperId: 'anna',
  } as const;
  return decideGiveGifts({ ...facts, birthday, orders }, command, stampAt(at));
}

// Today is 1 December 2026.
describe('a customer is given', () => {
  it.each<[string, Given, string[] | string]>([
    ['nothing on a day like others', {}, 'gift_not_due'],
    ['a welcome when they are new', { ageDays: 30 }, ['welcome']],
    ['no welcome when they are not', { ageDays: 31 }, 'gift_not_due'],
    ['one welcome', { ageDays: 1, had: [had('welcome', '2026-11-30')] }, 'gift_not_due'],
    ['a birthday gift on the day', { birthday: '12-01' }, ['birthday']],
    ['not on the day before', { birthday: '12-02' }, 'gift_not_due'],
    ['also 7 days late', { birthday: '11-24' }, ['birthday']],
    ['not 8 days late', { birthday: '11-23' }, 'gift_not_due'],
    ['once a year', { birthday: '12-01', had: [had('birthday', '2026-12-01')] }, 'gift_not_due'],
    [
      'and again a year later',
      { birthday: '12-01', had: [had('birthday', '2025-12-01')] },
      ['birthday'],
    ],
    [
      'also when the last was a week late',
      { birthday: '12-01', had: [had('birthday', '2025-12-08')] },
      ['birthday'],
    ],
    [
      'also 350 days after the last',
      { birthday: '12-01', had: [had('birthday', '2025-12-16')] },
      ['birthday'],
    ],
    [
      'not 349 days after it',
      { birthday: '12-01', had: [had('birthday', '2025-12-17')] },
      'gift_not_due',
    ],
    [
      'no second one for another birthday',
      { birthday: '12-01', had: [had('birthday', '2026-03-01')] },
      'gift_not_due',
    ],
    [
      'nor across the turn of the year',
      { birthday: '01-05', at: '2027-01-05', had: [had('birthday', '2026-12-01')] },
      'gift_not_due',
    ],
    ['a milestone with the order that makes it', { orders: 3 }, ['order-three']],
    ['nothing before it', { orders: 2 }, 'gift_not_due'],
    ['a milestone once', { orders: 3, had: [had('order-three', '2026-11-01')] }, 'gift_not_due'],
    [
      'all that comes together',
      { ageDays: 1, birthday: '12-01', orders: 3 },
      ['welcome', 'birthday', 'order-three'],
    ],
    ['what is left', { ageDays: 1, orders: 3, facts: { stockLeft: new Map() } }, ['order-three']],
    ['nothing when all has run out', { ageDays: 1, facts: { stockLeft: new Map() } }, 'sold_out'],
    [
      'nothing before they sign in',
      { birthday: '12-01', facts: { shopper: shopperWith() } },
      'gift_not_due',
    ],
    [
      'nothing once they are merged',
      { birthday: '12-01', facts: { shopper: shopperWith({ mergedInto: 'c' }) } },
      'shopper_merged',
    ],
  ])('%s', (_what, given, answer) => {
    const decision = give(given);
    expect(
      decision.kind === 'refused'
        ? decision.refusal.code
        : decision.kind === 'decided' && decision.outcome.given.map(({ occasion }) => occasion),
    ).toEqual(answer);
  });
});

describe('29 February is celebrated', () => {
  it.each<[string, 'february_28' | 'march_1', string, boolean]>([
    ['on its day in a leap year', 'february_28', '2028-02-29', true],
    ['not the day before in a leap year', 'february_28', '2028-02-28', false],
    ['on the 28th in a common year', 'february_28', '2027-02-28', true],
    ['not before the 28th', 'february_28', '2027-02-27', false],
    ['on 1 March, where the site says so', 'march_1', '2027-03-01', true],
    ['not on the 28th then', 'march_1', '2027-02-28', false],
    ['on its day in a leap year all the same', 'march_1', '2028-02-29', true],
    ['on no day of 2100 but the 28th', 'february_28', '2100-02-28', true],
  ])('%s', (_what, leapDay, today, isDay) => {
    expect(birthdaysWithin(today, leapDay).includes('02-29')).toBe(isDay);
  });
});

it('comes back for nobody by signing in', () => {
  const [first, second] = [had('x', '2026-01-01')[1], had('x', '2026-05-01')[1]];
  expect(mergeGiftState(first, undefined)).toEqual(first);
  expect(mergeGiftState(second, first)).toEqual({ given: 2, on: '2026-05-01' });
});
