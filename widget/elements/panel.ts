/** The stall itself: a sheet from below on a phone, a booth in the corner of a desk. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import type { Fair } from '../state/fair.ts';
import { tabOf, tabs, type Place } from '../state/place.ts';
import { panelStyles } from '../styles/panel.ts';
import { theme } from '../styles/theme.ts';

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
 * @summary The dialog with everything in it. The script makes it; `fairground('open')` opens it.
 * @csspart panel - The dialog.
 * @csspart awning - Its header.
 * @csspart signpost - The button that leads to the other games. The parts of what stands in the
 *   panel are the panel's too.
 * @event fairground-opened - The panel came up.
 * @event fairground-closed - The panel went away.
 */
export class FairgroundPanel extends LitElement {
  static override styles = [theme, panelStyles];

  static override properties = {
    place: { state: true },
    stall: { state: true },
    fair: { attribute: false },
  };

  place: Place = { view: 'play' };
  /** What stands at the place, where that is not the wheel. */
  stall: HTMLElement | null = null;

  /** @internal What the page shares. */
  fair: Fair | undefined;

  #leave: (() => void) | undefined;
  #points = 0;
  #pointsShown = 0;
  /** The way back from a place that is no tab. */
  readonly #before: Place[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.fair?.session.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  open = (place?: Place): void => {
    if (place) this.place = place;
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
    const { view, id } = this.place;
    if (place.view !== view || place.id !== id) {
      this.renderRoot.querySelector('.view')?.scrollTo(0, 0);
      if (isTab(place)) this.#before.length = 0;
      else this.#before.push(this.place);
    }
    this.place = place;
    void this.fair?.loadMore();
    this.open();
  };

  #handleBack(): void {
    const place = this.#before.pop() ?? { view: 'home' };
    this.place = place;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  #handleClosed(): void {
    announce(this, 'fairground-closed', {});
  }

  /** The ground around the panel closes it. */
  #handleGround(event: MouseEvent): void {
    if (event.target === this.#dialog) this.close();
  }

  #handleKeys(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = this.matches(':dir(rtl)') ? -step : step;
    const view = tabs[(tabs.indexOf(tabOf(this.place)) + at + tabs.length) % tabs.length] ?? 'play';
    this.show({ view });
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
    });
  }

  protected override firstUpdated(): void {
    this.#dialog?.addEventListener('click', (event) => this.#handleGround(event));
  }

  protected override updated(): void {
    const { fair } = this;
    const chip = this.renderRoot.querySelector('.points');
    const [from, to] = [this.#pointsShown, this.#points];
    this.#pointsShown = to;
    if (!chip || from === 0) return;
    fair?.more?.roll(chip, { from, to }, (count) => fair.say('points', { count }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { fair } = this;
    if (changed.has('place')) void this.#enter();
    fair?.dress(this);
    // While the wheel turns, the new balance would give the result away.
    if (!fair?.isTurning) this.#points = fair?.session.ready?.wallet.points ?? 0;
  }

  /** The kind of the game at this place; another thing than a wheel comes in a chunk of its own. */
  get #isWheel(): boolean {
    const list = this.fair?.session.ready?.list;
    const { view, gameId } = this.place;
    const title = gameId ? list?.find(({ id }) => id === gameId) : list?.[0];
    return view === 'play' && (title?.kind ?? 'wheel') === 'wheel';
  }

  async #enter(): Promise<void> {
    const { place, fair } = this;
    this.stall = null;
    // Beside the wheel stands only the way to the other games: not before the first push.
    if (!fair || (this.#isWheel && !fair.more)) return;
    try {
      const { makeStall } = await import('../views/stalls.ts');
      const stall = await makeStall(fair, place);
      if (place === this.place) this.stall = stall;
    } catch {
      // Off line: the tab that is pressed again asks again.
    }
  }

  protected override render(): TemplateResult {
    const { fair, place } = this;
    const isWheel = this.#isWheel;
    const count = this.#points;
    return html`<dialog part="panel" aria-labelledby="name" @close=${this.#handleClosed}>
      <div class="booth">
        <header part="awning">
          ${
            isTab(place)
              ? nothing
              : html`<button
                  class="back"
                  aria-label=${fair?.say('back')}
                  @click=${this.#handleBack}
                >
                  ${icons.back}
                </button>`
          }
          <h2 id="name">${this.#name()}</h2>
          ${
            count > 0
              ? html`<button class="points" @click=${() => this.show({ view: 'wallet' })}
                  >${fair?.say('points', { count })}</button
                >`
              : nothing
          }
          <button class="close" aria-label=${fair?.say('close')} @click=${this.close}>
            ${icons.close}
          </button>
        </header>
        <div
          class="view"
          id="view"
          role="tabpanel"
          tabindex=${isWheel ? -1 : 0}
          aria-labelledby="tab-${tabOf(place)}"
        >
          <fairground-wheel
            ?hidden=${!isWheel}
            .fair=${fair}
            .game=${place.gameId}
          ></fairground-wheel>
          ${this.stall}
        </div>
        ${this.#renderTabs()}
      </div>
    </dialog>`;
  }

  /** Of the game, or of the shop. */
  #name(): string {
    const { fair, place } = this;
    const site = fair?.session.ready?.site.name ?? 'Fairground';
    const game = place.view === 'play' ? fair?.session.game(place.gameId) : undefined;
    return game && fair ? textIn(game.name, fair.locale) : site;
  }

  #renderTabs(): TemplateResult {
    const { fair } = this;
    const here = tabOf(this.place);
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${fair?.say('sections')}
      @keydown=${this.#handleKeys}
    >
      ${tabs.map(
        (view) =>
          html`<button
            role="tab"
            id="tab-${view}"
            aria-controls="view"
            aria-selected=${view === here}
            tabindex=${view === here ? 0 : -1}
            @click=${() => this.show({ view })}
          >
            ${icons[view]}${fair?.say(view)}
          </button>`,
      )}
    </div>`;
  }
}

function isTab({ view }: Place): boolean {
  return tabs.some((tab) => tab === view);
}

const icons = {
  home: icon('M3 21h18M5 21V11l7-7 7 7v10M3 11h18M9 21v-6h6v6'),
  play: icon('M12 4a9 9 0 1 0 .01 0zM12 13V4m0 9 7.8 4.5M12 13l-7.8 4.5'),
  wallet: icon('M3 7h18v3.5a2 2 0 0 0 0 4V18H3v-3.5a2 2 0 0 0 0-4zM15 7v11'),
  me: icon('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 3-7 8-7s8 2 8 7'),
  back: icon('M15 5l-7 7 7 7'),
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
