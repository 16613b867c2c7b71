/** The stall itself: a sheet from below on a phone, a booth in the corner of a desk. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { define } from '../state/define.ts';
import type { Fair } from '../state/fair.ts';
import { tabs } from '../../shared/views.ts';
import { tabOf, type Place } from '../state/place.ts';
import { shown, sleep } from '../state/sleep.ts';
import { panelStyles } from '../styles/panel.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from '../views/fair-element.ts';

/** Takes the place that the page has for the panel, else one at the end of the page; closed. */
export async function createPanel(fair: Fair): Promise<FairgroundPanel> {
  await sleep();
  define('fairground-panel', FairgroundPanel);
  const panel =
    document.querySelector('fairground-panel') ??
    document.body.appendChild(document.createElement('fairground-panel'));
  panel.fair = fair;
  if (panel.shape !== 'modal') (await import('./free-panel.ts')).standFree(panel);
  await panel.updateComplete;
  await sleep();
  return panel;
}

/** Where the panel opens, as long as nobody went elsewhere. */
const start: Place = { view: 'play' };

/**
 * @summary The panel with everything in it. The script makes it, unless the page has one of its
 *   own; `fairground('open')` opens it.
 * @slot header - Beside the name in the awning, such as the shop's mark.
 * @slot footer - Between what is shown and the tabs.
 * @slot empty - In place of the wheel while the site has no game to play.
 * @csspart panel - The dialog; in the page itself, the section.
 * @csspart awning - Its header.
 * @csspart title - The name in it.
 * @csspart points - The button with the points.
 * @csspart close - The button that closes it.
 * @csspart view - What scrolls.
 * @csspart tabs - The row of tabs.
 * @csspart tab - A tab.
 * @csspart signpost - The button that leads to the other games. The parts of what stands in the
 *   panel are the panel's too.
 * @event fairground-opened - The panel came up.
 * @event fairground-closed - The panel went away.
 */
export class FairgroundPanel extends FairElement {
  static override styles = [theme, panelStyles];

  static override properties = {
    place: { state: true },
    stall: { state: true },
    isWheelShown: { state: true },
    isOffered: { state: true },
    mode: {},
  };

  place = start;
  /** What stands at the place, where that is not the wheel. */
  stall: HTMLElement | null = null;
  isWheelShown = true;

  /** @internal It came by itself. */
  isOffered = false;

  /** `modal`, `floating`, or `inline` to stand where it is in the page; else what the tag says. */
  mode: 'modal' | 'floating' | 'inline' | undefined;

  #hadFocus = false;
  #wasWheel = true;
  /** A stall may show what the shopper before has done there. */
  #era: number | undefined;
  #points = 0;
  #pointsShown = 0;
  /** The way back from a place that is no tab. */
  readonly #before: Place[] = [];

  /** What came by itself, not asked for, takes nobody's focus unless it covers the page. */
  open = (place?: Place, isOffered = false): void => {
    const dialog = this.#dialog;
    if (isOffered && (!dialog || dialog.open)) return;
    if (place) this.place = place;
    // A dialog's focus begins at its name. Drawn with it, the page's console would hear of it.
    dialog?.querySelector('h2')?.setAttribute('autofocus', '');
    if (!dialog) this.renderRoot.querySelector<HTMLElement>('.view')?.focus();
    else if (dialog.open) return;
    else if (this.shape !== 'floating') dialog.showModal();
    // The method would move the focus, too.
    else if (isOffered) dialog.open = true;
    else dialog.show();
    this.isOffered = isOffered;
    announce(this, 'fairground-opened', {});
    const { fair } = this;
    // What is seen now may have waited for that.
    fair?.session.announce();
    void fair?.countOpened();
    void fair?.rewards?.freshen();
  };

  close = (): void => {
    this.#dialog?.close();
  };

  show = (place: Place): void => {
    const { view, id } = this.place;
    if (place.view !== view || place.id !== id) {
      // Prototype.js has a `scrollTo` of its own, which scrolls the page.
      for (const seen of this.renderRoot.querySelectorAll('.view')) seen.scrollTop = 0;
      if (isTab(place)) this.#before.length = 0;
      else this.#before.push(this.place);
    }
    this.place = place;
    void this.fair?.loadMore();
    // In the page it is open already: whoever is in it stays where they are.
    if (this.#dialog) this.open();
    else if (!this.shadowRoot?.activeElement) {
      this.renderRoot.querySelector<HTMLElement>('.view')?.focus();
    }
  };

  #handleBack(): void {
    const place = this.#before.pop() ?? { view: 'home' };
    this.place = place;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  /** @internal How it stands there. */
  get shape(): 'modal' | 'floating' | 'inline' {
    return this.mode ?? (this.fair?.options.asked.mode === 'floating' ? 'floating' : 'modal');
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

  protected override updated(): void {
    const { fair } = this;
    // What was pressed went with its place: a key goes on from the new one.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) {
      this.renderRoot.querySelector<HTMLElement>('.view')?.focus({ preventScroll: true });
    }
    const chip = this.renderRoot.querySelector('.points');
    const [from, to] = [this.#pointsShown, this.#points];
    this.#pointsShown = to;
    if (!chip || from === 0) return;
    fair?.more?.roll(chip, { from, to }, (count) => fair.say('points', { count }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    const { fair } = this;
    // Nobody is led to a wheel that is shut, unless the page has something in its place.
    const isEmpty = fair?.session.ready?.list.length === 0;
    if (isEmpty && this.place === start && !this.querySelector('[slot=empty]')) {
      this.place = { view: 'home' };
    }
    // What kind of game comes first is known with the first answer.
    const isWheel = this.#isWheel;
    const isNext = fair?.session.era !== this.#era;
    if (changed.has('place') || isWheel !== this.#wasWheel || isNext) void this.#enter();
    this.#wasWheel = isWheel;
    this.#era = fair?.session.era;
    super.willUpdate(changed);
    // The sides are the page's, whatever language we speak.
    const isAtStart = fair?.options.asked.position === 'start';
    this.toggleAttribute('at-start', isAtStart !== (document.dir === 'rtl'));
    this.#points = fair?.session.ready?.wallet.points ?? 0;
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
    this.isWheelShown &&= this.#isWheel;
    // The tab that was pressed answers before what stands there is drawn.
    if (this.hasUpdated) await shown();
    if (place !== this.place) return;
    this.isWheelShown = this.#isWheel;
    fair?.session.announce();
    // Beside the wheel stands only the way to the other games: not before the first push.
    if (!fair || (this.#isWheel && !fair.more)) return;
    try {
      const { stalls } = await import('../views/more.ts');
      const stall = await stalls.makeStall(fair, place);
      if (place === this.place) this.stall = stall;
    } catch {
      // Off line: the tab that is pressed again asks again.
    }
  }

  protected override render(): TemplateResult {
    const mode = this.shape;
    if (mode === 'inline') {
      return html`<section class="inline" part="panel" aria-labelledby="name">
        ${this.#renderBooth()}
      </section>`;
    }
    const news = html`<p class="hidden" role="status">
      ${this.isOffered ? this.#name() : nothing}
    </p>`;
    // oxlint-disable lit-a11y/click-events-have-key-events -- Escape does the same
    return html`${mode === 'floating' ? news : nothing}
      <dialog
        class=${mode}
        part="panel"
        aria-labelledby="name"
        @click=${this.#handleGround}
        @close=${this.#handleClosed}
      >
        ${this.#renderBooth()}
      </dialog>`;
  }

  #renderBooth(): TemplateResult {
    const { place } = this;
    return html`<div class="booth">
      ${this.#renderAwning()}
      <div
        class="view"
        id="view"
        part="view"
        role="tabpanel"
        tabindex=${this.isWheelShown ? -1 : 0}
        aria-labelledby="tab-${tabOf(place)}"
      >
        ${this.#renderWheel()} ${this.stall}
      </div>
      <slot name="footer"></slot>
      ${this.#renderTabs()}
    </div>`;
  }

  #renderWheel(): TemplateResult {
    const { fair, place, isWheelShown } = this;
    const wheel = html`<fairground-wheel
      ?hidden=${!isWheelShown}
      .fair=${fair}
      .game=${place.gameId}
    ></fairground-wheel>`;
    const isEmpty = isWheelShown && fair?.session.ready?.list.length === 0;
    return isEmpty ? html`<slot name="empty">${wheel}</slot>` : wheel;
  }

  #renderAwning(): TemplateResult {
    const { fair, place } = this;
    const count = this.#points;
    return html`<header part="awning">
      ${
        isTab(place)
          ? nothing
          : html`<button class="back" aria-label=${fair?.say('back')} @click=${this.#handleBack}>
              ${icons.back}
            </button>`
      }
      <h2 id="name" part="title" tabindex="-1">${this.#name()}</h2>
      <slot name="header"></slot>
      ${
        count > 0
          ? html`<button class="points" part="points" @click=${() => this.show({ view: 'wallet' })}
              >${fair?.say('points', { count })}</button
            >`
          : nothing
      }
      ${
        this.shape === 'inline'
          ? nothing
          : html`<button
              class="close"
              part="close"
              aria-label=${fair?.say('close')}
              @click=${this.close}
            >
              ${icons.close}
            </button>`
      }
    </header>`;
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
      part="tabs"
      role="tablist"
      aria-label=${fair?.say('sections')}
      @keydown=${this.#handleKeys}
    >
      ${tabs.map(
        (view) =>
          html`<button
            role="tab"
            part="tab"
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
  return html`<svg class="line" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-panel': FairgroundPanel;
  }
}
