/** What a shopper reads at the games beside the wheel, in German. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'Folie freirubbeln',
  scratchFor: { one: 'Ein Los für {count} Punkt', other: 'Ein Los für {count} Punkte' },
  scratchFree: 'Gratislos nehmen',
  scratchAgain: 'Noch ein Los',
  scratchReady: 'Rubble die Folie mit dem Finger weg.',
  scratchPrice: 'Nimm ein Los und rubble die Folie weg.',
  scratchRub: 'Rubble, bis du es lesen kannst.',
  scratchAll: 'Für mich freirubbeln',

  box: 'Kiste {number}',
  boxReady: 'Such dir eine Kiste aus.',
  boxFor: {
    one: 'Such dir für {count} Punkt eine Kiste aus.',
    other: 'Such dir für {count} Punkte eine Kiste aus.',
  },
  boxOpening: 'Der Deckel geht auf …',
  boxAgain: 'Noch einmal wählen',

  turnsLeft: { one: 'Noch ein Spiel für jetzt.', other: 'Noch {count} Spiele für jetzt.' },
  turnsFree: { one: 'Du hast ein Gratisspiel.', other: 'Du hast {count} Gratisspiele.' },
  turnsNone: 'Das war das letzte Spiel für heute.',
  turnsNoneNext: 'Für heute ist Schluss. Nächstes Spiel: {when}.',
  lostPlayNext: 'Diesmal nicht. Nächstes Spiel: {when}.',
  playSafe:
    'Die Verbindung ist weg. Dein Spiel ist sicher: Es zählt einmal, sobald du zurück bist.',
  playSlow: 'Die Antwort dauert. Dein Spiel zählt einmal, was auch passiert.',

  stateWhy: 'Die Regeln dieses Spiels fragen vorher danach.',
  stateRegion: 'Wo bist du?',
  stateChoose: 'Bitte wählen',
  stateElsewhere: 'Anderswo',
  stateAge: 'Ich bin {age} oder älter.',
  stateKept: 'Es geht mit deinem Spiel an den Shop, und dieser Browser merkt es sich.',
  stateGo: 'Spielen',
  stateNot: 'Jetzt nicht',
};
