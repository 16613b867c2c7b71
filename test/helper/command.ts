/** Runs the server's programs as a person does, in a data folder of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Variables = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '../..');
/** Half of what a program takes is reading its own sources: the next one finds them compiled. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') };

/** `fairground VERB …`, to its end. */
export function fairground(args: readonly string[], variables: Variables): Promise<Ended> {
  return endOf(open('cli.ts', args, variables));
}

/** The same, where nobody reads what it prints. */
export function unread(args: readonly string[], variables: Variables): Promise<Ended> {
  const child = open('cli.ts', args, variables);
  child.stdout?.destroy();
  return endOf(child);
}

/** `npm start`, as far as it prints that it is ready or gives up. */
export async function start(variables: Variables): Promise<Running> {
  const child = open('main.ts', [], variables);
  let out = '';
  const ended = endOf(child);
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: string) => {
      out += chunk;
      if (/admin page {2}\S+\n/.test(out)) resolve(out);
    });
  });
  const first = await Promise.race([ready, ended]);
  return { greeting: typeof first === 'string' ? first : null, child, ended };
}

export interface Running {
  /** Null when it ended without getting ready. */
  readonly greeting: string | null;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

function open(program: string, args: readonly string[], variables: Variables): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'server', program), ...args], {
    env: { PATH: process.env['PATH'], DEMO_PORT: '0', PORT: '0', ...compiled, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  return child;
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: string) => (out += chunk));
  child.stderr?.on('data', (chunk: string) => (err += chunk));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}
