/** The tag to paste into the shop's pages, and a button that copies it. */
import { LitElement, css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles, buttonStyles } from '../styles/base.ts';

type CopyState = { status: 'idle' } | { status: 'copied' } | { status: 'selected' };

/**
 * @summary The embed code.
 */
@customElement('embed-code')
export class EmbedCode extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .code {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px;
      }
      pre {
        flex: 1 1 20rem;
        min-inline-size: 0;
        margin: 0;
        padding: 12px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        font-family: var(--font-code);
        font-size: var(--size-13);
        line-height: 1.6;
      }
      .said {
        font-size: var(--size-13);
        color: var(--quiet);
      }
      .said:not(:empty) {
        margin-block-start: 8px;
      }
    `,
  ];

  @query('code') private readonly codeElement!: HTMLElement;
  @state() private copy: CopyState = { status: 'idle' };

  @property() code = '';

  private async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.copy = { status: 'copied' };
    } catch {
      // No clipboard without a secure connection, or without leave: select it, the keys do the
      // rest.
      getSelection()?.selectAllChildren(this.codeElement);
      this.copy = { status: 'selected' };
    }
  }

  private said(): string {
    switch (this.copy.status) {
      case 'idle':
        return '';
      case 'copied':
        return 'Copied.';
      case 'selected':
        return 'The browser does not let this page copy. The tag is selected: press Ctrl+C or ⌘C.';
    }
  }

  override render() {
    return html`
      <div class="code">
        <pre><code>${this.code}</code></pre>
        <button class="button" type="button" @click=${this.handleCopy}>Copy the tag</button>
      </div>
      <p class="said" role="status">${this.said()}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'embed-code': EmbedCode;
  }
}
