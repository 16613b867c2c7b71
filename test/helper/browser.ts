/** Finds or unpacks a Chromium for the widget tests and the end-to-end tests, and launches it. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * No sandbox, since tests also run as root; the rest keeps the browser from talking to anyone but
 * us.
 */
export const chromeArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
  '--disable-quic',
];

/**
 * CHROME_PATH, else an installed Chrome or Chromium, else the one from `@sparticuz/chromium`.
 * TEST_BROWSER=bundled goes straight to the last, to try what a machine without a browser does.
 */
export async function chromePath(): Promise<string> {
  if (process.env['TEST_BROWSER'] === 'bundled') return bundledChrome();
  const given = process.env['CHROME_PATH'];
  if (given !== undefined && given !== '') return given;
  return installedChrome() ?? bundledChrome();
}

/** Close it in `afterAll`. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await chromePath(), args: [...chromeArgs, ...more] });
}

function installedChrome(): string | undefined {
  return installedCandidates().find((path) => existsSync(path) && starts(path));
}

function installedCandidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) =>
      join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** On some systems `chromium-browser` is a stub that only says how to install one. */
function starts(path: string): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function bundledChrome(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome found. Install Chrome or Chromium, or name one in CHROME_PATH.');
  }
  const packageFolder = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '..',
  );
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const cache = join(import.meta.dirname, '../../node_modules/.cache/fairground');
  const folder = join(cache, `chromium-${version}`);
  const launcher = join(folder, 'launch');
  if (existsSync(launcher)) return launcher;

  await mkdir(cache, { recursive: true });
  // Several test processes may come here at once: each unpacks beside, and the first to finish
  // wins.
  const fresh = await mkdtemp(join(cache, 'unpack-'));
  try {
    await unpack(packageFolder, fresh);
    await writeLauncher(fresh);
    await rename(fresh, folder);
  } catch (error) {
    if (!existsSync(launcher)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return launcher;
}

/**
 * The package unpacks into the temporary folder and trusts a `chromium` of any version that it
 * finds there.
 */
async function unpack(packageFolder: string, folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: bundled, inflate } = await import('@sparticuz/chromium');
    await bundled.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * Chromium needs NSS, which a bare system lacks. A script sets the path to it for this browser
 * alone.
 */
async function writeLauncher(folder: string): Promise<void> {
  const fonts = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    '  <dir prefix="relative">fonts</dir>',
    '  <cachedir prefix="xdg">fontconfig</cachedir>',
    '</fontconfig>',
  ];
  await writeFile(join(folder, 'fonts.conf'), `${fonts.join('\n')}\n`);
  const script = [
    '#!/bin/sh',
    'here=$(cd "$(dirname "$0")" && pwd)',
    'export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"',
    'export FONTCONFIG_FILE="$here/fonts.conf"',
    'exec "$here/chromium" "$@"',
  ];
  await writeFile(join(folder, 'launch'), `${script.join('\n')}\n`);
  for (const name of ['launch', 'chromium', '.']) await chmod(join(folder, name), 0o755);
}
