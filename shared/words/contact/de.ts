/** What a shopper reads where a contact is asked for, in German. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  contactWhy: 'Dieser Gewinn gehört dir und wartet. Sag uns, wie wir dich erreichen.',
  contactWhyLimit:
    'Aus deinem Netz spielen viele. Gib eine E-Mail-Adresse an, dann geht es weiter.',
  contactEmail: 'E-Mail-Adresse',
  contactPhone: 'Telefonnummer',
  contactEither: 'E-Mail-Adresse oder Telefonnummer',
  contactSend: 'Gewinn abholen',
  contactSendCode: 'Code schicken',
  contactInvalid: 'Dort erreichen wir dich wohl nicht. Bitte prüf es noch einmal.',
  contactConsentNeeded:
    'Dieser Gewinn braucht deine Zustimmung. Setz den Haken, um weiterzukommen.',
  codeSent: 'Sechs Ziffern sind unterwegs an {to}. Sie verfallen {when}.',
  codeLabel: 'Die sechs Ziffern',
  codeConfirm: 'Bestätigen',
  codeAgain: 'Neuen Code schicken',
  codeOther: 'Andere Adresse nehmen',
  codeWrong: 'Das ist nicht der Code. Schau in die neueste E-Mail.',
  codeExpired: 'Der Code ist zu alt. Hol dir einen neuen.',
  codeUsed: 'Der Code wurde schon benutzt.',
  codeSpent: 'Zu viele Versuche mit diesem Code. Hol dir einen neuen.',
  codeLimit: 'Das waren viele Codes. Versuch es später.',
};
