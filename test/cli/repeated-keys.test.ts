/** What a JSON text says twice, and where. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repeatedKeys } from '../../server/cli/repeated-keys.ts';

it.each<[string, string, string[]]>([
  ['nothing is', '{"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}, {"b": 2}]}', []],
  ['at the top', '{\n"a": 1,\n"b": 2,\n"a": 3\n}', ['4 a']],
  ['in a list', '{"a": [0, [1, 2], {"b": 1,\n "b": 2}]}', ['2 a[2].b']],
  ['after an empty list', '{"a": [], "b": {}, "a": 0}', ['1 a']],
  ['texts are no keys', '{"a": "x\\": {,", "b": ["a", "a"], "c": "a"}', []],
  ['by another spelling', '{"a": 1, "\\u0061" : 2}', ['1 a']],
])('is found: %s', (_name, text, found) => {
  expect(repeatedKeys(text).map(({ line, path }) => `${line} ${path}`)).toEqual(found);
});

const ours = ['demo/programme.json', ...readdirSync('server/templates').map(templateFile)];

it.each(ours)('is in no programme of ours: %s', (file) => {
  expect(repeatedKeys(readFileSync(file, 'utf8'))).toEqual([]);
});

function templateFile(name: string): string {
  return `server/templates/${name}`;
}
