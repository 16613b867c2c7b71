/** Missions: what counts, when one is done, and what an undone order takes back. */
import { describe, expect, it } from 'vitest';
import { countActivity, takeBackActivity } from '../../server/core/activity.ts';
import { settledBooks } from '../../server/core/books.ts';
import type { Change } from '../../server/core/decision.ts';
import { Effects } from '../../server/core/effects.ts';
import type { ShopperFacts } from '../../server/core/facts.ts';
import type { Activity, TakenBack } from '../../server/core/measure.ts';
import { mergeMissionBooks, missionViews, type MissionBook } from '../../server/core/mission.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import {
  now,
  progressWith,
  shopperFacts,
  shopperWith,
  stampAt,
  withKept,
} from '../helper/facts.ts';

type MissionInput = NonNullable<ProgrammeInput['missions']>[number];
type Counts = MissionInput['steps'][number]['measure'];
type Did = Partial<Activity> & Pick<Activity, 'kind'>;

const hour = 3_600_000;
const day = 24 * hour;
const shirt = { productId: 'shirt', categoryId: 'clothes', quantity: 2, amount: 60_000 };
const mug = { productId: 'mug', categoryId: 'kitchen', quantity: 1, amount: 40_000 };
const play: Did = { kind: 'play', name: 'wheel' };
const review: Did = { kind: 'event', name: 'review', items: [mug] };
const visit: Did = { kind: 'event', name: 'visit' };
const order: Did = { kind: 'order', amount: 100_000, items: [shirt, mug] };
const shirtOrder: Did = { kind: 'order', amount: 60_000, items: [shirt] };

describe('a step counts', () => {
  it.each<[string, Counts, readonly Did[], number]>([
    ['how often', { activity: 'play' }, [play, play, order], 2],
    ['one game only', { activity: 'play', name: 'cards' }, [play], 0],
    ['one event only', { activity: 'event', name: 'review' }, [review, visit], 1],
    ['what was spent', { activity: 'order', count: 'amount' }, [order, order], 200_000],
    [
      'what one category cost',
      { activity: 'order', count: 'amount', categoryId: 'clothes' },
      [order],
      60_000,
    ],
    ['orders with a product', { activity: 'order', productId: 'mug' }, [order, shirtOrder], 1],
    ['orders from an amount on', { activity: 'order', amountMin: 60_001 }, [order, shirtOrder], 1],
    ['pieces', { activity: 'order', count: 'units' }, [order, shirtOrder], 5],
    ['pieces of a product', { activity: 'order', count: 'units', productId: 'shirt' }, [order], 2],
    ['different products', { activity: 'order', count: 'products' }, [order, order, shirtOrder], 2],
    ['different categories', { activity: 'order', count: 'categories' }, [order, shirtOrder], 2],
    [
      'different games',
      { activity: 'play', count: 'names' },
      [play, play, { kind: 'play', name: 'cards' }],
      2,
    ],
    ['different days', { activity: 'play', count: 'days' }, [play, play], 1],
    [
      'reviews, whatever their rating',
      { activity: 'event', name: 'review', count: 'products' },
      [review],
      1,
    ],
  ])('%s', (_what, measure, did, current) => {
    const mission = {
      ...base,
      steps: [{ label: 'Step', measure, target: Math.max(current + 1, 2) }],
    };
    const { view } = after(mission, did);
    expect(view.steps[0]?.current).toBe(current);
  });

  it('different days, each once', () => {
    const mission = oneStep({ activity: 'play', count: 'days' }, 3);
    const days = [0, hour, day, day + hour, 2 * day].map((ms) => now + ms);
    expect(
      walk(
        mission,
        days.map((at) => ({ ...play, at })),
      ),
    ).toEqual([1, 1, 2, 2, 'done']);
  });
});

const base: Pick<MissionInput, 'id' | 'name' | 'prizeIds'> = {
  id: 'mission',
  name: 'Mission',
  prizeIds: ['ten-points'],
};

function oneStep(measure: Counts, target: number, more: Partial<MissionInput> = {}): MissionInput {
  return { ...base, steps: [{ label: 'Step', measure, target }], ...more };
}

const twoPlays = { label: 'Play twice', measure: { activity: 'play' }, target: 2 } as const;
const aReview = {
  label: 'Review',
  measure: { activity: 'event', name: 'review' },
  target: 1,
} as const;

describe('a mission', () => {
  const inOrder: MissionInput = { ...base, inOrder: true, steps: [twoPlays, aReview] };
  const anyOrder: MissionInput = { ...base, steps: [twoPlays, aReview] };
  const steps = (mission: MissionInput, did: readonly Did[]): unknown => {
    const { view } = after(mission, did);
    return [...view.steps.map(({ current }) => current), view.completed];
  };

  it.each<[string, MissionInput, readonly Did[], readonly number[]]>([
    ['in any order counts every step', anyOrder, [review, play], [1, 1, 0]],
    ['in any order is done with the last step', anyOrder, [review, play, play], [2, 1, 1]],
    ['in order passes over a step that is not open', inOrder, [review, play], [1, 0, 0]],
    ['in order is done in order', inOrder, [play, play, review], [2, 1, 1]],
    ['once counts no further', oneStep({ activity: 'play' }, 1), [play, play], [1, 1]],
    ['that repeats begins anew', again(null), [play, play, play], [1, 1]],
    ['that repeats twice ends then', again(2), [play, play, play, play, play], [2, 2]],
    [
      'takes no more than one round of one order',
      oneStep({ activity: 'order', count: 'amount' }, 30_000, { repeat: { timesMax: null } }),
      [order],
      [0, 1],
    ],
  ])('%s', (_what, mission, did, expected) => {
    expect(steps(mission, did)).toEqual(expected);
  });

  it.each<[string, Partial<MissionInput>, number, number]>([
    ['before its start counts nothing', { startsAt: '2026-12-01T10:00:01+07:00' }, 0, 0],
    ['at its start counts', { startsAt: '2026-12-01T10:00:00+07:00' }, 0, 1],
    ['counts until its deadline', { endsAt: '2026-12-01T10:00:01+07:00' }, 999, 1],
    ['at its deadline counts nothing', { endsAt: '2026-12-01T10:00:01+07:00' }, 1_000, 0],
  ])('%s', (_what, more, later, current) => {
    const { view } = after(oneStep({ activity: 'play' }, 5, more), [{ ...play, at: now + later }]);
    expect(view.steps[0]?.current).toBe(current);
  });

  it('of each day ends with the day, and is open again on the next', () => {
    const daily = oneStep({ activity: 'play' }, 2, { repeat: { period: 'day', timesMax: 1 } });
    const at = [0, 1, 2, day, day + 1].map((ms) => ({ ...play, at: now + ms }));
    expect(walk(daily, at)).toEqual([1, 'done', 'done', 1, 'done']);
    const { view } = after(daily, [play]);
    expect(view.endsAt).toBe(Date.parse('2026-12-02T00:00:00+07:00'));
  });

  it('of each week ends on Sunday', () => {
    const weekly = oneStep({ activity: 'play' }, 2, { repeat: { period: 'week', timesMax: 1 } });
    // 1 December 2026 is a Tuesday.
    const at = [0, 5 * day, 6 * day].map((ms) => ({ ...play, at: now + ms }));
    expect(walk(weekly, at)).toEqual([1, 'done', 1]);
    expect(after(weekly, [play]).view.endsAt).toBe(Date.parse('2026-12-07T00:00:00+07:00'));
  });

  it('gives what it promises once, and says so', () => {
    const { changes, earned } = after(oneStep({ activity: 'play' }, 1), [play]);
    expect(earned).toMatchObject([
      { kind: 'mission', id: 'mission', given: [{ prize: { id: 'ten-points' } }] },
    ]);
    expect(changes.filter(({ kind }) => kind === 'award')).toHaveLength(1);
    expect(eventsOf(changes)).toEqual(['mission.completed', 'prize.granted']);
  });

  it('is done without what has run out', () => {
    const gone = { id: 'gone', kind: 'points', label: 'Gone', points: 1, stock: 1 } as const;
    const mission = oneStep({ activity: 'play' }, 1, { prizeIds: ['gone', 'ten-points'] });
    const { earned, view } = after(mission, [play], { prizes: [gone] });
    expect(earned).toMatchObject([{ given: [{ prize: { id: 'ten-points' } }] }]);
    expect(view.state).toBe('completed');
  });
});

function again(timesMax: number | null): MissionInput {
  return oneStep({ activity: 'play' }, 2, { repeat: { timesMax } });
}

describe('an order that is undone', () => {
  const sum = oneStep({ activity: 'order', count: 'amount' }, 250_000);
  const count = oneStep({ activity: 'order' }, 3);
  const products = oneStep({ activity: 'order', count: 'products' }, 3);
  const shirts = oneStep({ activity: 'order', count: 'amount', productId: 'shirt' }, 250_000);
  const repeats = oneStep({ activity: 'order' }, 2, { repeat: { timesMax: null } });

  it.each<[string, MissionInput, readonly Did[], number, boolean, number]>([
    ['in part takes its part from a sum', sum, [order, order], 30_000, false, 170_000],
    ['in part still counts as an order', count, [order, order], 30_000, false, 2],
    ['in part still counts for a product', shirts, [order], 30_000, false, 60_000],
    ['whole is no order any more', count, [order, order], 100_000, true, 1],
    ['whole takes its products along', products, [order], 100_000, true, 0],
    ['whole leaves what another brought', products, [order, shirtOrder], 100_000, true, 1],
    [
      'takes nothing from what is done',
      oneStep({ activity: 'order' }, 1),
      [order],
      100_000,
      true,
      1,
    ],
    [
      'of a round that is done takes nothing from the next',
      repeats,
      [order, order],
      100_000,
      true,
      0,
    ],
  ])('%s', (_what, mission, did, amount, whole, current) => {
    const back = { amount, whole, countedAt: now, day: '2026-12-01' };
    expect(after(mission, did, {}, back).view.steps[0]?.current).toBe(current);
  });

  it('from before a round takes nothing from it', () => {
    const back = { amount: 1, whole: true, countedAt: now - 1, day: '2026-12-01' };
    expect(after(oneStep({ activity: 'order' }, 3), [order], {}, back).view.steps[0]?.current).toBe(
      1,
    );
  });
});

describe('signing in', () => {
  const state = { period: '', done: 0, since: 0, steps: [1] };
  it.each<[string, object, object | undefined, object]>([
    ['keeps what the device did', {}, undefined, {}],
    ['adds up', { steps: [1] }, { steps: [2, 4] }, { steps: [3, 4] }],
    ['adds up what was done', { done: 1 }, { done: 2 }, { done: 3, steps: [2] }],
    [
      'counts different ones once',
      { steps: [[['a', 1]]] },
      {
        steps: [
          [
            ['a', 2],
            ['b', 1],
          ],
        ],
      },
      {
        steps: [
          [
            ['b', 1],
            ['a', 3],
          ],
        ],
      },
    ],
    [
      'keeps the later day',
      { period: '2026-12-01' },
      { period: '2026-12-02', steps: [5] },
      { period: '2026-12-02', steps: [5] },
    ],
  ])('%s', (_what, from, to, merged) => {
    const book = (part: object): MissionBook => ({ items: [['mission', { ...state, ...part }]] });
    expect(mergeMissionBooks(book(from), to && book(to))).toEqual(book(merged));
  });

  it('with all steps reached together is done by what comes next', () => {
    const steps = [{ ...state, steps: [2, 1] }] as const;
    const progress = progressWith({
      mission: new Map([['all', { items: [['mission', steps[0]]] }]]),
    });
    const mission = { ...base, steps: [twoPlays, aReview] };
    const facts = shopperFacts({ missions: [mission] }, { progress });
    const effects = new Effects(facts, stampAt());
    expect(countActivity(effects, activity(play))).toMatchObject([{ id: 'mission' }]);
  });
});

it('says of a step that counts an amount that it is money', () => {
  const spend = { label: 'Spend', measure: { activity: 'order', count: 'amount' }, target: 9 };
  const mission = { ...base, steps: [spend, twoPlays] } as MissionInput;
  expect(after(mission, []).view.steps.map(({ money }) => money)).toEqual([true, undefined]);
});

type At = Did & { readonly at?: number };

function activity({ kind, name = '', amount = 0, items = [] }: At): Activity {
  return { kind, commandId: 'command-1', name, amount, items };
}

/** What the mission shows after all that was done, each in a command of its own. */
function after(
  mission: MissionInput,
  did: readonly At[],
  parts: { prizes?: ProgrammeInput['prizes'] } = {},
  back?: TakenBack,
) {
  let facts: ShopperFacts = shopperFacts({ missions: [mission], prizes: parts.prizes ?? [] });
  let changes: readonly Change[] = [];
  const earned = [];
  let at = now;
  for (const each of did) {
    at = each.at ?? now;
    const effects = new Effects(facts, stampAt(at));
    earned.push(...countActivity(effects, activity(each)));
    changes = changesOf(effects);
    facts = next(facts, changes);
  }
  const [first] = did;
  if (back && first) {
    const effects = new Effects(facts, stampAt(at + 1));
    takeBackActivity(effects, activity(first), back);
    facts = next(facts, changesOf(effects));
  }
  const progress = settledBooks(facts);
  const [view] = missionViews({ ...facts, progress }, at);
  if (!view) throw new Error('no mission');
  return { view, changes, earned };
}

/** After each activity: how far the first step is, or `done`. */
function walk(mission: MissionInput, did: readonly At[]): unknown[] {
  return did.map((_, at) => {
    const { view } = after(mission, did.slice(0, at + 1));
    return view.state === 'completed' ? 'done' : view.steps[0]?.current;
  });
}

function changesOf(effects: Effects): readonly Change[] {
  const decision = effects.decided(() => null);
  return decision.kind === 'decided' ? decision.changes : [];
}

function next(facts: ShopperFacts, changes: readonly Change[]): ShopperFacts {
  const kept = withKept(facts, changes);
  return { ...kept, shopper: shopperWith({ backlog: kept.shopper.backlog }) };
}

function eventsOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => (change.kind === 'event' ? [change.event.kind] : []));
}
