/** The draw: commits to a number before the shopper's seed is known, and reveals it after. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  bytesToHex,
  numberBelow,
  numberText,
  placeText,
  slotAt,
  tableText,
  weightTotal,
  type DrawPlace,
  type DrawTable,
} from '../../shared/draw.ts';

export interface DrawnNumber {
  /** 0 ≤ number < sum of weights. */
  readonly number: number;
  /** How many numbers were rejected before it. */
  readonly round: number;
  readonly slot: number;
}

/** HMAC-SHA256(draw key, canonical JSON of [site, game, stream, epoch, index]): 32 bytes. */
export function serverSeedOf(drawKey: Uint8Array, place: DrawPlace): Uint8Array {
  return hmac(sha256, drawKey, utf8ToBytes(placeText(place)));
}

/** SHA-256 of the canonical table: 32 bytes. */
export function tableHashOf(table: DrawTable): Uint8Array {
  return sha256(utf8ToBytes(tableText(table)));
}

/**
 * SHA-256(serverSeed ‖ tableHash ‖ place), 64 lower-case hex digits: neither seed, table nor place
 * can change after it was shown.
 */
export function commitmentOf(
  serverSeed: Uint8Array,
  tableHash: Uint8Array,
  place: DrawPlace,
): string {
  return bytesToHex(sha256(concatBytes(serverSeed, tableHash, utf8ToBytes(placeText(place)))));
}

/** The number that both seeds make, by rejection sampling, and the slot it falls on. */
export function drawFrom(
  serverSeed: Uint8Array,
  shopper: { readonly clientSeed: string; readonly index: number },
  table: DrawTable,
): DrawnNumber {
  const total = weightTotal(table);
  for (let round = 0; ; round += 1) {
    const message = utf8ToBytes(numberText(shopper.clientSeed, shopper.index, round));
    const number = numberBelow(hmac(sha256, serverSeed, message), total);
    if (number !== null) return { number, round, slot: slotAt(table, number) };
  }
}
