/** What a shopper reads of their settings and their data, in German. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'Sprache',
  setAsShop: 'Wie der Shop',
  setSound: 'Töne',
  setSoundHint: 'Holz, Messing und Papier. Aus, bis du sie willst.',
  setStill: 'Weniger Bewegung',
  setStillHint: 'Ergebnisse erscheinen sofort.',

  pauseTitle: 'Eine Spielpause',
  pauseHint: 'Bis sie endet, kannst du nicht spielen. Gewinne und Punkte bleiben dir.',
  pauseDays: { one: 'Ein Tag', other: '{count} Tage' },
  pauseSure: {
    one: 'Einen Tag pausieren? Das lässt sich nicht verkürzen.',
    other: '{count} Tage pausieren? Das lässt sich nicht verkürzen.',
  },
  pauseYes: 'Ja, pausieren',
  pauseUntil: 'Du machst Pause. Sie endet {when}.',
  setNo: 'Jetzt nicht',

  birthday: 'Dein Geburtstag',
  birthdayHint: 'Nur Tag und Monat. Das Jahr geht niemanden etwas an.',
  birthdayDay: 'Tag',
  birthdayMonth: 'Monat',
  birthdaySave: 'Speichern',
  birthdayForget: 'Löschen',
  birthdaySaved: 'Gespeichert. Vielleicht kommt an dem Tag ein Geschenk.',
  birthdayForgotten: 'Gelöscht.',

  data: 'Meine Daten',
  dataHint: 'Was der Jahrmarkt über dich speichert: Spiele, Gewinne, Punkte, Geschenke, Antworten.',
  dataSee: 'Ansehen',
  dataSave: 'Herunterladen',
  dataLost: 'Nicht alles ließ sich laden. Versuch es noch einmal.',
  erase: 'Meine Daten löschen',
  eraseHint:
    'Name, Adressen, Kontakte, Geburtstag und Antworten. Punkte und Gewinne bleiben, nur ohne sie.',
  eraseSure: 'All das löschen? Es lässt sich nicht zurückholen.',
  eraseYes: 'Ja, löschen',
  eraseDone: 'Gelöscht. Übrig bleibt die Buchführung, ohne deinen Namen.',
};
