/** What the games beside the wheel share: one touch, one answer from the server, one receipt. */
import {
  html,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { GameTitle, GameView } from '../../shared/schema/shopper-api.ts';
import type { PlainKey } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import type { Place } from '../state/place.ts';
import type { Settled } from '../state/plays.ts';
import { boothStyles } from '../styles/booth.ts';
import { stallStyles } from '../styles/stall.ts';
import { theme } from '../styles/theme.ts';
import { FairElement, hasReducedMotion } from '../views/fair-element.ts';
import { giveUp, layOpen } from './ending.ts';
import { outcomeOf } from './outcome.ts';
import type { PlayState } from './play-state.ts';
import { renderLost, waiting } from '../views/instead.ts';

const slowMs = 6_000;

export abstract class Booth extends FairElement {
  static override styles: CSSResult[] = [theme, stallStyles, boothStyles];
  static override properties: PropertyDeclarations = {
    place: { attribute: false },
    game: {},
    state: { state: true },
    isLost: { state: true },
  };

  /** @internal Where the panel is. */
  place: Place | undefined;
  /** The id of the game to play; the site's first one of its kind by default. */
  game: string | undefined;
  state: PlayState = { status: 'idle' };
  /** The game itself could not be fetched. */
  isLost = false;
  /** Nobody waits for a motion that was skipped, or is not wanted. */
  protected isSkipped = false;
  #pick: number | undefined;
  #seen = '';
  #hadFocus = false;

  protected abstract readonly kind: GameTitle['kind'];

  /** Draws the game itself. */
  protected abstract scene(game: GameView, fair: Fair): TemplateResult;

  /** What can be pressed while nothing is under way. */
  protected abstract act(game: GameView, fair: Fair): TemplateResult | typeof nothing;

  /** What can be pressed while it is under way, beside the way to the result. */
  protected during(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The sentence of a game that waits for its touch, or that is under way. */
  protected abstract invite(game: GameView, isPlaying: boolean): string;

  /** Shows what was drawn; resolves when it lies open. */
  protected abstract reveal(settled: Settled): Promise<void>;

  /** Puts everything back as it was before a play. */
  protected abstract close(): void;

  /** Ends the motion that `reveal` waits for. */
  protected abstract skip(): void;

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.handleFetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isSkipped = true;
    this.skip();
  }

  /** What was pressed is gone: a key goes on with what came in its place. */
  protected override updated(_: PropertyValues): void {
    if (!this.#hadFocus || this.shadowRoot?.activeElement) return;
    const foot = this.renderRoot.querySelector<HTMLElement>('.foot');
    (foot?.querySelector('button') ?? foot)?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    const game = this.current;
    const { fair, state } = this;
    if (state.status === 'settled' && state.settled.era !== fair?.session.era) this.handleAgain();
    if (!game || state.status === 'playing') return;
    if (this.#seen !== game.id) this.fair?.track('shown', game.id);
    this.#seen = game.id;
    const settled = this.fair?.more?.plays.takeEarlier(game.id, this, this.kind);
    if (settled) this.state = { status: 'settled', settled, isEarlier: true };
  }

  handleFetch = async (): Promise<void> => {
    const { fair } = this;
    if (!fair) return;
    this.isLost = false;
    if (!fair.session.ready) await fair.session.start();
    await fair.loadMore();
    const id = this.#gameId;
    if (id) await fair.session.want(id);
    this.isLost = !fair.more || !this.current;
  };

  handleSkip = (): void => {
    this.isSkipped = true;
    this.skip();
  };

  handleRetry = (): void => void this.play(this.#pick);

  handleAgain = (): void => {
    this.close();
    this.state = { status: 'idle' };
  };

  handleRules = (): void => {
    this.fair?.show({ view: 'fair', gameId: this.current?.id });
  };

  get #gameId(): string | undefined {
    const list = this.fair?.session.ready?.list;
    return this.place?.gameId ?? this.game ?? list?.find(({ kind }) => kind === this.kind)?.id;
  }

  protected get current(): GameView | undefined {
    const id = this.#gameId;
    return id ? this.fair?.session.game(id) : undefined;
  }

  /** Whether a touch would play. */
  protected get isOpen(): boolean {
    const game = this.current;
    const { status } = this.state;
    return game !== undefined && !game.turn.refusal && status !== 'playing' && status !== 'settled';
  }

  protected async play(pick?: number): Promise<void> {
    const { fair } = this;
    const game = this.current;
    const more = fair?.more;
    if (!more || !game || !this.isOpen) return;
    this.#pick = pick;
    this.isSkipped = hasReducedMotion();
    this.state = { status: 'playing', isSlow: false };
    fair.turning += 1;
    fair.track('started', game.id);
    const slow = setTimeout(() => {
      this.state = { status: 'playing', isSlow: true };
    }, slowMs);
    const answer = await more.plays.play(game.id, this, pick);
    clearTimeout(slow);
    if (answer.kind === 'value') {
      await more.plays.watch(answer.value, this.#settle(answer.value));
    } else {
      this.close();
      giveUp(this, answer.kind === 'refused' ? answer.refusal : undefined);
    }
    fair.turning -= 1;
    fair.session.announce();
  }

  async #settle(settled: Settled): Promise<void> {
    if (this.isConnected) await this.reveal(settled);
    if (!this.isConnected) return;
    await layOpen(this, settled);
    await this.updateComplete;
    const result = this.renderRoot.querySelector('.result');
    result?.scrollIntoView({
      block: 'nearest',
      behavior: hasReducedMotion() ? 'instant' : 'smooth',
    });
  }

  protected override render(): TemplateResult {
    const { fair } = this;
    const game = this.current;
    const start = fair?.session.state;
    if (fair?.more && game) {
      return html`<div class="scene" data-status=${this.state.status}
          >${this.scene(game, fair)}</div
        >
        ${this.#renderFoot(game, fair)}
        ${
          this.place
            ? html`<fairground-games .fair=${fair} .place=${this.place}></fairground-games>`
            : nothing
        }`;
    }
    if (fair && (this.isLost || start?.status === 'failed')) {
      const isGone = start?.status === 'ready' && !start.reply.list.some(isSame(this.#gameId));
      const why = start?.status === 'failed' && start.refusal;
      const sentence = why ? this.reason(why) : fair.say(isGone ? 'noGames' : 'offline');
      return renderLost(sentence, fair.say('retry'), this.handleFetch);
    }
    return waiting;
  }

  #renderFoot(game: GameView, fair: Fair): TemplateResult {
    const { state } = this;
    const sentence = this.#sentence(game, fair);
    return html`<p class="hidden" role="status">${sentence}</p>
      <div tabindex="-1" class="foot ${state.status === 'settled' ? 'result' : ''}">
        <p class="say" aria-hidden="true">${sentence}</p>
        ${
          state.status === 'settled'
            ? fair.more?.result(fair, state.settled, state.isEarlier)
            : nothing
        }
        ${
          state.status === 'refused'
            ? fair.more?.remedy(fair, state.refusal, this.handleRetry)
            : nothing
        }
        ${this.#renderActions(game, fair)}
      </div>`;
  }

  #renderActions(game: GameView, fair: Fair): TemplateResult | typeof nothing {
    const { state } = this;
    const { say } = fair;
    if (state.status === 'playing') {
      return html`${this.during()}
        <button class="plain skip" @click=${this.handleSkip}>${say('skip')}</button>`;
    }
    const { refusal } = game.turn;
    if (state.status === 'settled') {
      if (refusal) {
        // A loss has said already when the next play is.
        const { won } = state.settled.reply;
        return won ? html`<p class="quiet">${this.reason(refusal)}</p>` : nothing;
      }
      return html`<button class="main again" @click=${this.handleAgain}>
        ${say(this.words.again)}
      </button>`;
    }
    if (state.status !== 'idle' && !refusal) {
      return html`<button class="main" @click=${this.handleRetry}>${say('retry')}</button>`;
    }
    return html`${refusal ? nothing : this.act(game, fair)}
      <button class="plain odds" @click=${this.handleRules}>${say('rules')}</button>`;
  }

  /** The one sentence that says where things stand. */
  #sentence(game: GameView, fair: Fair): string {
    const { state } = this;
    const { say } = fair;
    const { refusal, playsLeft, freePlays } = game.turn;
    switch (state.status) {
      case 'playing':
        return state.isSlow ? say('slow') : this.invite(game, true);
      case 'refused':
        return this.reason(state.refusal);
      case 'unreachable':
        return say('unreachable');
      case 'settled':
        return outcomeOf(fair, state.settled, game);
      case 'idle':
        if (refusal) return this.reason(refusal);
        if (freePlays > 0) return say('turnsFree', { count: freePlays });
        if (playsLeft !== null && game.price === 0) return say('turnsLeft', { count: playsLeft });
        return this.invite(game, false);
    }
  }

  protected abstract readonly words: { readonly again: PlainKey };

  protected reason(refusal: Refusal): string {
    return this.fair?.more?.refusal(refusal) ?? '';
  }
}

function isSame(id: string | undefined): (title: GameTitle) => boolean {
  return (title) => title.id === id;
}
