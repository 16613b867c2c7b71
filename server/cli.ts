/** `npm run -s fairground -- VERB`: what a site owner does from a terminal. */
import { officeVerbs } from './cli/office.ts';
import { programmeVerbs } from './cli/programme.ts';
import { simulateVerbs } from './cli/simulate.ts';
import { templateVerbs } from './cli/templates.ts';
import { CallError, print, UsageError, type Verb, type Verbs } from './cli/verb.ts';
import { ConfigError } from './config.ts';

const verbs: Verbs = { ...templateVerbs, ...programmeVerbs, ...simulateVerbs, ...officeVerbs };

// Whoever reads has read enough (`| head`): the verb goes on to its end.
process.stdout.on('error', (error: Error) => {
  if (!isBrokenPipe(error)) throw error;
});

const [name = 'help', ...args] = process.argv.slice(2);
const verb = verbOf(name);

try {
  const code = verb && !args.includes('--help') ? await verb.run(args) : help();
  if (code >= 0) process.exitCode = code;
} catch (error) {
  const said = wordsFor(error);
  if (said === null) throw error;
  if (!isBrokenPipe(error)) {
    process.stderr.write(`${said}\n`);
    process.exitCode = 1;
  }
}

/** Null for a bug. */
function wordsFor(error: unknown): string | null {
  if (error instanceof CallError && verb) {
    return `${error.message}; it is called as: ${verb.usage}`;
  }
  if (error instanceof UsageError || error instanceof ConfigError) return error.message;
  return isFileError(error) ? fileWords(error) : null;
}

/** Of one verb, where it is named. */
function help(): number {
  const isAsked = verb !== undefined || name === 'help' || name === '--help';
  if (!isAsked) process.stderr.write(`no verb "${name}"\n`);
  const asked = verb ?? verbOf(args[0] ?? '');
  for (const { usage, does } of asked ? [asked] : Object.values(verbs)) {
    print(
      usage.length <= 28 ? `${usage.padEnd(28)} ${does}` : `${usage}\n${' '.repeat(29)}${does}`,
    );
  }
  return isAsked ? 0 : 1;
}

function verbOf(word: string): Verb | undefined {
  return Object.hasOwn(verbs, word) ? verbs[word] : undefined;
}

function fileWords(error: Error & { readonly path?: string }): string {
  const { message, path } = error;
  if (message.startsWith('ENOENT')) return `there is no file ${path}`;
  return message.startsWith('EISDIR') ? 'that is a folder, not a file' : message;
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
