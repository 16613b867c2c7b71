/** What the page shows before anyone has played: what to do, with the tag right there. */
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatCount } from '../figures/format.ts';
import { baseStyles } from '../styles/base.ts';
import './embed-code.ts';

/**
 * @summary Three steps to the first play.
 */
@customElement('first-steps')
export class FirstSteps extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .card {
        max-inline-size: 52rem;
        padding: clamp(20px, 4vw, 40px);
      }
      h2 {
        font-size: var(--size-24);
      }
      .lead {
        margin-block: 8px 28px;
        color: var(--quiet);
        max-inline-size: 40rem;
        text-wrap: pretty;
      }
      ol {
        display: grid;
        gap: 24px;
        list-style: none;
        counter-reset: step;
      }
      li {
        position: relative;
        padding-inline-start: 44px;
        counter-increment: step;
      }
      li::before {
        content: counter(step);
        position: absolute;
        inset-inline-start: 0;
        inset-block-start: -3px;
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        border: 1px solid var(--line-strong);
        border-radius: 50%;
        font-size: var(--size-13);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      li.done::before {
        content: '✓';
        border-color: transparent;
        background: var(--good);
        color: var(--surface);
      }
      h3 {
        font-size: var(--size-15);
        font-weight: 650;
      }
      li p {
        margin-block: 2px 10px;
        color: var(--quiet);
        text-wrap: pretty;
      }
      li p:last-child {
        margin-block-end: 0;
      }
      @media (max-width: 40rem) {
        li {
          padding-inline-start: 0;
        }
        li h3 {
          min-block-size: 28px;
          padding-inline-start: 40px;
        }
      }
    `,
  ];

  /** The tag. */
  @property() code = '';
  /** Shoppers who have been shown a game. */
  @property({ type: Number }) seen = 0;

  private renderSeen() {
    if (this.seen === 0) {
      return 'The launcher stands in the corner, and the page stays as fast as it was.';
    }
    const shoppers = this.seen === 1 ? 'shopper has' : 'shoppers have';
    return `The tag works: ${formatCount(this.seen)} ${shoppers} been shown a game.`;
  }

  override render() {
    const done = this.seen > 0 ? 'done' : '';
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">Nobody has played yet</h2>
        <p class="lead">Three steps, about five minutes. Then this page fills by itself.</p>
        <ol>
          <li class=${done}>
            <h3>Paste this tag into your shop</h3>
            <p>Once, in every page, in its <code>&lt;head&gt;</code>.</p>
            <embed-code .code=${this.code}></embed-code>
          </li>
          <li class=${done}>
            <h3>Open the shop</h3>
            <p>${this.renderSeen()}</p>
          </li>
          <li>
            <h3>Play once</h3>
            <p>Your play shows here within half a minute, with its prize and what it costs.</p>
          </li>
        </ol>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'first-steps': FirstSteps;
  }
}
