/** What a shopper reads of leaderboards and tiers, in French. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'Classements',
  boardEver: 'Depuis toujours',
  boardDay: 'Aujourd’hui',
  boardWeek: 'Cette semaine',
  boardEnds: 'Fin de la manche\u00a0: {when}.',
  boardPlace: 'Votre place\u00a0: {rank}',
  boardScore: 'Score\u00a0: {score}',
  boardEmpty: 'Personne n’a encore frappé. La cloche attend.',
  boardNoScore: 'Vous n’avez pas encore de score ici.',
  boardHidden: 'Vous n’apparaissez nulle part, comme vous l’avez voulu.',
  boardTies: 'À score égal, le premier arrivé passe devant.',
  boardYou: 'Vous',
  boardToMe: 'Voir ma ligne',
  boardTop: 'Les premiers',
  boardGone: 'Ce classement a été retiré.',
  playerChange: 'Comment vous apparaissez',
  playerName: 'Votre nom dans les classements',
  playerRule: '2 à 24 lettres, chiffres ou espaces. Ni adresse ni téléphone.',
  playerHide: 'Ne me montrer nulle part',
  playerSave: 'Enregistrer',
  playerSaved: 'Enregistré.',
};
