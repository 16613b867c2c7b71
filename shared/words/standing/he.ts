/** What a shopper reads of leaderboards and tiers, in Hebrew. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'טבלאות',
  boardEver: 'בכל הזמנים',
  boardDay: 'היום',
  boardWeek: 'השבוע',
  boardEnds: 'הסבב מסתיים: {when}.',
  boardPlace: 'המקום שלכם: {rank}',
  boardScore: 'ניקוד: {score}',
  boardEmpty: 'אף אחד עוד לא הניף את הפטיש. הפעמון מחכה.',
  boardNoScore: 'אין לכם עדיין ניקוד כאן.',
  boardHidden: 'אינכם מופיעים באף טבלה, כפי שביקשתם.',
  boardTies: 'בתיקו, מי שהגיע ראשון נמצא למעלה.',
  boardYou: 'אתם',
  boardToMe: 'להציג את השורה שלי',
  boardTop: 'המובילים',
  boardGone: 'הטבלה הוסרה.',
  playerChange: 'איך אתם מופיעים',
  playerName: 'השם שלכם בטבלאות',
  playerRule: '2 עד 24 אותיות, ספרות או רווחים. בלי כתובת ובלי טלפון.',
  playerHide: 'לא להציג אותי באף טבלה',
  playerSave: 'שמירה',
  playerSaved: 'נשמר.',
};
