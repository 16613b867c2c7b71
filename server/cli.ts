/** `npm run -s fairground -- VERB`: what a site owner does from a terminal. */
import { officeVerbs } from './cli/office.ts';
import { programmeVerbs } from './cli/programme.ts';
import { simulateVerbs } from './cli/simulate.ts';
import { templateVerbs } from './cli/templates.ts';
import { print, UsageError, type Verbs } from './cli/verb.ts';
import { ConfigError } from './config.ts';

const verbs: Verbs = { ...templateVerbs, ...programmeVerbs, ...simulateVerbs, ...officeVerbs };

// Whoever reads has read enough (`| head`): the verb goes on to its end.
process.stdout.on('error', (error: Error) => {
  if (!isBrokenPipe(error)) throw error;
});

try {
  const [name = 'help', ...args] = process.argv.slice(2);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const code = verb ? await verb.run(args) : help(name);
  if (code >= 0) process.exitCode = code;
} catch (error) {
  const expected =
    error instanceof UsageError || error instanceof ConfigError || isFileError(error);
  if (!expected) throw error;
  if (!isBrokenPipe(error)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function help(name: string): number {
  const isAsked = name === 'help' || name === '--help';
  if (!isAsked) process.stderr.write(`no verb "${name}"\n`);
  for (const { usage, does } of Object.values(verbs)) {
    print(
      usage.length <= 28 ? `${usage.padEnd(28)} ${does}` : `${usage}\n${' '.repeat(29)}${does}`,
    );
  }
  return isAsked ? 0 : 1;
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
