/** What a shopper reads up to the first result, in German. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'Glücksrad: {prizes}',
  spin: 'Rad drehen',
  spinFor: { one: 'Für {count} Punkt drehen', other: 'Für {count} Punkte drehen' },
  spinFree: 'Gratis drehen',
  turning: 'Es dreht sich\u00a0…',
  rules: 'Chancen und Regeln',
  skip: 'Gleich zum Ergebnis',
  retry: 'Erneut versuchen',
  ready: 'Gib ihm einen Schubs.',
  left: { one: 'Du kannst noch einmal drehen.', other: 'Du kannst noch {count}-mal drehen.' },
  free: { one: 'Du kannst einmal gratis drehen.', other: 'Du kannst {count}-mal gratis drehen.' },
  offline: 'Der Jahrmarkt ist nicht erreichbar. Prüfe deine Verbindung und versuch es noch einmal.',
  notHere: 'Dieses Spiel gibt es auf dieser Seite nicht.',
  noGames: 'Der Jahrmarkt macht gerade Pause. Heute gibt es nichts zu spielen.',
  close: 'Schließen',
  back: 'Zurück',
  sections: 'Bereiche',
  home: 'Jahrmarkt',
  play: 'Spielen',
  wallet: 'Gewinne',
  me: 'Du',
  points: { one: '{count} Punkt', other: '{count} Punkte' },
};
