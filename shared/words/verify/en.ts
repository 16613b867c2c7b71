/** What the page says on which anybody checks a receipt, in English. */
import type { Phrases } from '../phrase.ts';

export const words = {
  title: 'Check a spin',
  intro:
    'Every spin leaves a receipt. Paste one here and your own browser computes the whole draw ' +
    'again. Nothing you paste leaves this page.',
  language: 'Language',
  receipt: 'The receipt, as JSON or as the end of its link',
  noted: 'I wrote down the seal before I played',
  notedHint:
    'The widget shows the seal of your next spin under “Fair play”. If you noted it, with the ' +
    'client seed you gave, this page can also check that nobody swapped them.',
  notedSeal: 'Seal (commitment), 64 hexadecimal digits',
  notedSeed: 'Client seed, 32 hexadecimal digits',
  check: 'Check it',
  noReceipt: 'This is not a receipt',
  noReceiptHint: 'Paste all of it: it starts with { and ends with }.',
  notHere: 'Not checked here',
  notHereHint: 'This page needs a secure address (https) to compute SHA-256.',
  noDraw: 'This receipt cannot be computed',
  noDrawHint: 'Its numbers make no draw.',
  allHolds: 'Everything holds',
  allHoldsHint: 'Your browser computed each step below and found what the receipt says.',
  notAll: 'This receipt does not hold',
  notAllHint: 'At least one step below gives something other than what the receipt says.',
  holds: 'Holds',
  fails: 'Does not hold',
  seen: 'The seal is the one you held before the spin',
  seenWhy: 'Seal and client seed of the receipt equal those you wrote down.',
  commitment: 'The server’s seed and the odds are the sealed ones',
  commitmentWhy:
    'A seal works like a fingerprint: change one character of the seed or the odds, and it ' +
    'is another. Your browser sealed what the receipt shows once more, to compare.',
  commitmentHow:
    'The seal is the SHA-256 of the server’s seed, the SHA-256 of the table and the place of ' +
    'the draw.',
  number: 'The number follows from both seeds',
  numberWhy:
    'The server’s seed and yours, mixed together, give one of {total} numbers. Neither side ' +
    'could choose it alone. The receipt says {number}.',
  numberHow:
    'The first 8 bytes of an HMAC-SHA256, as a whole number, modulo the sum of the weights. ' +
    'A value in the uneven rest of the range is rejected, and the next round is tried.',
  drawn: 'The number falls on the slot that was drawn',
  drawnWhy:
    'Each prize owns a stretch of the numbers: the likelier it is, the longer. The row that ' +
    'owns {number} is marked.',
  drawnHow:
    'Walk the table in order and take each weight off the number, until it is smaller than the ' +
    'weight in hand.',
  slot: 'What was drawn was given',
  slotWhy: 'The slot given is the slot drawn.',
  pity: 'After many losses, only wins were drawn from',
  pityWhy:
    'The table promises it, and each win that was left out has its reason with counters. ' +
    'That those counters are true is not proved.',
  soldOut: 'The drawn prize had run out: its stand-in was given',
  soldOutWhy:
    'The receipt names the drawn slot as sold out, and gives the table’s stand-in. ' +
    'That the stock was truly gone is not proved.',
  notYet: 'The drawn prize could not be given yet: its stand-in was given',
  notYetWhy:
    'The receipt says how many are released, or what the budget holds, and what is used. ' +
    'That those counters are true is not proved.',
  prize: 'Prize',
  numbers: 'Numbers',
  chance: 'Chance',
  bytes: 'Every byte, for programmers',
  bytesSealHeld: 'Seal you held',
  bytesSeal: 'Seal in the receipt',
  bytesSeedGiven: 'Client seed you gave',
  bytesSeed: 'Client seed in the receipt',
  bytesTable: 'Table, as UTF-8 text',
  bytesTableHash: 'SHA-256 of the table',
  bytesPlace: 'Place, as UTF-8 text: site, game, stream, epoch, index',
  bytesSealed: 'Hashed bytes, in hexadecimal: server’s seed, SHA-256 of the table, place',
  bytesComputed: 'Computed seal',
  bytesKey: 'Key, in hexadecimal: server’s seed',
  bytesMessage: 'Message, as UTF-8 text: client seed, index, round',
  bytesFirst: 'First 8 bytes as a number',
  bytesSum: 'Sum of the weights drawn from',
  bytesNumber: 'Number in the receipt',
  bytesRejected: 'Values rejected before it',
  bytesWeights: 'Weights in order',
  bytesDrawn: 'Slot drawn, counted from 0',
  bytesGiven: 'Slot given, counted from 0',
  bytesStandIn: 'Stand-in slot of the table',
  bytesDeviations: 'Deviations',
  noSlot: 'no such slot',
  proved: 'What this proves',
  provedSeed: 'The server’s seed and the table of odds were fixed before your seed was known.',
  provedNumber: 'The number drawn follows from both seeds, and from nothing else.',
  provedSlot: 'The number falls on the slot the receipt names.',
  notProved: 'What it does not prove',
  notStock: 'That stock really was sold out.',
  notStockWhy:
    'Where a receipt says the drawn prize had run out, the stand-in and the reason are checked. ' +
    'The shop’s shelf is not.',
  notWithheld: 'That no reply was withheld.',
  notWithheldWhy:
    'The draws of one shopper in one game are numbered without gaps, so a hidden one shows in ' +
    'the next index. A server that stops answering for good leaves nothing to check.',
  notHeld: 'That the seal is the one you held.',
  notHeldWhy:
    'This page compares it only if you noted it before the spin and enter it above. The widget ' +
    'does so by itself for the spins it made.',
  yourself: 'Trust nobody, this page included',
  yourselfWhy:
    'The published test vectors give the exact bytes that are hashed. With them you can write a ' +
    'second checker in any language that has SHA-256 and HMAC; it takes about forty lines.',
  vectors: 'The test vectors, as JSON',
} as const satisfies Phrases;

/** In any language. */
export type VerifyWords = Readonly<Record<keyof typeof words, string>>;
