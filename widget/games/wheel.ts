/** The prize wheel: one push, one answer from the server, one receipt. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { announce } from '../events.ts';
import { sharedFair, type Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { theme } from '../styles/theme.ts';
import { wheelStyles } from '../styles/wheel.ts';
import type { PlayState } from './play-state.ts';
import { WheelMotion } from './wheel-motion.ts';
import { wheelPicture } from './wheel-picture.ts';

const slowMs = 6_000;

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

  #motion: WheelMotion | undefined;
  #drawn = '';
  #leave: (() => void) | undefined;
  #isSkipped = false;
  #isBraking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.fair ??= sharedFair();
    this.#leave = this.fair?.session.subscribe(() => this.handleNews());
    this.handleNews();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override updated(): void {
    const game = this.#current();
    if (!game) return;
    this.fair?.track('shown', game.id);
    // Another table makes another wheel: at rest again, and with other pegs.
    const drawn = `${game.id}:${game.slots.length}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#motion = new WheelMotion({
      disc: this.#part('.disc'),
      flapper: this.#part('.flapper'),
      lamps: [...this.renderRoot.querySelectorAll('.lamp')],
      slotCount: game.slots.length,
    });
    const { state } = this;
    if (state.status !== 'settled') return;
    // What another wheel gave is no news of this one.
    if (state.settled.reply.gameId === game.id) this.#rest(state.settled);
    else this.state = { status: 'idle' };
  }

  #current(): GameView | undefined {
    const { game } = this;
    if (game) void this.fair?.session.want(game);
    return this.fair?.session.game(game);
  }

  /** Takes what was settled while nobody watched, unless the wheel is turning. */
  handleNews(): void {
    this.requestUpdate();
    const game = this.#current();
    if (!game || this.state.status === 'playing') return;
    const settled = this.fair?.more?.plays.takeEarlier(game.id);
    if (!settled) return;
    this.state = { status: 'settled', settled, isEarlier: true };
    this.#rest(settled);
  }

  #rest({ reply }: Settled): void {
    const { more } = this.fair ?? {};
    if (more) this.#motion?.jump(more.angleOf(reply));
  }

  handleSpin = async (): Promise<void> => {
    const { fair } = this;
    const game = this.#current();
    if (!game || !fair || this.state.status === 'playing') return;
    this.#isSkipped = isStill(this.fair);
    this.state = { status: 'playing', isSlow: false };
    fair.isTurning = true;
    fair.track('started', game.id);
    if (!this.#isSkipped) this.#motion?.push();
    const slow = setTimeout(() => {
      this.state = { status: 'playing', isSlow: true };
    }, slowMs);
    // The rest of us comes while the wheel turns already.
    await fair.loadMore();
    const answer = (await fair.more?.plays.play(game.id)) ?? { kind: 'lost' };
    clearTimeout(slow);
    if (answer.kind === 'value') await this.#land(answer.value);
    else await this.#giveUp(answer.kind === 'refused' ? answer.refusal : undefined);
    fair.isTurning = false;
    fair.session.announce();
  };

  handleSkip = (): void => {
    this.#isSkipped = true;
    if (this.#isBraking) this.#motion?.jump(this.#motion.angle);
  };

  handleRules = (): void => {
    this.fair?.show({ view: 'fair', gameId: this.game });
  };

  handleRetry = (): void => {
    this.state = { status: 'idle' };
    void this.fair?.session.start();
  };

  async #land(settled: Settled): Promise<void> {
    const { more } = this.fair ?? {};
    const motion = this.#motion;
    if (motion && more && !this.#isSkipped) {
      this.#isBraking = true;
      await more.restAt(motion, more.angleOf(settled.reply));
      this.#isBraking = false;
    } else this.#rest(settled);
    this.state = { status: 'settled', settled, isEarlier: false };
    const { gameId, playId, won, prize } = settled.reply;
    announce(this, 'fairground-play-settled', { gameId, playId, won });
    if (!won) return;
    if (motion && !isStill(this.fair)) more?.blink(motion);
    const { id: prizeId, kind, points } = prize;
    announce(this, 'fairground-prize-won', { gameId, playId, prizeId, kind, points });
  }

  async #giveUp(refusal: Refusal | undefined): Promise<void> {
    const { more } = this.fair ?? {};
    const motion = this.#motion;
    if (motion && more && !this.#isSkipped) await more.giveUp(motion);
    else motion?.jump(motion.angle);
    this.state = refusal
      ? { status: 'refused', refusal }
      : { status: 'unreachable', isSent: more !== undefined };
    const { code = 'unreachable', nextAt } = refusal ?? {};
    announce(this, 'fairground-refused', { code, nextAt });
  }

  #part(selector: string): HTMLElement {
    const part = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`no ${selector} in the wheel`);
    return part;
  }

  #text(game: GameView, slot: number): string {
    const label = game.slots[slot]?.label;
    return label === undefined ? '' : textIn(label, this.fair?.locale ?? 'en');
  }

  protected override render(): TemplateResult {
    const { fair } = this;
    fair?.dress(this);
    const game = this.#current();
    const labels = game?.slots.map((_, slot) => this.#text(game, slot)) ?? [];
    const name = fair?.say('wheel', { prizes: labels.join(', ') }) ?? '';
    const { status } = this.state;
    const isOut =
      status === 'refused' ||
      status === 'unreachable' ||
      (!game && fair?.session.state.status !== 'starting');
    return html`
      <div class="wheel ${isOut ? 'out' : ''} ${status}" part="wheel"
        >${wheelPicture(labels, name, getComputedStyle(this).fontFamily)}</div
      >
      ${this.#renderFoot(game)}
    `;
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
            ? html`<div class="result">
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
        return this.#outcome(state.settled, game);
      case 'idle': {
        const { refusal, playsLeft, freePlays } = game.turn;
        if (refusal) return this.#refusal(refusal);
        if (freePlays > 0) return say('free', { count: freePlays });
        return playsLeft === null ? say('ready') : say('left', { count: playsLeft });
      }
    }
  }

  #outcome({ reply }: Settled, game: GameView): string {
    const { fair } = this;
    if (!fair) return '';
    const { say, more, locale } = fair;
    if (reply.won) return say('won', { prize: textIn(reply.prize.label, locale) });
    const nextAt = game.turn.refusal?.nextAt;
    return more && nextAt ? say('lostNext', { when: more.formats.when(nextAt) }) : say('lost');
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
    if (refusal) {
      // A loss has said already when the next spin is.
      const isSaid = state.status !== 'settled' || !state.settled.reply.won;
      return isSaid ? nothing : html`<p class="quiet">${this.#refusal(refusal)}</p>`;
    }
    return html`<button class="main spin" part="spin" @click=${this.handleSpin}>
        ${this.#spinLabel(game, fair)}
      </button>
      ${
        state.status === 'idle'
          ? html`<button class="plain odds" @click=${this.handleRules}>${say('rules')}</button>`
          : nothing
      }`;
  }

  #spinLabel(game: GameView, { say }: Fair): string {
    const { status } = this.state;
    if (status === 'refused' || status === 'unreachable') return say('retry');
    if (game.turn.freePlays > 0) return say('spinFree');
    if (game.price > 0) return say('spinFor', { count: game.price });
    return say(status === 'settled' ? 'again' : 'spin');
  }
}

function isStill(fair: Fair | undefined): boolean {
  return fair?.isStill || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-wheel': FairgroundWheel;
  }
}
