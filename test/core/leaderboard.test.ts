/** Leaderboards: what scores where, what an undone order takes back, and by what name. */
import { describe, expect, it } from 'vitest';
import { countActivity } from '../../server/core/activity.ts';
import type { Change } from '../../server/core/decision.ts';
import { Effects } from '../../server/core/effects.ts';
import {
  boardViews,
  decideSetPlayer,
  madeAlias,
  takeBackFromBoards,
} from '../../server/core/leaderboard.ts';
import type { Activity } from '../../server/core/measure.ts';
import { alias } from '../../shared/schema/leaderboard.ts';
import { now, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const leaderboards = [
  { id: 'today', name: 'Today', period: 'day', measure: { activity: 'play' } },
  { id: 'week', name: 'Week', period: 'week', measure: { activity: 'win', name: 'wheel' } },
  {
    id: 'spend',
    name: 'Spend',
    period: 'ever',
    measure: { activity: 'order', count: 'amount' },
  },
] as const;
const boards = leaderboards.map((board) => ({ ...board, measure: { ...board.measure } }));
const play: Activity = { kind: 'play', commandId: 'c', name: 'wheel', amount: 0, items: [] };
const order: Activity = { ...play, kind: 'order', name: '', amount: 70_000 };

describe('an activity scores', () => {
  it.each<[string, Activity, number, readonly unknown[]]>([
    ['in its day', play, 0, [['today', '2026-12-01', 1]]],
    ['in the day of the site', play, 14 * 3_600_000, [['today', '2026-12-02', 1]]],
    ['in its ISO week', { ...play, kind: 'win' }, 0, [['week', '2026-W49', 1]]],
    ['nothing in another game', { ...play, kind: 'win', name: 'cards' }, 0, []],
    ['its amount, for ever', order, 0, [['spend', '', 70_000]]],
    ['nothing where nothing listens', { ...play, kind: 'check_in' }, 0, []],
  ])('%s', (_what, activity, later, scores) => {
    const effects = new Effects(shopperFacts({ leaderboards: boards }), stampAt(now + later));
    countActivity(effects, activity);
    expect(scoresOf(effects)).toEqual(scores);
  });

  it.each<[string, number, boolean, readonly unknown[]]>([
    ['a part of an order', 20_000, false, [['spend', '', -20_000]]],
    ['a whole order', 70_000, true, [['spend', '', -70_000]]],
  ])('and %s is taken back', (_what, amount, whole, scores) => {
    const effects = new Effects(shopperFacts({ leaderboards: boards }), stampAt());
    const back = { amount, whole, countedAt: now - 1, day: '2026-12-01' };
    const scored = [{ boardId: 'spend', period: '', change: 70_000 }];
    const left = takeBackFromBoards(effects, scored, order, back);
    expect(left.map(({ change }) => change)).toEqual(whole ? [] : [50_000]);
    expect(scoresOf(effects)).toEqual(scores);
  });
});

describe('the name on a board', () => {
  const set = (chosen: string | null, hidden = false) =>
    decideSetPlayer(
      shopperFacts({}),
      { kind: 'set_player', siteId, commandId: 'c', shopperId: 'anna', alias: chosen, hidden },
      stampAt(),
    );

  it('is the chosen one, or one that is made and tells nothing', () => {
    expect(set('Linh')).toMatchObject({ outcome: { alias: 'Linh', hidden: false } });
    expect(set(null, true)).toMatchObject({ outcome: { alias: madeAlias(siteId, 'anna') } });
    expect(madeAlias(siteId, 'anna')).toMatch(/^#[0-9A-F]{6}$/);
    expect(alias.safeParse(madeAlias(siteId, 'anna')).success).toBe(false);
    expect(madeAlias(siteId, 'anna')).not.toBe(madeAlias(siteId, 'bert'));
  });

  it('is not for whoever was merged', () => {
    const facts = shopperFacts({}, { shopper: shopperWith({ mergedInto: 'c_anna' }) });
    const command = { siteId, commandId: 'c', shopperId: 'anna', alias: null, hidden: true };
    const decision = decideSetPlayer(facts, { kind: 'set_player', ...command }, stampAt());
    expect(decision).toMatchObject({ refusal: { code: 'shopper_merged' } });
  });

  it.each<[string, boolean]>([
    ['Linh', true],
    ['Nguyễn Văn An', true],
    ["O'Neill_2", true],
    ['x', false],
    ['a'.repeat(25), false],
    ['anna@shop.example', false],
    ['shop.example/x', false],
    ['call 0912 345 678', false],
    ['<b>', false],
    ['   ', false],
  ])('may be %s: %s', (name, allowed) => {
    expect(alias.safeParse(name).success).toBe(allowed);
  });
});

it('a board says when its period ends, and whether its scores are money', () => {
  const { programme } = shopperFacts({ leaderboards: boards });
  expect(boardViews(programme, now).map(({ id, endsAt, money }) => [id, endsAt, money])).toEqual([
    ['today', Date.parse('2026-12-02T00:00:00+07:00'), undefined],
    ['week', Date.parse('2026-12-07T00:00:00+07:00'), undefined],
    ['spend', null, true],
  ]);
});

function scoresOf(effects: Effects): unknown[] {
  const decision = effects.decided(() => null);
  const changes: readonly Change[] = decision.kind === 'decided' ? decision.changes : [];
  return changes.flatMap((each) =>
    each.kind === 'score' ? [[each.score.boardId, each.score.period, each.score.change]] : [],
  );
}
