/** The hash functions of Node, for checking receipts in tests. */
import { webcrypto } from 'node:crypto';
import type { Hashes } from '../../shared/verify.ts';

export const hashes: Hashes = {
  async sha256(bytes) {
    return new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes));
  },
  async hmacSha256(keyBytes, message) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await webcrypto.subtle.importKey('raw', keyBytes, algorithm, false, ['sign']);
    return new Uint8Array(await webcrypto.subtle.sign('HMAC', key, message));
  },
  encode: (text) => new TextEncoder().encode(text),
};
