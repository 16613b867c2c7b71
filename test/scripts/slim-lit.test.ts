/** What is cut out of Lit is there to be cut, and our modules do without it. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { refuseUnused, slimLit } from '../../scripts/slim-lit.ts';
import { slimTemplates } from '../../scripts/slim-templates.ts';

const modules =
  createRequire(import.meta.url)
    .resolve('lit')
    .split('/lit/')[0] ?? '';

describe.each([
  'lit-html/lit-html.js',
  'lit-element/lit-element.js',
  '@lit/reactive-element/css-tag.js',
  '@lit/reactive-element/reactive-element.js',
])('%s', (file) => {
  const path = `${modules}/${file}`;
  const published = readFileSync(path, 'utf8');

  it('is shorter by a fifth, and still code', () => {
    const slim = slimLit(published, path) ?? '';
    expect(slim.length).toBeLessThan(published.length * 0.8);
    expect(parseSync(file, slim).errors).toEqual([]);
  });

  it('stops the build in another version', () => {
    expect(() => slimLit(published.replaceAll('this.', 'self.'), path)).toThrow(file);
  });
});

it('leaves other modules alone', () => {
  expect(slimLit('a', '/node_modules/lit/index.js')).toBeUndefined();
});

it.each([
  "import { repeat } from 'lit/directives/repeat.js'",
  'static properties = { open: { reflect: true } }',
  'static properties = { open: { type: Boolean } }',
  'this.addController(this)',
  'shouldUpdate() {}',
  'html`<textarea name="a">${text}</textarea>`',
])('a module with %s stops the build', (code) => {
  expect(() => refuseUnused(code, 'a.ts')).toThrow('a.ts');
});

it('a module with what Lit keeps does not', () => {
  const code = 'static properties = { added: { type: Number } }; html`<textarea></textarea>${a}`';
  expect(() => refuseUnused(code, 'a.ts')).not.toThrow();
});

describe('the markup that Lit makes of a template', () => {
  const path = `${modules}/lit-html/lit-html.js`;
  const published = readFileSync(path, 'utf8');
  const ours = globSync('widget/**/*.ts').flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return [...templatesIn(code), ...templatesIn(slimTemplates(code))].map((strings) => ({
      file,
      strings,
    }));
  });

  it('is the same as without a cut, for every template of ours', () => {
    const [wanted, got] = [markupOf(published), markupOf(slimLit(published, path) ?? '')];
    expect(ours.length).toBeGreaterThan(500);
    for (const { file, strings } of ours) {
      for (const type of [1, 2]) {
        expect(got(strings, type), file).toBe(wanted(strings, type));
      }
    }
  });

  it.each<[name: string, strings: readonly string[]]>([
    ['text', ['<p>a ', ' b</p>']],
    ['attributes', ['<p class="a ', ' b ', '" .c=', ' @d=', '>', '</p>']],
    ['no end', ['<p>', '']],
  ])('is that of Lit with %s', (_, strings) => {
    const [wanted, got] = [markupOf(published), markupOf(slimLit(published, path) ?? '')];
    expect(got(strings, 1)).toBe(wanted(strings, 1));
  });
});

function templatesIn(code: string): readonly string[][] {
  const found: string[][] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi: { quasis } }) {
      if (tag.type === 'Identifier' && ['html', 'svg'].includes(tag.name)) {
        found.push(quasis.map(({ value }) => value.cooked ?? ''));
      }
    },
  }).visit(parseSync('code.ts', code).program);
  return found;
}

/** The function within Lit, by the name that it has there; the mark that it makes is told apart. */
function markupOf(lit: string): (strings: readonly string[], type: number) => string {
  const document = { createTreeWalker: () => undefined, createComment: () => undefined };
  const chance = Object.assign(Object.create(Math), { random: () => 0.5 });
  const inner = `${lit.slice(0, lit.indexOf('class S{'))};N`;
  const markup = runInNewContext(inner, { document, Math: chance });
  return (strings, type) =>
    JSON.stringify(markup(Object.assign([...strings], { raw: strings }), type));
}
