/** What the page that checks receipts says, in Spanish. */
import type { VerifyWords } from './en.ts';

export const words: VerifyWords = {
  title: 'Verificar un giro',
  intro:
    'Cada giro deja un recibo. Pega uno aquí y tu propio navegador vuelve a calcular ' +
    'todo el sorteo. Nada de lo que pegues sale de esta página.',
  language: 'Idioma',
  receipt: 'El recibo, en JSON o como el final de su enlace',
  noted: 'Anoté el sello antes de jugar',
  notedHint:
    'El sello de tu próximo giro está en «Juego limpio». Si lo anotaste, junto con la ' +
    'semilla de cliente que diste, esta página también comprueba que nadie los cambió.',
  notedSeal: 'Sello (commitment), 64 dígitos hexadecimales',
  notedSeed: 'Semilla de cliente (client seed), 32 dígitos hexadecimales',
  check: 'Verificar',
  noReceipt: 'Esto no es un recibo',
  noReceiptHint: 'Pégalo entero: empieza con { y termina con }.',
  notHere: 'Aquí no se puede verificar',
  notHereHint: 'Esta página necesita una dirección segura (https) para calcular SHA-256.',
  noDraw: 'Este recibo no se puede calcular',
  noDrawHint: 'Sus números no forman un sorteo.',
  allHolds: 'Todo se cumple',
  allHoldsHint: 'Tu navegador calculó cada paso de abajo y obtuvo lo que dice el recibo.',
  notAll: 'Este recibo no se cumple',
  notAllHint: 'Al menos un paso de abajo da algo distinto de lo que dice el recibo.',
  holds: 'Se cumple',
  fails: 'No se cumple',
  seen: 'El sello es el que tenías antes del giro',
  seenWhy: 'El sello y la semilla de cliente del recibo son los que anotaste.',
  commitment: 'La semilla del servidor y las probabilidades son las selladas',
  commitmentWhy:
    'Un sello es como una huella dactilar: si cambia un solo carácter de la semilla o de ' +
    'las probabilidades, es otro. Tu navegador volvió a sellar lo que muestra el recibo ' +
    'para compararlo.',
  commitmentHow:
    'El sello es el SHA-256 de la semilla del servidor, el SHA-256 de la tabla y el ' +
    'lugar del sorteo.',
  number: 'El número sale de las dos semillas',
  numberWhy:
    'La semilla del servidor y la tuya, mezcladas, dan uno de {total} números. Ninguna de ' +
    'las partes puede elegirlo sola. El recibo dice {number}.',
  numberHow:
    'Los primeros 8 bytes de un HMAC-SHA256, como número entero, módulo la suma de los ' +
    'pesos. Un valor en el resto incompleto del rango se descarta y se prueba la ronda ' +
    'siguiente.',
  drawn: 'El número cae en la casilla sorteada',
  drawnWhy:
    'Cada premio tiene un tramo de números: cuanto más probable, más largo. La fila que ' +
    'contiene el {number} está marcada.',
  drawnHow:
    'Recorre la tabla en orden y resta cada peso al número, hasta que sea menor que el ' +
    'peso de turno.',
  slot: 'Se dio lo que salió',
  slotWhy: 'La casilla entregada es la casilla sorteada.',
  pity: 'Tras muchas pérdidas se sorteó solo entre premios',
  pityWhy:
    'La tabla lo promete, y cada premio excluido tiene su motivo con contadores. No se ' +
    'prueba que esos contadores sean ciertos.',
  soldOut: 'El premio sorteado se había agotado: se dio su sustituto',
  soldOutWhy:
    'El recibo dice que la casilla sorteada estaba agotada y da el sustituto de la ' +
    'tabla. No se prueba que de verdad no quedaran existencias.',
  notYet: 'El premio sorteado aún no se podía dar: se dio su sustituto',
  notYetWhy:
    'El recibo dice cuántos se han liberado, o cuánto tiene el presupuesto y cuánto se ' +
    'ha usado. No se prueba que esos contadores sean ciertos.',
  prize: 'Premio',
  numbers: 'Números',
  chance: 'Probabilidad',
  bytes: 'Cada byte, para programadores',
  bytesSealHeld: 'Sello que tenías',
  bytesSeal: 'Sello del recibo',
  bytesSeedGiven: 'Semilla de cliente que diste',
  bytesSeed: 'Semilla de cliente del recibo',
  bytesTable: 'Tabla, como texto UTF-8',
  bytesTableHash: 'SHA-256 de la tabla',
  bytesPlace: 'Lugar, como texto UTF-8: site, game, stream, epoch, index',
  bytesSealed: 'Bytes con hash, en hexadecimal: semilla del servidor, SHA-256 de la tabla, lugar',
  bytesComputed: 'Sello calculado',
  bytesKey: 'Clave, en hexadecimal: semilla del servidor',
  bytesMessage: 'Mensaje, como texto UTF-8: semilla de cliente, índice, ronda',
  bytesFirst: 'Primeros 8 bytes como número',
  bytesSum: 'Suma de los pesos sorteados',
  bytesNumber: 'Número del recibo',
  bytesRejected: 'Valores descartados antes',
  bytesWeights: 'Pesos en orden',
  bytesDrawn: 'Casilla sorteada, contando desde 0',
  bytesGiven: 'Casilla entregada, contando desde 0',
  bytesStandIn: 'Casilla sustituta de la tabla',
  bytesDeviations: 'Desviaciones',
  noSlot: 'no hay tal casilla',
  proved: 'Qué prueba esto',
  provedSeed:
    'La semilla del servidor y la tabla de probabilidades quedaron fijadas antes de ' +
    'conocer tu semilla.',
  provedNumber: 'El número sorteado sale de las dos semillas y de nada más.',
  provedSlot: 'El número cae en la casilla que nombra el recibo.',
  notProved: 'Qué no prueba',
  notStock: 'Que de verdad no quedaran existencias.',
  notStockWhy:
    'Si el recibo dice que el premio sorteado se agotó, se comprueban el sustituto y el ' +
    'motivo. El almacén de la tienda, no.',
  notWithheld: 'Que no se ocultó ninguna respuesta.',
  notWithheldWhy:
    'Los sorteos de una persona en un juego llevan números seguidos, así que uno oculto ' +
    'se nota en el siguiente índice. Si un servidor deja de responder para siempre, no ' +
    'queda nada que verificar.',
  notHeld: 'Que el sello es el que tenías.',
  notHeldWhy:
    'Esta página solo lo compara si lo anotaste antes del giro y lo escribes arriba. El ' +
    'widget lo hace por sí mismo con los giros que hizo.',
  yourself: 'No te fíes de nadie, tampoco de esta página',
  yourselfWhy:
    'Los vectores de prueba publicados dan los bytes exactos que se usan. Con ellos ' +
    'puedes escribir tu propio verificador en cualquier lenguaje que tenga SHA-256 y ' +
    'HMAC; bastan unas cuarenta líneas.',
  vectors: 'Los vectores de prueba, en JSON',
};
