/** What changes between two documents, line by line. */
import { describe, expect, it } from 'vitest';
import { describeChange, diffDocuments } from '../../server/core/programme-diff.ts';
import { programmeOf } from '../helper/programme.ts';

describe('the difference of two documents', () => {
  it('is nothing for the same document', () => {
    expect(diffDocuments(programmeOf(), programmeOf())).toEqual([]);
  });

  it('names a changed field by the ids on the way', () => {
    const slots = [
      { prizeId: 'ten-off', weight: 5 },
      { prizeId: 'nothing', weight: 1 },
      { prizeId: 'ten-points', weight: 1 },
      { prizeId: 'nothing', weight: 1 },
    ];
    const lines = diffDocuments(programmeOf(), programmeOf({ game: { slots } }));
    expect(lines.map(describeChange)).toEqual([
      '~ campaigns[always].games[wheel].slots[0].weight: 1 → 5',
    ]);
  });

  it('names what came and what went', () => {
    const before = { prizes: [{ id: 'a' }, { id: 'b' }], site: { accent: '#000000' } };
    const after = { prizes: [{ id: 'b' }, { id: 'c' }], site: {} };
    expect(diffDocuments(before, after).map(describeChange)).toEqual([
      '- prizes[a]: {"id":"a"}',
      '+ prizes[c]: {"id":"c"}',
      '- site.accent: "#000000"',
    ]);
  });

  it('names an order that changed, and nothing when one only came in between', () => {
    const before = { prizes: [{ id: 'a' }, { id: 'b' }] };
    const turned = { prizes: [{ id: 'b' }, { id: 'a' }] };
    const between = { prizes: [{ id: 'a' }, { id: 'c' }, { id: 'b' }] };
    expect(diffDocuments(before, turned).map(describeChange)).toEqual([
      '~ prizes in order: ["a","b"] → ["b","a"]',
    ]);
    expect(diffDocuments(before, between).map(({ path }) => path)).toEqual(['prizes[c]']);
  });

  it('is the whole document when there was none', () => {
    const paths = diffDocuments({}, programmeOf()).map(({ path }) => path);
    expect(paths).toEqual(Object.keys(programmeOf()));
  });

  it('tells null from not there, and a list from a map', () => {
    expect(diffDocuments({ a: null, b: [] }, { a: 0, b: {} }).map(describeChange)).toEqual([
      '~ a: null → 0',
      '~ b: [] → {}',
    ]);
  });

  it('shortens what is too long to read', () => {
    const line = describeChange({ path: 'a', before: undefined, after: 'x'.repeat(200) });
    expect(line.length).toBeLessThan(90);
  });
});
