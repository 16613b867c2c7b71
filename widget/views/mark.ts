/** The small line under every result: was the draw checked, and did it hold. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from '../i18n/words.ts';
import { checkPlay, type Verdict } from '../state/check.ts';
import type { Settled } from '../state/plays.ts';
import { sleep } from '../state/sleep.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';

/**
 * @summary Says whether this browser checked a draw, and leads to its receipt.
 * @csspart mark - The button.
 * @internal
 */
export class FairgroundMark extends FairElement {
  static override styles = [
    theme,
    css`
      :host {
        display: inline-block;
        /* Its words stand as far from what is around them as that does. */
        margin-block: -6px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding-inline: 8px;
        font-size: 13px;
        text-align: start;
      }
      svg {
        flex: none;
        inline-size: 22px;
        block-size: 22px;
      }
      .verified svg,
      .consistent svg {
        color: var(--fairground-good);
      }
      .forged {
        color: var(--fairground-bad);
        font-weight: 700;
      }
    `,
  ];

  static override properties = { settled: { attribute: false }, verdict: { state: true } };

  /** The play whose draw is checked. */
  settled: Settled | undefined;
  verdict: Verdict['kind'] | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('settled')) void this.#check();
  }

  async #check(): Promise<void> {
    const { settled } = this;
    if (!settled) return;
    this.verdict = undefined;
    await sleep();
    const { kind } = await checkPlay(settled.reply.receipt, settled.seen);
    if (settled === this.settled) this.verdict = kind;
  }

  #handleClick(): void {
    this.fair?.show({ view: 'fair', id: this.settled?.reply.playId });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair, verdict } = this;
    if (!fair?.more) return nothing;
    return html`<button class=${verdict ?? ''} part="mark" @click=${this.#handleClick}>
      ${seal(verdict)}
      <span>${fair.say(verdict ? verdictWords[verdict] : 'checking')}</span>
      <span class="plain">${fair.say('receipt')}</span>
    </button>`;
  }
}

/** What each verdict is called. */
export const verdictWords = keyed({
  verified: 'verified',
  consistent: 'consistent',
  unchecked: 'unchecked',
  forged: 'forged',
});

/** The uneven rim of pressed wax. */
const edge =
  'M12 2l2.7 1.7 3.2-.2 1 3 2.5 2-1 3 1 3-2.5 2' +
  '-1 3-3.2-.2L12 22l-2.7-1.7-3.2.2-1-3-2.5-2 1-3-1-3 2.5-2 1-3 3.2.2z';

/** A wax seal: ticked, questioned, or broken. */
export function seal(verdict: Verdict['kind'] | undefined): TemplateResult {
  const sign = {
    verified: 'M8 12.5 11 15.5 16.5 9',
    consistent: 'M8 12.5 11 15.5 16.5 9',
    unchecked: 'M12 7.5V13M12 16.5V16.6',
    forged: 'M8.5 8.5 15.5 15.5M15.5 8.5 8.5 15.5',
    waiting: 'M8 12H8.1M12 12H12.1M16 12H16.1',
  }[verdict ?? 'waiting'];
  return html`<svg class="line" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${edge} />
    <path d=${sign} />
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-mark': FairgroundMark;
  }
}
