/** The two secrets everything else is derived from. They live outside the database. */
import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigError, type Config } from '../config.ts';
import type { SiteId } from '../../shared/ids.ts';

export interface Keys {
  /** Makes every draw: whoever has it can foresee them. */
  readonly draw: Buffer;
  /** Signs tokens and derives each site's keys. */
  readonly master: Buffer;
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const stored = z.object({ draw: hex, master: hex });

/** From the configuration, else from `keys.json` in the data folder, which is made when missing. */
export function loadKeys(config: Pick<Config, 'dataFolder' | 'drawKey' | 'masterKey'>): Keys {
  const { drawKey, masterKey } = config;
  if (drawKey && masterKey) {
    return { draw: Buffer.from(drawKey, 'hex'), master: Buffer.from(masterKey, 'hex') };
  }
  const file = keyFileOf(config);
  try {
    if (!existsSync(file)) makeKeyFile(config.dataFolder, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`FAIRGROUND_DATA: ${reason}`, { cause: error });
  }
  try {
    const { draw, master } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    return {
      draw: Buffer.from(drawKey ?? draw, 'hex'),
      master: Buffer.from(masterKey ?? master, 'hex'),
    };
  } catch (error) {
    const unread = error instanceof Error && 'syscall' in error;
    const problem = unread
      ? `FAIRGROUND_DATA: ${error.message}`
      : `${file} is no key file; restore it from its backup`;
    throw new ConfigError(problem, { cause: error });
  }
}

/**
 * It is there whole or not at all, whenever the machine stops, and is on the disk before anything
 * is signed with it. Of several processes that make one, the first's stands.
 */
function makeKeyFile(folder: string, file: string): void {
  makeFolder(folder);
  const made = { draw: randomBytes(32).toString('hex'), master: randomBytes(32).toString('hex') };
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    const text = `${JSON.stringify(made, null, 2)}\n`;
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (!isExisting(error)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
}

/** The name of a file is on the disk when its folder is. Windows syncs no folder, and needs not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

export function keyFileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'keys.json');
}

/** Where the system makes no folder (`/proc`), Node's own way through all of them never ends. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
    return;
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
}

/** The key that the shop's back end sends: `sk_SITE_…`. */
export function secretKeyOf({ master }: Keys, siteId: SiteId): string {
  return `sk_${siteId}_${derive(master, `secret key ${siteId}`).toString('base64url')}`;
}

/** The key that the shop's back end signs its customers' tokens with, and its id for the header. */
export function identityKeyOf({ master }: Keys, siteId: SiteId): { kid: string; secret: string } {
  const secret = derive(master, `identity key ${siteId}`).toString('base64url');
  return { kid: `${siteId}-1`, secret };
}

export function derive(master: Buffer, purpose: string): Buffer {
  return createHmac('sha256', master).update(purpose).digest();
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
