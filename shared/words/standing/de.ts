/** What a shopper reads of leaderboards and tiers, in German. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'Ranglisten',
  boardEver: 'Gesamt',
  boardDay: 'Heute',
  boardWeek: 'Diese Woche',
  boardEnds: 'Diese Runde endet {when}.',
  boardPlace: 'Dein Platz: {rank}',
  boardScore: 'Wertung: {score}',
  boardEmpty: 'Noch hat niemand den Hammer geschwungen. Die Glocke wartet.',
  boardNoScore: 'Du hast hier noch keine Wertung.',
  boardHidden: 'Du stehst auf keiner Liste, wie gewünscht.',
  boardTies: 'Bei Gleichstand steht oben, wer zuerst da war.',
  boardYou: 'Du',
  boardToMe: 'Meine Zeile zeigen',
  boardTop: 'Die Besten',
  boardGone: 'Diese Rangliste gibt es nicht mehr.',
  playerChange: 'So erscheinst du',
  playerName: 'Dein Name auf den Ranglisten',
  playerRule: '2 bis 24 Buchstaben, Ziffern oder Leerzeichen. Keine Adresse, keine Telefonnummer.',
  playerHide: 'Mich auf keiner Liste zeigen',
  playerSave: 'Speichern',
  playerSaved: 'Gespeichert.',
};
