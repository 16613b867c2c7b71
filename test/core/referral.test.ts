/** Referral: whose friend one may become, what is never paid or reviewed, and when it pays. */
import { describe, expect, it } from 'vitest';
import type { Order, ShopperFacts } from '../../server/core/facts.ts';
import {
  decideSettleReferral,
  type SettleReferralFacts,
} from '../../server/core/referral-payout.ts';
import {
  decideAttachReferral,
  decideOpenReferral,
  decideReviewReferral,
  type AttachFacts,
  type Referral,
  type ReferralChecks,
} from '../../server/core/referral.ts';
import { now, orderWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';

const day = 86_400_000;
const rules = {
  referrerPrizeId: 'fifty',
  friendPrizeId: 'five',
  minimumNet: 100,
  returnWindowDays: 14,
  perMonth: 2,
  ever: 5,
  reviewFromPerDay: 3,
};
const prizes = [
  { id: 'fifty', kind: 'points', label: 'Fifty', points: 50, cost: 500 },
  { id: 'five', kind: 'points', label: 'Five', points: 5, cost: 50 },
] as const;
const parts: ProgrammeParts = { prizes, referral: rules };
const clean: ReferralChecks = {
  firstOrderAt: null,
  alike: [],
  chain: [],
  paidByMonth: new Map(),
  attachedLately: 0,
};
const fiveEver = new Map([
  ['2025-11', 3],
  ['2026-03', 2],
]);
const twoNow = new Map([['2026-12', 2]]);
const base = { siteId, commandId: 'command-1' };

const attached: Referral = {
  id: 'r_1',
  friendId: 'anna',
  referrerId: 'bert',
  code: 'CODE',
  state: 'attached',
  review: 'none',
  doubts: [],
  reason: null,
  attachedAt: now - 20 * day,
  orderId: null,
  dueAt: null,
  closedAt: null,
  paidMonth: null,
  paidBy: null,
  orderedAt: null,
};
const pending: Referral = { ...attached, state: 'pending', orderId: 'order-1', dueAt: now };

type Attach = Partial<Omit<AttachFacts, 'checks'>> & { checks?: Partial<ReferralChecks> };

function attach({ checks, ...changes }: Attach = {}, given: ProgrammeParts = parts) {
  const facts: AttachFacts = {
    ...shopperFacts(given),
    referrerId: 'bert',
    referral: null,
    ...changes,
    checks: { ...clean, ...checks },
  };
  const command = { ...base, shopperId: 'anna', externalId: null, code: 'CODE' } as const;
  return decideAttachReferral(facts, { kind: 'attach_referral', ...command }, stampAt());
}

const account = (hours: number) =>
  shopperWith({ kind: 'identified', createdAt: now - hours * 3_600_000 });
const merged = shopperWith({ mergedInto: 'c_anna' });

describe('attaching a code that could be refused for two reasons says the first', () => {
  it.each<[string, Attach, string]>([
    ['merged beats not offered', { shopper: merged, referrerId: null }, 'shopper_merged'],
    ['not found beats attached', { referrerId: null, referral: attached }, 'referral_not_found'],
    ['own code beats attached', { referrerId: 'anna', referral: attached }, 'referral_own_code'],
    [
      'attached beats known',
      { referral: attached, checks: { firstOrderAt: 1 } },
      'referral_attached',
    ],
    [
      'known by an order beats the same contact',
      { checks: { firstOrderAt: now - 1, alike: ['email'] } },
      'referral_known_shopper',
    ],
    ['known by an account of 25 hours', { shopper: account(25) }, 'referral_known_shopper'],
    [
      'the same e-mail beats a ring',
      { checks: { alike: ['email'], chain: ['anna'] } },
      'referral_same_contact',
    ],
    ['the same telephone', { checks: { alike: ['phone'] } }, 'referral_same_contact'],
    [
      'a ring of two beats the limit',
      { checks: { chain: ['anna'], paidByMonth: fiveEver } },
      'referral_ring',
    ],
    ['a longer ring', { checks: { chain: ['carl', 'dora', 'anna'] } }, 'referral_ring'],
    ['the limit of the referrer', { checks: { paidByMonth: fiveEver } }, 'referral_limit_reached'],
  ])('%s', (_what, given, code) => {
    expect(attach(given)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('and there is none where the site offers none', () => {
    expect(attach({}, {})).toMatchObject({ refusal: { code: 'referral_not_offered' } });
  });
});

describe('attaching', () => {
  it.each<[string, Attach, boolean, string[]]>([
    ['a stranger is fine', {}, false, []],
    ['an account of today is fine', { shopper: account(23) }, false, []],
    ['an account of 24 hours is fine', { shopper: account(24) }, false, []],
    [
      'a device that was here long before is fine',
      { shopper: shopperWith({ createdAt: now - 90 * 86_400_000 }) },
      false,
      [],
    ],
    [
      'an order of the same instant is no earlier one',
      { checks: { firstOrderAt: now } },
      false,
      [],
    ],
    ['a chain without the friend is fine', { checks: { chain: ['carl', 'dora'] } }, false, []],
    ['a month that is full is fine: it waits', { checks: { paidByMonth: twoNow } }, false, []],
    ['the same device is looked at', { checks: { alike: ['device'] } }, true, ['same_device']],
    ['the same network is looked at', { checks: { alike: ['network'] } }, true, ['same_network']],
    ['the second of a day is fine', { checks: { attachedLately: 1 } }, false, []],
    ['the third of a day is looked at', { checks: { attachedLately: 2 } }, true, ['many_at_once']],
  ])('%s', (_what, given, inReview, doubts) => {
    const decision = attach(given);
    expect(decision).toMatchObject({ outcome: { state: 'attached', inReview } });
    expect(changesOf(decision)).toContainEqual(
      expect.objectContaining({ referral: expect.objectContaining({ doubts, attachedAt: now }) }),
    );
  });
});

interface Settle {
  readonly referral?: Referral | null;
  readonly order?: Partial<Order> | null;
  readonly checks?: Partial<ReferralChecks>;
  readonly friend?: Partial<ShopperFacts>;
  readonly rules?: ProgrammeParts;
}

function settle(given: Settle) {
  const order =
    given.order === null
      ? null
      : orderWith({ shopperId: 'anna', net: 100, at: now, ...given.order });
  const programme = given.rules ?? parts;
  const facts: SettleReferralFacts = {
    referral: given.referral === undefined ? pending : given.referral,
    friend: shopperFacts(programme, given.friend),
    referrer: shopperFacts(programme, { ...given.friend, shopper: shopperWith({ id: 'bert' }) }),
    checks: { ...clean, ...given.checks },
    order,
  };
  return decideSettleReferral(
    facts,
    { ...base, kind: 'settle_referral', referralId: 'r_1' },
    stampAt(),
  );
}

describe('a referral goes on', () => {
  const early = { ...pending, dueAt: now + 1 };
  const doubted = { ...pending, review: 'needed' } as const;
  it.each<[string, Settle, string]>([
    ['nowhere when there is none', { referral: null }, 'referral_not_found'],
    ['nowhere once it is paid', { referral: { ...pending, state: 'paid' } }, 'referral_not_due'],
    [
      'nowhere once it is rejected',
      { referral: { ...pending, state: 'rejected' } },
      'referral_not_due',
    ],
    ['nowhere where the site offers none any more', { rules: {} }, 'referral_not_due'],
    ['nowhere without an order', { referral: attached, order: null }, 'referral_not_due'],
    [
      'nowhere when an order came and went, which was looked at then',
      { referral: { ...attached, orderedAt: now }, order: null },
      'attached',
    ],
    ['to pending with an order', { referral: attached }, 'pending'],
    ['nowhere before the returns are over', { referral: early }, 'referral_not_due'],
    ['to paid when they are', {}, 'paid'],
    [
      'to paid at once without a return window',
      { referral: attached, rules: { prizes, referral: { ...rules, returnWindowDays: 0 } } },
      'paid',
    ],
    ['to the end when the order is somebody else’s', { order: { shopperId: 'eve' } }, 'cancelled'],
    ['to the end when the order was cancelled', { order: { state: 'cancelled' } }, 'cancelled'],
    ['to the end when too much was refunded', { order: { refunded: 1 } }, 'cancelled'],
    ['to paid when what is left suffices', { order: { net: 150, refunded: 50 } }, 'paid'],
    [
      'to the end when the friend had ordered before',
      { checks: { firstOrderAt: attached.attachedAt - 1 } },
      'cancelled',
    ],
    [
      'to the end when the contacts turn out the same',
      { checks: { alike: ['phone'] } },
      'cancelled',
    ],
    ['to the end when a ring has closed', { checks: { chain: ['anna'] } }, 'cancelled'],
    [
      'to the end when it is oneself, signed in',
      { referral: { ...pending, referrerId: 'anna' } },
      'cancelled',
    ],
    [
      'to the end when the referrer has had all',
      { checks: { paidByMonth: fiveEver } },
      'cancelled',
    ],
    ['nowhere while a person should look', { referral: doubted }, 'referral_in_review'],
    [
      'to the end in review, too',
      { referral: doubted, order: { state: 'cancelled' } },
      'cancelled',
    ],
    ['to paid, however many came since', { checks: { attachedLately: 99 } }, 'paid'],
    ['to the review when a doubt comes up', { checks: { alike: ['device'] } }, 'in review'],
    [
      'to paid when a person has approved',
      { referral: { ...pending, review: 'approved' }, checks: { alike: ['device'] } },
      'paid',
    ],
    ['to the next month when this one is full', { checks: { paidByMonth: twoNow } }, 'pending'],
    ['nowhere for somebody merged', { friend: { shopper: merged } }, 'referral_not_due'],
  ])('%s', (_what, given, answer) => {
    const decision = settle(given);
    const said =
      decision.kind === 'refused'
        ? decision.refusal.code
        : decision.kind === 'decided' && decision.outcome.inReview
          ? 'in review'
          : decision.kind === 'decided' && decision.outcome.state;
    expect(said).toBe(answer);
  });

  it('is due at the end of the day, 14 days after the order', () => {
    expect(changesOf(settle({ referral: attached }))).toContainEqual(
      expect.objectContaining({
        after: expect.objectContaining({
          orderId: 'order-1',
          dueAt: Date.parse('2026-12-16T00:00:00+07:00'),
        }),
      }),
    );
  });

  it('is due at its order where there is no return window', () => {
    const given = { prizes, referral: { ...rules, returnWindowDays: 0 } };
    expect(changesOf(settle({ referral: attached, rules: given }))).toContainEqual(
      expect.objectContaining({ after: expect.objectContaining({ state: 'paid', dueAt: now }) }),
    );
  });

  it('waits for the first of the next month when this one is full', () => {
    expect(changesOf(settle({ checks: { paidByMonth: twoNow } }))).toContainEqual(
      expect.objectContaining({
        after: expect.objectContaining({ dueAt: Date.parse('2027-01-01T00:00:00+07:00') }),
      }),
    );
  });

  it('pays both, each id once', () => {
    const changes = changesOf(settle({}));
    const transfers = changes.flatMap((each) => (each.kind === 'transfer' ? [each.transfer] : []));
    expect(transfers).toMatchObject([
      { shopperId: 'anna', to: 'shopper', amount: 5 },
      { shopperId: 'bert', to: 'shopper', amount: 50 },
    ]);
    const awards = changes.flatMap((each) => (each.kind === 'award' ? [each.award] : []));
    expect(awards).toMatchObject([
      { shopperId: 'anna', cause: { kind: 'referral', id: 'command-1' } },
      { shopperId: 'bert', cause: { kind: 'referral', id: 'command-1' } },
    ]);
    const events = changes.flatMap((each) => (each.kind === 'event' ? [each.event.id] : []));
    const ids = [...transfers, ...awards].map(({ id }) => id).concat(events);
    expect(new Set(ids).size).toBe(6);
  });

  it('gives the last unit once, and asks for a code for each', () => {
    const tenth = { kind: 'percent', percent: 10 } as const;
    const own = {
      kind: 'voucher',
      label: 'Own',
      poolId: 'imported',
      benefit: tenth,
      stock: 9,
    } as const;
    const both = { ...rules, referrerPrizeId: 'own', friendPrizeId: 'own' };
    const given = { prizes: [{ ...own, id: 'own' }], referral: both };
    const supply = (left: number, codes: (string | null)[]) => ({
      stockLeft: new Map([['own', left]]),
      claimed: new Map([['imported', codes]]),
    });
    const vouchers = (left: number, codes: (string | null)[]) => {
      const decision = settle({ rules: given, friend: supply(left, codes) });
      if (decision.kind === 'needs_code') return decision.kind;
      return changesOf(decision).flatMap((each) =>
        each.kind === 'voucher_issued' ? [`${each.voucher.shopperId} ${each.voucher.code}`] : [],
      );
    };
    expect(vouchers(2, [])).toBe('needs_code');
    expect(vouchers(2, ['A'])).toBe('needs_code');
    expect(vouchers(2, ['A', 'B'])).toEqual(['anna A', 'bert B']);
    expect(vouchers(2, ['A', null])).toEqual(['anna A']);
    expect(vouchers(1, ['A'])).toEqual(['anna A']);
    expect(vouchers(0, [])).toEqual([]);
  });
});

it.each<[string, Partial<Referral> | null, 'approve' | 'reject', string]>([
  ['approved', { review: 'needed' }, 'approve', 'attached'],
  ['rejected', { review: 'needed' }, 'reject', 'rejected'],
  ['without a doubt', {}, 'approve', 'referral_not_in_review'],
  ['twice', { review: 'approved' }, 'reject', 'referral_not_in_review'],
  ['after it ended', { review: 'needed', state: 'cancelled' }, 'approve', 'referral_not_in_review'],
  ['of nothing', null, 'approve', 'referral_not_found'],
])('a review %s', (_what, given, verdict, answer) => {
  const referral = given && { ...attached, ...given };
  const facts = { ...shopperFacts(parts), referral };
  const command = { ...base, kind: 'review_referral', referralId: 'r_1', verdict } as const;
  const decision = decideReviewReferral(facts, command, stampAt());
  expect(
    decision.kind === 'refused'
      ? decision.refusal.code
      : decision.kind === 'decided' && decision.outcome.state,
  ).toBe(answer);
});

it.each<[string, string | null, string]>([
  ['the first page of the shop', null, 'https://shop.example/?ref=CODE'],
  ['a page', 'https://shop.example/hi', 'https://shop.example/hi?ref=CODE'],
  [
    'a page with a question',
    'https://shop.example/?a=1#top',
    'https://shop.example/?a=1&ref=CODE#top',
  ],
])('the link leads to %s', (_what, landingUrl, link) => {
  const given = shopperFacts({ prizes, referral: { ...rules, landingUrl } });
  const command = { ...base, kind: 'open_referral', shopperId: 'anna', externalId: null } as const;
  const decision = decideOpenReferral({ ...given, code: 'CODE' }, command, stampAt());
  expect(decision).toMatchObject({ outcome: { code: 'CODE', link } });
  expect(changesOf(decision).some(({ kind }) => kind === 'referral_code')).toBe(false);
});

function changesOf(
  decision: ReturnType<typeof decideSettleReferral> | ReturnType<typeof decideOpenReferral>,
) {
  return decision.kind === 'decided' ? decision.changes : [];
}
