/** What a shopper reads at the stalls beside the wheel, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  lineLost: 'We lost the line. Nothing was spent twice. Try again.',

  now: 'What you can do now',
  nothingNow: 'All done for today. Come back tomorrow.',
  have: 'What you have',
  more: 'More at the fair',
  tickets: { one: '{count} voucher', other: '{count} vouchers' },
  playLeft: { one: 'One play left', other: '{count} plays left' },
  playFree: { one: 'One free play', other: '{count} free plays' },
  playOpen: 'Open now',
  playFor: { one: 'A play for {count} point', other: 'A play for {count} points' },
  checkInToday: 'Today’s punch is waiting',
  checkInDone: {
    one: 'Punched today. {count} day in a row',
    other: 'Punched today. {count} days in a row',
  },
  quizNext: '{answered} of {questions} answered',
  surveyWaits: 'One question for you',
  missionSteps: '{current} of {target}',
  shopAfford: { one: '{count} reward within reach', other: '{count} rewards within reach' },
  shopOpen: 'Spend your points',

  missions: 'Missions',
  badges: 'Badges',
  tiers: 'Your tier',
  leaderboard: 'Leaderboard',
  shop: 'Reward shop',
  history: 'Points history',
  referral: 'Bring a friend',
  parcels: 'Gifts on their way',
  settings: 'Settings',
  fair: 'Fair play',
} as const satisfies Phrases;
