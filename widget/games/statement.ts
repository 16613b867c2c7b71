/** Asks where a player is, and how old: only for games whose terms ask for it, before the play. */
import {
  css,
  html,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { loadWords } from '../i18n/load-words.ts';
import { define } from '../state/define.ts';
import type { Fair } from '../state/fair.ts';
import { asksFor, state } from '../state/stated.ts';
import { formStyles } from '../styles/form.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from '../views/fair-element.ts';
import { regionName } from './region-name.ts';

/** Resolves with true once everything was stated that lets the game be played. */
export async function askToState(fair: Fair, game: GameView): Promise<boolean> {
  fair.words.add(await loadWords('games', fair.words.locale));
  define('fairground-statement', Statement);
  const form = document.createElement('fairground-statement');
  Object.assign(form, { fair, asked: game });
  document.body.append(form);
  const isStated = await form.answer;
  form.remove();
  return isStated;
}

/**
 * @summary A small form over the game: where one is, and how old.
 * @internal
 */
export class Statement extends FairElement {
  static override styles: CSSResult[] = [
    theme,
    formStyles,
    css`
      dialog {
        inline-size: min(384px, 100% - 24px);
        max-block-size: calc(100dvh - 24px);
        padding: 20px;
        border: 0;
        border-block-start: 6px solid #c42b3a;
        border-radius: 12px;
        background: var(--fairground-surface);
        color: inherit;
        box-shadow: 0 16px 56px rgb(var(--fairground-shade) / 0.5);
      }
      dialog::backdrop {
        background: rgb(12 9 32 / 0.6);
      }
      .quiet {
        font-size: 13px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .choices .main {
        flex: 1 0 auto;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    asked: { attribute: false },
  };

  /** The game whose terms ask. */
  asked: GameView | undefined;
  readonly answer: Promise<boolean>;
  #resolve: (isStated: boolean) => void = () => {};

  constructor() {
    super();
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resolve(false);
  }

  handleSubmit = (event: Event): void => {
    event.preventDefault();
    const { fair, asked } = this;
    const form = event.target;
    if (!fair || !asked?.terms || !(form instanceof HTMLFormElement)) return;
    const region = new FormData(form).get('region');
    const { ageMin } = asked.terms;
    const hasAge = form.querySelector('input') !== null && ageMin !== null;
    if (region !== 'elsewhere') {
      state(fair.session.keep, {
        ...(typeof region === 'string' ? { region } : {}),
        ...(hasAge ? { ageConfirmed: ageMin } : {}),
      });
    }
    this.#leave(region !== 'elsewhere');
  };

  handleNotNow = (): void => this.#leave(false);

  #leave(isStated: boolean): void {
    this.#resolve(isStated);
    this.renderRoot.querySelector('dialog')?.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair, asked } = this;
    if (!fair || !asked?.terms) return nothing;
    const { say, session } = fair;
    const { regions, ageMin } = asked.terms;
    const needs = asksFor(session.keep, asked.terms);
    return html`<dialog aria-labelledby="title" @close=${this.handleNotNow}>
      <form @submit=${this.handleSubmit}>
        <h2 id="title">${textIn(asked.name, fair.locale)}</h2>
        <p>${say('stateWhy')}</p>
        ${needs.region ? this.#renderRegions(fair, regions) : nothing}
        ${
          needs.age && ageMin !== null
            ? html`<label class="check">
                <input type="checkbox" required />${say('stateAge', { age: ageMin })}
              </label>`
            : nothing
        }
        <p class="quiet">${say('stateKept')}</p>
        <div class="choices">
          <button class="main">${say('stateGo')}</button>
          <button type="button" class="plain" @click=${this.handleNotNow}
            >${say('stateNot')}</button
          >
        </div>
      </form>
    </dialog>`;
  }

  #renderRegions({ say, locale }: Fair, regions: readonly string[]): TemplateResult {
    return html`<label>
      ${say('stateRegion')}
      <select name="region" required>
        <option value="">${say('stateChoose')}</option>
        ${regions.map(
          (region) => html`<option value=${region}>${regionName(region, locale)}</option>`,
        )}
        <option value="elsewhere">${say('stateElsewhere')}</option>
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-statement': Statement;
  }
}
