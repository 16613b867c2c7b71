/** The hash functions of Node, without an object for each hash: a fraction of the cost. */
import { hash } from 'node:crypto';
import type { Hashing } from './core/hashing.ts';

export const nativeHashing: Hashing = { sha256Hex, hmacSha256 };

const blockBytes = 64;
const digestBytes = 32;

/** What is hashed is put together here, and in `outer`; one call at a time uses them. */
let inner = Buffer.alloc(1_024);
const outer = Buffer.alloc(blockBytes + digestBytes);

function sha256Hex(...parts: readonly (Uint8Array | string)[]): string {
  const [first = '', ...more] = parts;
  if (more.length === 0) return hash('sha256', first, 'hex');
  let length = 0;
  for (const part of parts) length += Buffer.byteLength(part);
  makeRoom(length);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += inner.write(part, at);
    else {
      inner.set(part, at);
      at += part.length;
    }
  }
  return hash('sha256', inner.subarray(0, length), 'hex');
}

function hmacSha256(key: Uint8Array, message: string): Uint8Array {
  if (key.length > blockBytes) throw new RangeError(`a key has ${blockBytes} bytes at most`);
  const length = blockBytes + Buffer.byteLength(message);
  makeRoom(length);
  pad(inner, key, 0x36);
  pad(outer, key, 0x5c);
  inner.write(message, blockBytes);
  outer.write(hash('sha256', inner.subarray(0, length), 'binary'), blockBytes, 'latin1');
  return Buffer.from(hash('sha256', outer, 'binary'), 'latin1');
}

function makeRoom(length: number): void {
  if (length > inner.length) inner = Buffer.alloc(length);
}

/** HMAC as RFC 2104 defines it. */
function pad(block: Buffer, key: Uint8Array, byte: number): void {
  block.fill(byte, 0, blockBytes);
  for (let at = 0; at < key.length; at += 1) block[at] = (key[at] ?? 0) ^ byte;
}
