/** The page before its figures: the same places, still empty. */
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { baseStyles } from '../styles/base.ts';

/**
 * @summary Says that the figures are on their way, and keeps their room.
 */
@customElement('page-skeleton')
export class PageSkeleton extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .stack {
        display: grid;
        gap: 20px;
        animation: appear var(--reveal) 120ms both;
      }
      .strip {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: 24px;
      }
      .strip > div {
        display: grid;
        gap: 10px;
      }
      i {
        display: block;
        block-size: 14px;
        border-radius: 4px;
        background: var(--ink-faint);
      }
      .wide {
        block-size: 26px;
      }
      .short {
        inline-size: 55%;
      }
      .chart {
        block-size: 240px;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  override render() {
    return html`
      <p class="visually-hidden" role="status">The figures are on their way.</p>
      <div class="stack" aria-hidden="true">
        <div class="card strip">
          ${[0, 1, 2, 3, 4].map(
            () => html`<div><i class="short"></i><i class="wide"></i><i></i></div>`,
          )}
        </div>
        <div class="card"><i class="chart"></i></div>
        <div class="card"><i class="chart"></i></div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-skeleton': PageSkeleton;
  }
}
