/** What is cut out of Lit is there to be cut, and our modules do without it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { refuseUnused, slimLit } from '../../scripts/slim-lit.ts';

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
  "static properties = { open: { attribute: 'is-open' } }",
  'this.addController(this)',
  'shouldUpdate() {}',
  'html`<textarea name="a">${text}</textarea>`',
  'html`<!-- a -->`',
  'html`<p ${ref}></p>`',
  "html`<p class='a ${b}'></p>`",
  'html`<input value=${a}/>`',
  'return noChange',
  'css`a { color: ${red} }`',
  'static styles = css`a { color: red }`',
  'static styles: CSSResult = css`a { color: red }`',
])('a module with %s stops the build', (code) => {
  expect(() => refuseUnused(code, 'a.ts')).toThrow('a.ts');
});

it('a module with what Lit keeps does not', () => {
  const code = 'static properties = { added: { type: Number } }; html`<textarea></textarea>${a}`';
  expect(() => refuseUnused(code, 'a.ts')).not.toThrow();
});
