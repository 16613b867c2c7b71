/** The stall itself: a sheet from below on a phone, a booth in the corner of a desk. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { sharedFair, type Fair, type Place } from '../state/fair.ts';
import { panelStyles } from '../styles/panel.ts';
import { theme } from '../styles/theme.ts';

const views = ['wheel', 'wallet', 'fair'] as const;

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

  /** What the page shares; found by itself. */
  fair: Fair | undefined;

  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.fair ??= sharedFair();
    this.#leave = this.fair?.session.subscribe(() => this.requestUpdate());
    if (this.fair) this.fair.show = this.show;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  open = (): void => {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) {
      if (!dialog) void this.updateComplete.then(this.open);
      return;
    }
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
    const isBackwards = getComputedStyle(this).direction === 'rtl';
    const at = views.indexOf(this.place.view) + (isBackwards ? -step : step);
    const view = views[(at + views.length) % views.length] ?? 'wheel';
    this.show({ view });
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
    });
  };

  protected override render(): TemplateResult {
    const { fair } = this;
    fair?.dress(this);
    const words = fair?.words;
    const game = fair?.session.game(undefined);
    const name = game && fair ? textIn(game.name, fair.locale) : (fair?.session.ready?.site.name ?? '');
    const points = fair?.session.ready?.wallet.points ?? 0;
    const { view, playId } = this.place;
    return html`<dialog
      part="panel"
      aria-labelledby="name"
      @close=${this.handleClosed}
      @click=${this.handleGround}
    >
      <div class="booth">
        <header part="awning">
          <h2 id="name">${name}</h2>
          ${points > 0 && words
            ? html`<button class="points" @click=${() => this.show({ view: 'wallet' })}>
                ${words.points(fair?.more?.formats.number(points) ?? points)}
              </button>`
            : nothing}
          <button class="close" aria-label=${words?.close ?? ''} @click=${this.close}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6 18 18M18 6 6 18" /></svg>
          </button>
        </header>
        <div class="view" id="view" role="tabpanel" tabindex=${view === 'wheel' ? -1 : 0} aria-labelledby="tab-${view}">
          <fairground-wheel ?hidden=${view !== 'wheel'} .fair=${fair}></fairground-wheel>
          ${view === 'wallet' ? html`<fairground-wallet .fair=${fair}></fairground-wallet>` : nothing}
          ${view === 'fair'
            ? html`<fairground-fair-play .fair=${fair} .playId=${playId}></fairground-fair-play>`
            : nothing}
        </div>
        ${words ? this.#renderTabs() : nothing}
      </div>
    </dialog>`;
  }

  #renderTabs(): TemplateResult | typeof nothing {
    const words = this.fair?.words;
    if (!words) return nothing;
    const names = { wheel: words.tabWheel, wallet: words.tabWallet, fair: words.tabFair };
    return html`<div class="tabs" role="tablist" aria-label=${words.sections} @keydown=${this.handleKeys}>
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
          ${icons[view]}${names[view]}
        </button>`;
      })}
    </div>`;
  }
}

const icons = {
  wheel: html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="13" r="8.5" /><path d="M12 13V4.5M12 13l7.4 4.2M12 13l-7.4 4.2M10 1.5h4l-2 3z" /></svg>`,
  wallet: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 7h18v3.5a2 2 0 0 0 0 4V18H3v-3.5a2 2 0 0 0 0-4zM15 7v2.2m0 2.2v2.2m0 2.2V18" /></svg>`,
  fair: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v18M7 21h10M4.5 6.5l7.5-2 7.5 2M4.5 6.5l-2.5 7h5zM19.5 6.5l-2.5 7h5z" /></svg>`,
};

declare global {
  interface HTMLElementTagNameMap {
    'fairground-panel': FairgroundPanel;
  }
}
