/** What the shopper owns: points and vouchers. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';

/**
 * @summary Points and vouchers, inline or in the panel.
 */
export class FairgroundWallet extends FairElement {
  static override styles = [
    theme,
    css`
      section {
        display: grid;
        gap: 14px;
        padding-block: 10px 16px;
      }
      ul {
        display: grid;
        gap: 14px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .points {
        padding: 12px 16px;
        border: 1px solid var(--fairground-line);
        border-radius: 12px;
        background: var(--fairground-surface);
      }
      .empty {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding-block: 24px;
        text-align: center;
        text-wrap: balance;
      }
      .empty svg {
        inline-size: 132px;
        block-size: 84px;
        fill: none;
        stroke: var(--fairground-quiet);
        stroke-width: 2;
        stroke-dasharray: 5 5;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { fair } = this;
    const wallet = fair?.session.ready?.wallet;
    if (!fair?.more || !wallet) return nothing;
    const { say } = fair;
    return html`<section aria-labelledby="title">
      <h3 id="title">${say('wallet')}</h3>
      ${
        wallet.points > 0
          ? html`<div class="points"><fairground-tokens .fair=${fair}></fairground-tokens></div>`
          : nothing
      }
      ${
        wallet.vouchers.length > 0
          ? html`<ul>
              ${repeat(
                wallet.vouchers,
                ({ id }) => id,
                (voucher) =>
                  html`<li
                    ><fairground-ticket .fair=${fair} .voucher=${voucher}></fairground-ticket
                  ></li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        wallet.vouchers.length === 0 && wallet.points === 0
          ? html`<div class="empty">
              <svg viewBox="0 0 132 84" aria-hidden="true">
                <path d="M4 4h124v24a14 14 0 0 0 0 28v24H4V56a14 14 0 0 0 0-28zM94 6v72" />
              </svg>
              <p>${say('walletEmpty')}</p>
              <button class="main" @click=${() => fair.show({ view: 'play' })}
                >${say('toWheel')}</button
              >
            </div>`
          : nothing
      }
    </section>`;
  }
}
