/** What a shopper reads up to the first result, in Hebrew. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'גלגל הפרסים: {prizes}',
  spin: 'סובבו את הגלגל',
  spinFor: { one: 'סיבוב בנקודה אחת', two: 'סיבוב בשתי נקודות', other: 'סיבוב ב־{count} נקודות' },
  spinFree: 'סיבוב חינם',
  turning: 'מסתובב…',
  rules: 'סיכויים וכללים',
  skip: 'ישר לתוצאה',
  retry: 'נסו שוב',
  ready: 'תנו לו דחיפה קלה.',
  left: {
    one: 'נשאר לכם סיבוב אחד כרגע.',
    two: 'נשארו לכם שני סיבובים כרגע.',
    other: 'נשארו לכם {count} סיבובים כרגע.',
  },
  free: {
    one: 'יש לכם סיבוב חינם.',
    two: 'יש לכם שני סיבובים חינם.',
    other: 'יש לכם {count} סיבובים חינם.',
  },
  offline: 'אין חיבור ליריד. בדקו את החיבור ונסו שוב.',
  notHere: 'המשחק לא פתוח בדף הזה.',
  noGames: 'היריד סגור כרגע. אין היום במה לשחק.',
  close: 'סגירה',
  back: 'חזרה',
  sections: 'מדורים',
  home: 'היריד',
  play: 'משחקים',
  wallet: 'הפרסים שלי',
  me: 'אזור אישי',
  points: { one: 'נקודה אחת', two: 'שתי נקודות', other: '{count} נקודות' },
};
