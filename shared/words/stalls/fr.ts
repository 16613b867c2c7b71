/** What a shopper reads at the stalls beside the wheel, in French. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'La connexion est coupée. Rien n’a été compté deux fois. Réessayez.',

  now: 'À faire maintenant',
  nothingNow: 'Tout est fait pour aujourd’hui. À demain.',
  have: 'Ce que vous avez',
  more: 'Encore à la fête',
  tickets: { one: '{count} bon', many: '{count} de bons', other: '{count} bons' },
  playLeft: {
    one: 'Encore une partie',
    many: 'Encore {count} de parties',
    other: 'Encore {count} parties',
  },
  playFree: {
    one: 'Une partie offerte',
    many: '{count} de parties offertes',
    other: '{count} parties offertes',
  },
  playOpen: 'Ouvert maintenant',
  playFor: {
    one: 'Une partie pour {count} point',
    many: 'Une partie pour {count} de points',
    other: 'Une partie pour {count} points',
  },
  checkInToday: 'La case du jour vous attend',
  checkInDone: {
    one: 'Poinçonné aujourd’hui. {count} jour de suite',
    many: 'Poinçonné aujourd’hui. {count} de jours de suite',
    other: 'Poinçonné aujourd’hui. {count} jours de suite',
  },
  quizNext: 'Répondu\u00a0: {answered} sur {questions}',
  surveyWaits: 'Une question pour vous',
  missionSteps: '{current} sur {target}',
  shopAfford: {
    one: '{count} cadeau à votre portée',
    many: '{count} de cadeaux à votre portée',
    other: '{count} cadeaux à votre portée',
  },
  shopOpen: 'Dépensez vos points',

  missions: 'Missions',
  badges: 'Badges',
  tiers: 'Votre niveau',
  leaderboard: 'Classement',
  shop: 'Boutique cadeaux',
  history: 'Historique des points',
  referral: 'Inviter un proche',
  parcels: 'Cadeaux en route',
  settings: 'Réglages',
  fair: 'Jeu honnête',
};
