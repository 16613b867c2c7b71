/** What a shopper reads at the stalls beside the wheel, in German. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'Die Verbindung ist weg. Nichts wurde doppelt abgezogen. Versuch es noch einmal.',

  now: 'Das geht gerade',
  nothingNow: 'Für heute ist alles geschafft. Komm morgen wieder.',
  have: 'Das hast du',
  more: 'Mehr vom Jahrmarkt',
  tickets: { one: '{count} Gutschein', other: '{count} Gutscheine' },
  playLeft: { one: 'Noch ein Spiel', other: 'Noch {count} Spiele' },
  playFree: { one: 'Ein Gratisspiel', other: '{count} Gratisspiele' },
  playOpen: 'Jetzt offen',
  playFor: { one: 'Ein Spiel für {count} Punkt', other: 'Ein Spiel für {count} Punkte' },
  checkInToday: 'Dein Stempel für heute wartet',
  checkInDone: {
    one: 'Heute gestempelt. {count} Tag in Folge',
    other: 'Heute gestempelt. {count} Tage in Folge',
  },
  quizNext: '{answered} von {questions} beantwortet',
  surveyWaits: 'Eine Frage an dich',
  missionSteps: '{current} von {target}',
  shopAfford: { one: '{count} Prämie in Reichweite', other: '{count} Prämien in Reichweite' },
  shopOpen: 'Löse deine Punkte ein',

  missions: 'Aufgaben',
  badges: 'Abzeichen',
  tiers: 'Deine Stufe',
  leaderboard: 'Rangliste',
  shop: 'Prämien',
  history: 'Punktekonto',
  referral: 'Freunde einladen',
  parcels: 'Geschenke unterwegs',
  settings: 'Einstellungen',
  fair: 'Faires Spiel',
};
