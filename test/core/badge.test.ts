/** Badges: when a level is reached, what comes with it, and what a revocation leaves. */
import { describe, expect, it } from 'vitest';
import { countActivity } from '../../server/core/activity.ts';
import {
  badgesIn,
  badgeViews,
  mergeBadgeBooks,
  type BadgeBook,
  type BadgeState,
} from '../../server/core/badge.ts';
import { settledBooks } from '../../server/core/books.ts';
import type { Change } from '../../server/core/decision.ts';
import { Effects } from '../../server/core/effects.ts';
import type { ShopperFacts } from '../../server/core/facts.ts';
import { decidePlay } from '../../server/core/play.ts';
import { decideRevokeBadge } from '../../server/core/revoke-badge.ts';
import { nextDraw } from '../../server/core/turn.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import {
  playFacts,
  progressWith,
  shopperFacts,
  shopperWith,
  stampAt,
  withKept,
} from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';
import { customer } from '../helper/shopping.ts';

type BadgeInput = NonNullable<ProgrammeInput['badges']>[number];

const player: BadgeInput = {
  id: 'player',
  name: 'Player',
  measure: { activity: 'play' },
  levels: [
    { at: 2, name: 'Bronze', prizeIds: ['ten-points'] },
    { at: 4, name: 'Silver' },
  ],
};
const secret: BadgeInput = { ...player, id: 'secret', name: 'Secret', hidden: true };
const reviewer: BadgeInput = {
  id: 'reviewer',
  name: 'Reviewer',
  measure: { activity: 'event', name: 'review', count: 'products' },
  levels: [{ at: 2 }],
};
const none: BadgeState = { tally: 0, spent: 0, level: 0, prized: 0, since: 0 };

describe('a badge', () => {
  it.each<[string, Partial<BadgeState>, Partial<BadgeState>, readonly string[]]>([
    ['counts', { tally: 0 }, { tally: 1 }, []],
    [
      'reaches a level',
      { tally: 1 },
      { tally: 2, level: 1, prized: 1 },
      ['badge.earned', 'prize.granted'],
    ],
    ['keeps a level', { tally: 2, level: 1, prized: 1 }, { tally: 3, level: 1, prized: 1 }, []],
    [
      'reaches the next',
      { tally: 3, level: 1, prized: 1 },
      { tally: 4, level: 2, prized: 2 },
      ['badge.earned'],
    ],
    [
      'counts no further at the top',
      { tally: 4, level: 2, prized: 2 },
      { tally: 4, level: 2, prized: 2 },
      [],
    ],
    [
      'revoked is not earned by the same count',
      { tally: 3, spent: 3, prized: 1 },
      { tally: 4, spent: 3, prized: 1 },
      [],
    ],
    [
      'revoked is earned by as much anew, its prize is not',
      { tally: 4, spent: 3, prized: 1 },
      { tally: 5, spent: 3, level: 1, prized: 1 },
      ['badge.earned'],
    ],
    ['given as a prize goes on from there', { tally: 0, level: 1 }, { tally: 1, level: 1 }, []],
    [
      'given as a prize brings the prizes of the levels above',
      { tally: 3, level: 1 },
      { tally: 4, level: 2, prized: 2 },
      ['badge.earned'],
    ],
  ])('%s', (_what, before, after, events) => {
    const done = play(factsWith(player, before));
    expect(done.state).toEqual({ ...none, ...after });
    expect(done.events).toEqual(events);
  });

  it('hidden is not shown before it is earned', () => {
    expect(badgeViews(factsWith(secret, { tally: 1 }))).toEqual([]);
    expect(badgeViews(factsWith(secret, { tally: 2, level: 1 }))).toMatchObject([
      { id: 'secret', level: 1 },
    ]);
  });

  it('says of an amount that it is money', () => {
    const spender = { ...player, measure: { activity: 'order', count: 'amount' } } as const;
    expect(badgeViews(factsWith(spender, {}))[0]?.money).toBe(true);
    expect(badgeViews(factsWith(player, {}))[0]?.money).toBeUndefined();
  });

  it('shows how far the next level is', () => {
    const shown = (state: Partial<BadgeState>) => {
      const [view] = badgeViews(factsWith(player, state));
      return [view?.level, view?.current, view?.target];
    };
    expect(shown({ tally: 1 })).toEqual([0, 1, 2]);
    expect(shown({ tally: 3, level: 1 })).toEqual([1, 3, 4]);
    expect(shown({ tally: 4, level: 2 })).toEqual([2, null, null]);
    expect(shown({ tally: 5, spent: 4 })).toEqual([0, 1, 2]);
  });
});

it('a review counts a product once, also after the badge was revoked', () => {
  const review = (facts: ShopperFacts, productId: string) => {
    const items = [{ productId, quantity: 1, amount: 0 }];
    const activity = { kind: 'event', name: 'review', amount: 0, items } as const;
    const effects = new Effects(facts, stampAt());
    countActivity(effects, { ...activity, commandId: 'command-1' });
    return after(facts, effects);
  };
  let facts = review(review(factsWith(reviewer, none), 'mug'), 'mug');
  expect(stateIn(facts)).toMatchObject({ level: 0 });
  facts = review(facts, 'shirt');
  expect(stateIn(facts)).toMatchObject({ level: 1 });
  const revoked = decideRevokeBadge(facts, revocation('reviewer'), stampAt());
  facts = withKept(facts, revoked.kind === 'decided' ? revoked.changes : []);
  expect(stateIn(review(review(facts, 'mug'), 'shirt'))).toMatchObject({ level: 0 });
  expect(stateIn(review(review(facts, 'cap'), 'sock'))).toMatchObject({ level: 1 });
});

function revocation(badgeId: string) {
  const command = { kind: 'revoke_badge', siteId, commandId: 'command-2', badgeId } as const;
  return { ...command, customer: customer('anna'), reason: 'bought reviews' };
}

describe('a revocation that could be refused for two reasons says the first', () => {
  const unknown = shopperWith({ walletVersion: 0 });
  it.each<[string, ShopperFacts, string, string]>([
    [
      'nobody beats no badge',
      { ...factsWith(player, none), shopper: unknown },
      'none',
      'shopper_not_found',
    ],
    ['no badge', factsWith(player, none), 'none', 'badge_not_found'],
    ['not earned', factsWith(player, none), 'player', 'badge_not_earned'],
  ])('%s', (_what, facts, badgeId, code) => {
    const decision = decideRevokeBadge(facts, revocation(badgeId), stampAt());
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('else takes the badge and keeps the reason', () => {
    const facts = factsWith(player, { tally: 3, level: 1, prized: 1 });
    const decision = decideRevokeBadge(facts, revocation('player'), stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { badgeId: 'player', level: 1 } });
    const changes = decision.kind === 'decided' ? decision.changes : [];
    expect(stateIn(withKept(facts, changes))).toMatchObject({
      level: 0,
      spent: 3,
      prized: 1,
      revoked: { at: stampAt().now, reason: 'bought reviews' },
    });
  });
});

it('a wheel gives a badge, with the levels below and without their prizes', () => {
  const silver = {
    id: 'silver',
    kind: 'badge',
    label: 'Silver',
    badgeId: 'player',
    level: 2,
  } as const;
  const slots = [
    { prizeId: 'silver', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ];
  const facts = playFacts({ badges: [player], prizes: [silver], game: { slots } });
  const stamp = stampAt();
  const playable = facts.programme.games.get('wheel');
  if (!playable) throw new Error('no wheel');
  const { offered } = nextDraw({ ...facts, shopperId: 'anna' }, playable, stamp);
  const turn = { gameId: 'wheel', clientSeed: '0'.repeat(32), commitment: offered.commitment };
  const command = {
    kind: 'play',
    siteId,
    commandId: 'command-1',
    shopperId: 'anna',
    ...turn,
  } as const;
  const decision = decidePlay(facts, command, stamp);
  expect(decision).toMatchObject({ kind: 'decided', outcome: { won: true } });
  const changes = decision.kind === 'decided' ? decision.changes : [];
  expect(stateIn(withKept(facts, changes))).toMatchObject({ level: 2, prized: 0 });
});

it('signing in counts both together and keeps the higher level', () => {
  const book = (state: Partial<BadgeState>): BadgeBook => ({
    items: [['player', { ...none, ...state }]],
  });
  expect(mergeBadgeBooks(book({ tally: 3, level: 1, prized: 1 }), book({ tally: 2 }))).toEqual(
    book({ tally: 5, level: 1, prized: 1 }),
  );
  expect(mergeBadgeBooks(book({ tally: 3 }), undefined)).toEqual(book({ tally: 3 }));
});

function factsWith(badge: BadgeInput, state: Partial<BadgeState>): ShopperFacts {
  const book = { items: [[badge.id, { ...none, ...state }]] } as const;
  const progress = progressWith({ badge: new Map([['all', book]]) });
  return shopperFacts({ badges: [badge] }, { progress });
}

function play(facts: ShopperFacts) {
  const effects = new Effects(facts, stampAt());
  const activity = { kind: 'play', name: 'wheel', amount: 0, items: [] } as const;
  countActivity(effects, { ...activity, commandId: 'command-1' });
  const changes = changesOf(effects);
  const events = changes.flatMap((change) => (change.kind === 'event' ? [change.event.kind] : []));
  return { state: stateIn(withKept(facts, changes)), events };
}

function after(facts: ShopperFacts, effects: Effects): ShopperFacts {
  return withKept(facts, changesOf(effects));
}

function changesOf(effects: Effects): readonly Change[] {
  const decision = effects.decided(() => null);
  return decision.kind === 'decided' ? decision.changes : [];
}

function stateIn(facts: ShopperFacts): BadgeState | undefined {
  return [...badgesIn(settledBooks(facts).badge.get('all')).values()][0];
}
