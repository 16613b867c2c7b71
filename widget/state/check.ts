/** Checks a play with the browser's own SHA-256. */
import { checkReceipt, type Check, type Hashes, type Seen } from '../../shared/verify.ts';
import type { Receipt } from '../../shared/draw.ts';
import { jsonOf } from './json.ts';

/**
 * `verified`: everything holds, the seal held before the play included · `consistent`: everything
 * holds, but nobody here held the seal · `unchecked`: this page has no SHA-256 · `forged`:
 * something does not hold.
 */
export interface Verdict {
  readonly kind: 'verified' | 'consistent' | 'unchecked' | 'forged';
  readonly checks: readonly Check[];
}

export async function checkPlay(receipt: Receipt, seen: Seen | undefined): Promise<Verdict> {
  const hashes = browserHashes();
  if (!hashes) return { kind: 'unchecked', checks: [] };
  try {
    const checks = await checkReceipt(receipt, hashes, seen);
    if (checks.some(({ ok }) => !ok)) return { kind: 'forged', checks };
    return { kind: seen ? 'verified' : 'consistent', checks };
  } catch {
    return { kind: 'forged', checks: [] };
  }
}

/** Undefined on pages without a secure context: there is no `crypto.subtle`. */
export function browserHashes(): Hashes | undefined {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return undefined;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)),
    async hmacSha256(key, message) {
      const imported = await subtle.importKey('raw', key, algorithm, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', imported, message));
    },
    encode: (text) => encoder.encode(text),
  };
}

/** The receipt as the part of an address behind `#`: base64url of its JSON. */
export function receiptToHash(receipt: Receipt): string {
  const bytes = new TextEncoder().encode(jsonOf(receipt));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
