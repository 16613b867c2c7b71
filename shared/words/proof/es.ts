/** What a shopper reads of odds, seals and receipts, in Spanish. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  odds: 'Las probabilidades',
  oddsHint: 'Son las que usa el sorteo, tal como están en los ajustes de la tienda.',
  prize: 'Premio',
  chance: 'Probabilidad',
  soldOutMark: 'agotado',
  fallback:
    'Si un premio se agota, su parte pasa a «{prize}». Las demás probabilidades no cambian.',
  how: 'Cómo jugamos limpio',
  howSeal:
    'Antes de girar, el servidor sella su número y estas probabilidades. Tú guardas el sello.',
  howSeed: 'Tu navegador añade un número que el servidor no puede conocer.',
  howOpen: 'Después del giro se abre el sello y tu navegador verifica que nada cambió.',
  seal: 'El sello de tu próximo giro',
  plays: 'Tus giros',
  playsNone: 'Aún no hay giros. Cada uno deja aquí un recibo.',
  playsLost: 'No pudimos cargar tus giros.',
  older: 'Ver giros anteriores',
  checkSeen: 'El sello es el que tenías antes del giro',
  checkCommitment: 'La semilla y las probabilidades son las selladas',
  checkNumber: 'El número sale de las dos semillas',
  checkDrawn: 'El número cae en este premio',
  checkSlot: 'Recibiste lo que salió',
  checkSlotFallback: 'El premio que salió no se pudo dar: recibiste su sustituto',
  passed: 'se cumple',
  failed: 'no se cumple',
  noSubtle: 'Esta página no puede calcular la prueba. El enlace de abajo sí.',
  notSeen: 'El sello de este giro quedó en otro navegador o en una visita anterior.',
  checkElsewhere: 'Verifícalo tú, byte a byte',

  termsTitle: 'Las reglas',
  termsOrganiser: 'Organiza',
  termsWhere: 'Disponible en',
  termsAge: 'Edad',
  termsAgeFrom: '{age} años o más',
  termsUntil: 'Termina',
  termsFull: 'Leer las reglas completas',
  boxHonest: 'La caja que eliges no decide nada: decide el sorteo, con estas probabilidades.',
  boxShut: 'Las demás cajas siguen cerradas porque no hay nada dentro.',
};
