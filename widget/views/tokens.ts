/** Points as brass tokens: they drop and stack, and the count rolls. */
import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import { sound } from '../state/sound.ts';
import { theme } from '../styles/theme.ts';
import { FairElement, hasReducedMotion } from './fair-element.ts';
import { roll } from './roll.ts';

const stackMax = 6;

/**
 * @summary The points balance, with what just came in.
 * @csspart tokens - The stack.
 * @internal
 */
export class FairgroundTokens extends FairElement {
  static override styles = [
    theme,
    css`
      :host {
        display: inline-block;
      }
      div {
        display: flex;
        align-items: center;
        gap: 16px;
        text-align: start;
      }
      svg {
        flex: none;
        inline-size: 72px;
        overflow: visible;
        filter: drop-shadow(0 3px 4px rgb(var(--fairground-shade) / 0.35));
      }
      .count {
        font-size: min(36px, 7.5vw);
        font-weight: 800;
        line-height: 1;
        font-variant-numeric: tabular-nums;
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
      :host(:lang(ja)) .count {
        font-size: 24px;
      }
      .quiet {
        font-size: 13px;
        margin-block-start: 4px;
      }
    `,
  ];

  static override properties = { added: { type: Number } };

  /** Points that came in just now; 0 shows the balance at rest. */
  added = 0;
  #rolled = false;

  get #points(): number {
    return this.fair?.session.ready?.wallet.points ?? this.added;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('added')) this.#rolled = false;
    if (this.#rolled || this.added === 0 || !this.fair?.more) return;
    this.#rolled = true;
    sound(this.fair, 'clink');
    if (hasReducedMotion()) return;
    this.renderRoot.querySelectorAll('g').forEach((token, at) => {
      token.animate(
        [
          { transform: 'translateY(-90px)', opacity: 0, easing: 'cubic-bezier(.5,0,.9,.5)' },
          { transform: 'none', opacity: 1, offset: 0.7 },
          { transform: 'translateY(-5px)', offset: 0.84 },
          { transform: 'none' },
        ],
        { duration: 420, delay: at * 70, fill: 'backwards' },
      );
    });
    this.#roll();
  }

  #roll(): void {
    const count = this.renderRoot.querySelector('.count');
    const { added, fair } = this;
    // As wide as it will be, or all beside it would move.
    const frame = count?.parentElement;
    if (frame) frame.style.minInlineSize = `${frame.offsetWidth}px`;
    if (!count || !fair) return;
    roll(count, { from: 0, to: added }, (shown) => fair.say('receivedPoints', { count: shown }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair } = this;
    if (!fair?.more) return nothing;
    const count = this.#points;
    const height = Math.min(
      stackMax,
      Math.max(1, Math.ceil(Math.log2((this.added || count) + 1) / 1.5)),
    );
    return html`<div part="tokens">
      <svg viewBox="0 ${48 - height * 8} 72 ${height * 8 + 18}" aria-hidden="true">
        ${range(height).map((at) => token(at))}
      </svg>
      ${
        this.added > 0
          ? html`<p>
              <span class="count">${fair.say('receivedPoints', { count: this.added })}</span>
              <br /><span class="quiet">${fair.say('balance', { count })}</span>
            </p>`
          : html`<p class="count">${fair.say('points', { count })}</p>`
      }
    </div>`;
  }
}

function token(at: number): TemplateResult {
  const y = 52 - at * 8;
  // Nobody stacks tokens dead straight.
  const x = 36 + ((at * 5) % 4) - 1;
  return svg`<g>
    <path d="M${x - 28} ${y}v6a28 10 0 0 0 56 0v-6z" fill="#9a6a1c" stroke="#5e3d0b" />
    <ellipse cx=${x} cy=${y} rx="28" ry="10" fill="#e9b949" stroke="#5e3d0b" />
    <ellipse cx=${x} cy=${y} rx="21" ry="7" fill="none" stroke="#9a6a1c" stroke-width="1.5" />
    <path
      d="M${x} ${y - 5}l2 3 6 .4-4 2 1.5 3.2-5.5-1.6-5.5 1.6 1.5-3.2-4-2 6-.4z"
      fill="#9a6a1c" />
  </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-tokens': FairgroundTokens;
  }
}
