/** The hash functions of draws. They come in with the stamp: a server has native ones. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToHex } from '../../shared/draw.ts';

export interface Hashing {
  /** SHA-256 of bytes and of texts' UTF-8, one after the other: 64 lower-case hex digits. */
  sha256Hex(...parts: readonly (Uint8Array | string)[]): string;
  /** HMAC-SHA256 of a text's UTF-8: 32 bytes. */
  hmacSha256(key: Uint8Array, message: string): Uint8Array;
}

/** Runs anywhere. */
export const plainHashing: Hashing = {
  sha256Hex: (...parts) =>
    bytesToHex(
      sha256(
        concatBytes(...parts.map((part) => (typeof part === 'string' ? utf8ToBytes(part) : part))),
      ),
    ),
  hmacSha256: (key, message) => hmac(sha256, key, utf8ToBytes(message)),
};
