/** What a shopper reads at the games beside the wheel, in French. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'Gratter le ticket',
  scratchFor: {
    one: 'Un ticket pour {count} point',
    many: 'Un ticket pour {count} de points',
    other: 'Un ticket pour {count} points',
  },
  scratchFree: 'Utiliser un ticket offert',
  scratchAgain: 'Un autre ticket',
  scratchReady: 'Grattez avec un doigt.',
  scratchPrice: 'Prenez un ticket, puis grattez-le.',
  scratchRub: 'Grattez jusqu’à pouvoir lire.',
  scratchAll: 'Gratter pour moi',

  box: 'Boîte {number}',
  boxReady: 'Choisissez une boîte.',
  boxFor: {
    one: 'Choisissez une boîte pour {count} point.',
    many: 'Choisissez une boîte pour {count} de points.',
    other: 'Choisissez une boîte pour {count} points.',
  },
  boxOpening: 'Le couvercle se lève…',
  boxAgain: 'Choisir encore',

  turnsLeft: {
    one: 'Encore une partie pour l’instant.',
    many: 'Encore {count} de parties pour l’instant.',
    other: 'Encore {count} parties pour l’instant.',
  },
  turnsFree: {
    one: 'Vous avez une partie offerte.',
    many: 'Vous avez {count} de parties offertes.',
    other: 'Vous avez {count} parties offertes.',
  },
  turnsNone: 'C’était la dernière partie du jour.',
  turnsNoneNext: 'Plus de partie aujourd’hui. La prochaine\u00a0: {when}.',
  lostPlayNext: 'Pas cette fois. Prochaine partie\u00a0: {when}.',
  playSafe:
    'Connexion coupée. Votre partie est gardée\u00a0: elle comptera une seule fois à votre retour.',
  playSlow: 'La réponse tarde. Quoi qu’il arrive, cette partie compte une seule fois.',

  stateWhy: 'Les règles de ce jeu le demandent avant de jouer.',
  stateRegion: 'Où êtes-vous\u00a0?',
  stateChoose: 'Choisissez',
  stateElsewhere: 'Ailleurs',
  stateAge: 'J’ai {age} ans ou plus.',
  stateKept: 'Transmis à la boutique avec votre partie et retenu par ce navigateur.',
  stateGo: 'Jouer',
  stateNot: 'Pas maintenant',
};
