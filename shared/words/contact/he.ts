/** What a shopper reads where a contact is asked for, in Hebrew. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'הפרס שלכם ומחכה לכם. איך אפשר להשיג אתכם?',
  contactWhyLimit: 'הרבה אנשים משחקים מהרשת שלכם. השאירו כתובת מייל כדי להמשיך.',
  contactEmail: 'כתובת מייל',
  contactPhone: 'מספר טלפון',
  contactEither: 'כתובת מייל או מספר טלפון',
  contactSend: 'קבלת הפרס',
  contactSendCode: 'שליחת קוד אליי',
  contactInvalid: 'לא נראה שאפשר להשיג אתכם כך. בדקו שוב.',
  contactConsentNeeded: 'הפרס דורש את הסכמתכם. סמנו את התיבה כדי להמשיך.',
  codeSent: 'שלחנו שש ספרות אל {to}. בתוקף עד {when}.',
  codeLabel: 'שש הספרות',
  codeConfirm: 'אישור',
  codeAgain: 'שליחת קוד חדש',
  codeOther: 'כתובת אחרת',
  codeWrong: 'זה לא הקוד. בדקו במייל האחרון.',
  codeExpired: 'הקוד ישן מדי. בקשו קוד חדש.',
  codeUsed: 'כבר השתמשו בקוד הזה.',
  codeSpent: 'יותר מדי ניסיונות. בקשו קוד חדש.',
  codeLimit: 'נשלחו הרבה קודים. נסו מאוחר יותר.',
};
