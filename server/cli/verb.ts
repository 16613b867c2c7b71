/** What the verbs of the command line share: their shape, their arguments, and how they print. */
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Refusal, RefusalIssue, Result } from '../../shared/refusals.ts';
import { checkProgramme, type ProgrammeDocument } from '../../shared/schema/programme.ts';
import { readConfig } from '../config.ts';
import type { Programme } from '../core/programme.ts';
import { isMap } from '../core/programme-diff.ts';
import type { Deps } from '../flow/deps.ts';
import { databaseIsThere, needsToBeThere, openDeps } from '../open-deps.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** What a person did wrong; printed in one line. */
export class UsageError extends Error {}

/** Another call would be right: how the verb is called is printed with it. */
export class CallError extends UsageError {}

export interface Verb {
  readonly usage: string;
  readonly does: string;
  /** The code that the process ends with; negative when it goes on. */
  run(args: readonly string[]): Promise<number>;
}

export type Verbs = Readonly<Record<string, Verb>>;

type Work = (deps: Deps, keys: Awaited<ReturnType<typeof openDeps>>['keys']) => Promise<number>;

/** Work on a database that is there. */
export function withDeps(work: Work): Promise<number> {
  needsToBeThere(readConfig(process.env));
  return withNewDeps(work);
}

/** Whether there is a database, where the first command would make one. */
export function hasDatabase(): boolean {
  return databaseIsThere(readConfig(process.env));
}

/** Makes the database and the keys where there are none. */
export async function withNewDeps(work: Work): Promise<number> {
  const { deps, keys } = await openDeps(readConfig(process.env));
  try {
    return await work(deps, keys);
  } finally {
    await deps.store.close();
  }
}

export function need(value: string | undefined, name: string): string {
  if (value === undefined) throw new CallError(`${name} is missing`);
  return value;
}

/** A verb of at most `most` words and no flags. */
export function plain(most: number, work: Verb['run']): Verb['run'] {
  return (args) => work(readFlags(args, most, {}).words);
}

/**
 * The arguments without their flags, and the flags' values. An unknown flag is refused, and so is
 * a word after the first `most`: who typed it expects something of it.
 */
export function readFlags<Name extends string>(
  args: readonly string[],
  most: number,
  flags: Readonly<Record<Name, 'switch' | 'value'>>,
): { readonly words: readonly string[]; readonly given: Partial<Record<Name, string>> } {
  const words: string[] = [];
  const given: Partial<Record<Name, string>> = {};
  const isFlag = (name: string): name is Name => Object.hasOwn(flags, name);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      if (words.length === most) {
        throw new CallError(`"${arg}" is a word too many`);
      }
      words.push(arg);
      continue;
    }
    const [name = '', value] = arg.slice(2).split('=', 2);
    if (!isFlag(name)) throw new CallError(`no flag --${name}`);
    if (flags[name] === 'switch') {
      given[name] = '';
      continue;
    }
    if (value === undefined) at += 1;
    given[name] = need(value ?? args[at], `the value of --${name}`);
  }
  return { words, given };
}

/** A whole number of at least `min`. */
export function wholeNumber(text: string, name: string, min: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
  throw new UsageError(`${name} is a whole number of at least ${min}, not "${text}"`);
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new UsageError(described(result.refusal));
}

export function described({ code, detail, issues = [] }: Refusal): string {
  return [detail ?? code.replaceAll('_', ' '), ...issueLines(issues)].join('\n');
}

/** What is wrong with the whole has no path of its own. */
export function issueLines(issues: readonly RefusalIssue[]): string[] {
  return issues.map(({ path, message }) => `  ${path || 'the document'}: ${message}`);
}

export function knownSite(deps: Deps, siteId: string): string {
  return programmeInForce(deps, siteId).siteId;
}

export function programmeInForce(deps: Deps, siteId: string): Programme {
  const programme = deps.programmes.get(siteId);
  if (programme) return programme;
  const there = [...deps.programmes.keys()].join(', ');
  throw new UsageError(
    `no site "${siteId}"; ${there === '' ? 'there is none yet' : `there is ${there}`}`,
  );
}

export async function readJson(file: string): Promise<unknown> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = z.json().parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const repeated = repeatedKeys(text).map(
    ({ path, line }) => `  line ${line}: "${path}" is there twice; only one of them would count`,
  );
  if (repeated.length > 0) {
    throw new UsageError([`${file} says two things`, ...repeated].join('\n'));
  }
  return value;
}

/** A programme as it is written: without the name of the schema that its editor checks it by. */
export async function readProgramme(file: string): Promise<unknown> {
  const written = await readJson(file);
  if (!isMap(written)) return written;
  const { $schema: _, ...programme } = written;
  return programme;
}

/** A file that holds a programme document. */
export async function readDocument(file: string, read = readProgramme): Promise<ProgrammeDocument> {
  const checked = checkProgramme(await read(file));
  if (checked.ok) return checked.value;
  throw new UsageError([`${file} is no programme`, ...issueLines(checked.issues)].join('\n'));
}

/** Opened when it is first asked for a line: what is read before anybody listens is lost. */
export async function* linesOf(file: string): AsyncIterable<string> {
  const handle = await open(file);
  let isFirst = true;
  for await (const line of handle.readLines()) {
    if (isFirst && line.includes('\0')) throw new UsageError(`${file} is UTF-16; save it as UTF-8`);
    isFirst = false;
    yield line;
  }
}

/** For the person alone: what is printed may go to a file. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function print(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}
