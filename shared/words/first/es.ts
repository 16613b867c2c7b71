/** What a shopper reads up to the first result, in Spanish. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'Ruleta de premios: {prizes}',
  spin: 'Girar la ruleta',
  spinFor: {
    one: 'Girar por {count} punto',
    many: 'Girar por {count} de puntos',
    other: 'Girar por {count} puntos',
  },
  spinFree: 'Usar un giro gratis',
  turning: 'Girando…',
  rules: 'Probabilidades y reglas',
  skip: 'Ver ya el resultado',
  retry: 'Intentar de nuevo',
  ready: 'Dale un empujón.',
  left: {
    one: 'Te queda un giro por ahora.',
    many: 'Te quedan {count} de giros por ahora.',
    other: 'Te quedan {count} giros por ahora.',
  },
  free: {
    one: 'Tienes un giro gratis.',
    many: 'Tienes {count} de giros gratis.',
    other: 'Tienes {count} giros gratis.',
  },
  offline: 'No pudimos conectar con la feria. Revisa tu conexión y vuelve a intentarlo.',
  notHere: 'Este juego no está en esta página.',
  noGames: 'La feria está cerrada. Hoy no hay juegos.',
  close: 'Cerrar',
  back: 'Volver',
  sections: 'Secciones',
  home: 'La feria',
  play: 'Jugar',
  wallet: 'Mis premios',
  me: 'Tú',
  points: { one: '{count} punto', many: '{count} de puntos', other: '{count} puntos' },
};
