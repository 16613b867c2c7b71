/**
 * Finds what a JSON text says twice of one thing. `JSON.parse` takes the last and drops the rest
 * without a word, so half of what somebody wrote would be out of force.
 */

export interface RepeatedKey {
  /** Such as `site.theme`, or `prizes[2].cost`. */
  readonly path: string;
  /** Of the second one, from 1. */
  readonly line: number;
}

interface Level {
  readonly path: string;
  /** Null in a list. */
  readonly keys: Set<string> | null;
  /** Of the entry that is being read. */
  at: string;
}

const token = /"(?:[^"\\]|\\.)*"\s*:|"(?:[^"\\]|\\.)*"|[{}[\],\n]/g;

/** `text` is JSON that parses. */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const levels: Level[] = [];
  let line = 1;
  for (const [read] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (read === '{' || read === '[') {
      const path = level?.at ?? '';
      levels.push({ path, keys: read === '{' ? new Set() : null, at: `${path}[0]` });
    } else if (read === '}' || read === ']') {
      levels.pop();
    } else if (read === ',' && level && !level.keys) {
      level.at = `${level.path}[${Number(/(\d+)\]$/.exec(level.at)?.[1]) + 1}]`;
    } else if (level?.keys && read.endsWith(':')) {
      const key = String(JSON.parse(read.slice(0, read.lastIndexOf(':'))));
      level.at = level.path === '' ? key : `${level.path}.${key}`;
      if (level.keys.has(key)) found.push({ path: level.at, line });
      level.keys.add(key);
    }
    line += read.split('\n').length - 1;
  }
  return found;
}
