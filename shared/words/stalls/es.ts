/** What a shopper reads at the stalls beside the wheel, in Spanish. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'Se cortó la conexión. No se gastó nada dos veces. Inténtalo de nuevo.',

  now: 'Qué puedes hacer ahora',
  nothingNow: 'Todo listo por hoy. Vuelve mañana.',
  have: 'Lo que tienes',
  more: 'Más en la feria',
  tickets: { one: '{count} vale', many: '{count} de vales', other: '{count} vales' },
  playLeft: {
    one: 'Queda una partida',
    many: 'Quedan {count} de partidas',
    other: 'Quedan {count} partidas',
  },
  playFree: {
    one: 'Una partida gratis',
    many: '{count} de partidas gratis',
    other: '{count} partidas gratis',
  },
  playOpen: 'Abierto ahora',
  playFor: {
    one: 'Una partida por {count} punto',
    many: 'Una partida por {count} de puntos',
    other: 'Una partida por {count} puntos',
  },
  checkInToday: 'El sello de hoy te espera',
  checkInDone: {
    one: 'Sellado hoy. {count} día seguido',
    many: 'Sellado hoy. {count} de días seguidos',
    other: 'Sellado hoy. {count} días seguidos',
  },
  quizNext: 'Respondidas: {answered} de {questions}',
  surveyWaits: 'Una pregunta para ti',
  missionSteps: '{current} de {target}',
  shopAfford: {
    one: '{count} regalo a tu alcance',
    many: '{count} de regalos a tu alcance',
    other: '{count} regalos a tu alcance',
  },
  shopOpen: 'Gasta tus puntos',

  missions: 'Misiones',
  badges: 'Insignias',
  tiers: 'Tu nivel',
  leaderboard: 'Clasificación',
  shop: 'Tienda de regalos',
  history: 'Historial de puntos',
  referral: 'Trae a alguien',
  parcels: 'Regalos en camino',
  settings: 'Ajustes',
  fair: 'Juego limpio',
};
