/**
 * Makes a fresh clone runnable: installs the packages and builds the pages when they are missing or
 * stale. Every npm script calls it first, so it is plain JavaScript for Node 20 and later and needs
 * no package. It reports on stderr only: a script's stdout belongs to the script.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFolder = join(root, 'node_modules/.cache/fairground');
const installStamp = join(stampFolder, 'install');
const buildStamp = join(root, 'dist/.inputs');
const lockFile = join(root, '.cache/setup.lock');

const buildInputs = [
  'widget',
  'admin',
  'shared',
  'scripts/earlier.ts',
  'scripts/elements',
  'scripts/slim-lit.ts',
  'scripts/slim-templates.ts',
  'scripts/number-words.ts',
  'scripts/words-plugin.ts',
  'vite.config.ts',
  'package-lock.json',
];
const lockWaitMsMax = 300_000;
const lockPollMs = 200;

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();

/** Installs and builds whatever is missing or stale; costs a few milliseconds when nothing is. */
export function setup() {
  if (!needsInstall() && !needsBuild()) return;
  takeLock();
  try {
    // Asked again: whoever held the lock before may have done the work.
    if (needsInstall()) install();
    if (needsBuild()) build();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function needsInstall() {
  if (!existsSync(pinnedNode())) return true;
  const stamp = readStamp(installStamp);
  if (stamp === installHash()) return false;
  // No stamp, or another lock file: an `npm install` by hand counts as long as it left what the
  // lock file asks for.
  if (!installedMatchesLock()) return true;
  writeStamp(installStamp, installHash());
  return false;
}

function install() {
  say('installing packages');
  // One string through the shell: on Windows npm is a .cmd file.
  run('npm ci --no-audit --no-fund --loglevel=error', [], { shell: true });
  writeStamp(installStamp, installHash());
}

/** Whether a build would differ from what stands in dist. */
export function needsBuild() {
  return readStamp(buildStamp) !== buildHash();
}

/** Builds the loader, the panel, the admin and the verify page into dist. */
export function build() {
  const hash = buildHash();
  say('building the widget and the admin page');
  run(pinnedNode(), [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--app',
    '--logLevel=warn',
  ]);
  writeStamp(buildStamp, hash);
}

function installHash() {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(
    JSON.stringify([process.platform, process.arch, allowScripts]),
  );
  for (const name of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

function buildHash() {
  const hash = createHash('sha256');
  for (const path of buildInputs.flatMap((input) => filesUnder(input))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesUnder(`${path}/${name}`));
}

/**
 * npm writes what it installed into a lock file of its own; platform packages of other systems are
 * not in it.
 */
function installedMatchesLock() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (!(path in installed)) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

function pinnedNode() {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Two scripts started at once on a fresh clone must not install over each other. */
function takeLock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  const until = Date.now() + lockWaitMsMax;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const holder = readStamp(lockFile);
    // Empty: made a moment ago, its number not yet written.
    const isHeld = holder === '' || (holder !== undefined && isAlive(Number(holder)));
    if (Date.now() > until || !isHeld) rmSync(lockFile, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lockPollMs);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @param {string} path */
function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {string} path @param {string} hash */
function writeStamp(path, hash) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}

/** @param {string} command @param {string[]} args @param {{ shell?: boolean }} [options] */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    ...options,
  });
  if (error) throw error;
  if (status !== 0) {
    rmSync(lockFile, { force: true });
    process.exit(status ?? 1);
  }
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`fairground: ${text}\n`);
}
