/**
 * What would be right, where a schema has no words of its own: for a person who writes JSON, be it
 * a programme or the body of a call.
 */
import { z } from 'zod';

/** Undefined leaves the word to the schema. */
export function whatIsRight(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: ${nounOf(issue.expected)}`
        : `must be ${nounOf(issue.expected)}, not ${shown(issue.input)}`;
    case 'invalid_value':
      return oneOf(issue.values, issue.input);
    case 'too_small':
      return `${atLeast(issue)}, not ${sizeOf(issue.origin, issue.input)}`;
    case 'too_big':
      return `${atMost(issue)}, not ${sizeOf(issue.origin, issue.input)}`;
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysOf(issue.inst));
    case 'invalid_union':
      return unionWords(issue);
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ');
    default:
      return undefined;
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list […]',
  tuple: 'a list […]',
  object: 'an object {…}',
  record: 'an object {…}',
};

function nounOf(expected: string): string {
  return nouns[expected] ?? expected;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function oneOf(values: readonly z.core.util.Primitive[], given: unknown): string {
  const words = listed(values);
  return given === undefined ? `is missing: ${words}` : `must be ${words}, not ${shown(given)}`;
}

function listed(values: readonly z.core.util.Primitive[]): string {
  const words = values.map((value) => shown(value));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

interface Bound {
  readonly origin: string;
  readonly inclusive?: boolean | undefined;
  readonly exact?: boolean | undefined;
}

function atLeast({
  origin,
  minimum,
  exact,
  inclusive,
}: Bound & { readonly minimum: number | bigint }): string {
  if (exact === true) return `must have exactly ${counted(origin, minimum)}`;
  if (isMeasured(origin)) return `must have at least ${counted(origin, minimum)}`;
  return inclusive === false ? `must be more than ${minimum}` : `must be at least ${minimum}`;
}

function atMost({
  origin,
  maximum,
  exact,
  inclusive,
}: Bound & { readonly maximum: number | bigint }): string {
  if (exact === true) return `must have exactly ${counted(origin, maximum)}`;
  if (isMeasured(origin)) return `must have at most ${counted(origin, maximum)}`;
  return inclusive === false ? `must be less than ${maximum}` : `must be at most ${maximum}`;
}

function isMeasured(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function counted(origin: string, count: number | bigint): string {
  const noun = origin === 'string' ? 'character' : 'entry';
  const many = origin === 'string' ? 'characters' : 'entries';
  return `${count} ${Number(count) === 1 ? noun : many}`;
}

function sizeOf(origin: string, value: unknown): string {
  if (isMeasured(origin) && (typeof value === 'string' || Array.isArray(value))) {
    return `${value.length}`;
  }
  return shown(value);
}

function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  const named = schema instanceof z.ZodRecord ? schema.keyType : undefined;
  return named instanceof z.ZodEnum ? named.options.map(String) : [];
}

/** All that there are come once, at the end, where any of the keys is near none of them. */
function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  const near = keys.map((key) =>
    known.find(
      (each) =>
        distance(each.toLowerCase(), key.toLowerCase()) <= Math.min(2, Math.floor(key.length / 3)),
    ),
  );
  const words = keys.map((key, at) => {
    const like = near[at];
    return `there is no "${key}"${like === undefined ? '' : `; "${like}" is one`}`;
  });
  const isListed = known.length > 0 && near.includes(undefined);
  return [...words, ...(isListed ? [`there are ${known.join(', ')}`] : [])].join('; ');
}

/** A union says what its members say; one that goes by a word says which words there are. */
function unionWords({
  input,
  errors,
  discriminator,
  options,
}: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion> & {
  readonly options?: readonly z.core.util.Primitive[];
}): string | undefined {
  if (discriminator !== undefined && options !== undefined) {
    const given: unknown =
      typeof input === 'object' && input !== null ? Reflect.get(input, discriminator) : undefined;
    return oneOf(options, given);
  }
  const values = errors.map(([first, ...more]) =>
    first?.code === 'invalid_value' && more.length === 0 ? first.values : undefined,
  );
  if (values.every((each) => each !== undefined)) return oneOf(values.flat(), input);
  // Of the members that take this kind of value, what they miss; else what any of them takes.
  const fitting = errors.filter(
    ([first]) => first?.code !== 'invalid_type' || first.path.length > 0,
  );
  const said = (fitting.length > 0 ? fitting : errors).flatMap((each) =>
    each.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)),
  );
  return [...new Set(said)].join('; or ');
}

/** Levenshtein's: how many letters must change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1];
    for (const [place, each] of other.split('').entries()) {
      const change = (row[place] ?? 0) + (letter === each ? 0 : 1);
      next.push(Math.min(change, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
