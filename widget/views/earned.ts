/** Missions and badges that came along: a line of chalk, a pin. */
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import { textIn } from '../../shared/text.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';

/**
 * @summary What else a command brought.
 * @internal
 */
export class FairgroundEarned extends FairElement {
  static override styles = [
    theme,
    css`
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        text-align: start;
      }
      svg {
        flex: none;
        inline-size: 32px;
        block-size: 32px;
      }
    `,
  ];
  static override properties = { fair: { attribute: false }, earned: { attribute: false } };

  /** Missions and badges, in the order they came. */
  earned: readonly EarnedView[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { fair, earned } = this;
    if (!fair || earned.length === 0) return nothing;
    const { say, locale } = fair;
    return html`<ul>
      ${earned.map(({ kind, name: text }) => {
        const name = textIn(text, locale);
        return html`<li>
          <svg viewBox="0 0 32 32" aria-hidden="true">${kind === 'badge' ? pin : chalk}</svg>
          ${kind === 'badge' ? say('earnedBadge', { name }) : say('earnedMission', { name })}
        </li>`;
      })}
    </ul>`;
  }
}

const pin = svg`<circle cx="16" cy="16" r="13" fill="#1f7a72" stroke="#e0b354" stroke-width="3" />
  <path
    d="M16 8l2.3 5 5.5.6-4.1 3.7 1.2 5.4-4.9-2.7-4.9 2.7 1.2-5.4-4.1-3.7 5.5-.6z"
    fill="#ffc247" />`;

const chalk = svg`<rect x="2" y="4" width="28" height="24" rx="2" fill="#2c4a43" stroke="#7a5230"
    stroke-width="3" />
  <path d="M8 16l5 5 11-11" fill="none" stroke="#f2e6cf" stroke-width="3"
    stroke-linecap="round" />`;

declare global {
  interface HTMLElementTagNameMap {
    'fairground-earned': FairgroundEarned;
  }
}
