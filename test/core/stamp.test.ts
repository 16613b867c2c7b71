/** Ids and codes: unique, readable, and the same again when a decision runs again. */
import { describe, expect, it } from 'vitest';
import { idsFrom } from '../../server/core/stamp.ts';
import { newId } from '../helper/shopping.ts';
import { stampAt } from '../helper/facts.ts';

describe('ids and codes', () => {
  it('are the same for the same stamp, in the same order', () => {
    const make = (): string[] => {
      const ids = idsFrom(stampAt());
      return [ids.next('p'), ids.code(), ids.next('v'), ids.code()];
    };
    expect(make()).toEqual(make());
  });

  it('differ within a stamp and between stamps', () => {
    const seen = new Set<string>();
    for (let at = 0; at < 500; at += 1) {
      const ids = idsFrom({ ...stampAt(), entropy: newId() });
      for (let nth = 0; nth < 50; nth += 1) seen.add(ids.next('p')).add(ids.code());
    }
    expect(seen.size).toBe(500 * 50 * 2);
  });

  it('sort by time, whatever chance says', () => {
    const early = idsFrom({ ...stampAt(1_000_000_000_000), entropy: 'f'.repeat(32) }).next('p');
    const late = idsFrom({ ...stampAt(1_000_000_000_001), entropy: '0'.repeat(32) }).next('p');
    expect(early < late).toBe(true);
  });

  it('fit where ids are accepted', () => {
    expect(idsFrom(stampAt()).next('v')).toMatch(/^v_[a-z0-9]{27,}$/);
  });

  it('codes have ten characters of 32, without those that are misread, and use them all', () => {
    const used = new Set<string>();
    for (let at = 0; at < 200; at += 1) {
      const code = idsFrom({ ...stampAt(), entropy: newId() }).code();
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
      for (const character of code) used.add(character);
    }
    expect(used.size).toBe(32);
  });
});
