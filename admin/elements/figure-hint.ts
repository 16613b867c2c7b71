/** The small sign beside a figure that says how it is defined. */
import { LitElement, css, html, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { placeBeside } from '../figures/place.ts';
import { baseStyles } from '../styles/base.ts';

/** Long enough to move the pointer from the sign to the text. */
const leaveDelayMs = 160;

/**
 * @summary Shows a definition on hover, focus and tap; Escape and a tap elsewhere hide it.
 */
@customElement('figure-hint')
export class FigureHint extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
      }
      button {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        color: var(--quiet);
        cursor: help;
      }
      @media print {
        :host {
          display: none;
        }
      }
      /* A finger finds it, a reader of figures hardly sees it. */
      button::after {
        content: '';
        position: absolute;
        inset: -10px;
      }
      button:hover {
        color: var(--text);
      }
      svg {
        inline-size: 15px;
        block-size: 15px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.4;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        max-inline-size: min(20rem, calc(100vw - 24px));
        padding: 12px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow-raised);
        font-size: var(--size-13);
        font-weight: 400;
        line-height: 1.5;
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  /** The figure, as it stands beside the sign. */
  @property() label = '';
  @property() text = '';

  @query('button') private readonly button!: HTMLButtonElement;
  @query('[popover]') private readonly tip!: HTMLElement;
  private leaveTimer: ReturnType<typeof setTimeout> | undefined;

  private show(): void {
    clearTimeout(this.leaveTimer);
    const { tip } = this;
    if (!tip.matches(':popover-open')) tip.showPopover();
    const { left, top } = placeBeside(
      this.button.getBoundingClientRect(),
      { width: tip.offsetWidth, height: tip.offsetHeight },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
    );
    tip.style.setProperty('left', `${left}px`);
    tip.style.setProperty('top', `${top}px`);
  }

  private hide(): void {
    clearTimeout(this.leaveTimer);
    if (this.tip.matches(':popover-open')) this.tip.hidePopover();
  }

  private handleEnter(event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.show();
  }

  private handleLeave(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(this.leaveTimer);
    this.leaveTimer = setTimeout(() => this.hide(), leaveDelayMs);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.hide();
  }

  override render() {
    return html`
      <button
        type="button"
        aria-label="What “${this.label}” means"
        aria-describedby="tip"
        @click=${this.show}
        @focus=${this.show}
        @blur=${this.hide}
        @keydown=${this.handleKey}
        @pointerenter=${this.handleEnter}
        @pointerleave=${this.handleLeave}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">${sign}</svg>
      </button>
      <div
        id="tip"
        popover="manual"
        @pointerenter=${this.handleEnter}
        @pointerleave=${this.handleLeave}
      >
        ${this.text}
      </div>
    `;
  }
}

const sign = svg`
  <circle cx="8" cy="8" r="7"></circle>
  <path d="M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.6v.1"></path>
`;

declare global {
  interface HTMLElementTagNameMap {
    'figure-hint': FigureHint;
  }
}
