/** A chunk in another order does the same. */
import { expect, it } from 'vitest';
import { sortChunk } from '../../scripts/sort-chunk.ts';

it('puts styles first, then functions, and leaves the rest in its order', () => {
  const chunk = `import { i as css, b as html } from './panel.js';
var one = 1;
function f() {
  return one;
}
var sheet = css\`b{color:red}\`;
var Two = class {
  static styles = [sheet, css\`i{color:blue}\`];
  static part = html\`<i>{a:b}</i>\`;
};
export { Two, f };`;
  expect(sortChunk(chunk)).toBe(`import { i as css, b as html } from './panel.js';
var sheet = css\`b{color:red}\`;
const sheet$0 = css\`i{color:blue}\`;
function f() {
  return one;
}
var one = 1;
var Two = class {
  static styles = [sheet, sheet$0];
  static part = html\`<i>{a:b}</i>\`;
};
export { Two, f };`);
});

it('moves no styles before the tag that makes them', () => {
  const chunk = 'const css = (text) => text;\nvar sheet = css`b{color:red}`;';
  expect(sortChunk(chunk)).toBe(chunk);
});
