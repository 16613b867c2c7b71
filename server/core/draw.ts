/** The draw: commits to a number before the shopper's seed is known, and reveals it after. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../shared/canonical.ts';
import {
  bytesToHex,
  numberBelow,
  numberText,
  slotAt,
  tableText,
  weightTotal,
  type DrawTable,
} from '../../shared/draw.ts';

/** Which draw: no two draws of a server share one. */
export interface DrawPlace {
  readonly site: string;
  readonly game: string;
  readonly stream: string;
  readonly epoch: number;
  readonly index: number;
}

export interface DrawnNumber {
  /** 0 ≤ number < sum of weights. */
  readonly number: number;
  /** How many numbers were rejected before it. */
  readonly round: number;
  readonly slot: number;
}

/** HMAC-SHA256(draw key, canonical JSON of [site, game, stream, epoch, index]): 32 bytes. */
export function serverSeedOf(drawKey: Uint8Array, place: DrawPlace): Uint8Array {
  const { site, game, stream, epoch, index } = place;
  return hmac(sha256, drawKey, utf8ToBytes(canonicalJson([site, game, stream, epoch, index])));
}

/** SHA-256 of the canonical table: 32 bytes. */
export function tableHashOf(table: DrawTable): Uint8Array {
  return sha256(utf8ToBytes(tableText(table)));
}

/** SHA-256(serverSeed ‖ tableHash), 64 lower-case hex digits. */
export function commitmentOf(serverSeed: Uint8Array, tableHash: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(serverSeed, tableHash)));
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
