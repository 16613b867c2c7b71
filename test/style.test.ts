/** The numbers of the style sheet: columns, function and file length, names, exports, open ends. */
import { describe, expect, test } from 'vitest';
import {
  type Source,
  type SyntaxNode,
  isNode,
  lineAt,
  parseSource,
  readSources,
  visit,
} from './helper/source.ts';

const columnsMax = 100;
const functionLinesMax = 60;
const fileLinesMax = 400;

/** Tools that take nothing but a default export. */
const defaultExportAllowed = [
  /\.config\.(ts|mjs)$/,
  /^scripts\/lint\//,
  /^test\/helper\/.*-setup\.ts$/,
];

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

const sources = readSources([
  '{shared,server,widget,admin,demo,test,bench,scripts}/**/*.{ts,mjs}',
  '*.config.{ts,mjs}',
]);

type Check = (source: Source) => string[];

const checks: Readonly<Record<string, Check>> = {
  [`no line over ${columnsMax} columns`]: longLines,
  [`no function over ${functionLinesMax} lines`]: longFunctions,
  [`no file over ${fileLinesMax} lines`]: longFiles,
  'no open end without an issue': openEnds,
  'named exports only': defaultExports,
  'no barrel': barrels,
  'kebab-case names': otherNames,
};

describe.each(Object.entries(checks))('%s', (_name, check) => {
  test('in any source', () => {
    const found = sources.flatMap((source) =>
      check(source).map((what) => `${source.path}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the checks see', () => {
  test.each([
    ['a long line', longLines, `// ${'x'.repeat(columnsMax)}`],
    ['a long function', longFunctions, `function f() {\n${lines(functionLinesMax)}}`],
    ['a long method', longFunctions, `class A { f() {\n${lines(functionLinesMax)}} }`],
    ['a long arrow', longFunctions, `const f = () => {\n${lines(functionLinesMax)}};`],
    ['a long file', longFiles, lines(fileLinesMax + 1)],
    ['an open end', openEnds, '// TODO: later'],
    ['a default export', defaultExports, 'export default 1;'],
    ['a default among the names', defaultExports, 'const a = 1; export { a as default };'],
    ['a barrel', barrels, `export * from './a.ts';\nexport { b } from './b.ts';`],
  ])('%s', (_what, check, text) => {
    expect(check(parseSource('shared/example.ts', text))).toHaveLength(1);
  });

  test.each(['shared/badName.ts', 'shared/bad_name.ts', 'Shared/name.ts', 'shared/name.Test.ts'])(
    'the name %s',
    (path) => {
      expect(otherNames(parseSource(path, ''))).toEqual([path]);
    },
  );

  test.each([
    ['a long suite', longFunctions, `describe('x', () => {\n${lines(functionLinesMax)}});`],
    ['a long text', longLines, `const words = {\n  'won-it': '${'x'.repeat(columnsMax)}',\n};`],
    ['an open end with its issue', openEnds, '// TODO(#12): later'],
    ['a re-export beside code', barrels, `export * from './a.ts';\nexport const b = 1;`],
  ])('and leave alone %s', (_what, check, text) => {
    expect(check(parseSource('shared/example.ts', text))).toEqual([]);
  });
});

function lines(count: number): string {
  return '  work();\n'.repeat(count);
}

/** A line that holds one text and its key may be as long as the text. */
function longLines({ text }: Source): string[] {
  return text.split('\n').flatMap((line, index) => {
    const isOneText = /^\s*([\w'-]+: )?(['"`])((?!\2).)*\2,?$/.test(line);
    // A mark above or below a letter takes no column.
    const columns = line.replaceAll(/\p{Mn}/gu, '').length;
    return columns > columnsMax && !isOneText ? [`line ${index + 1}`] : [];
  });
}

function longFunctions({ text, body }: Source): string[] {
  const found: string[] = [];
  visit(body, (node, around) => {
    if (!functionTypes.has(node.type) || isSuite(node, around.at(-1))) return;
    const first = lineAt(text, node.start);
    const count = lineAt(text, node.end) - first + 1;
    if (count > functionLinesMax) found.push(`line ${first} starts ${count} lines`);
  });
  return found;
}

function longFiles({ text }: Source): string[] {
  const count = text.trimEnd().split('\n').length;
  return count > fileLinesMax ? [`${count} lines`] : [];
}

/** The body of a `describe` is a list of tests, not a function that someone reads at once. */
function isSuite(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type !== 'CallExpression' || !isNode(parent['callee'])) return false;
  let callee = parent['callee'];
  while (isNode(callee['callee'] ?? callee['object'])) {
    callee = (callee['callee'] ?? callee['object']) as SyntaxNode;
  }
  const suites = ['describe', 'onBothEngines'];
  return suites.some((name) => name === callee['name']) && parent['callee'] !== node;
}

function openEnds({ text, comments }: Source): string[] {
  return comments
    .filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d)/.test(value))
    .map(({ start }) => `line ${lineAt(text, start)}`);
}

function defaultExports({ path, body }: Source): string[] {
  if (defaultExportAllowed.some((pattern) => pattern.test(path))) return [];
  const found: string[] = [];
  visit(body, (node) => {
    const { exported } = node;
    const isNamedDefault = isNode(exported) && exported['name'] === 'default';
    if (node.type === 'ExportDefaultDeclaration' || isNamedDefault) found.push('a default export');
  });
  return found;
}

function barrels({ body }: Source): string[] {
  const isBarrel =
    body.length > 0 &&
    body.every(({ type, source }) => type.startsWith('Export') && isNode(source));
  return isBarrel ? ['only hands on the exports of others'] : [];
}

function otherNames({ path }: Source): string[] {
  return path.split('/').every((part) => /^[a-z\d]+([-.][a-z\d]+)*$/.test(part)) ? [] : [path];
}
