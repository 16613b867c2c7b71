/** Gifts on their way: where to, how far they are, and the address that can be taken back. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ParcelView } from '../../shared/schema/parcel.ts';
import { formStyles } from '../styles/form.ts';
import { addressOf, renderAddressForm } from './address-form.ts';
import { art } from './art.ts';
import { KeyedRows } from './keyed-rows.ts';
import { Stall, type Counter } from './stall.ts';
import { renderEmpty } from './instead.ts';

/**
 * @summary The gifts that are sent to the shopper.
 */
export class Parcels extends Stall {
  static override styles = [
    ...Stall.styles,
    formStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 16px;
      }
      .head .art {
        flex: none;
        inline-size: 56px;
        block-size: 56px;
      }
      .head .name {
        font-size: 18px;
        overflow-wrap: anywhere;
      }
      /* The way of a parcel: a string with knots. */
      .way {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 4px;
      }
      .way i {
        block-size: 6px;
        border-radius: 3px;
        background: color-mix(in srgb, var(--fairground-text) 16%, transparent);
      }
      .way i.done {
        background: var(--fairground-good);
      }
      address {
        padding: 12px 16px;
        border: 1.5px dashed #9d825c;
        border-radius: 6px;
        background: #fff8e7;
        color: #33261a;
        font-style: normal;
        overflow-wrap: anywhere;
      }
      @media (forced-colors: active) {
        .way i.done {
          background: Highlight;
        }
        .way i {
          border: 1px solid;
        }
      }
    `,
  ];

  static override properties = { open: { state: true } };

  /** The gift whose address is being written. */
  open: string | undefined;
  readonly #rows = new KeyedRows<ParcelView>();

  async #handleOpen(parcelId: string): Promise<void> {
    this.open = parcelId;
    this.trouble = undefined;
    await this.focusOn('form input');
  }

  #handleClose = (): void => this.#close();

  async #handleSubmit(event: SubmitEvent, { id: parcelId }: ParcelView): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const address = addressOf(event.target);
    const sent = await this.attempt('giveAddress', { parcelId, address });
    if (sent) this.#close();
  }

  async #handleErase({ id: parcelId }: ParcelView): Promise<void> {
    const erased = await this.attempt('eraseAddress', { parcelId });
    if (erased) this.#close(parcelId);
  }

  #close(id = this.open): void {
    this.open = undefined;
    void this.focusOn(`#state-${id}`);
  }

  protected stand(counter: Counter): TemplateResult {
    const { say } = counter.fair;
    const { parcels } = counter.rewards;
    return html`<section aria-labelledby="title">
      <h3 id="title">${say('parcels')}</h3>
      ${this.renderTrouble()}
      ${
        parcels.length > 0
          ? html`<ul>
              ${this.#rows.of(this, parcels, (parcel) => this.#renderParcel(counter, parcel))}
            </ul>`
          : renderEmpty(art('parcel'), say('parcelsEmpty'))
      }
    </section>`;
  }

  #renderParcel(counter: Counter, parcel: ParcelView): TemplateResult {
    const { say } = counter.fair;
    const { id, label, state, tracking } = parcel;
    const at = steps.indexOf(state);
    return html`<li class="card">
      <div class="head">
        ${art('parcel')}
        <div>
          <p class="name">${this.text(label)}</p>
          <p class="quiet" id="state-${id}" tabindex="-1">${say(`parcel_${state}`)}</p>
        </div>
      </div>
      ${
        at < 0
          ? nothing
          : html`<div class="way" aria-hidden="true">
              ${steps.map((_, step) => html`<i class=${step <= at ? 'done' : ''}></i>`)}
            </div>`
      }
      ${
        tracking === null
          ? nothing
          : html`<p class="small">${say('parcelTracking', { id: tracking })}</p>`
      }
      ${this.open === id ? this.#renderForm(counter, parcel) : this.#renderAddress(counter, parcel)}
    </li>`;
  }

  #renderAddress({ fair }: Counter, parcel: ParcelView): TemplateResult | typeof nothing {
    const { say } = fair;
    const { id, state, address } = parcel;
    const isOpen = state === 'address_needed' || state === 'to_ship';
    return html`
      ${
        address
          ? html`<address dir="auto">
              ${address.name}<br />${address.lines.map((line) => html`${line}<br />`)}
              ${address.postalCode} ${address.city}
            </address>`
          : nothing
      }
      ${
        isOpen
          ? html`<div class="pair">
              <button
                class=${address ? 'second' : 'main'}
                ?disabled=${this.isBusy}
                @click=${() => this.#handleOpen(id)}
              >
                ${say(address ? 'parcelChange' : 'parcelAddress')}
              </button>
              ${
                address
                  ? html`<button
                      class="second"
                      ?disabled=${this.isBusy}
                      @click=${() => this.#handleErase(parcel)}
                    >
                      ${say('parcelErase')}
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
    `;
  }

  #renderForm({ fair }: Counter, parcel: ParcelView): TemplateResult {
    const { say } = fair;
    return html`<form @submit=${(event: SubmitEvent) => this.#handleSubmit(event, parcel)}>
      ${renderAddressForm(fair, parcel.address)}
      <p class="quiet small">${say('parcelKept')}</p>
      <div class="pair">
        <button class="main" ?disabled=${this.isBusy}>${say('parcelSend')}</button>
        <button class="second" type="button" @click=${this.#handleClose}>
          ${say('parcelNot')}
        </button>
      </div>
    </form>`;
  }
}

const steps: readonly ParcelView['state'][] = ['address_needed', 'to_ship', 'shipped', 'delivered'];

declare global {
  interface HTMLElementTagNameMap {
    'fairground-parcels': Parcels;
  }
}
