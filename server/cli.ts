/** `npm run -s fairground -- VERB`: what a site owner does from a terminal. */
import { open, readFile } from 'node:fs/promises';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import type { Refusal, Result } from '../shared/refusals.ts';
import { issuesOf } from '../shared/schema/issues.ts';
import { receiptSchema } from '../shared/schema/receipt.ts';
import { checkReceipt, type Hashes } from '../shared/verify.ts';
import { openDeps } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { describeChange } from './core/programme-diff.ts';
import { newAdminLink } from './flow/admins.ts';
import { applyProgramme } from './flow/apply-programme.ts';
import { audit, stopIssuing } from './flow/audit.ts';
import type { Deps } from './flow/deps.ts';
import { exportProgramme } from './flow/export-programme.ts';
import { importCodes } from './flow/import-codes.ts';
import { raiseEpoch } from './flow/raise-epoch.ts';
import { identityKeyOf, secretKeyOf } from './http/keys.ts';

/** What a person did wrong; printed in one line. */
class UsageError extends Error {}

interface Verb {
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[]): Promise<number>;
}

const verbs: Readonly<Record<string, Verb>> = {
  serve: {
    usage: 'serve',
    does: 'runs the server, as npm start does',
    async run() {
      await import('./main.ts');
      return -1;
    },
  },
  apply: {
    usage: 'apply FILE',
    does: 'puts a programme document into force and prints what changes',
    run: ([file]) => withDeps((deps) => apply(deps, need(file, 'FILE'))),
  },
  export: {
    usage: 'export SITE',
    does: 'prints the programme in force, as apply reads it',
    run: ([siteId]) =>
      withDeps(async (deps) => {
        const document = valueOf(await exportProgramme(deps, need(siteId, 'SITE')));
        return print(JSON.stringify(document, null, 2));
      }),
  },
  audit: {
    usage: 'audit',
    does: 'recomputes the books; on a breach stops issuing on that site and exits with 1',
    run: () => withDeps(runAudit),
  },
  resume: {
    usage: 'resume SITE',
    does: 'lets a stopped site issue again',
    run: ([siteId]) =>
      withDeps(async (deps) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        await stopIssuing(deps, id, null);
        return print('issuing again');
      }),
  },
  'new-epoch': {
    usage: 'new-epoch',
    does: 'starts all draws anew; to be run after a restore or a failover',
    run: () =>
      withDeps(async (deps) => {
        await raiseEpoch(deps);
        return print('draws start anew');
      }),
  },
  'admin-link': {
    usage: 'admin-link',
    does: 'prints a link that makes an admin, good for an hour',
    run: () =>
      withDeps(async (deps) => {
        const { publicUrl } = readConfig(process.env);
        return print(`${publicUrl}/admin/#link=${await newAdminLink(deps)}`);
      }),
  },
  keys: {
    usage: 'keys SITE',
    does: "prints the keys of the shop's back end; keep them secret",
    run: ([siteId]) =>
      withDeps(async (deps, keys) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const identityKey = identityKeyOf(keys, id);
        return print(JSON.stringify({ secretKey: secretKeyOf(keys, id), identityKey }, null, 2));
      }),
  },
  'import-codes': {
    usage: 'import-codes SITE POOL FILE',
    does: "adds the shop's own voucher codes to a pool, one a line",
    run: ([siteId, poolId, file]) =>
      withDeps(async (deps) => {
        const lines = linesOf(need(file, 'FILE'));
        const [site, pool] = [need(siteId, 'SITE'), need(poolId, 'POOL')];
        const report = valueOf(await importCodes(deps, site, pool, lines));
        for (const line of report.repeated) print(`line ${line}: that code is there already`);
        for (const line of report.malformed) print(`line ${line}: 3 to 64 visible characters`);
        return print(`${report.added} codes added`);
      }),
  },
  verify: {
    usage: 'verify FILE',
    does: 'checks a receipt, without a server or a network',
    run: ([file]) => verify(need(file, 'FILE')),
  },
};

const nobleHashes: Hashes = {
  sha256: async (bytes) => Uint8Array.from(sha256(bytes)),
  hmacSha256: async (key, message) => Uint8Array.from(hmac(sha256, key, message)),
  encode: (text) => new TextEncoder().encode(text),
};

try {
  const [name = 'help', ...args] = process.argv.slice(2);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const code = verb ? await verb.run(args) : help(name);
  if (code >= 0) process.exitCode = code;
} catch (error) {
  const expected =
    error instanceof UsageError || error instanceof ConfigError || isFileError(error);
  if (!expected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function apply(deps: Deps, file: string): Promise<number> {
  const applied = await applyProgramme(deps, await readJson(file));
  if (!applied.ok) {
    process.stderr.write(`${file} was not applied\n${described(applied.refusal)}\n`);
    return 1;
  }
  const { siteId, version, changes } = applied.value;
  for (const change of changes) print(describeChange(change));
  const what = changes.length === 0 ? 'nothing changes; still' : `${changes.length} changes; now`;
  return print(`${siteId}: ${what} version ${version}`);
}

async function runAudit(deps: Deps): Promise<number> {
  const breaches = await audit(deps);
  for (const { siteId, invariant, rule, what } of breaches) {
    print(`${invariant} ${siteId}: ${rule} — not so for ${what}`);
  }
  for (const siteId of new Set(breaches.map((breach) => breach.siteId))) {
    await stopIssuing(deps, siteId, 'the audit found a breach');
    print(`${siteId} issues nothing until: npm run -s fairground -- resume ${siteId}`);
  }
  print(breaches.length === 0 ? 'the books are in order' : `${breaches.length} breaches`);
  return breaches.length === 0 ? 0 : 1;
}

/** Says what holds, and what no receipt can prove. */
async function verify(file: string): Promise<number> {
  const parsed = receiptSchema.safeParse(await readJson(file));
  if (!parsed.success) {
    const lines = issuesOf(parsed.error).map(({ path, message }) => `  ${path}: ${message}`);
    throw new UsageError(`${file} is no receipt\n${lines.join('\n')}`);
  }
  const checks = await checkReceipt(parsed.data, nobleHashes);
  for (const { name, ok } of checks) print(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  print('not proved here: that a prize named sold out was, and that no other reply was withheld');
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

async function withDeps(
  work: (deps: Deps, keys: Awaited<ReturnType<typeof openDeps>>['keys']) => Promise<number>,
): Promise<number> {
  const { deps, keys } = await openDeps(readConfig(process.env));
  try {
    return await work(deps, keys);
  } finally {
    await deps.store.close();
  }
}

function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new UsageError(described(result.refusal));
}

function described({ code, detail, issues = [] }: Refusal): string {
  const lines = issues.map(({ path, message }) => `  ${path}: ${message}`);
  return [detail ?? code, ...lines].join('\n');
}

/** Opened when it is first asked for a line: what is read before anybody listens is lost. */
async function* linesOf(file: string): AsyncIterable<string> {
  const handle = await open(file);
  yield* handle.readLines();
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return z.json().parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function knownSite(deps: Deps, siteId: string): string {
  if (deps.programmes.has(siteId)) return siteId;
  throw new UsageError(`no site "${siteId}"`);
}

function need(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`${name} is missing; see: fairground help`);
  return value;
}

function help(name: string): number {
  if (name !== 'help') process.stderr.write(`no verb "${name}"\n`);
  for (const { usage, does } of Object.values(verbs)) print(`${usage.padEnd(28)} ${does}`);
  return name === 'help' ? 0 : 1;
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function print(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}
