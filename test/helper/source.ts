/** Reads the project's own sources for the tests that hold its rules. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');

type Parsed = ReturnType<typeof parseSync>;

/** A node of the syntax tree, as far as these tests look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly comments: Parsed['comments'];
  readonly body: readonly SyntaxNode[];
}

/** All sources of ours that match one of the patterns. */
export function readSources(patterns: readonly string[]): Source[] {
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return paths.sort().map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

/** @throws when the text does not parse */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  return { path, text, comments, body: program.body as unknown as SyntaxNode[] };
}

/** Every node below, with the nodes around it, outermost first. */
export function visit(
  nodes: readonly SyntaxNode[],
  see: (node: SyntaxNode, around: readonly SyntaxNode[]) => void,
  around: readonly SyntaxNode[] = [],
): void {
  for (const node of nodes) {
    see(node, around);
    visit(Object.values(node).flat().filter(isNode), see, [...around, node]);
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
