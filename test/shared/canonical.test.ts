/** Canonical JSON: the exact text that is hashed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Canonical } from '../../shared/canonical.ts';

describe('canonical JSON', () => {
  it.each<[string, Canonical, string]>([
    ['sorts keys', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    [
      'sorts by UTF-16 code units',
      { '\u{1F600}': 1, '\uFB33': 2, Z: 3 },
      '{"Z":3,"\u{1F600}":1,"\uFB33":2}',
    ],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['nests', { b: [{ d: null, c: true }], a: {} }, '{"a":{},"b":[{"c":true,"d":null}]}'],
    ['escapes as JSON does', '"\\\n\u0001é', '"\\"\\\\\\n\\u0001é"'],
    ['writes digits as numbers do', [0, -1, 9_007_199_254_740_991], '[0,-1,9007199254740991]'],
    ['knows no negative zero', -0, '0'],
    ['sorts digits as text', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
  ])('%s', (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
    'refuses the number %d, wherever it stands',
    (value) => {
      expect(() => canonicalJson(value)).toThrow('no safe integer');
      expect(() => canonicalJson({ a: [value] })).toThrow('no safe integer');
    },
  );

  it('says the same whatever the order of keys, and reads back as what it was', () => {
    const { tree } = fc.letrec<{ tree: Canonical }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(fc.string(), tie('tree'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

/** The same with the keys of every object the other way round. */
function reversed(value: Canonical): Canonical {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(members.reverse());
}
