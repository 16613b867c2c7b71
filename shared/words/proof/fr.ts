/** What a shopper reads of odds, seals and receipts, in French. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  odds: 'Les chances',
  oddsHint: 'Ce sont celles du tirage, lues dans les réglages de la boutique.',
  prize: 'Lot',
  chance: 'Chance',
  soldOutMark: 'épuisé',
  fallback:
    'Un lot épuisé cède sa part à «\u00a0{prize}\u00a0». Les autres chances ne changent pas.',
  how: 'Comment cela reste honnête',
  howSeal: 'Avant votre tour, le serveur scelle son nombre et ces chances. Vous gardez le sceau.',
  howSeed: 'Votre navigateur ajoute un nombre que le serveur ne peut pas connaître.',
  howOpen: 'Après le tour, le sceau est ouvert et votre navigateur vérifie que rien n’a changé.',
  seal: 'Le sceau de votre prochain tour',
  plays: 'Vos tours',
  playsNone: 'Aucun tour pour l’instant. Chacun laisse un reçu ici.',
  playsLost: 'Impossible de charger vos tours.',
  older: 'Voir les tours précédents',
  checkSeen: 'Le sceau est celui que vous aviez avant le tour',
  checkCommitment: 'La graine et les chances sont celles scellées',
  checkNumber: 'Le nombre vient des deux graines',
  checkDrawn: 'Le nombre tombe sur ce lot',
  checkSlot: 'Vous avez reçu ce qui a été tiré',
  checkSlotFallback: 'Le lot tiré ne pouvait être remis\u00a0: vous avez reçu son remplaçant',
  passed: 'exact',
  failed: 'inexact',
  noSubtle: 'Cette page ne peut pas calculer la preuve. Le lien ci-dessous le peut.',
  notSeen: 'Le sceau de ce tour est dans un autre navigateur ou une visite précédente.',
  checkElsewhere: 'Vérifiez vous-même, octet par octet',

  termsTitle: 'Le règlement',
  termsOrganiser: 'Organisateur',
  termsWhere: 'Ouvert en',
  termsAge: 'Âge',
  termsAgeFrom: '{age} ans ou plus',
  termsUntil: 'Fin',
  termsFull: 'Lire le règlement complet',
  boxHonest: 'La boîte choisie ne décide de rien\u00a0: c’est le tirage, selon ces chances.',
  boxShut: 'Les autres boîtes restent fermées, car il n’y a rien dedans.',
};
