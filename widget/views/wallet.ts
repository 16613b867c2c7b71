/** What the shopper owns: points and vouchers. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { VoucherView } from '../../shared/schema/shopper-api.ts';
import { keyed, type PlainKey } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import type { View } from '../../shared/views.ts';
import type { Place } from '../state/place.ts';
import { stallStyles } from '../styles/stall.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';
import { KeyedRows } from './keyed-rows.ts';

/**
 * @summary Points and vouchers.
 * @csspart tokens - The stack of points.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 */
export class FairgroundWallet extends FairElement {
  static override styles = [
    theme,
    stallStyles,
    css`
      h4 {
        margin: 4px 0 0;
        font-size: 15px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .ways button {
        flex: 1 1 104px;
        min-inline-size: min-content;
        padding-inline: 8px;
        font-size: 13px;
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

  /** In the panel: where one is; inline there is none. */
  place: Place | undefined;
  readonly #rows = new KeyedRows<VoucherView>();

  protected override firstUpdated(): void {
    // Leads to the shop and the history: the panel alone has them.
    if (this.place) void this.fair?.loadStalls();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair } = this;
    const wallet = fair?.session.ready?.wallet;
    if (!fair?.more || !wallet) return nothing;
    const { say } = fair;
    const { vouchers, points } = wallet;
    const usable = vouchers.filter(({ state }) => state === 'issued' || state === 'held');
    const over = vouchers.filter((voucher) => !usable.includes(voucher));
    return html`<section aria-labelledby="title">
      <h3 id="title">${say('wallet')}</h3>
      ${
        points > 0
          ? html`<div class="card"><fairground-tokens .fair=${fair}></fairground-tokens></div>`
          : nothing
      }
      ${this.#renderWays(fair)} ${this.#renderGroup(fair, 'usable', usable)}
      ${this.#renderGroup(fair, 'over', over)}
      ${
        vouchers.length === 0 && points === 0
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

  /** The rest of the counter, once it is known what there is. */
  #renderWays({ rewards, say, show }: Fair): TemplateResult | typeof nothing {
    if (!this.place || !rewards) return nothing;
    const go = (view: View, key: PlainKey): TemplateResult =>
      html`<button class="second" @click=${() => show({ view })}>${say(key)}</button>`;
    return html`<div class="ways">
      ${go('shop', keyed('shop'))} ${go('points', keyed('history'))}
      ${go('parcels', keyed('parcels'))}
    </div>`;
  }

  #renderGroup(
    fair: Fair,
    name: 'usable' | 'over',
    vouchers: readonly VoucherView[],
  ): TemplateResult | typeof nothing {
    if (vouchers.length === 0) return nothing;
    return html`<h4 id=${name}>${fair.say(name === 'over' ? 'over' : 'usable')}</h4>
      <ul aria-labelledby=${name}>
        ${this.#rows.of(
          this,
          vouchers,
          (voucher) =>
            html`<li
              ><fairground-ticket .fair=${fair} .voucher=${voucher}></fairground-ticket
            ></li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-wallet': FairgroundWallet;
  }
}
