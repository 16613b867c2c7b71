/** What was built, as any page gets it. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEdge, type Edge } from '../helper/http.ts';
import { openPlace, type Place } from '../helper/players.ts';

let place: Place;
let edge: Edge;
const dist = mkdtempSync(join(tmpdir(), 'fairground-dist-'));

beforeAll(async () => {
  for (const folder of ['widget', 'admin']) mkdirSync(join(dist, folder));
  writeFileSync(join(dist, 'widget/fairground.js'), 'loader()');
  writeFileSync(join(dist, 'widget/fairground.js.br'), 'compressed');
  writeFileSync(join(dist, 'widget/panel-B4x8k2Q9.js'), 'panel()');
  mkdirSync(join(dist, 'earlier/2'), { recursive: true });
  writeFileSync(join(dist, 'earlier/2/panel-A1b2c3D4.js'), 'panelBefore()');
  mkdirSync(join(dist, 'widget/types'));
  writeFileSync(join(dist, 'widget/custom-elements.json'), '{}');
  writeFileSync(join(dist, 'widget/types/react.d.ts'), 'export {};');
  writeFileSync(join(dist, 'admin/index.html'), '<p>admin</p>');
  place = await openPlace('sqlite');
  edge = await openEdge(place.store, { distFolder: dist });
});

afterAll(async () => {
  await edge.close();
  await place.close();
  rmSync(dist, { recursive: true });
});

it.each([
  ['/v1/fairground.js', 'loader()', 'text/javascript', /^public, max-age=300/],
  ['/v1/panel-B4x8k2Q9.js', 'panel()', 'text/javascript', /immutable$/],
  ['/v1/panel-A1b2c3D4.js', 'panelBefore()', 'text/javascript', /immutable$/],
  ['/v1/custom-elements.json', '{}', 'application/json', /^public, max-age=300/],
  ['/v1/types/react.d.ts', 'export {};', 'text/plain; charset=utf-8', /^public, max-age=300/],
])('serves %s to any page', async (path, text, type, cached) => {
  const answer = await edge.send({ path });
  expect(answer).toMatchObject({ status: 200, text });
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringContaining(type),
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringMatching(cached),
  });
});

it('serves what it was started with, though a build has taken the files away', async () => {
  const aside = `${dist}-aside`;
  renameSync(dist, aside);
  try {
    const answer = await edge.send({ path: '/v1/fairground.js' });
    expect(answer).toMatchObject({ status: 200, text: 'loader()' });
  } finally {
    renameSync(aside, dist);
  }
});

it('tells what it would send to whoever asks for the head alone', async () => {
  const answer = await edge.send({ method: 'HEAD', path: '/v1/fairground.js' });
  expect(answer).toMatchObject({ status: 200, text: '' });
  expect(answer.headers['content-length']).toBe(String('loader()'.length));
});

it('serves the admin page under a strict policy, in no frame', async () => {
  const answer = await edge.send({ path: '/admin/' });
  expect(answer).toMatchObject({ status: 200, text: '<p>admin</p>' });
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers['x-frame-options']).toBe('DENY');
});

it.each([
  ['/', 302, '/admin/'],
  ['/admin', 308, '/admin/'],
])('leads from %s with %i to %s', async (path, status, location) => {
  const answer = await edge.send({ path });
  expect([answer.status, answer.headers['location']]).toEqual([status, location]);
});

it.each([
  '/v1/missing.js',
  '/v1/../../package.json',
  '/v1/%2e%2e/%2e%2e/package.json',
  '/v1/%00',
  '/verify/',
  '/admin/%E0%A4%A',
  '/favicon.png',
  '//',
])('has nothing at %s, and says so in JSON', async (path) => {
  const answer = await edge.send({ path });
  expect({ status: answer.status, code: answer.code }).toEqual({
    status: 404,
    code: 'not_found',
  });
  expect(answer.headers['content-type']).toBe('application/json');
});
