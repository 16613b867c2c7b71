/** A list of codes, line by line. */
import { describe, expect, it } from 'vitest';
import { CodeListReader, type CodeList } from '../../server/core/code-list.ts';

describe('a list of codes', () => {
  it.each<[string, string[], string[], string[]]>([
    ['takes a code a line', ['AAA', 'BBB'], ['AAA', 'BBB'], []],
    ['passes over empty lines and spaces around', ['', ' AAA ', '\t'], ['AAA'], []],
    ['passes over the mark of its encoding', ['\uFEFFAAA'], ['AAA'], []],
    ['takes the quotes of a spreadsheet off', ['"AAA"', '" BBB "'], ['AAA', 'BBB'], []],
    [
      'gives nobody the heading of a column',
      ['\uFEFF"Discount code"', 'AAA'],
      ['AAA'],
      ['1 malformed: "Discount code" is the heading of a column'],
    ],
    ['takes a heading for a code further down', ['AAA', 'CODE'], ['AAA', 'CODE'], []],
    [
      'gives nobody a line with something beside the code',
      ['AAA;20', '"AB""C"', '"BBB",'],
      [],
      [
        '1 malformed: a code stands alone in its line, not "AAA;20"',
        '2 malformed: a code stands alone in its line, not "AB\\"C"',
        '3 malformed: a code stands alone in its line, not "\\"BBB\\","',
      ],
    ],
    [
      'names the line that has a code already',
      ['AAA', 'BBB', 'AAA'],
      ['AAA', 'BBB'],
      ['3 repeated: "AAA" stands in line 1 already'],
    ],
    [
      'says what a code is where there is none',
      ['A B', 'é€', 'AA'],
      [],
      [
        '1 malformed: a code is 3 to 64 visible ASCII characters without spaces, not "A B"',
        '2 malformed: a code is 3 to 64 visible ASCII characters without spaces, not "é€"',
        '3 malformed: a code is 3 to 64 visible ASCII characters without spaces, not "AA"',
      ],
    ],
    [
      'ends where it is too long',
      ['AAA', 'BBB', 'CCC', 'AAA', 'DDD', 'EEE'],
      ['AAA', 'BBB', 'CCC'],
      [
        '4 repeated: "AAA" stands in line 1 already',
        '5 too_many: one import takes 3 codes; put the rest into another file',
      ],
    ],
  ])('%s', (_name, lines, codes, problems) => {
    const list = listOf(lines);
    expect([...list.codes.keys()]).toEqual(codes);
    expect(list.problems.map(({ line, kind, message }) => `${line} ${kind}: ${message}`)).toEqual(
      problems,
    );
  });
});

function listOf(lines: readonly string[]): CodeList {
  const reader = new CodeListReader(3);
  for (const line of lines) if (!reader.add(line)) break;
  return reader.list();
}
