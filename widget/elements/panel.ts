/** The stall itself: a sheet from below on a phone, a booth in the corner of a desk. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { panelWords } from '../i18n/panel-words.ts';
import type { Fair, Place } from '../state/fair.ts';
import { panelStyles } from '../styles/panel.ts';
import { theme } from '../styles/theme.ts';

const views = ['wheel', 'wallet', 'fair'] as const;

/** Puts the panel at the end of the page, closed. */
export async function createPanel(fair: Fair, isAtStart: boolean): Promise<FairgroundPanel> {
  customElements.define('fairground-panel', FairgroundPanel);
  const panel = document.createElement('fairground-panel');
  panel.fair = fair;
  panel.toggleAttribute('at-start', isAtStart);
  document.body.append(panel);
  await panel.updateComplete;
  return panel;
}

/**
 * @summary The dialog with the wheel, the wallet and the proofs.
 * @csspart panel - The dialog.
 * @csspart awning - Its header.
 * @event fairground-opened - The panel came up.
 * @event fairground-closed - The panel went away.
 */
export class FairgroundPanel extends LitElement {
  static override styles = [theme, panelStyles];

  static override properties = { place: { state: true }, fair: { attribute: false } };

  place: Place = { view: 'wheel' };

  /** What the page shares. */
  fair: Fair | undefined;

  #leave: (() => void) | undefined;
  #points = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.fair?.session.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  open = (): void => {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    announce(this, 'fairground-opened', {});
    const { fair } = this;
    const game = fair?.session.game(undefined);
    if (game) fair?.track('opened', game.id);
    // Limits may have passed since: what was refused is asked again.
    if (game?.turn.refusal) void fair?.session.start();
  };

  close = (): void => {
    this.#dialog?.close();
  };

  show = (place: Place): void => {
    if (place.view !== this.place.view || place.playId !== this.place.playId) {
      this.renderRoot.querySelector('.view')?.scrollTo(0, 0);
    }
    this.place = place;
    void this.fair?.loadMore();
    this.open();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  handleClosed = (): void => {
    announce(this, 'fairground-closed', {});
  };

  /** The ground around the panel closes it. */
  handleGround = (event: MouseEvent): void => {
    if (event.target === this.#dialog) this.close();
  };

  handleKeys = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = this.matches(':dir(rtl)') ? -step : step;
    const view = views[(views.indexOf(this.place.view) + at + 3) % 3] ?? 'wheel';
    this.show({ view });
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
    });
  };

  protected override firstUpdated(): void {
    this.#dialog?.addEventListener('click', this.handleGround);
  }

  protected override willUpdate(): void {
    const { fair } = this;
    fair?.dress(this);
    // While the wheel turns, the new balance would give the result away.
    if (!fair?.isTurning) this.#points = fair?.session.ready?.wallet.points ?? 0;
  }

  protected override render(): TemplateResult {
    const { fair } = this;
    const words = panelWords(fair?.locale ?? 'en');
    const game = fair?.session.game(undefined);
    const name =
      game && fair
        ? textIn(game.name, fair.locale)
        : (fair?.session.ready?.site.name ?? 'Fairground');
    const points = this.#points;
    const { view, playId } = this.place;
    return html`<dialog part="panel" aria-labelledby="name" @close=${this.handleClosed}>
      <div class="booth">
        <header part="awning">
          <h2 id="name">${name}</h2>
          ${
            points > 0
              ? html`<button class="points" @click=${() => this.show({ view: 'wallet' })}>
                  ${words.points(fair?.more?.formats.number(points) ?? points)}
                </button>`
              : nothing
          }
          <button class="close" aria-label=${words.close} @click=${this.close}>
            ${icons.close}
          </button>
        </header>
        <div
          class="view"
          id="view"
          role="tabpanel"
          tabindex=${view === 'wheel' ? -1 : 0}
          aria-labelledby="tab-${view}"
        >
          <fairground-wheel ?hidden=${view !== 'wheel'} .fair=${fair}></fairground-wheel>
          ${view === 'wallet' ? this.#renderWallet() : nothing}
          ${
            view === 'fair'
              ? html`<fairground-fair-play .fair=${fair} .playId=${playId}></fairground-fair-play>`
              : nothing
          }
        </div>
        ${this.#renderTabs()}
      </div>
    </dialog>`;
  }

  #renderWallet(): TemplateResult {
    return html`<fairground-wallet .fair=${this.fair}></fairground-wallet>`;
  }

  #renderTabs(): TemplateResult {
    const words = panelWords(this.fair?.locale ?? 'en');
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${words.sections}
      @keydown=${this.handleKeys}
    >
      ${views.map((view) => {
        const isHere = view === this.place.view;
        return html`<button
          role="tab"
          id="tab-${view}"
          aria-controls="view"
          aria-selected=${isHere}
          tabindex=${isHere ? 0 : -1}
          @click=${() => this.show({ view })}
        >
          ${icons[view]}${words[view]}
        </button>`;
      })}
    </div>`;
  }
}

const icons = {
  wheel: icon('M12 4a9 9 0 1 0 .01 0zM12 13V4m0 9 7.8 4.5M12 13l-7.8 4.5'),
  wallet: icon('M3 7h18v3.5a2 2 0 0 0 0 4V18H3v-3.5a2 2 0 0 0 0-4zM15 7v11'),
  fair: icon('M12 3v18m-5 0h10M4.5 6.5 12 4.5l7.5 2m-15 0-2.5 7h5zm15 0-2.5 7h5z'),
  close: icon('M6 6l12 12M18 6 6 18'),
};

function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-panel': FairgroundPanel;
  }
}
