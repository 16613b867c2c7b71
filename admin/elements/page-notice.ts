/** A few words on what is going on, with a place for what to do about it. */
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../styles/base.ts';

/**
 * @summary A title, a sentence, and one action.
 * @slot - what to do: a button
 */
@customElement('page-notice')
export class PageNotice extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px 24px;
        padding: 14px 20px;
        border: 1px solid var(--line);
        border-inline-start: 4px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--surface);
      }
      .notice.bad {
        border-inline-start-color: var(--accent);
        background: var(--accent-soft);
        border-color: transparent;
        border-inline-start-color: var(--accent);
      }
      .words {
        flex: 1 1 18rem;
        min-inline-size: 0;
      }
      .headline {
        font-weight: 650;
      }
    `,
  ];

  @property() tone: 'plain' | 'bad' = 'plain';
  @property() headline = '';
  @property() detail = '';

  override render() {
    return html`
      <div class="notice ${this.tone}">
        <div class="words" role=${this.tone === 'bad' ? 'alert' : 'status'}>
          <p class="headline">${this.headline}</p>
          <p>${this.detail}</p>
        </div>
        <slot></slot>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-notice': PageNotice;
  }
}
