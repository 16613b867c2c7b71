/** What the documents name is there: files, commands, settings, and every call of the API. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { officeVerbs } from '../server/cli/office.ts';
import { programmeVerbs } from '../server/cli/programme.ts';
import { simulateVerbs } from '../server/cli/simulate.ts';
import { templateVerbs } from '../server/cli/templates.ts';

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const ofDocument = Object.fromEntries(documents.map((name) => [name, textOf(name)]));

describe.each(Object.entries(ofDocument))('%s', (_name, text) => {
  it('names files and folders that are there', () => {
    const folders = /^(?:shared|server|widget|admin|demo|test|bench|scripts|docs)\/[\w./-]*$/;
    const named = [...spansOf(text), ...linksOf(text)].filter((each) => folders.test(each));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const verbs = { ...officeVerbs, ...programmeVerbs, ...simulateVerbs, ...templateVerbs };
    const runs = allOf(text, /npm run (?:-s )?([\w:]+)/g);
    expect(runs.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const asked = allOf(text, /fairground -- ([\w-]+)/g).filter((verb) => verb !== 'help');
    expect(asked.filter((verb) => !Object.hasOwn(verbs, verb))).toEqual([]);
  });
});

it('README names every setting, and CONTRIBUTING those of the tests', () => {
  const settings = allOf(textOf('server/config.ts'), /^ {2}([A-Z_]+):/gm);
  expect(settings.length).toBeGreaterThan(10);
  const readme = spansOf(textOf('README.md'));
  expect(settings.filter((name) => !readme.includes(name))).toEqual([]);
  expect(spansOf(textOf('CONTRIBUTING.md'))).toEqual(
    expect.arrayContaining(['TEST_DATABASE_URL', 'CHROME_PATH']),
  );
});

it('README lists every call of the API, and no other', () => {
  const made = [...textOf('server/http/rest.ts').matchAll(/\b(command|read)\('(\/v1[^']+)'/g)];
  const routes = made.map(([, kind, path]) => `${kind === 'read' ? 'GET' : 'POST'} ${path}`);
  expect(routes.length).toBeGreaterThan(20);
  expect(callsIn(textOf('README.md'))).toEqual(routes.map(nameless).toSorted());
});

/** The calls in the rows of the table; `…/refund` is the call before it with another end. */
function callsIn(text: string): string[] {
  const rows = text.split('\n').filter((line) => /^\| `(?:GET|POST) \//.test(line));
  return rows
    .flatMap((row) => {
      let before = '';
      return spansOf(row.split(' | ', 1)[0] ?? '').map((span) => {
        const [, method, end] = /^(?:(POST|GET) )?…(\/.+)$/.exec(span) ?? [];
        if (end === undefined) before = span;
        else before = before.replace(/\/[^/]+$/, end).replace(/^\w+/, (known) => method ?? known);
        return nameless(before);
      });
    })
    .toSorted();
}

/** Documents call the ids what they like. */
function nameless(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '{}');
}

function textOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

function spansOf(text: string): string[] {
  return allOf(text, /`([^`\n]+)`/g);
}

function linksOf(text: string): string[] {
  return allOf(text, /\]\(([^)#]+)\)/g);
}

function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** `NOUN` stands for any. */
function isThere(path: string): boolean {
  return path.includes('NOUN') || existsSync(new URL(`../${path}`, import.meta.url));
}
