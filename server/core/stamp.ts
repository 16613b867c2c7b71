/** What a decision may not make itself: the time, new ids, and the key of the draws. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { plainHashing, type Hashing } from './hashing.ts';

export interface Stamp {
  /** Epoch milliseconds. */
  readonly now: number;
  /** 32 random hex digits: the start of every id and code made under this stamp. */
  readonly entropy: string;
  readonly drawKey: Uint8Array;
  readonly hashing: Hashing;
}

/**
 * A source of ids that starts anew with every run of a decision, so that a second run makes the
 * same.
 */
export interface Ids {
  /** `prefix_` and 27 or more characters that nobody can guess, in the order of time. */
  next(prefix: string): string;
  /** Ten characters of 32 (50 bits), without the letters I, L, O and U that are misread. */
  code(): string;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function idsFrom(stamp: Stamp): Ids {
  const base = stamp.now.toString(36) + stamp.entropy.slice(0, 18);
  let made = 0;
  return {
    next(prefix) {
      made += 1;
      return `${prefix}_${base}${made.toString(36)}`;
    },
    code() {
      made += 1;
      const bytes = hexToBytes(stamp.hashing.sha256Hex(`code:${stamp.entropy}:${made}`));
      return Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte & 31]).join('');
    },
  };
}

/** SHA-256 of a text, 64 lower-case hex digits. */
export function textHash(text: string): string {
  return plainHashing.sha256Hex(text);
}
