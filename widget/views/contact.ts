/** Where a contact is left: for a prize that waits for it, or to play on at a network's limit. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { ContactAsk, LeaveContactReply } from '../../shared/schema/contact-api.ts';
import { textIn } from '../../shared/text.ts';
import type { Answer } from '../api.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { Wishes, type ReplyTo, type Wish } from '../state/wishes.ts';
import { formStyles } from '../styles/form.ts';
import { stallStyles } from '../styles/stall.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';

/**
 * @summary Asks for an e-mail address or a phone number, and for the code that confirms it.
 * @event fairground-contact-left - What was asked for is there.
 * @internal
 */
export class FairgroundContact extends FairElement {
  static override styles = [
    theme,
    stallStyles,
    formStyles,
    css`
      .code {
        font-size: 24px;
        letter-spacing: 0.3em;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  static override properties = {
    ask: { attribute: false },
    voucherId: { attribute: false },
    left: { state: true },
    trouble: { state: true },
    isBusy: { state: true },
  };

  /** What is asked for, and with which consent. */
  ask: ContactAsk | undefined;
  /** The prize that waits; undefined at a network's limit. */
  voucherId: string | undefined;
  /** What was left and waits for its code. */
  left: LeaveContactReply | undefined;
  trouble = '';
  isBusy = false;
  readonly #wishes = new Wishes();
  #written: { contact: string; consent: string | null } | undefined;

  async #handleLeave(event: Event): Promise<void> {
    event.preventDefault();
    const contact = this.#field('contact')?.value.trim() ?? '';
    const isTicked = this.#field('consent')?.checked === true;
    this.#written = { contact, consent: isTicked ? this.#consent : null };
    await this.#leave();
  }

  #handleAgain = (): void => void this.#leave();

  #handleOther(): void {
    this.left = undefined;
    this.trouble = '';
  }

  async #handleConfirm(event: Event): Promise<void> {
    event.preventDefault();
    const { fair } = this;
    const code = this.#field('code')?.value.replaceAll(/\D/g, '') ?? '';
    if (!fair) return;
    if (code.length !== 6) {
      this.trouble = fair.say('codeWrong');
      return;
    }
    const answer = await this.#send('confirmContact', { code });
    if (answer?.kind === 'value') this.#done();
  }

  async #leave(): Promise<void> {
    const { fair, voucherId } = this;
    const written = this.#written;
    if (!fair || !written) return;
    const { contact, consent } = written;
    const isEmail = contact.includes('@');
    const isAsked = this.ask?.contact === 'either' || (this.ask?.contact === 'email') === isEmail;
    if (contact.length < 3 || !isAsked) {
      this.trouble = fair.say('contactInvalid');
      return;
    }
    const { locale } = fair.words;
    const answer = await this.#send('leaveContact', {
      ...(voucherId ? { voucherId } : {}),
      ...(isEmail ? { email: contact } : { phone: contact }),
      consent,
      locale,
    });
    if (answer?.kind !== 'value') return;
    if (!answer.value.code) return this.#done();
    this.left = answer.value;
    await this.focusOn('.code');
  }

  /** One at a time; whatever is refused is said. */
  async #send<Name extends 'confirmContact' | 'leaveContact'>(
    name: Name,
    wish: Wish<Name>,
  ): Promise<Answer<ReplyTo<Name>> | undefined> {
    const { fair } = this;
    if (!fair || this.isBusy) return undefined;
    const { session } = fair;
    this.isBusy = true;
    this.trouble = '';
    const answer = await this.#wishes.send(session, name, wish);
    this.isBusy = false;
    if (answer.kind === 'lost') this.trouble = fair.say('claimLost');
    if (answer.kind === 'refused') this.trouble = this.#reason(answer.refusal);
    return answer;
  }

  #reason(refusal: Refusal): string {
    const { fair } = this;
    // What was typed did not pass for a contact.
    if (refusal.code === 'bad_request') return fair?.say('contactInvalid') ?? '';
    return fair?.more?.refusal(refusal) ?? '';
  }

  #done(): void {
    this.dispatchEvent(new CustomEvent('fairground-contact-left'));
  }

  get #consent(): string | null {
    const consent = this.ask?.consent;
    return consent ? textIn(consent, this.fair?.locale ?? 'en') : null;
  }

  #field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair, ask } = this;
    if (!fair?.more || !ask) return nothing;
    return this.left ? this.#renderCode(fair, this.left) : this.#renderForm(fair, ask);
  }

  #renderForm({ say }: Fair, ask: ContactAsk): TemplateResult {
    const kind = keyed({
      email: 'contactEmail',
      phone: 'contactPhone',
      either: 'contactEither',
    });
    const isPhone = ask.contact === 'phone';
    return html`<form class="card" @submit=${this.#handleLeave} novalidate>
      <p>${say(this.voucherId ? 'contactWhy' : 'contactWhyLimit')}</p>
      <label>
        ${say(kind[ask.contact])}
        <input
          name="contact"
          type=${isPhone ? 'tel' : 'email'}
          autocomplete=${isPhone ? 'tel' : 'email'}
          maxlength="254"
          required
          aria-describedby="trouble"
        />
      </label>
      ${
        this.#consent
          ? html`<label class="check"
              ><input type="checkbox" name="consent" /><bdi>${this.#consent}</bdi></label
            >`
          : nothing
      }
      ${this.#renderTrouble()}
      <button class="main" ?disabled=${this.isBusy}>
        ${say(ask.confirm ? 'contactSendCode' : 'contactSend')}
      </button>
    </form>`;
  }

  #renderCode({ say, more }: Fair, { shown, code }: LeaveContactReply): TemplateResult {
    const when = more?.formats.when(code?.expiresAt ?? 0) ?? '';
    return html`<form class="card" @submit=${this.#handleConfirm} novalidate>
      <p>${say('codeSent', { to: shown, when })}</p>
      <label>
        ${say('codeLabel')}
        <input
          class="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="6"
          required
          aria-describedby="trouble"
        />
      </label>
      ${this.#renderTrouble()}
      <button class="main" ?disabled=${this.isBusy}>${say('codeConfirm')}</button>
      <button type="button" class="plain" @click=${this.#handleAgain}>${say('codeAgain')}</button>
      <button type="button" class="plain" @click=${this.#handleOther}>${say('codeOther')}</button>
    </form>`;
  }

  #renderTrouble(): TemplateResult {
    return html`<p class="trouble" id="trouble" role="alert">${this.trouble}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-contact': FairgroundContact;
  }
}
