/** What the built manifest and types promise is what the sources hold, no more and no less. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestOf } from '../../scripts/elements/manifest.ts';
import { readElements, type ElementDoc } from '../../scripts/elements/read.ts';
import { typesOf } from '../../scripts/elements/types.ts';
import { oddElement } from '../../widget/oddities.ts';
import { parseSource, readSources } from '../helper/source.ts';

const root = join(import.meta.dirname, '../..');
const sources = readSources(['widget/**/*.ts']);
const code = sources.map(({ path, text }) => ({ path, text: withoutComments(text) }));
const elements = readElements();
const met = elements.filter(({ isInternal }) => !isInternal);

/** What is defined by its place, from the table of the places. */
const stalls = [...stallTable().matchAll(/^ {2}'?([\w-]+)'?: /gm)].map(
  ([, name]) => `fairground-${name}`,
);

describe('the manifest', () => {
  test('has every element that is registered, and no other', () => {
    const registered = found(/define\('(fairground-[\w-]+)'/g);
    expect(stalls.length).toBeGreaterThan(15);
    expect(elements.map(({ tagName }) => tagName)).toEqual(
      sorted([...registered, ...stalls, 'fairground-launcher']),
    );
  });

  test('has every element that a page can place', () => {
    // The way to the other games belongs to the panel.
    const placeable = stalls.filter((tag) => tag !== 'fairground-games');
    expect(met.map(({ tagName }) => tagName)).toEqual(
      sorted([...placeable, 'fairground-launcher', 'fairground-panel', 'fairground-wheel']),
    );
  });

  test.each(elements)('describes all of $tagName', (element) => {
    const { summary, fields, slots, parts, cssProperties, events } = element;
    const all = [...fields, ...slots, ...parts, ...cssProperties, ...events];
    expect(all.filter(({ description }) => description === '')).toEqual([]);
    expect(summary).toMatch(/\.$/);
  });

  test('has every public event, and none that is not typed', () => {
    const text = sources.find(({ path }) => path === 'widget/events.ts')?.text ?? '';
    const typed = new Set(
      [...text.matchAll(/^ {2}'(fairground-[\w-]+)'/gm)].map(([, name]) => name),
    );
    expect(typed.size).toBeGreaterThan(5);
    expect(new Set(names(met, 'events'))).toEqual(typed);
  });

  test.each(elements.filter(({ isInternal }) => !isInternal))(
    'lets nothing of $tagName be sent that is not documented',
    ({ path, events }) => {
      const text = code.find((each) => each.path === path)?.text ?? '';
      const sent = [...text.matchAll(/(?:announce\(this, |new CustomEvent\()'([\w-]+)'/g)];
      const documented = events.map(({ name }) => name);
      expect(documented).toEqual(expect.arrayContaining(sent.map(([, name]) => name)));
    },
  );

  test('has every part, every slot and every custom property of the sources, and no other', () => {
    expect(sorted(names(elements, 'parts'))).toEqual(found(/[ .]part(?:="| = ')([\w-]+)["']/g));
    expect(sorted(names(elements, 'slots')).filter(Boolean)).toEqual(
      found(/<slot name="([\w-]+)"/g),
    );
    expect(sorted(names(elements, 'cssProperties'))).toEqual(found(/(--fairground-[a-z-]+[a-z])/g));
  });

  test('has only parts that reach the page', () => {
    const exported = /exportedParts =\s+'([\w,]+)'/.exec(code.map(({ text }) => text).join('\n'));
    const own = ['button', 'panel', 'awning', 'title', 'points', 'close', 'view', 'tabs', 'tab'];
    expect(sorted([...own, ...(exported?.[1]?.split(',') ?? [])])).toEqual(
      sorted(names(elements, 'parts')),
    );
  });

  test('stands in the build as it is read now', () => {
    const built = readFileSync(join(root, 'dist/widget/custom-elements.json'), 'utf8');
    expect(JSON.parse(built)).toEqual(manifestOf(elements, 'fairground.js'));
  });
});

test('the console knows every element that a page can place, and no other', () => {
  expect(met.filter(({ tagName }) => oddElement.test(tagName))).toEqual([]);
  expect(stalls.filter((tagName) => oddElement.test(tagName))).toEqual(['fairground-games']);
  expect(['fairground-whele', 'fairground-wheels'].map((name) => oddElement.test(name))).toEqual([
    true,
    true,
  ]);
});

describe('the reader', () => {
  const doc = `/**
 * @summary A toy
 *   of two lines.
 * @slot label - What it says.
 * @csspart box - What it is in.
 * @event fairground-wound - The spring is tight.
 */`;
  const theme = parseSource('widget/theme.ts', 'export const theme = 1;');
  const toy = parseSource(
    'widget/toy.ts',
    `class Base { static properties = { fair: { attribute: false }, size: {}, on: { state: true } };
      /** @internal Ours. */ fair = 1;
      /** How large. */ size = 3;
      on = false; }
    ${doc}
    export class Toy extends Base {}
    declare global { interface HTMLElementTagNameMap { 'fairground-toy': Toy } }`,
  );

  test('takes attributes of the base, but neither inner state nor what is internal', () => {
    const [read] = readElements([theme, toy]);
    expect(read).toMatchObject({
      className: 'Toy',
      tagName: 'fairground-toy',
      summary: 'A toy of two lines.',
      fields: [{ name: 'size', type: 'number', description: 'How large.' }],
      slots: [{ name: 'label', description: 'What it says.' }],
      parts: [{ name: 'box', description: 'What it is in.' }],
      events: [{ name: 'fairground-wound', description: 'The spring is tight.' }],
    });
  });

  test('takes what a function draws: attributes without properties, and the unnamed slot', () => {
    const drawn = parseSource(
      'widget/drawn.ts',
      `/**
 * @tagname fairground-top
 * @summary It spins.
 * @attr label - Its name.
 * @slot - What is on it.
 */
function drawTop() {}`,
    );
    expect(readElements([theme, drawn])).toMatchObject([
      {
        className: 'Top',
        tagName: 'fairground-top',
        summary: 'It spins.',
        fields: [{ name: 'label', type: 'string', isProperty: false, description: 'Its name.' }],
        slots: [{ name: '', description: 'What is on it.' }],
      },
    ]);
  });
});

describe('the types', () => {
  test('stand in the build as they are written now', () => {
    for (const [name, text] of Object.entries(typesOf(elements))) {
      expect(readFileSync(join(root, 'dist/widget/types', name), 'utf8')).toBe(text);
    }
  });

  test('take right use and refuse wrong use on the page, in React and in Vue', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', 'test/types'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

function names(
  all: readonly ElementDoc[],
  what: 'slots' | 'parts' | 'cssProperties' | 'events',
): string[] {
  return all.flatMap((element) => element[what].map(({ name }) => name));
}

function stallTable(): string {
  const text = code.find(({ path }) => path === 'widget/views/stalls.ts')?.text ?? '';
  return /const kinds[^{]*\{(.*?)^\};/ms.exec(text)?.[1] ?? '';
}

/** What the pattern finds in the sources, each once. */
function found(pattern: RegExp): string[] {
  return sorted(
    code.flatMap(({ text }) => [...text.matchAll(pattern)].map(([all, name]) => name ?? all)),
  );
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
