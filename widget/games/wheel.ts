/** The prize wheel: one push, one answer from the server, one receipt. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { sharedFair, type Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { shown, sleep } from '../state/sleep.ts';
import { theme } from '../styles/theme.ts';
import { wheelStyles } from '../styles/wheel.ts';
import { hasReducedMotion } from '../views/fair-element.ts';
import { outcomeOf } from './outcome.ts';
import type { PlayState } from './play-state.ts';
import { follow } from './wheel-flick.ts';
import { WheelMotion } from './wheel-motion.ts';
import { wheelPicture } from './wheel-picture.ts';

/**
 * @summary A prize wheel.
 * @csspart wheel - The wheel itself.
 * @csspart spin - The button that pushes it.
 * @csspart tokens - The stack of points.
 * @csspart mark - The button that leads to the receipt.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @cssproperty --fairground-wheel-size - The largest width of the wheel.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 * @event fairground-play-settled - The wheel came to rest on the server's answer.
 * @event fairground-prize-won - It was a prize.
 * @event fairground-refused - A play was not made.
 */
export class FairgroundWheel extends LitElement {
  static override styles = [theme, wheelStyles];

  // Spelled out instead of decorated: the decorators weigh as much as the flapper.
  static override properties = {
    state: { state: true },
    game: {},
    fair: { attribute: false },
  };

  state: PlayState = { status: 'idle' };

  /** The id of the game to play; the site's first one by default. */
  game: string | undefined;
  /** @internal What the page shares; found by itself. */
  fair: Fair | undefined;

  /** @internal */
  motion: WheelMotion | undefined;
  /** @internal Nobody waits for a motion that was skipped, or is not wanted. */
  isSkipped = false;
  #drawn = '';
  #pictured = '';
  #picture: TemplateResult | undefined;
  #leave: (() => void) | undefined;
  #hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.fair ??= sharedFair();
    // Each wheel of a page is drawn anew in a task of its own.
    this.#leave = this.fair?.session.subscribe(() => void sleep().then(() => this.handleNews()));
    this.handleNews();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.motion?.jump(this.motion.angle);
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.#focused !== null;
  }

  protected override updated(): void {
    // What was pressed is gone: a key goes on with what came in its place.
    if (this.#hadFocus && !this.#focused) {
      this.renderRoot
        .querySelector<HTMLElement>('.result,.foot button')
        ?.focus({ preventScroll: true });
    }
    const game = this.current;
    if (!game) return;
    this.fair?.track('shown', game.id);
    // Another table makes another wheel: at rest again, and with other pegs.
    const drawn = `${game.id}:${game.slots.length}`;
    if (drawn === this.#drawn) return;
    const isOther = this.#drawn && !this.#drawn.startsWith(`${game.id}:`);
    this.#drawn = drawn;
    this.motion?.jump(0);
    this.motion = new WheelMotion({
      disc: this.#part('.disc'),
      flapper: this.#part('.flapper'),
      lamps: [...this.renderRoot.querySelectorAll('.lamp')],
      slotCount: game.slots.length,
    });
    const { state } = this;
    if (state.status === 'playing') return;
    const settled = state.status === 'settled' ? state.settled : undefined;
    if (settled?.reply.gameId === game.id) this.#rest(settled);
    else if (isOther || settled) {
      // What another wheel gave or refused is no news of this one.
      this.state = { status: 'idle' };
      this.handleNews();
    }
  }

  get #focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  /** @internal What is on it now. */
  get current(): GameView | undefined {
    const { game } = this;
    if (game) void this.fair?.session.want(game);
    return this.fair?.session.game(game);
  }

  /** Takes what was settled while nobody watched, unless the wheel is turning. */
  handleNews(): void {
    this.requestUpdate();
    const game = this.current;
    const { state } = this;
    if (state.status === 'settled' && state.settled.era !== this.fair?.session.era) {
      this.state = { status: 'idle' };
    }
    if (!game || state.status === 'playing') return;
    const settled = this.fair?.more?.plays.takeEarlier(game.id, this);
    if (!settled) return;
    this.state = { status: 'settled', settled, isEarlier: true };
    this.#rest(settled);
  }

  #rest({ reply }: Settled): void {
    const { more } = this.fair ?? {};
    if (more) this.motion?.jump(more.angleOf(reply));
  }

  handleSpin = (): void => void this.#spin();

  /** A flick does what the button does; but nobody pays points by a slip of the finger. */
  handleGrab = (event: PointerEvent): void => {
    const game = this.current;
    const isFree = game && (game.price === 0 || game.turn.freePlays > 0);
    if (!isFree || !event.isPrimary || event.button || !this.motion) return;
    if (!this.renderRoot.querySelector('.spin') || hasReducedMotion(this.fair)) return;
    follow(event, this.motion, (speed) => void this.#spin(speed));
  };

  async #spin(flick?: number): Promise<void> {
    const { fair } = this;
    const game = this.current;
    if (!game || !fair || this.state.status === 'playing') return;
    this.isSkipped = hasReducedMotion(this.fair);
    this.state = { status: 'playing', isSlow: false };
    fair.turning += 1;
    fair.track('started', game.id);
    const push = (): void => {
      if (!this.isSkipped) this.motion?.push(flick);
    };
    // It stands still behind a form that its terms may have come first.
    const { terms } = game;
    if (!terms || (terms.regions.length === 0 && terms.ageMin === null)) push();
    // The rest of us comes while the wheel is seen to turn already.
    if (!fair.more) await shown();
    await fair.loadMore();
    if (fair.more) await fair.more.spin(this, game.id, push);
    else {
      this.motion?.jump(this.motion.angle);
      this.state = { status: 'unreachable', isSent: false };
      announce(this, 'fairground-refused', { code: 'unreachable' });
    }
    fair.turning -= 1;
    fair.session.announce();
  }

  handleSkip = (): void => {
    this.isSkipped = true;
    // It is known where it will rest.
    if (this.motion?.way) this.motion.jump(this.motion.angle);
  };

  handleRules = (): void => {
    this.fair?.show({ view: 'fair', gameId: this.game });
  };

  handleRetry = (): void => {
    this.state = { status: 'idle' };
    void this.fair?.session.start();
  };

  #part(selector: string): HTMLElement {
    const part = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(selector);
    return part;
  }

  #text(game: GameView, slot: number): string {
    const label = game.slots[slot]?.label;
    return label === undefined ? '' : textIn(label, this.fair?.locale ?? 'en');
  }

  protected override render(): TemplateResult {
    const { fair } = this;
    fair?.dress(this);
    const game = this.current;
    const labels = game?.slots.map((_, slot) => this.#text(game, slot)) ?? [];
    const name = fair?.say('wheel', { prizes: labels.join(', ') }) ?? '';
    const { status } = this.state;
    const isOut =
      status === 'refused' ||
      status === 'unreachable' ||
      (!game && fair?.session.state.status !== 'starting');
    return html`
      <div
        class="wheel ${isOut ? 'out' : ''} ${status}"
        part="wheel"
        @pointerdown=${this.handleGrab}
        >${this.#renderPicture(labels, name)}</div
      >
      ${this.#renderFoot(game)}
    `;
  }

  /** Drawn when it says something else, or a font came: to measure it, the page is styled. */
  #renderPicture(labels: string[], name: string): TemplateResult | undefined {
    const pictured = document.fonts.status + name;
    if (pictured !== this.#pictured) {
      this.#pictured = pictured;
      this.#picture = wheelPicture(labels, name, getComputedStyle(this).fontFamily);
    }
    return this.#picture;
  }

  /** A new sentence is a new element: one that moved would be a layout shift of the page. */
  #renderFoot(game: GameView | undefined): TemplateResult {
    const { state, fair } = this;
    const sentence = this.#sentence(game);
    return html`
      <p class="hidden" role="status">${sentence}</p>
      <div class="foot">
        ${
          state.status === 'settled'
            ? html`<div class="result" tabindex="-1">
                <p class="say" aria-hidden="true">${sentence}</p>
                ${fair?.more?.result(fair, state.settled, state.isEarlier)}
                ${this.#renderActions(game)}
              </div>`
            : html`<p class="say" aria-hidden="true">${sentence}</p> ${
                  state.status === 'refused'
                    ? fair?.more?.remedy(fair, state.refusal, this.handleSpin)
                    : nothing
                }
                ${this.#renderActions(game)}`
        }
      </div>
    `;
  }

  /** The one sentence that says where things stand. */
  #sentence(game: GameView | undefined): string {
    const { state, fair } = this;
    if (!fair) return '';
    const { say } = fair;
    const start = fair.session.state;
    if (start.status === 'starting') return '';
    if (start.status === 'failed') {
      // Without a site there are no words but the first ones.
      return say(start.refusal && start.refusal.code !== 'rate_limited' ? 'notHere' : 'offline');
    }
    if (!game) return say('noGames');
    switch (state.status) {
      case 'playing':
        return say(state.isSlow ? 'slow' : 'turning');
      case 'refused':
        return this.#refusal(state.refusal);
      case 'unreachable':
        return say(state.isSent ? 'unreachable' : 'offline');
      case 'settled':
        return outcomeOf(fair, state.settled, game);
      case 'idle': {
        const { refusal, playsLeft, freePlays } = game.turn;
        if (refusal) return this.#refusal(refusal);
        if (freePlays > 0) return say('free', { count: freePlays });
        return playsLeft === null ? say('ready') : say('left', { count: playsLeft });
      }
    }
  }

  #refusal(refusal: Refusal): string {
    const { fair } = this;
    if (!fair?.more) void fair?.loadMore();
    return fair?.more?.refusal(refusal) ?? fair?.say('refused') ?? '';
  }

  #renderActions(game: GameView | undefined): TemplateResult | typeof nothing {
    const { state, fair } = this;
    if (!fair) return nothing;
    const { say } = fair;
    if (fair.session.state.status === 'failed') {
      return html`<button class="main" @click=${this.handleRetry}>${say('retry')}</button>`;
    }
    if (!game) return nothing;
    if (state.status === 'playing') {
      return html`<button class="plain skip" @click=${this.handleSkip}>${say('skip')}</button>`;
    }
    const { refusal } = game.turn;
    const rules = html`<button class="plain odds" @click=${this.handleRules}>
      ${say('rules')}
    </button>`;
    if (refusal) {
      if (state.status !== 'settled') return rules;
      // A loss has said already when the next spin is.
      const { won } = state.settled.reply;
      return won ? html`<p class="quiet">${this.#refusal(refusal)}</p>` : nothing;
    }
    return html`<button class="main spin" part="spin" @click=${this.handleSpin}>
        ${this.#spinLabel(game, fair)}
      </button>
      ${state.status === 'idle' ? rules : nothing}`;
  }

  #spinLabel(game: GameView, { say }: Fair): string {
    const { status } = this.state;
    if (status === 'refused' || status === 'unreachable') return say('retry');
    if (game.turn.freePlays > 0) return say('spinFree');
    if (game.price > 0) return say('spinFor', { count: game.price });
    return say(status === 'settled' ? 'again' : 'spin');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-wheel': FairgroundWheel;
  }
}
