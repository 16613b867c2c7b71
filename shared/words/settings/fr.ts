/** What a shopper reads of their settings and their data, in French. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'Langue',
  setAsShop: 'Comme la boutique',
  setSound: 'Sons',
  setSoundHint: 'Bois, laiton et papier. Coupés tant que vous n’en voulez pas.',
  setStill: 'Moins de mouvement',
  setStillHint: 'Les résultats s’affichent aussitôt.',

  pauseTitle: 'Une pause de jeu',
  pauseHint: 'Aucun jeu avant la fin. Vos lots et vos points restent à vous.',
  pauseDays: { one: '{count} jour', many: '{count} de jours', other: '{count} jours' },
  pauseSure: {
    one: 'Une pause d’un jour\u00a0? Impossible de l’écourter.',
    many: 'Une pause de {count} de jours\u00a0? Impossible de l’écourter.',
    other: 'Une pause de {count} jours\u00a0? Impossible de l’écourter.',
  },
  pauseYes: 'Oui, faire une pause',
  pauseUntil: 'Vous êtes en pause. Fin\u00a0: {when}.',
  setNo: 'Pas maintenant',

  birthday: 'Votre anniversaire',
  birthdayHint: 'Jour et mois seulement. L’année ne regarde personne.',
  birthdayDay: 'Jour',
  birthdayMonth: 'Mois',
  birthdaySave: 'Enregistrer',
  birthdayForget: 'L’oublier',
  birthdaySaved: 'Noté. Un cadeau viendra peut-être ce jour-là.',
  birthdayForgotten: 'Oublié.',

  data: 'Mes données',
  dataHint: 'Ce que la fête garde de vous\u00a0: parties, lots, points, cadeaux et réponses.',
  dataSee: 'Les voir',
  dataSave: 'Les télécharger',
  dataLost: 'Tout n’a pas pu être chargé. Réessayez.',
  erase: 'Effacer mes données',
  eraseHint: 'Nom, adresses, contacts, anniversaire et réponses. Points et lots restent, sans eux.',
  eraseSure: 'Tout effacer\u00a0? Impossible de revenir en arrière.',
  eraseYes: 'Oui, effacer',
  eraseDone: 'Effacé. Il ne reste que les comptes, sans votre nom.',
};
