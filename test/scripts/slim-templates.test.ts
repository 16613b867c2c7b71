/** What the build takes out of templates, and what it must leave where it is. */
import { describe, expect, it } from 'vitest';
import { slimTemplates } from '../../scripts/slim-templates.ts';

describe('a slim template', () => {
  it.each<[name: string, code: string, slim: string]>([
    ['keeps one space between words', 'html`a\n   b`', 'html`a b`'],
    [
      'keeps a space between elements in a line',
      'html`<b>a</b>\n  <i>b</i>`',
      'html`<b>a</b> <i>b`',
    ],
    ['keeps a space beside what is filled in', 'html`<b>${a}</b> ${b}`', 'html`<b>${a}</b> ${b}`'],
    ['has none beside blocks', 'html`\n  <p>\n    a\n  </p>\n  ${b}`', 'html`<p>a</p>${b}`'],
    ['has none at the end of a tag', 'html`<b\n  id="a"\n  >a</b\n>`', 'html`<b id="a">a`'],
    ['ends a tag with quotes at once', 'html`<input name="a" />`', 'html`<input name="a"/>`'],
    [
      'lets a bare value end before a slash',
      'html`<input .value=${a} />`',
      'html`<input .value=${a} />`',
    ],
    [
      'reaches templates inside',
      'html`<ul>\n${a.map((b) => html`\n<li>${b}</li>`)}\n</ul>`',
      'html`<ul>${a.map((b) => html`<li>${b}`)}`',
    ],
    [
      'draws without spaces',
      'svg`<g>\n  <path d="M1 2\n  L3 4" />\n</g>`',
      'svg`<g><path d="M1 2 L3 4"/>`',
    ],
    [
      'styles without them',
      'css`\n  /* why */\n  a,\n  b > i {\n    margin: 0 1px;\n  }\n`',
      'css`a,b>i{margin:0 1px}`',
    ],
    [
      'styles without naughts and quotes',
      "css`[a='b-c']{margin:0 0.5px -0.25px 10.5px;color:rgb(0 0 0 / 0.4)}`",
      'css`[a=b-c]{margin:0 .5px -0.25px 10.5px;color:rgb(0 0 0/.4)}`',
    ],
    [
      'has none within the edges of a block',
      'html`<button class=${a}>\n  <b>c</b>\n</button>\n <b>d</b>`',
      'html`<button class=${a}><b>c</b></button> <b>d`',
    ],
    [
      'keeps the tag of an element that closes itself from its neighbour',
      'html`<a>b</a> <input /> c`',
      'html`<a>b</a> <input /> c`',
    ],
    ['leaves out what its end ends', 'html`<p><b>${a}</b></p>`', 'html`<p><b>${a}`'],
    ['ends what comes before', 'html`<p>a</p>${b}</div>c`', 'html`<p>a</p>${b}</div>c`'],
    [
      'styles without spaces within brackets',
      'css`@media ( width > 1px ) and ( width < calc( 9px + 1em ) ) {a{b:c}}`',
      'css`@media(width>1px) and (width < calc(9px + 1em)){a{b:c}}`',
    ],
    ['is no other template', 'const a = `b\n   c`;', 'const a = `b\n   c`;'],
  ])('%s', (_, code, slim) => {
    expect(slimTemplates(code)).toBe(slim);
  });
});
