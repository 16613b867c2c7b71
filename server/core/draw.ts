/** The draw: commits to a number before the shopper's seed is known, and reveals it after. */
import { hexToBytes } from '@noble/hashes/utils.js';
import {
  numberBelow,
  numberText,
  placeText,
  slotAt,
  tableText,
  weightTotal,
  type DrawPlace,
  type DrawTable,
} from '../../shared/draw.ts';
import { plainHashing, type Hashing } from './hashing.ts';

export interface DrawnNumber {
  /** 0 ≤ number < sum of weights. */
  readonly number: number;
  /** How many numbers were rejected before it. */
  readonly round: number;
  readonly slot: number;
}

/** HMAC-SHA256(draw key, canonical JSON of [site, game, stream, epoch, index]): 32 bytes. */
export function serverSeedOf(
  drawKey: Uint8Array,
  place: DrawPlace,
  { hmacSha256 }: Hashing,
): Uint8Array {
  return hmacSha256(drawKey, placeText(place));
}

/** SHA-256 of the canonical table: 32 bytes. */
export function tableHashOf(table: DrawTable): Uint8Array {
  return hexToBytes(plainHashing.sha256Hex(tableText(table)));
}

/**
 * SHA-256(serverSeed ‖ tableHash ‖ place), 64 lower-case hex digits: neither seed, table nor place
 * can change after it was shown.
 */
export function commitmentOf(
  serverSeed: Uint8Array,
  tableHash: Uint8Array,
  place: DrawPlace,
  { sha256Hex }: Hashing,
): string {
  return sha256Hex(serverSeed, tableHash, placeText(place));
}

/** The number that both seeds make, by rejection sampling, and the slot it falls on. */
export function drawFrom(
  serverSeed: Uint8Array,
  shopper: { readonly clientSeed: string; readonly index: number },
  table: DrawTable,
  { hmacSha256 }: Hashing,
): DrawnNumber {
  const total = weightTotal(table);
  for (let round = 0; ; round += 1) {
    const message = numberText(shopper.clientSeed, shopper.index, round);
    const number = numberBelow(hmacSha256(serverSeed, message), total);
    if (number !== null) return { number, round, slot: slotAt(table, number) };
  }
}
