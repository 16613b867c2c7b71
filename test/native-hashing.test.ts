import { describe, expect, it } from 'vitest';
import { plainHashing } from '../server/core/hashing.ts';
import { nativeHashing } from '../server/native-hashing.ts';

const texts = ['', 'a', '["demo","wheel","s_1",0,7]', 'Vòng quay 🎡 may mắn', 'x'.repeat(5_000)];
const keys = [new Uint8Array(0), Uint8Array.from([1, 2, 3]), new Uint8Array(32).fill(7)];

describe('the native hashes', () => {
  it.each(texts)('are those of the plain ones for %j', (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(nativeHashing.sha256Hex(text)).toBe(plainHashing.sha256Hex(text));
    expect(nativeHashing.sha256Hex(bytes)).toBe(plainHashing.sha256Hex(bytes));
    for (const key of [...keys, new Uint8Array(64).fill(255)]) {
      const made = nativeHashing.hmacSha256(key, text);
      expect([...made]).toEqual([...plainHashing.hmacSha256(key, text)]);
    }
  });

  it('keep an answer as it was while the next is made', () => {
    const [key] = keys;
    const first = nativeHashing.hmacSha256(key!, 'one');
    const kept = [...first];
    nativeHashing.hmacSha256(key!, 'two');
    expect([...first]).toEqual(kept);
  });

  it('refuse a key that HMAC would have to shorten', () => {
    expect(() => nativeHashing.hmacSha256(new Uint8Array(65), '')).toThrow(RangeError);
  });
});
