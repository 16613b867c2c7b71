/** What a shopper reads at the games beside the wheel, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  scratch: 'Scratch the foil',
  scratchFor: { one: 'A ticket for {count} point', other: 'A ticket for {count} points' },
  scratchFree: 'Use a free ticket',
  scratchAgain: 'Take another ticket',
  scratchReady: 'Rub the foil with a finger.',
  scratchPrice: 'Take a ticket, then rub its foil.',
  scratchRub: 'Rub until you can read it.',
  scratchAll: 'Rub it off for me',

  box: 'Box {number}',
  boxReady: 'Pick a box.',
  boxFor: { one: 'Pick a box for {count} point.', other: 'Pick a box for {count} points.' },
  boxOpening: 'Lifting the lid…',
  boxAgain: 'Pick again',

  turnsLeft: { one: 'One play left for now.', other: '{count} plays left for now.' },
  turnsFree: { one: 'You have a free play.', other: 'You have {count} free plays.' },
  turnsNone: 'That was the last play for today.',
  turnsNoneNext: 'No plays left today. The next one is {when}.',
  lostPlayNext: 'Not this time. You can play again {when}.',
  playSafe: 'We lost the line. Your play is safe: it counts once, when you are back.',
  playSlow: 'The answer takes a while. Your play counts once, whatever happens.',

  stateWhy: 'The rules of this game ask for this before you play.',
  stateRegion: 'Where are you?',
  stateChoose: 'Please choose',
  stateElsewhere: 'Somewhere else',
  stateAge: 'I am {age} or older.',
  stateKept: 'It goes to the shop with your play, and this browser remembers it.',
  stateGo: 'Play',
  stateNot: 'Not now',
} as const satisfies Phrases;
