/**
 * Puts what is alike side by side in a chunk: imports, styles, functions, then the rest in its own
 * order. It runs the same, and compresses better.
 */
import { parseSync, Visitor, type ESTree } from 'vite';

interface Piece {
  readonly start: number;
  readonly end: number;
}

export function sortChunk(code: string, file = 'chunk.js'): string {
  const { body } = parseSync(file, code).program;
  const sheets = sheetsIn(body, code);
  const isStyles = (node: ESTree.Node): boolean =>
    node.type === 'VariableDeclaration' &&
    node.declarations.every(({ init }) => init && sheets.some(({ start }) => start === init.start));
  const textOf = ({ start, end }: Piece): string => code.slice(start, end);
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const styles = body.filter(isStyles);
  const functions = body.filter(({ type }) => type === 'FunctionDeclaration');
  const rest = body.filter(
    (node) => ![imports, styles, functions].some((group) => group.includes(node)),
  );
  const within = sheets.filter(({ start, end }) =>
    rest.some((node) => node.start <= start && end <= node.end),
  );
  const names = new Map(within.map((sheet, at) => [sheet, `sheet$${at}`]));
  const lifted = (node: Piece): string =>
    within
      .filter(({ start, end }) => node.start <= start && end <= node.end)
      .toSorted((one, other) => other.start - one.start)
      .reduce(
        (text, sheet) =>
          text.slice(0, sheet.start - node.start) +
          (names.get(sheet) ?? '') +
          text.slice(sheet.end - node.start),
        textOf(node),
      );
  return [
    ...imports.map(textOf),
    ...styles.map(textOf),
    ...within.map((sheet) => `const ${names.get(sheet)} = ${textOf(sheet)};`),
    ...functions.map(textOf),
    ...rest.map(lifted),
  ].join('\n');
}

/**
 * Every `css` template with nothing filled in. The tag must come from another chunk, under whatever
 * name: what is moved before its definition would not find it.
 */
function sheetsIn(body: readonly ESTree.Node[], code: string): Piece[] {
  const sheets: Piece[] = [];
  const imported = new Set<string>();
  const program = { type: 'Program', body, start: 0, end: code.length } as ESTree.Program;
  new Visitor({
    ImportSpecifier: ({ local }) => void imported.add(local.name),
    TaggedTemplateExpression({ tag, quasi, start, end }) {
      const isSheet = quasi.expressions.length === 0 && rule.test(quasi.quasis[0]?.value.raw ?? '');
      if (isSheet && tag.type === 'Identifier' && imported.has(tag.name)) {
        sheets.push({ start, end });
      }
    },
  }).visit(program);
  return sheets;
}

const rule = /^[^<]*\{[^<]*:[^<]*\}/;
