/** The books: what is only noted counts as if it had been written each time. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { countActivity, takeBackActivity } from '../../server/core/activity.ts';
import { badgesIn, badgeViews } from '../../server/core/badge.ts';
import { booksToMerge, isOnlyNoted, settledBooks } from '../../server/core/books.ts';
import type { Change } from '../../server/core/decision.ts';
import { Effects } from '../../server/core/effects.ts';
import type { ShopperFacts } from '../../server/core/facts.ts';
import type { Activity } from '../../server/core/measure.ts';
import { missionViews } from '../../server/core/mission.ts';
import { compileProgramme, type Programme } from '../../server/core/programme.ts';
import { mergedProgress } from '../../server/core/progress.ts';
import { progressFrom } from '../../server/store/sql/progress.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import { now, progressWith, shopperFacts, stampAt, withKept } from '../helper/facts.ts';
import { programmeOf } from '../helper/programme.ts';

type MissionInput = NonNullable<ProgrammeInput['missions']>[number];
type BadgeInput = NonNullable<ProgrammeInput['badges']>[number];
type Did = Pick<Activity, 'kind' | 'name' | 'amount' | 'items'>;

const hour = 3_600_000;
const mug = { productId: 'mug', categoryId: 'kitchen', quantity: 1, amount: 40_000 };
const dids: readonly Did[] = [
  { kind: 'play', name: 'wheel', amount: 0, items: [] },
  { kind: 'win', name: 'wheel', amount: 0, items: [] },
  { kind: 'play', name: 'cards', amount: 0, items: [] },
  { kind: 'event', name: 'visit', amount: 5, items: [] },
  { kind: 'event', name: 'review', amount: 0, items: [mug] },
  { kind: 'order', name: '', amount: 100_000, items: [mug] },
];

const measure = fc.constantFrom(
  { activity: 'play' } as const,
  { activity: 'play', name: 'cards' } as const,
  { activity: 'play', count: 'names' } as const,
  { activity: 'play', count: 'days' } as const,
  { activity: 'win' } as const,
  { activity: 'event', count: 'amount' } as const,
  { activity: 'event', count: 'products' } as const,
  { activity: 'order', count: 'amount' } as const,
  { activity: 'order' } as const,
);
const target = fc.integer({ min: 1, max: 9 });
const mission = fc.record({
  name: fc.constant('Mission'),
  inOrder: fc.boolean(),
  steps: fc.array(fc.record({ label: fc.constant('Step'), measure, target }), {
    minLength: 1,
    maxLength: 3,
  }),
  startsAt: fc.constantFrom(null, new Date(now + 20 * hour).toISOString()),
  endsAt: fc.constantFrom(null, new Date(now + 50 * hour).toISOString()),
  repeat: fc.record({
    period: fc.constantFrom('ever', 'day', 'week'),
    timesMax: fc.constantFrom(null, 1, 2),
  }),
  prizeIds: fc.constantFrom<string[]>([], ['medal']),
});
const badge = fc.record({
  name: fc.constant('Badge'),
  measure,
  levels: fc.constantFrom<{ at: number }[]>([{ at: 1 }], [{ at: 3 }, { at: 5 }], [{ at: 40 }]),
});
const parts = fc.record({
  missions: fc.array(mission, { minLength: 1, maxLength: 4 }),
  badges: fc.array(badge, { maxLength: 3 }),
});
const step = fc.record({
  did: fc.constantFrom(...dids),
  waits: fc.constantFrom(0, 0, 0, 1, 7),
  takesBack: fc.boolean(),
  changesProgramme: fc.constantFrom(false, false, false, false, false, false, true),
});
const steps = fc.array(step, { minLength: 5, maxLength: 60 });

interface Parts {
  readonly missions: readonly Omit<MissionInput, 'id'>[];
  readonly badges: readonly Omit<BadgeInput, 'id'>[];
}

function programmeAt(version: number, { missions, badges }: Parts): Programme {
  const more = { name: 'More', measure: { activity: 'play' } as const, levels: [{ at: 4 }] };
  // A later version has a badge more.
  const all = [...badges, { ...more, id: 'given' }, ...(version > 1 ? [more] : [])];
  const medal = { id: 'medal', kind: 'badge', label: 'Medal', badgeId: 'given', level: 1 } as const;
  const document = programmeOf({
    prizes: [medal],
    missions: missions.map((each, at) => ({ ...each, id: `mission-${at}` })),
    badges: all.map((each, at) => ({ ...each, id: 'id' in each ? each.id : `badge-${at}` })),
  });
  return compileProgramme(version, document);
}

/** The same facts with nothing noted: all stands in the books. */
function writtenOut(facts: ShopperFacts): ShopperFacts {
  return {
    ...facts,
    shopper: { ...facts.shopper, backlog: null },
    progress: settledBooks(facts),
  };
}

function seen(facts: ShopperFacts, at: number): unknown {
  const settled = writtenOut(facts);
  const levels = [...badgesIn(settled.progress.badge.get('all'))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    missions: missionViews(settled, at),
    badges: badgeViews(settled),
    levels: levels.filter(([, { prized, spent, since }]) => prized + spent + since > 0),
  };
}

/** With books that nobody may open, where the activity is said to be only noted. */
function asPlanned(facts: ShopperFacts, did: Did, at: number): ShopperFacts {
  const { backlog } = facts.shopper;
  if (!isOnlyNoted({ programme: facts.programme, backlog }, [did], at)) return facts;
  const { mission: missions, badge: badges } = progressFrom([], ['gift']);
  return { ...facts, progress: { ...facts.progress, mission: missions, badge: badges } };
}

function changesOf(effects: Effects): readonly Change[] {
  const decision = effects.decided(() => null);
  return decision.kind === 'decided' ? decision.changes : [];
}

function eventsOf(changes: readonly Change[]): unknown[] {
  return changes.flatMap((change) => (change.kind === 'event' ? [change.event] : []));
}

describe('what is only noted', () => {
  it('counts as if the books had been written each time', () => {
    let notes = 0;
    fc.assert(
      fc.property(parts, steps, (made, walk) => {
        let programme = programmeAt(1, made);
        let noting: ShopperFacts = { ...shopperFacts({}), programme };
        let writing = noting;
        let at = now;
        for (const { did, waits, takesBack, changesProgramme } of walk) {
          at += waits * hour;
          if (changesProgramme) programme = programmeAt(programme.version + 1, made);
          const act = (facts: ShopperFacts): [ShopperFacts, unknown] => {
            const planned = asPlanned({ ...facts, programme }, did, at);
            const effects = new Effects(planned, stampAt(at));
            const activity = { ...did, commandId: 'command-1' };
            countActivity(effects, activity);
            const changes = changesOf(effects);
            let after = withKept({ ...facts, programme }, changes);
            if (did.kind === 'order' && takesBack) {
              const back = { amount: 100_000, whole: true, countedAt: at, day: '2026-12-01' };
              const undoing = new Effects(after, stampAt(at + 1));
              takeBackActivity(undoing, activity, back);
              after = withKept(after, changesOf(undoing));
            }
            const isNoted = !changes.some(({ kind }) => kind === 'progress');
            if (isNoted && after.shopper.backlog) notes += 1;
            return [after, eventsOf(changes)];
          };
          const [noted, raised] = act(noting);
          const [written, raisedToo] = act(writtenOut(writing));
          expect(raised).toEqual(raisedToo);
          expect(seen(noted, at)).toEqual(seen(written, at));
          [noting, writing] = [noted, written];
        }
      }),
      { numRuns: 100 },
    );
    // A test in which nothing is noted could not fail.
    expect(notes).toBeGreaterThan(200);
  });

  it('is entered into the books of both when two become one', () => {
    const twenty = { label: 'Play', measure: { activity: 'play' }, target: 20 } as const;
    const missions = [{ id: 'player', name: 'Player', steps: [twenty] }];
    const played = (times: number): ShopperFacts => {
      let facts = shopperFacts({ missions });
      for (let time = 0; time < times; time += 1) {
        const effects = new Effects(facts, stampAt());
        countActivity(effects, { kind: 'play', commandId: 'c', name: 'w', amount: 0, items: [] });
        facts = withKept(facts, changesOf(effects));
      }
      return facts;
    };
    const both = [
      [3, 4, 7],
      [0, 4, 4],
      [5, 0, 5],
    ] as const;
    for (const [anonymous, known, together] of both) {
      const to = played(known);
      const books = booksToMerge(played(anonymous), to);
      const kept = mergedProgress(books.from, books.to, 'anna').map(
        (progress) => ({ kind: 'progress', progress }) as const,
      );
      const after = { ...to, shopper: { ...to.shopper, backlog: books.backlog } };
      const progress = settledBooks(withKept(after, kept));
      const [view] = missionViews({ ...after, progress }, now);
      expect(view?.steps[0]?.current).toBe(together);
    }
  });

  it('leaves the books closed, and opens them for what is reached', () => {
    const five = { label: 'Play', measure: { activity: 'play' }, target: 5 } as const;
    let facts = shopperFacts({ missions: [{ id: 'player', name: 'Player', steps: [five] }] });
    const written: boolean[] = [];
    for (let time = 0; time < 5; time += 1) {
      const effects = new Effects({ ...facts, progress: progressWith(facts.progress) }, stampAt());
      countActivity(effects, { kind: 'play', commandId: 'c', name: 'w', amount: 0, items: [] });
      const changes = changesOf(effects);
      written.push(changes.some(({ kind }) => kind === 'progress'));
      facts = withKept(facts, changes);
    }
    expect(written).toEqual([true, false, false, false, true]);
  });
});
