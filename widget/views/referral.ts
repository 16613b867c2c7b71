/** Bringing a friend: what both get, the code, the ways to send it, and who came. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReferralView } from '../../shared/schema/referral.ts';
import { keyed } from '../i18n/words.ts';
import { formStyles } from '../styles/form.ts';
import { art } from './art.ts';
import { fieldOf } from './form.ts';
import { prizeArt } from './prize-art.ts';
import { Stall, type Counter } from './stall.ts';

/**
 * @summary What a friend brings, and how to bring one.
 */
export class Referral extends Stall {
  static override styles = [
    ...Stall.styles,
    formStyles,
    css`
      /* One ticket for two, perforated in the middle. */
      .both {
        display: grid;
        grid-template-columns: 1fr 1fr;
        color: #33261a;
        filter: drop-shadow(0 2px 5px rgb(var(--fairground-shade) / 0.28));
      }
      .both > div {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 8px;
        padding: 16px 12px;
        background: #fbeccb;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .both > div:first-child {
        border-inline-end: 2px dashed #9d825c;
        border-start-start-radius: 12px;
        border-end-start-radius: 12px;
      }
      .both > div:last-child {
        border-start-end-radius: 12px;
        border-end-end-radius: 12px;
      }
      .both .art {
        inline-size: 48px;
        block-size: 48px;
      }
      .both p {
        font-size: 13px;
        color: #5d4a37;
      }
      .both .name {
        font-size: 15px;
        color: #33261a;
      }
      .rules {
        gap: 4px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      .code {
        display: grid;
        gap: 4px;
        justify-items: center;
        padding: 12px;
        border: 1.5px dashed #9d825c;
        border-radius: 12px;
        background: #fff8e7;
        color: #33261a;
        animation: reveal 220ms var(--_ease);
      }
      code {
        font:
          700 24px/1.2 ui-monospace,
          monospace;
        letter-spacing: 0.08em;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .code .quiet {
        color: #5d4a37;
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(128px, 1fr));
        gap: 12px;
      }
      .ways a {
        display: grid;
        place-items: center;
        min-block-size: 44px;
        border-radius: 12px;
        color: inherit;
        text-decoration: none;
      }
      .friends {
        gap: 4px;
      }
      @media (forced-colors: active) {
        .both > div,
        .ways a {
          border: 1px solid;
        }
      }
    `,
  ];

  static override properties = { said: { state: true } };

  said: 'refCopied' | 'copyByHand' | undefined;

  async #handleOpen(): Promise<void> {
    const opened = await this.attempt('openReferral', {});
    if (!opened) return;
    await this.focusOn('.ways button');
  }

  async #handleShare(text: string, url: string): Promise<void> {
    try {
      await navigator.share({ text, url });
    } catch {
      // Whoever closes the sheet has changed their mind.
    }
  }

  async #handleCopy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.said = keyed('refCopied');
    } catch {
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      this.said = keyed('copyByHand');
    }
  }

  async #handleEnter(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const code = fieldOf(event.target, 'code');
    const attached = await this.attempt('attachReferral', { code });
    if (attached) await this.focusOn('.by');
  }

  protected stand(counter: Counter): TemplateResult {
    const { say } = counter.fair;
    const { referral } = counter.rewards;
    if (!referral) {
      return html`<section>
        <h3>${say('referral')}</h3>
        <p>${say('refUnknown')}</p>
      </section>`;
    }
    return html`<section aria-labelledby="title">
      <h3 id="title">${say('referral')}</h3>
      ${this.#renderBoth(counter, referral)} ${this.#renderRules(counter, referral)}
      ${this.renderTrouble()}
      ${
        referral.code === null
          ? html`<button class="main" ?disabled=${this.isBusy} @click=${this.#handleOpen}>
              ${say('refOpen')}
            </button>`
          : this.#renderCode(counter, referral, referral.code)
      }
      ${referral.code === null ? nothing : this.#renderFriends(counter, referral)}
      ${this.#renderBroughtBy(counter, referral)}
    </section>`;
  }

  #renderBoth({ fair }: Counter, { referrerPrize, friendPrize }: ReferralView): TemplateResult {
    const { say } = fair;
    return html`<div class="both">
      <div>
        <p>${say('refYou')}</p>
        ${art(prizeArt[referrerPrize.kind])}
        <p class="name">${this.text(referrerPrize.label)}</p>
      </div>
      <div>
        <p>${say('refFriend')}</p>
        ${art(prizeArt[friendPrize.kind])}
        <p class="name">${this.text(friendPrize.label)}</p>
      </div>
    </div>`;
  }

  #renderRules({ fair }: Counter, referral: ReferralView): TemplateResult {
    const { say, more } = fair;
    const { minimumNet, returnWindowDays: count } = referral;
    const amount = more?.formats.money(minimumNet) ?? '';
    return html`<ul class="rules quiet">
      <li>${minimumNet > 0 ? say('refMinimum', { amount }) : say('refAny')}</li>
      <li>${count > 0 ? say('refWindow', { count }) : say('refAtOnce')}</li>
    </ul>`;
  }

  #renderCode({ fair }: Counter, referral: ReferralView, code: string): TemplateResult {
    const { say, session } = fair;
    const url = referral.link ?? location.href;
    const shop = session.ready?.site.name ?? '';
    const text = say('refText', { shop, prize: this.text(referral.friendPrize.label) });
    const address = encodeURIComponent(url);
    return html`
      <div class="code">
        <p class="quiet small">${say('refCode')}</p>
        <code>${code}</code>
      </div>
      <div class="ways">
        ${
          'share' in navigator
            ? html`<button class="main" @click=${() => this.#handleShare(text, url)}>
                ${say('refShare')}
              </button>`
            : nothing
        }
        <button class="second" @click=${() => this.#handleCopy(url)}>${say('refCopy')}</button>
        ${away(`https://zalo.me/share?url=${address}`, 'Zalo')}
        ${away(`https://www.facebook.com/sharer/sharer.php?u=${address}`, 'Facebook')}
      </div>
      <p class="small" role="status">${this.said ? say(this.said) : nothing}</p>
    `;
  }

  #renderFriends({ fair }: Counter, { friends }: ReferralView): TemplateResult {
    const { say } = fair;
    const { attached, pending, paid } = friends;
    const rows = [
      attached > 0 && say('refAttached', { count: attached }),
      pending > 0 && say('refPending', { count: pending }),
      paid > 0 && say('refPaid', { count: paid }),
    ].filter((row) => row !== false);
    return html`<div class="card">
      <h3>${say('refFriends')}</h3>
      ${
        rows.length > 0
          ? html`<ul class="friends num">
              ${rows.map((row) => html`<li>${row}</li>`)}
            </ul>`
          : html`<p class="quiet">${say('refNone')}</p>`
      }
    </div>`;
  }

  #renderBroughtBy({ fair }: Counter, { broughtBy }: ReferralView): TemplateResult {
    const { say, more } = fair;
    if (broughtBy) {
      const { state, dueAt } = broughtBy;
      return html`<p class="card by" tabindex="-1">
        ${say(`refBy_${state}`)}
        ${
          state === 'pending' && dueAt !== null && more
            ? html`<span class="quiet">${say('onDate', { day: more.formats.day(dueAt) })}</span>`
            : nothing
        }
      </p>`;
    }
    return html`<form class="card" @submit=${this.#handleEnter}>
      <h3>${say('refAsk')}</h3>
      <label
        >${say('refTheirs')}
        <input
          name="code"
          required
          minlength="4"
          maxlength="20"
          pattern="\\s*[0-9A-Za-z]{4,20}\\s*"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
        />
      </label>
      <button class="second" ?disabled=${this.isBusy}>${say('refEnter')}</button>
    </form>`;
  }
}

function away(address: string, name: string): TemplateResult {
  return html`<a class="second" href=${address} target="_blank" rel="noopener noreferrer"
    >${name}</a
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-referral': Referral;
  }
}
