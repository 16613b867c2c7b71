/** What a shopper reads of leaderboards and tiers, in Spanish. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'Clasificaciones',
  boardEver: 'Siempre',
  boardDay: 'Hoy',
  boardWeek: 'Esta semana',
  boardEnds: 'Esta ronda acaba: {when}.',
  boardPlace: 'Tu puesto: {rank}',
  boardScore: 'Puntuación: {score}',
  boardEmpty: 'Nadie ha dado aún el mazazo. La campana espera.',
  boardNoScore: 'Aún no tienes puntuación aquí.',
  boardHidden: 'No apareces en ninguna clasificación, como pediste.',
  boardTies: 'Si hay empate, va delante quien llegó antes.',
  boardYou: 'Tú',
  boardToMe: 'Ver mi fila',
  boardTop: 'Los mejores',
  boardGone: 'Esta clasificación ya no está.',
  playerChange: 'Cómo apareces',
  playerName: 'Tu nombre en las clasificaciones',
  playerRule: 'De 2 a 24 letras, cifras o espacios. Sin dirección ni teléfono.',
  playerHide: 'No mostrarme en ninguna',
  playerSave: 'Guardar',
  playerSaved: 'Guardado.',
};
