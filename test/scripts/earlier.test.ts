/** The scripts of the builds before: a page that was loaded before an update asks for them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earlierBuildsMax, keepEarlier } from '../../scripts/earlier.ts';

let folder: string;
let builds: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairground-builds-'));
  builds = 0;
});

afterEach(() => rmSync(folder, { recursive: true }));

const distOf = (build: number): string => join(folder, `dist-${build}`);

/** Builds these files after the build before, and answers what is kept, the newest first. */
async function build(...names: string[]): Promise<string[][]> {
  const dist = distOf((builds += 1));
  mkdirSync(join(dist, 'widget'), { recursive: true });
  for (const name of names) writeFileSync(join(dist, 'widget', name), name);
  await keepEarlier(distOf(builds - 1), dist);
  expect(readdirSync(join(dist, 'widget'))).toEqual(names.toSorted());
  const kept = join(dist, 'earlier');
  if (!existsSync(kept)) return [];
  const newestFirst = readdirSync(kept).toSorted((a, b) => Number(a) - Number(b));
  return newestFirst.map((name) => readdirSync(join(kept, name)));
}

it('keeps nothing of a fresh clone', async () => {
  expect(await build('panel-aaaaaaaa.js')).toEqual([]);
});

it('keeps scripts that are built no more, compressed too, and no name that stays', async () => {
  await build(
    'manifest.json',
    'fairground.js',
    'more-aaaaaaaa.js',
    'panel-Aaa_a-aa.js',
    'panel-Aaa_a-aa.js.br',
    'panel-Aaa_a-aa.js.gz',
  );
  expect(await build('fairground.js', 'more-aaaaaaaa.js', 'panel-bbbbbbbb.js')).toEqual([
    ['panel-Aaa_a-aa.js', 'panel-Aaa_a-aa.js.br', 'panel-Aaa_a-aa.js.gz'],
  ]);
});

it('keeps so many builds and no more', async () => {
  const names = Array.from({ length: earlierBuildsMax + 3 }, (_, at) => `panel-aaaaaaa${at}.js`);
  let kept: string[][] = [];
  for (const name of names) kept = await build(name);
  expect(kept.flat()).toEqual(names.slice(2, -1).toReversed());
});

it('lets a build that changes nothing push nothing out', async () => {
  await build('panel-aaaaaaaa.js');
  for (let at = 0; at <= earlierBuildsMax; at += 1) await build('panel-bbbbbbbb.js');
  expect(await build('panel-bbbbbbbb.js')).toEqual([['panel-aaaaaaaa.js']]);
});
