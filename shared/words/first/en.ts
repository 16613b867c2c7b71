/** What a shopper reads up to the first result, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  wheel: 'Prize wheel: {prizes}',
  spin: 'Spin the wheel',
  spinFor: { one: 'Spin for {count} point', other: 'Spin for {count} points' },
  spinFree: 'Use a free spin',
  turning: 'Turning…',
  rules: 'Odds and rules',
  skip: 'Skip to the result',
  retry: 'Try again',
  ready: 'Give it a push.',
  left: { one: 'One spin left for now.', other: '{count} spins left for now.' },
  free: { one: 'You have a free spin.', other: 'You have {count} free spins.' },
  offline: 'We cannot reach the fair. Check your connection, then try again.',
  notHere: 'This game is not at home on this page.',
  noGames: 'The fair is closed just now. Nothing to play today.',
  close: 'Close',
  back: 'Back',
  sections: 'Sections',
  home: 'The fair',
  play: 'Play',
  wallet: 'My prizes',
  me: 'You',
  points: { one: '{count} point', other: '{count} points' },
} as const satisfies Phrases;
