/** The file of the keys: whole or not there, whatever stopped the process that made it. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type * as Files from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadKeys } from '../../server/http/keys.ts';

/** How many bytes of a file are written before the disk is full. */
const room = vi.hoisted(() => ({ bytes: Infinity }));

vi.mock('node:fs', async (importActual) => {
  const actual = await importActual<typeof Files>();
  return {
    ...actual,
    writeFileSync(file: string, text: string, options: Files.WriteFileOptions) {
      actual.writeFileSync(file, text.slice(0, room.bytes), options);
      if (text.length > room.bytes) throw new Error('ENOSPC: no space left on device, write');
    },
  };
});

let folder: string;
let config: Parameters<typeof loadKeys>[0];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairground-keys-'));
  config = { dataFolder: folder, drawKey: null, masterKey: null };
  room.bytes = Infinity;
});

afterEach(() => rmSync(folder, { recursive: true }));

it('are the same for everybody who asks, and for their owner alone to read', () => {
  expect(loadKeys(config)).toEqual(loadKeys(config));
  expect(readdirSync(folder)).toEqual(['keys.json']);
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
});

it('are made anew where the disk was full in the middle', () => {
  room.bytes = 40;
  expect(() => loadKeys(config)).toThrow('FAIRGROUND_DATA: ENOSPC');
  expect(readdirSync(folder)).toEqual([]);
  room.bytes = Infinity;
  expect(loadKeys(config)).toEqual(loadKeys(config));
});
