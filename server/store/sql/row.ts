/** Reads typed columns from rows; a column of another type is a bug and throws. */
import type { Row } from '../store.ts';

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`column ${column} is no text: ${typeof value}`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** A safe integer. */
export function intOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new Error(`column ${column} is no safe integer: ${String(value)}`);
  }
  return value;
}

export function intOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : intOf(row, column);
}

/** One of the words that the column may hold. */
export function wordOf<Word extends string>(
  row: Row,
  column: string,
  words: readonly Word[],
): Word {
  const value = textOf(row, column);
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Error(`column ${column} holds "${value}"`);
  return word;
}
