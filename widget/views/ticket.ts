/** A voucher as a paper ticket: the stub is torn off when it is taken. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { ContactAsk } from '../../shared/schema/contact-api.ts';
import type { VoucherView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { keyed } from '../i18n/words.ts';
import { claim } from '../state/claim.ts';
import type { Fair } from '../state/fair.ts';
import { theme } from '../styles/theme.ts';
import { ticketStyles } from '../styles/ticket.ts';
import { sound } from '../state/sound.ts';
import { FairElement, hasReducedMotion } from './fair-element.ts';

type Message = 'claimLost' | 'copied' | 'copyByHand' | 'useCopied' | 'useTaken';

/**
 * @summary One voucher: whole, torn, stamped or frayed.
 * @csspart paper - The ticket.
 * @csspart stub - The part that is torn off.
 * @event fairground-voucher-claimed - The stub came off.
 * @event fairground-voucher-offered - The shopper wants to use it: a page that takes the code to
 *   its checkout prevents the default, which copies it.
 * @internal
 */
export class FairgroundTicket extends FairElement {
  static override styles = [theme, ticketStyles];
  static override properties = {
    voucher: { attribute: false },
    isBusy: { state: true },
    message: { state: true },
    ask: { state: true },
  };

  /** The voucher as the wallet has it. */
  voucher: VoucherView | undefined;
  isBusy = false;
  message: Message | Refusal | undefined;
  /** The contact that the prize waits for. */
  ask: ContactAsk | undefined;

  async #handleTear(): Promise<void> {
    const { fair, voucher } = this;
    if (!fair || !voucher || this.isBusy) return;
    this.isBusy = true;
    this.message = undefined;
    const answer = await claim(fair.session, voucher.id);
    if (answer.kind === 'value') {
      await this.#tear();
      this.voucher = answer.value.voucher;
      announce(this, 'fairground-voucher-claimed', {
        voucherId: voucher.id,
        prizeId: voucher.prizeId,
      });
      this.isBusy = false;
      await this.focusOn('.copy');
      return;
    }
    this.isBusy = false;
    if (answer.kind === 'lost') this.message = keyed('claimLost');
    else if (answer.refusal.contact) this.ask = answer.refusal.contact;
    else this.message = answer.refusal;
  }

  /** The prize is held until the contact is there; then the stub comes off as ever. */
  #handleLeft(): void {
    this.ask = undefined;
    void this.#handleTear();
  }

  async #handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.voucher?.code ?? '');
      this.message = keyed('copied');
    } catch {
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      this.message = keyed('copyByHand');
    }
  }

  async #handleUse(): Promise<void> {
    const { voucher } = this;
    if (!voucher) return;
    const { id: voucherId, prizeId, code } = voucher;
    const offer = new CustomEvent('fairground-voucher-offered', {
      detail: { voucherId, prizeId, code },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (!this.dispatchEvent(offer)) {
      this.message = keyed('useTaken');
      return;
    }
    await this.#handleCopy();
    if (this.message === keyed('copied')) this.message = keyed('useCopied');
  }

  async #tear(): Promise<void> {
    const stub = this.renderRoot.querySelector('.stub');
    sound(this.fair, 'paper');
    if (!stub || hasReducedMotion()) return;
    const torn = stub.animate(
      [
        { transform: 'none' },
        { transform: 'rotate(5deg) translate(3px, 2px)', offset: 0.35 },
        { transform: 'rotate(24deg) translate(56px, 90px)', opacity: 0 },
      ],
      { duration: 520, easing: 'cubic-bezier(.5,0,.8,.6)' },
    );
    await torn.finished.catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { voucher, fair } = this;
    if (!voucher || !fair?.more) return nothing;
    const { say } = fair;
    const { formats } = fair.more;
    const { state, claimedAt, expiresAt, minimumSpend } = voucher;
    const isWhole = state === 'issued' && claimedAt === null;
    const isOver = state === 'expired' || state === 'voided';
    return html`<div
        class="ticket ${isOver ? 'frayed' : ''} ${isWhole ? 'whole' : ''}"
        part="paper"
      >
        <div class="paper">
          <p class="kind">${say('admitOne')}</p>
          <p class="label"><bdi>${textIn(voucher.label, fair.locale)}</bdi></p>
          <p class="small">
            ${this.#until(expiresAt)}
            ${
              minimumSpend > 0
                ? html`<br />${say('minimum', { amount: formats.money(minimumSpend) })}`
                : nothing
            }
          </p>
          ${isWhole ? nothing : this.#renderCode(voucher)}
          ${
            state === 'issued' && !isWhole
              ? html`<button class="use" @click=${this.#handleUse}>${say('useNow')}</button>`
              : nothing
          }
          <p class="small" role="status">${this.#said(fair)}</p>
          ${this.#renderStamp(voucher)}
        </div>
        ${
          isWhole
            ? html`<button
                class="stub"
                part="stub"
                ?disabled=${this.isBusy}
                @click=${this.#handleTear}
              >
                <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M12 2l3 6.5 7 .8-5.2 4.8 1.4 7-6.2-3.5-6.2 3.5 1.4-7L2 9.3l7-.8z" />
                </svg>
                ${say('claim')}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderContact(voucher)}`;
  }

  #said({ say, more }: Fair): string {
    const { message } = this;
    if (message === undefined) return '';
    return typeof message === 'object' ? (more?.refusal(message) ?? '') : say(message);
  }

  #until(expiresAt: number | null): string {
    const { say, more } = this.fair ?? {};
    if (expiresAt === null) return say?.('noExpiry') ?? '';
    return say?.('expires', { day: more?.formats.day(expiresAt) ?? '' }) ?? '';
  }

  #renderContact({ id }: VoucherView): TemplateResult | typeof nothing {
    if (!this.ask) return nothing;
    return html`<fairground-contact
      .fair=${this.fair}
      .ask=${this.ask}
      .voucherId=${id}
      @fairground-contact-left=${this.#handleLeft}
    ></fairground-contact>`;
  }

  #renderCode({ state, code }: VoucherView): TemplateResult | typeof nothing {
    const { fair } = this;
    return html`<div class="code">
      <code>${code}</code>
      ${
        state === 'issued' || state === 'held'
          ? html`<button class="copy" aria-label=${fair?.say('copy')} @click=${this.#handleCopy}>
              <svg class="line" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M9 9h11v12H9zM5 15H4V3h11v2" />
              </svg>
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderStamp({ state }: VoucherView): TemplateResult | typeof nothing {
    if (state === 'issued') return nothing;
    return html`<p class="stamp ${state}">${this.fair?.say(stamps[state])}</p>`;
  }
}

const stamps = keyed({
  held: 'stateHeld',
  redeemed: 'stateRedeemed',
  expired: 'stateExpired',
  voided: 'stateVoided',
});

declare global {
  interface HTMLElementTagNameMap {
    'fairground-ticket': FairgroundTicket;
  }
}
