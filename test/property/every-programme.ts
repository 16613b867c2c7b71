/** A programme that has some of everything, scarce enough to run out. */
import { prizes, type ProgrammeParts } from '../helper/programme.ts';

const shared = { kind: 'voucher', label: 'Hello', poolId: 'shared' } as const;

export const everyProgramme: ProgrammeParts = {
  points: {
    earning: { points: 1, per: 1_000 },
    expiryDays: 20,
    pendingDays: 2,
    value: { points: 1, amount: 100 },
    cashback: { basisPoints: 100, as: 'credit' },
    refundPolicy: 'take_from_next_earning',
  },
  prizes: [
    { id: 'rare', kind: 'points', label: 'Rare', points: 50, cost: 500, stock: 30 },
    { ...shared, id: 'own', poolId: 'imported', benefit: { kind: 'free_shipping' } },
    {
      ...shared,
      id: 'hello',
      benefit: { kind: 'amount', amount: 5_000 },
      ttlDays: 3,
      claim: { confirm: true },
    },
    { ...prizes.freePlay, gameId: 'wheel' },
    { id: 'mug', kind: 'gift', label: 'Mug', stock: 20 },
    { id: 'medal', kind: 'badge', label: 'Medal', badgeId: 'player', level: 2 },
    { id: 'ice', kind: 'freeze', label: 'Freeze', calendarId: 'daily' },
  ],
  game: {
    limits: { perDay: 6, perCampaign: 40 },
    slots: ['rare', 'nothing', 'own', 'ten-off', 'hello', 'again', 'mug'].map((prizeId) => ({
      prizeId,
      weight: prizeId === 'mug' ? 3 : 1,
      tiers: prizeId === 'ten-off' ? ['silver', 'gold'] : [],
    })),
  },
  campaign: { audience: { shoppers: 'new', newForDays: 365 } },
  surveys: [
    {
      id: 'stars',
      kind: 'csat',
      question: 'How was it?',
      ask: { after: 'order', repeat: 'each' },
      prizeIds: ['rare', 'own'],
    },
    { id: 'fun', kind: 'thumbs', question: 'Fun?', ask: { after: 'play' }, prizeIds: ['hello'] },
  ],
  gifts: {
    welcome: { prizeId: 'own' },
    milestones: [{ id: 'three', orders: 3, prizeId: 'mug' }],
  },
  referral: {
    referrerPrizeId: 'own',
    friendPrizeId: 'rare',
    minimumNet: 9_000,
    returnWindowDays: 1,
    reviewFromPerDay: 1,
    perMonth: 3,
    ever: 40,
  },
  missions: [
    {
      id: 'daily',
      name: 'Two plays a day',
      steps: [{ label: 'Play', measure: { activity: 'play' }, target: 2 }],
      repeat: { period: 'day', timesMax: 1 },
      prizeIds: ['rare', 'again'],
    },
    {
      id: 'shopper',
      name: 'Buy both, then review',
      inOrder: true,
      steps: [
        { label: 'Buy', measure: { activity: 'order', count: 'products' }, target: 2 },
        { label: 'Review', measure: { activity: 'event', name: 'review' }, target: 1 },
      ],
      repeat: { timesMax: null },
      prizeIds: ['own', 'medal'],
    },
  ],
  badges: [
    {
      id: 'player',
      name: 'Player',
      measure: { activity: 'win' },
      levels: [{ at: 3, prizeIds: ['own'] }, { at: 6 }, { at: 9, prizeIds: ['mug'] }],
    },
    {
      id: 'reviewer',
      name: 'Reviewer',
      hidden: true,
      measure: { activity: 'event', name: 'review', count: 'products' },
      levels: [{ at: 1 }, { at: 2, prizeIds: ['hello'] }],
    },
  ],
  leaderboards: [
    {
      id: 'plays',
      name: 'Plays',
      period: 'day',
      measure: { activity: 'play' },
      prizes: [{ ranks: [1, 2], prizeIds: ['hello'] }],
    },
    { id: 'spend', name: 'Spend', period: 'ever', measure: { activity: 'order', count: 'amount' } },
  ],
  tiers: {
    measure: 'orders',
    window: { kind: 'rolling', days: 1 },
    graceDays: 1,
    levels: [
      { id: 'member', name: 'Member', from: 0 },
      { id: 'silver', name: 'Silver', from: 1, welcomePrizeId: 'own', earningPercent: 120 },
      { id: 'gold', name: 'Gold', from: 3, welcomePrizeId: 'rare' },
    ],
  },
  rewardShop: [
    { id: 'own', prizeId: 'own', price: 20 },
    { id: 'spin', prizeId: 'again', price: 5, perShopper: 3 },
    { id: 'ours', prizeId: 'hello', price: 5, tiers: ['silver', 'gold'] },
  ],
  checkIns: [
    {
      id: 'daily',
      name: 'Every day',
      length: 7,
      rewards: [
        { square: 1, prizeId: 'again' },
        { square: 2, prizeId: 'own' },
        { square: 3, prizeId: 'ice' },
      ],
      milestones: [{ streak: 2, prizeId: 'rare' }],
      freeze: { price: 3, heldMax: 3 },
      makeUp: { daysBackMax: 7, price: 1 },
    },
    { id: 'weekly', name: 'Every week', length: 'month', streak: { by: 'week', grace: 1 } },
  ],
  quizzes: [
    {
      id: 'tea',
      name: 'Tea',
      perDay: 1,
      questions: ['one', 'two', 'three'].map((id) => ({
        id,
        question: 'Which?',
        choices: [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
        right: 'a',
        prizeId: 'ten-points',
      })),
      completionPrizeId: 'own',
      scores: [{ rightMin: 1, prizeId: 'hello' }],
    },
  ],
};
