/** What a shopper reads of their settings and their data, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  setLanguage: 'Language',
  setAsShop: 'As the shop speaks',
  setSound: 'Sounds',
  setSoundHint: 'Wood, brass and paper. Off until you want them.',
  setStill: 'Less motion',
  setStillHint: 'Results appear at once.',

  pauseTitle: 'A pause from playing',
  pauseHint: 'No game can be played until it ends. Your prizes and points stay yours.',
  pauseDays: { one: 'One day', other: '{count} days' },
  pauseSure: {
    one: 'Pause for one day? It cannot be shortened.',
    other: 'Pause for {count} days? It cannot be shortened.',
  },
  pauseYes: 'Yes, pause',
  pauseUntil: 'You are taking a pause. It ends {when}.',
  setNo: 'Not now',

  birthday: 'Your birthday',
  birthdayHint: 'Day and month only. The year is nobody’s business.',
  birthdayDay: 'Day',
  birthdayMonth: 'Month',
  birthdaySave: 'Save',
  birthdayForget: 'Forget it',
  birthdaySaved: 'Kept. A gift may come on the day.',
  birthdayForgotten: 'Forgotten.',

  data: 'My data',
  dataHint: 'What the fair keeps of you: plays, prizes, points, gifts and answers.',
  dataSee: 'See it',
  dataSave: 'Download it',
  dataLost: 'We could not fetch all of it. Try again.',
  erase: 'Erase my data',
  eraseHint:
    'Name, addresses, contacts, birthday and answers. Points and prizes stay, without them.',
  eraseSure: 'Erase all of that? It cannot be brought back.',
  eraseYes: 'Yes, erase it',
  eraseDone: 'Erased. What is left are the books, without your name.',
} as const satisfies Phrases;
