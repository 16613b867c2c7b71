/** What the fair keeps of a shopper: to be seen, and taken along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fair } from '../state/fair.ts';
import { jsonOf } from '../state/json.ts';
import { collectData } from '../state/my-data.ts';
import { formStyles } from '../styles/form.ts';
import { settingsStyles } from '../styles/settings.ts';
import { Stall, type Counter } from './stall.ts';

/**
 * @summary The shopper's own data.
 * @internal
 */
export class MyData extends Stall {
  static override styles = [...Stall.styles, formStyles, settingsStyles];
  static override properties = {
    json: { state: true },
    isLost: { state: true },
    isReading: { state: true },
    isAsked: { state: true },
    isErased: { state: true },
  };

  json = '';
  isLost = false;
  isReading = false;
  /** Erasing waits for a yes. */
  isAsked = false;
  isErased = false;

  async #handleSee(): Promise<void> {
    this.json = this.json ? '' : await this.#read();
  }

  async #handleSave(): Promise<void> {
    const json = await this.#read();
    if (!json) return;
    const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `fairground-${this.fair?.session.siteId}.json`;
    link.click();
    URL.revokeObjectURL(address);
  }

  async #handleAsk(isAsked: boolean): Promise<void> {
    this.isAsked = isAsked;
    await this.focusOn(isAsked ? '.sure .second' : '.erase');
  }

  async #handleErase(): Promise<void> {
    const erased = await this.attempt('eraseData', {});
    if (!erased) return;
    this.json = '';
    this.isErased = true;
    await this.#handleAsk(false);
  }

  /** Empty when it could not be fetched. */
  async #read(): Promise<string> {
    const { session } = this.fair ?? {};
    if (!session || this.isReading) return '';
    this.isReading = true;
    this.isLost = false;
    const { era } = session;
    try {
      const json = jsonOf(await collectData(session), 2);
      // Whoever signed out meanwhile leaves nothing behind.
      return era === session.era ? json : '';
    } catch {
      this.isLost = true;
      return '';
    } finally {
      this.isReading = false;
    }
  }

  protected stand({ fair }: Counter): TemplateResult {
    const { say } = fair;
    return html`<div class="card">
      <h3>${say('data')}</h3>
      <p class="quiet small">${say('dataHint')}</p>
      <div class="pair">
        <button
          class="second see"
          aria-expanded=${this.json !== ''}
          ?disabled=${this.isReading}
          @click=${this.#handleSee}
          >${say('dataSee')}</button
        >
        <button class="second save" ?disabled=${this.isReading} @click=${this.#handleSave}
          >${say('dataSave')}</button
        >
      </div>
      <p class="data" role="status">${this.isLost ? say('dataLost') : nothing}</p>
      ${
        this.json
          ? html`<pre tabindex="0" role="region" aria-label=${say('data')}>${this.json}</pre>`
          : nothing
      }
      ${this.#renderErase(fair)}
    </div>`;
  }

  #renderErase({ say }: Fair): TemplateResult {
    return html`
      <p class="quiet small">${say('eraseHint')}</p>
      ${this.renderTrouble()}
      ${
        this.isAsked
          ? html`<div class="sure" role="group" aria-label=${say('erase')}>
              <strong>${say('eraseSure')}</strong>
              <div class="pair">
                <button class="main yes" ?disabled=${this.isBusy} @click=${this.#handleErase}
                  >${say('eraseYes')}</button
                >
                <button class="second" @click=${() => this.#handleAsk(false)}
                  >${say('setNo')}</button
                >
              </div>
            </div>`
          : html`<button class="second erase" @click=${() => this.#handleAsk(true)}
              >${say('erase')}</button
            >`
      }
      <p role="status">${this.isErased ? say('eraseDone') : nothing}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-my-data': MyData;
  }
}
