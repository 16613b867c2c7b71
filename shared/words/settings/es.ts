/** What a shopper reads of their settings and their data, in Spanish. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'Idioma',
  setAsShop: 'Como la tienda',
  setSound: 'Sonidos',
  setSoundHint: 'Madera, latón y papel. Apagados hasta que los actives.',
  setStill: 'Menos movimiento',
  setStillHint: 'Los resultados aparecen al momento.',

  pauseTitle: 'Pausa de juego',
  pauseHint: 'No se puede jugar hasta que acabe. Tus premios y puntos siguen siendo tuyos.',
  pauseDays: { one: 'Un día', many: '{count} de días', other: '{count} días' },
  pauseSure: {
    one: '¿Pausa de un día? No se puede acortar.',
    many: '¿Pausa de {count} de días? No se puede acortar.',
    other: '¿Pausa de {count} días? No se puede acortar.',
  },
  pauseYes: 'Sí, hacer pausa',
  pauseUntil: 'Estás en pausa. Termina {when}.',
  setNo: 'Ahora no',

  birthday: 'Tu cumpleaños',
  birthdayHint: 'Solo día y mes. El año es cosa tuya.',
  birthdayDay: 'Día',
  birthdayMonth: 'Mes',
  birthdaySave: 'Guardar',
  birthdayForget: 'Borrarlo',
  birthdaySaved: 'Guardado. Quizá llegue un regalo ese día.',
  birthdayForgotten: 'Borrado.',

  data: 'Mis datos',
  dataHint: 'Lo que la feria guarda de ti: partidas, premios, puntos, regalos y respuestas.',
  dataSee: 'Verlos',
  dataSave: 'Descargarlos',
  dataLost: 'No pudimos cargarlo todo. Inténtalo de nuevo.',
  erase: 'Borrar mis datos',
  eraseHint:
    'Nombre, direcciones, contactos, cumpleaños y respuestas. Puntos y premios se quedan, sin esos datos.',
  eraseSure: '¿Borrar todo eso? No se puede recuperar.',
  eraseYes: 'Sí, borrarlo',
  eraseDone: 'Borrado. Solo quedan los registros contables, sin tu nombre.',
};
