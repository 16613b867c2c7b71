/** Numbers that look random, the same for the same seed: for simulations, never for draws. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { textHash } from './stamp.ts';

export interface Chance {
  /** 0 ≤ number < 1. */
  next(): number;
}

/** SFC32, by Chris Doty-Humphrey (PractRand), seeded by the text. */
export function chanceOf(seed: string): Chance {
  const bytes = new DataView(hexToBytes(textHash(`chance:${seed}`)).buffer);
  let [a, b, c, counter] = [bytes.getInt32(0), bytes.getInt32(4), bytes.getInt32(8), 1];
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();
  return { next: () => word() / 2 ** 32 };
}
