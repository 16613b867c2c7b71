/** What a shopper reads of odds, seals and receipts, in German. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  odds: 'Die Chancen',
  oddsHint: 'Mit diesen Chancen wird gezogen, direkt aus den Einstellungen des Shops.',
  prize: 'Gewinn',
  chance: 'Chance',
  soldOutMark: 'vergriffen',
  fallback:
    'Ist ein Gewinn vergriffen, geht sein Anteil an „{prize}“. Alle anderen Chancen bleiben gleich.',
  how: 'So bleibt es fair',
  howSeal:
    'Vor der Drehung versiegelt der Server seine Zahl und diese Chancen. Das Siegel hast du.',
  howSeed: 'Dein Browser gibt eine eigene Zahl dazu, die der Server nicht kennen kann.',
  howOpen: 'Danach wird das Siegel geöffnet, und dein Browser prüft, dass nichts geändert wurde.',
  seal: 'Das Siegel deiner nächsten Drehung',
  plays: 'Deine Drehungen',
  playsNone: 'Noch keine Drehungen. Jede hinterlässt hier einen Beleg.',
  playsLost: 'Deine Drehungen ließen sich nicht laden.',
  older: 'Ältere zeigen',
  checkSeen: 'Es ist das Siegel, das du vor der Drehung hattest',
  checkCommitment: 'Startwert und Chancen sind die versiegelten',
  checkNumber: 'Die Zahl kommt aus beiden Startwerten',
  checkDrawn: 'Die Zahl fällt auf diesen Gewinn',
  checkSlot: 'Du hast bekommen, was gezogen wurde',
  checkSlotFallback: 'Der gezogene Gewinn war nicht lieferbar: Du hast den Ersatz bekommen',
  passed: 'stimmt',
  failed: 'stimmt nicht',
  noSubtle: 'Diese Seite kann den Beweis nicht berechnen. Der Link unten kann es.',
  notSeen: 'Das Siegel liegt in einem anderen Browser oder einem früheren Besuch.',
  checkElsewhere: 'Prüf es selbst, Byte für Byte',

  termsTitle: 'Die Regeln',
  termsOrganiser: 'Veranstalter',
  termsWhere: 'Offen in',
  termsAge: 'Alter',
  termsAgeFrom: 'Ab {age} Jahren',
  termsUntil: 'Endet',
  termsFull: 'Alle Regeln lesen',
  boxHonest: 'Welche Kiste du wählst, ist egal: Es entscheidet die Ziehung, nach diesen Chancen.',
  boxShut: 'Die anderen Kisten bleiben zu, denn es liegt nichts darin.',
};
