/** What a shopper reads at the games beside the wheel, in Hebrew. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'לגרד את הציפוי',
  scratchFor: {
    one: 'כרטיס בנקודה אחת',
    two: 'כרטיס בשתי נקודות',
    other: 'כרטיס ב־{count} נקודות',
  },
  scratchFree: 'כרטיס חינם',
  scratchAgain: 'עוד כרטיס',
  scratchReady: 'גרדו את הציפוי באצבע.',
  scratchPrice: 'קחו כרטיס וגרדו את הציפוי.',
  scratchRub: 'גרדו עד שאפשר לקרוא.',
  scratchAll: 'לגרד במקומי',

  box: 'תיבה {number}',
  boxReady: 'בחרו תיבה.',
  boxFor: {
    one: 'בחרו תיבה בנקודה אחת.',
    two: 'בחרו תיבה בשתי נקודות.',
    other: 'בחרו תיבה ב־{count} נקודות.',
  },
  boxOpening: 'המכסה נפתח…',
  boxAgain: 'לבחור שוב',

  turnsLeft: {
    one: 'נשאר לכם משחק אחד כרגע.',
    two: 'נשארו לכם שני משחקים כרגע.',
    other: 'נשארו לכם {count} משחקים כרגע.',
  },
  turnsFree: {
    one: 'יש לכם משחק אחד חינם.',
    two: 'יש לכם שני משחקים חינם.',
    other: 'יש לכם {count} משחקים חינם.',
  },
  turnsNone: 'זה היה המשחק האחרון להיום.',
  turnsNoneNext: 'לא נשארו משחקים היום. המשחק הבא: {when}.',
  lostPlayNext: 'לא הפעם. המשחק הבא: {when}.',
  playSafe: 'החיבור נותק. המשחק שלכם שמור, וייספר פעם אחת כשתחזרו.',
  playSlow: 'התשובה מתעכבת. המשחק ייספר פעם אחת, מה שלא יקרה.',

  stateWhy: 'כללי המשחק מבקשים זאת לפני שמשחקים.',
  stateRegion: 'איפה אתם?',
  stateChoose: 'בחרו בבקשה',
  stateElsewhere: 'במקום אחר',
  stateAge: 'מלאו לי {age} או יותר.',
  stateKept: 'זה נשלח לחנות עם המשחק, והדפדפן הזה זוכר את זה.',
  stateGo: 'לשחק',
  stateNot: 'לא עכשיו',
};
