/** What a template lets through. */
import { describe, expect, it } from 'vitest';
import { html } from '../../demo/html.ts';

describe('html', () => {
  it('escapes text, in content and in attributes', () => {
    const evil = `"><script>alert('1')</script>&`;
    expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('lets templates stand in templates, and lists of them', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}${html`<br />`}`.markup).toBe('<li>a</li><li>&lt;b&gt;</li><br />');
  });

  it('shows nothing for what is absent, and 0 for 0', () => {
    expect(html`${null}${undefined}${false}${0}`.markup).toBe('0');
  });
});
