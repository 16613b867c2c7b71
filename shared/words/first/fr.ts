/** What a shopper reads up to the first result, in French. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'Roue des lots\u00a0: {prizes}',
  spin: 'Lancer la roue',
  spinFor: {
    one: 'Lancer pour {count} point',
    many: 'Lancer pour {count} de points',
    other: 'Lancer pour {count} points',
  },
  spinFree: 'Utiliser un tour offert',
  turning: 'La roue tourne…',
  rules: 'Chances et règles',
  skip: 'Voir le résultat',
  retry: 'Réessayer',
  ready: 'Donnez-lui une poussée.',
  left: {
    one: 'Encore un tour pour l’instant.',
    many: 'Encore {count} de tours pour l’instant.',
    other: 'Encore {count} tours pour l’instant.',
  },
  free: {
    one: 'Vous avez un tour offert.',
    many: 'Vous avez {count} de tours offerts.',
    other: 'Vous avez {count} tours offerts.',
  },
  offline: 'La fête est injoignable. Vérifiez votre connexion, puis réessayez.',
  notHere: 'Ce jeu n’est pas ouvert sur cette page.',
  noGames: 'La fête est fermée pour l’instant. Rien à jouer aujourd’hui.',
  close: 'Fermer',
  back: 'Retour',
  sections: 'Rubriques',
  home: 'La fête',
  play: 'Jouer',
  wallet: 'Mes lots',
  me: 'Vous',
  points: { one: '{count} point', many: '{count} de points', other: '{count} points' },
};
