/** What a shopper reads at the games beside the wheel, in Spanish. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'Rascar el papel',
  scratchFor: {
    one: 'Un boleto por {count} punto',
    many: 'Un boleto por {count} de puntos',
    other: 'Un boleto por {count} puntos',
  },
  scratchFree: 'Usar un boleto gratis',
  scratchAgain: 'Otro boleto',
  scratchReady: 'Rasca el papel con un dedo.',
  scratchPrice: 'Toma un boleto y rasca el papel.',
  scratchRub: 'Rasca hasta que se lea.',
  scratchAll: 'Ráscalo por mí',

  box: 'Caja {number}',
  boxReady: 'Elige una caja.',
  boxFor: {
    one: 'Elige una caja por {count} punto.',
    many: 'Elige una caja por {count} de puntos.',
    other: 'Elige una caja por {count} puntos.',
  },
  boxOpening: 'Abriendo la tapa…',
  boxAgain: 'Elegir otra vez',

  turnsLeft: {
    one: 'Te queda una partida por ahora.',
    many: 'Te quedan {count} de partidas por ahora.',
    other: 'Te quedan {count} partidas por ahora.',
  },
  turnsFree: {
    one: 'Tienes una partida gratis.',
    many: 'Tienes {count} de partidas gratis.',
    other: 'Tienes {count} partidas gratis.',
  },
  turnsNone: 'Esa fue la última partida de hoy.',
  turnsNoneNext: 'No quedan partidas hoy. La próxima: {when}.',
  lostPlayNext: 'Esta vez no. Próxima partida: {when}.',
  playSafe: 'Se cortó la conexión. Tu partida está a salvo: contará una sola vez cuando vuelvas.',
  playSlow: 'La respuesta tarda. Pase lo que pase, tu partida cuenta una sola vez.',

  stateWhy: 'Las reglas de este juego lo preguntan antes de jugar.',
  stateRegion: '¿Dónde estás?',
  stateChoose: 'Elige, por favor',
  stateElsewhere: 'En otro lugar',
  stateAge: 'Tengo {age} años o más.',
  stateKept: 'Llega a la tienda con tu partida y este navegador lo recuerda.',
  stateGo: 'Jugar',
  stateNot: 'Ahora no',
};
