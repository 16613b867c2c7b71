/** What a shopper reads where a contact is asked for, in Hebrew. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'הפרס שלכם ומחכה. כתבו לנו איך להגיע אליכם, והוא אצלכם.',
  contactWhyLimit: 'הרבה אנשים משחקים מהרשת שלכם. השאירו כתובת מייל כדי להמשיך.',
  contactEmail: 'כתובת מייל',
  contactPhone: 'מספר טלפון',
  contactEither: 'כתובת מייל או מספר טלפון',
  contactSend: 'לקבל',
  contactSendCode: 'לשלוח לי קוד',
  contactInvalid: 'לא נראה שאפשר להגיע אליכם כך. בדקו שוב.',
  contactConsentNeeded: 'הפרס דורש את הסכמתכם. סמנו את התיבה כדי להמשיך.',
  codeSent: 'שלחנו שש ספרות אל {to}. בתוקף עד: {when}.',
  codeLabel: 'שש הספרות',
  codeConfirm: 'אישור',
  codeAgain: 'לשלוח קוד חדש',
  codeOther: 'להשתמש בכתובת אחרת',
  codeWrong: 'זה לא הקוד. בדקו במייל האחרון.',
  codeExpired: 'הקוד ישן מדי. בקשו קוד חדש.',
  codeUsed: 'הקוד כבר נוצל.',
  codeSpent: 'יותר מדי ניסיונות. בקשו קוד חדש.',
  codeLimit: 'נשלחו הרבה קודים. נסו מאוחר יותר.',
};
