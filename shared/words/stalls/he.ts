/** What a shopper reads at the stalls beside the wheel, in Hebrew. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'החיבור נותק. שום דבר לא חויב פעמיים. נסו שוב.',

  now: 'מה אפשר לעשות עכשיו',
  nothingNow: 'סיימתם להיום. נתראה מחר.',
  have: 'מה יש לכם',
  more: 'עוד ביריד',
  tickets: { one: 'שובר אחד', two: 'שני שוברים', other: '{count} שוברים' },
  playLeft: { one: 'נשאר משחק אחד', two: 'נשארו שני משחקים', other: 'נשארו {count} משחקים' },
  playFree: { one: 'משחק אחד חינם', two: 'שני משחקים חינם', other: '{count} משחקים חינם' },
  playOpen: 'פתוח עכשיו',
  playFor: { one: 'משחק בנקודה אחת', two: 'משחק בשתי נקודות', other: 'משחק ב־{count} נקודות' },
  checkInToday: 'הניקוב של היום מחכה',
  checkInDone: {
    one: 'ניקבתם היום. יום אחד ברצף',
    two: 'ניקבתם היום. יומיים ברצף',
    other: 'ניקבתם היום. {count} ימים ברצף',
  },
  quizNext: 'עניתם על {answered} מתוך {questions}',
  surveyWaits: 'שאלה אחת בשבילכם',
  missionSteps: '{current} מתוך {target}',
  shopAfford: {
    one: 'פרס אחד בהישג יד',
    two: 'שני פרסים בהישג יד',
    other: '{count} פרסים בהישג יד',
  },
  shopOpen: 'נצלו את הנקודות',

  missions: 'משימות',
  badges: 'סיכות',
  tiers: 'הדרגה שלכם',
  leaderboard: 'טבלת המובילים',
  shop: 'חנות הפרסים',
  history: 'היסטוריית נקודות',
  referral: 'הזמינו חברים',
  parcels: 'מתנות בדרך',
  settings: 'הגדרות',
  fair: 'משחק הוגן',
};
