/** Settings: how the fair speaks, sounds and moves, a pause, a birthday, and one's own data. */
import { html, nothing, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import { locales } from '../../shared/words/locales.ts';
import { ownName } from '../i18n/own-name.ts';
import { keyed } from '../i18n/words.ts';
import { define } from '../state/define.ts';
import { setLanguage } from '../state/language.ts';
import { hasSound, setSound } from '../state/sound.ts';
import type { Fair } from '../state/fair.ts';
import { formStyles } from '../styles/form.ts';
import { settingsStyles } from '../styles/settings.ts';
import { fieldOf } from './form.ts';
import { MyData } from './my-data.ts';
import { Stall, type Counter } from './stall.ts';

define('fairground-my-data', MyData);

/**
 * @summary Language, sound, motion, birthday, pause, and the shopper's own data.
 */
export class Settings extends Stall {
  static override styles = [...Stall.styles, formStyles, settingsStyles];
  static override properties = {
    asked: { state: true },
    pausedUntil: { state: true },
    said: { state: true },
  };

  /** The days of a pause that waits for a yes. */
  asked: number | undefined;
  pausedUntil: number | undefined;
  said: 'birthdaySaved' | 'birthdayForgotten' | undefined;

  async #handleLanguage(event: Event): Promise<void> {
    const { fair } = this;
    if (!fair || !(event.target instanceof HTMLSelectElement)) return;
    this.isBusy = true;
    this.trouble = undefined;
    const worked = await setLanguage(fair, event.target.value);
    this.isBusy = false;
    if (!worked) this.trouble = null;
  }

  #handleSound(): void {
    const { fair } = this;
    if (fair) setSound(fair, !hasSound(fair));
    this.requestUpdate();
  }

  #handleStill(): void {
    const { fair } = this;
    if (!fair) return;
    if (fair.isStill) fair.session.keep.remove('still');
    else fair.session.keep.set('still', 'on');
    fair.session.announce();
  }

  async #handleAsk(days: number | undefined): Promise<void> {
    const before = this.asked;
    this.asked = days;
    const next = days === undefined ? `#pause-${before}` : '.sure .main';
    await this.focusOn(next);
  }

  async #handlePause(days: number): Promise<void> {
    const { fair } = this;
    if (!fair) return;
    const paused = await this.attempt('pause', { days });
    if (!paused) return;
    this.asked = undefined;
    this.pausedUntil = paused.pausedUntil;
    // Every game says so itself from now on.
    await fair.session.start();
    await this.focusOn('.paused');
  }

  async #handleBirthday(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement)) return;
    const isForgotten = submitter?.getAttribute('value') === 'forget';
    const month = fieldOf(target, 'month').padStart(2, '0');
    const last = new Date(Date.UTC(2024, Number(month), 0)).getUTCDate();
    const day = String(Math.min(Number(fieldOf(target, 'day')), last)).padStart(2, '0');
    const birthday = isForgotten ? null : `${month}-${day}`;
    this.said = undefined;
    const kept = await this.attempt('setBirthday', { birthday });
    if (kept) this.said = keyed(isForgotten ? 'birthdayForgotten' : 'birthdaySaved');
  }

  protected stand(counter: Counter): TemplateResult {
    const { fair } = counter;
    const { say } = fair;
    return html`<section aria-labelledby="title">
      <h3 id="title">${say('settings')}</h3>
      ${this.renderTrouble()} ${this.#renderLanguage(fair)}
      <div class="card">
        ${lever(say('setSound'), say('setSoundHint'), hasSound(fair), this.#handleSound)}
      </div>
      <div class="card">
        ${lever(say('setStill'), say('setStillHint'), fair.isStill, this.#handleStill)}
      </div>
      ${this.#renderPause(fair)} ${this.#renderBirthday(fair)}
      <fairground-my-data .fair=${fair}></fairground-my-data>
    </section>`;
  }

  #renderLanguage(fair: Fair): TemplateResult {
    const { say, session } = fair;
    const chosen = session.keep.get('locale') ?? '';
    return html`<label class="card"
      >${say('setLanguage')}
      <select ?disabled=${this.isBusy} @change=${this.#handleLanguage}>
        <option value="" ?selected=${chosen === ''}>${say('setAsShop')}</option>
        ${locales.map(
          (locale) =>
            html`<option value=${locale} lang=${locale} ?selected=${chosen === locale}>
              ${ownName(locale)}
            </option>`,
        )}
      </select></label
    >`;
  }

  #renderPause({ say, more, session }: Fair): TemplateResult {
    const until =
      this.pausedUntil ??
      session.ready?.games.find(({ turn }) => turn.refusal?.code === 'paused')?.turn.refusal
        ?.nextAt;
    const { asked } = this;
    return html`<div class="card">
      <h3>${say('pauseTitle')}</h3>
      ${
        until !== undefined && more
          ? html`<p class="paused" tabindex="-1">
              ${say('pauseUntil', { when: more.formats.when(until) })}
            </p>`
          : nothing
      }
      <p class="quiet small">${say('pauseHint')}</p>
      ${
        asked === undefined
          ? html`<div class="days">
              ${[1, 7, 30].map(
                (count) =>
                  html`<button
                    class="second num"
                    id="pause-${count}"
                    @click=${() => this.#handleAsk(count)}
                  >
                    ${say('pauseDays', { count })}
                  </button>`,
              )}
            </div>`
          : html`<div class="sure" role="group" aria-label=${say('pauseTitle')}>
              <strong>${say('pauseSure', { count: asked })}</strong>
              <div class="pair">
                <button
                  class="main"
                  ?disabled=${this.isBusy}
                  @click=${() => this.#handlePause(asked)}
                >
                  ${say('pauseYes')}
                </button>
                <button class="second" @click=${() => this.#handleAsk(undefined)}>
                  ${say('setNo')}
                </button>
              </div>
            </div>`
      }
    </div>`;
  }

  #renderBirthday({ say, locale, session }: Fair): TemplateResult | typeof nothing {
    if (!session.ready) return nothing;
    const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    const numbers = (count: number): number[] => range(count).map((at) => at + 1);
    const day = html`<label
      >${say('birthdayDay')}
      <select name="day" autocomplete="bday-day">
        ${numbers(31).map((each) => html`<option value=${each}>${each}</option>`)}
      </select></label
    >`;
    const month = html`<label
      >${say('birthdayMonth')}
      <select name="month" autocomplete="bday-month">
        ${numbers(12).map(
          (each) => html`<option value=${each}>${name.format(Date.UTC(2024, each - 1))}</option>`,
        )}
      </select></label
    >`;
    return html`<form class="card" @submit=${this.#handleBirthday}>
      <h3>${say('birthday')}</h3>
      <p class="quiet small">${say('birthdayHint')}</p>
      <div class="pair">${/^(ja|ko|zh)/.test(locale) ? [month, day] : [day, month]}</div>
      <div class="pair">
        <button class="second" value="save" ?disabled=${this.isBusy}>${say('birthdaySave')}</button>
        <button class="second" value="forget" ?disabled=${this.isBusy}>
          ${say('birthdayForget')}
        </button>
      </div>
      <p role="status">${this.said ? say(this.said) : nothing}</p>
    </form>`;
  }
}

function lever(name: string, hint: string, isOn: boolean, pull: () => void): TemplateResult {
  return html`<button class="lever" role="switch" aria-checked=${isOn} @click=${pull}>
    <span class="grow">
      <strong>${name}</strong><br />
      <span class="quiet small">${hint}</span>
    </span>
    <i></i>
  </button>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-settings': Settings;
  }
}
