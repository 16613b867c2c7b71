/** Views of progress as the server replies them, in every state that a view can meet. */
import type { CheckInView, SquareView } from '../../shared/schema/check-in-api.ts';
import type { LeaderboardReply, RankView } from '../../shared/schema/leaderboard.ts';
import type {
  BadgeView,
  BoardView,
  MissionView,
  TierView,
} from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';

export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const tenPoints: PrizeView = {
  id: 'points-10',
  kind: 'points',
  label: { en: '10 points', vi: '10 điểm' },
  points: 10,
};

/** The site day so many days from today. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}

/** All that a square of a card can be. */
export const squareStates: readonly SquareView['state'][] = [
  'done',
  'made_up',
  'frozen',
  'excused',
  'paused',
  'missed',
  'open',
];

/** A card of seven squares, today the last: one of each state before it. */
export function makeCard(more: Partial<CheckInView> = {}): CheckInView {
  return {
    id: 'porch-days',
    name: { en: 'Days on the porch', vi: 'Những ngày trước hiên' },
    streak: { by: 'day', count: 3, best: 12, total: 40 },
    today: {
      day: dayFromNow(0),
      endsAt: Date.now() + hourMs,
      done: false,
      square: 7,
      rewards: [tenPoints],
      streak: 4,
      refusal: null,
    },
    tomorrow: {
      day: dayFromNow(1),
      startsAt: Date.now() + hourMs,
      endsAt: Date.now() + 25 * hourMs,
      square: 1,
      rewards: [tenPoints],
      streak: 5,
    },
    squares: squareStates.map((state, at) => ({
      square: at + 1,
      day: dayFromNow(at - 6),
      when: at < 6 ? 'past' : 'today',
      state,
      rewards: [tenPoints],
    })),
    milestones: [
      { streak: 3, prize: tenPoints, reached: true },
      { streak: 30, prize: tenPoints, reached: false },
    ],
    freezes: { held: 1, price: 30, refusal: null },
    makeUp: { price: 20, days: [dayFromNow(-1)] },
    ...more,
  };
}

/** The same card once today is punched. */
export function punchedCard(): CheckInView {
  const card = makeCard();
  return {
    ...card,
    streak: { ...card.streak, count: 4 },
    today: {
      ...card.today,
      done: true,
      rewards: [],
      refusal: { code: 'checked_in_already', nextAt: Date.now() + hourMs },
    },
    squares: card.squares.map((each) => (each.square === 7 ? { ...each, state: 'done' } : each)),
  };
}

export function makeMission(id: string, more: Partial<MissionView> = {}): MissionView {
  return {
    id,
    name: { en: `Mission ${id}`, vi: `Nhiệm vụ ${id}` },
    description: null,
    inOrder: false,
    steps: [{ label: { en: 'Play twice' }, current: 1, target: 2, open: true }],
    prizes: [tenPoints],
    startsAt: null,
    endsAt: null,
    completed: 0,
    timesMax: 1,
    state: 'open',
    ...more,
  };
}

export const missions: readonly MissionView[] = [
  makeMission('order', {
    inOrder: true,
    description: { en: 'In this order' },
    steps: [
      { label: { en: 'Sign up' }, current: 1, target: 1, open: false },
      { label: { en: 'Spend' }, current: 300, target: 1_000, open: true, money: true },
      { label: { en: 'Review' }, current: 0, target: 3, open: false },
    ],
    endsAt: Date.now() + hourMs,
  }),
  makeMission('again', { completed: 2, timesMax: null }),
  makeMission('soon', { state: 'upcoming', startsAt: Date.now() + hourMs }),
  makeMission('done', {
    state: 'completed',
    completed: 1,
    steps: [{ label: { en: 'Play twice' }, current: 2, target: 2, open: false }],
  }),
  makeMission('over', { state: 'ended', endsAt: 1 }),
];

function level(at: number): BadgeView['levels'][number] {
  return { at, name: { en: `Level from ${at}` }, prizes: [tenPoints] };
}

export const badges: readonly BadgeView[] = [
  {
    id: 'regular',
    name: { en: 'Regular' },
    description: { en: 'For orders' },
    level: 1,
    levels: [level(1), level(5), level(20)],
    current: 2,
    target: 5,
  },
  {
    id: 'owl',
    name: { en: 'Night owl' },
    description: null,
    level: 0,
    levels: [level(3)],
    current: 1,
    target: 3,
  },
  {
    id: 'friend',
    name: { en: 'Friend of the house' },
    description: null,
    level: 1,
    levels: [level(1)],
    current: null,
    target: null,
  },
];

export const boards: readonly BoardView[] = [
  {
    id: 'week',
    name: { en: 'This week' },
    period: 'week',
    endsAt: Date.now() + hourMs,
    prizes: [
      { from: 1, to: 1, prizes: [tenPoints] },
      { from: 2, to: 5, prizes: [tenPoints] },
    ],
  },
  {
    id: 'ever',
    name: { en: 'Of all time' },
    period: 'ever',
    endsAt: null,
    money: true,
    prizes: [],
  },
];

export function makeBoard(
  boardId: string,
  own: RankView | null,
  more: Partial<LeaderboardReply> = {},
): LeaderboardReply {
  const top = [40, 30, 30, 20, 10].map((score, at) => ({
    rank: at + 1,
    alias: `Puck ${at + 1}`,
    score,
    you: own?.rank === at + 1,
  }));
  return {
    boardId,
    period: boardId === 'week' ? '2026-W48' : '',
    top,
    you: own,
    player: { alias: 'Linh', hidden: false },
    ...more,
  };
}

export function ownRank(rank: number, score: number): RankView {
  return { rank, alias: 'Linh', score, you: true };
}

/** Halfway from the second of three tiers to the third. */
export function makeTier(more: Partial<TierView> = {}): TierView {
  const level = { earningPercent: 100, earlyAccessHours: 0, perks: [], welcomePrize: null };
  return {
    measure: 'spend',
    window: { kind: 'rolling', days: 365 },
    levels: [
      { ...level, id: 'silver', name: { en: 'Silver' }, from: 0 },
      {
        id: 'gold',
        name: { en: 'Gold' },
        from: 1_000,
        earningPercent: 125,
        earlyAccessHours: 24,
        perks: [{ en: 'Free wrapping' }],
        welcomePrize: tenPoints,
      },
      { ...level, id: 'diamond', name: { en: 'Diamond' }, from: 3_000 },
    ],
    level: 'gold',
    current: 2_000,
    next: { id: 'diamond', left: 1_000 },
    fallsAt: Date.now() + hourMs,
    endsAt: Date.now() + 30 * dayMs,
    inGrace: false,
    ...more,
  };
}
