/** What a shopper reads of their settings and their data, in Hebrew. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'שפה',
  setAsShop: 'כמו החנות',
  setSound: 'צלילים',
  setSoundHint: 'עץ, פליז ונייר. כבויים עד שתרצו.',
  setStill: 'פחות תנועה',
  setStillHint: 'התוצאות מופיעות מיד.',

  pauseTitle: 'הפסקה ממשחק',
  pauseHint: 'אי אפשר לשחק עד שתסתיים. הפרסים והנקודות נשארים שלכם.',
  pauseDays: { one: 'יום אחד', two: 'יומיים', other: '{count} ימים' },
  pauseSure: {
    one: 'הפסקה של יום אחד? אי אפשר לקצר אותה.',
    two: 'הפסקה של יומיים? אי אפשר לקצר אותה.',
    other: 'הפסקה של {count} ימים? אי אפשר לקצר אותה.',
  },
  pauseYes: 'כן, הפסקה',
  pauseUntil: 'אתם בהפסקה. היא מסתיימת: {when}.',
  setNo: 'לא עכשיו',

  birthday: 'יום ההולדת שלכם',
  birthdayHint: 'רק יום וחודש. השנה נשארת אצלכם.',
  birthdayDay: 'יום',
  birthdayMonth: 'חודש',
  birthdaySave: 'שמירה',
  birthdayForget: 'מחיקה',
  birthdaySaved: 'נשמר. אולי תגיע מתנה באותו יום.',
  birthdayForgotten: 'נמחק.',

  data: 'הנתונים שלי',
  dataHint: 'מה שהיריד שומר עליכם: משחקים, פרסים, נקודות, מתנות ותשובות.',
  dataSee: 'הצגה',
  dataSave: 'הורדה',
  dataLost: 'לא הצלחנו לטעון הכול. נסו שוב.',
  erase: 'מחיקת הנתונים שלי',
  eraseHint: 'שם, כתובות, פרטי קשר, יום הולדת ותשובות. הנקודות והפרסים נשארים בלעדיהם.',
  eraseSure: 'למחוק את כל זה? אי אפשר לשחזר.',
  eraseYes: 'כן, למחוק',
  eraseDone: 'נמחק. נשארו רק הרישומים, בלי השם שלכם.',
};
