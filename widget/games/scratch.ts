/** The scratch card: a ticket with foil over its prize, rubbed off with a finger or by a key. */
import { html, nothing, svg, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { range } from '../../shared/range.ts';
import { textIn } from '../../shared/text.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { scratchStyles } from '../styles/scratch.ts';
import { Booth } from './booth.ts';
import { Foil, handAt, type Point } from './foil.ts';

/** Rubbed this far, the rest comes off by itself. */
const partEnough = 0.5;
const handMs = 1_500;
const liftMs = 200;
/** A card that was left lying holds nobody's balance back for longer. */
const patienceMs = 60_000;

/**
 * @summary A scratch card.
 * @csspart ticket - The paper.
 * @csspart foil - What is rubbed off.
 * @csspart tokens - The stack of points.
 * @csspart mark - The button that leads to the receipt.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 * @event fairground-play-settled - The foil is off, and the server's answer lies below.
 * @event fairground-prize-won - It was a prize.
 * @event fairground-refused - A play was not made.
 */
export class Scratch extends Booth {
  static override styles: CSSResult[] = [...Booth.styles, scratchStyles];

  protected readonly kind = 'scratch';
  protected readonly words = { again: keyed('scratchAgain') };
  #foil: Foil | undefined;
  /** Where the finger was. */
  #last: Point | undefined;
  #isHand = false;
  /** What lies below the foil, once it is known. */
  #below: Settled | undefined;
  #off: (() => void) | undefined;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) this.#foil = undefined;
    else if (canvas.clientWidth > 0) this.#foil ??= new Foil(canvas);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.state.status === 'settled') this.#below = this.state.settled;
  }

  handleTouch = (event: PointerEvent): void => {
    const game = this.current;
    const isUnderWay = this.state.status === 'playing';
    // A ticket that costs points is paid for by its button, never by a thumb that slipped.
    if (!game || !(isUnderWay || (this.isOpen && isFree(game)))) return;
    const canvas = event.currentTarget;
    if (canvas instanceof HTMLElement) canvas.setPointerCapture(event.pointerId);
    this.#last = pointOf(event);
    this.#rub(this.#last);
    if (!isUnderWay) void this.play();
  };

  handleRub = (event: PointerEvent): void => {
    if (!this.#last) return;
    this.#rub(pointOf(event));
  };

  handleLetGo = (): void => {
    this.#last = undefined;
  };

  /** The key: a coin does the rubbing, but for a ticket just paid for, which waits for either. */
  handleKey = (): void => {
    const game = this.current;
    if (this.state.status === 'playing') void this.#hand();
    else {
      this.#isHand = game !== undefined && isFree(game);
      void this.play();
    }
  };

  protected async reveal(settled: Settled): Promise<void> {
    const foil = this.#foil;
    this.#below = settled;
    this.requestUpdate();
    await this.updateComplete;
    foil?.loosen();
    if (!foil || this.isSkipped) {
      await this.#lift();
      return;
    }
    const off = new Promise<void>((resolve) => {
      this.#off = resolve;
    });
    if (this.#isHand) void this.#hand();
    else if (foil.part >= partEnough) this.#off?.();
    const patience = setTimeout(() => void this.#hand(), patienceMs);
    await off;
    clearTimeout(patience);
    await this.#lift();
  }

  protected close(): void {
    this.#below = undefined;
    this.#isHand = false;
    this.#last = undefined;
    this.#foil?.cover();
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas) canvas.style.opacity = '';
  }

  protected skip(): void {
    this.#off?.();
  }

  #rub(to: Point): void {
    const foil = this.#foil;
    foil?.rub(this.#last ?? to, to);
    this.#last = to;
    if (foil?.isLoose && foil.part >= partEnough) this.#off?.();
  }

  /** Rubs by itself. */
  async #hand(): Promise<void> {
    const foil = this.#foil;
    const coin = this.renderRoot.querySelector<SVGElement>('.coin');
    if (!foil?.isLoose || !coin) {
      this.#isHand = true;
      return;
    }
    coin.style.opacity = '1';
    const start = performance.now();
    let last = handAt(0);
    await new Promise<void>((resolve) => {
      const step = (now: number): void => {
        const part = Math.min((now - start) / handMs, 1);
        const to = handAt(part);
        foil.rub(last, to);
        last = to;
        coin.style.insetInlineStart = `${to.x * 100}%`;
        coin.style.insetBlockStart = `${to.y * 100}%`;
        if (part < 1 && !this.isSkipped) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
    coin.style.opacity = '';
    this.#off?.();
  }

  /** What is left of the foil goes. */
  async #lift(): Promise<void> {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return;
    const lifting = canvas.animate({ opacity: [1, 0] }, liftMs);
    await lifting.finished.catch(() => undefined);
    canvas.style.opacity = '0';
  }

  protected invite(game: GameView, isPlaying: boolean): string {
    const { fair } = this;
    if (!fair) return '';
    if (isPlaying) return fair.say('scratchRub');
    return isFree(game) ? fair.say('scratchReady') : fair.say('scratchPrice');
  }

  protected act(game: GameView, { say }: Fair): TemplateResult {
    const { freePlays } = game.turn;
    const label =
      freePlays > 0
        ? say('scratchFree')
        : game.price > 0
          ? say('scratchFor', { count: game.price })
          : say('scratch');
    return html`<button class="main key" @click=${this.handleKey}>${label}</button>`;
  }

  protected scene(game: GameView, fair: Fair): TemplateResult {
    const number = fair.more?.formats.number(
      (this.#below?.reply.receipt.index ?? game.turn.draw.index) + 1,
    );
    return html`<div class="ticket" part="ticket">
      <p class="top"
        ><span>${textIn(game.name, fair.locale)}</span><span dir="ltr">№ ${number}</span></p
      >
      <div class="window" dir="ltr">
        <div class="print" aria-hidden="true">${this.#renderPrint(fair)}</div>
        <canvas
          part="foil"
          aria-hidden="true"
          class=${this.#isTaken ? 'taken' : ''}
          @pointerdown=${this.handleTouch}
          @pointermove=${this.handleRub}
          @pointerup=${this.handleLetGo}
          @pointercancel=${this.handleLetGo}
        ></canvas>
        <svg class="coin" viewBox="0 0 48 48" aria-hidden="true">
          <circle cx="24" cy="24" r="21" fill="#e9b949" stroke="#5e3d0b" stroke-width="2" />
          <circle cx="24" cy="24" r="16" fill="none" stroke="#9a6a1c" stroke-width="2" />
          <path
            d="M24 13l3.3 6.9 7.5 1-5.5 5.2 1.4 7.5-6.7-3.6-6.7 3.6 1.4-7.5-5.5-5.2 7.5-1z"
            fill="#9a6a1c"
          />
        </svg>
      </div>
      <p class="stars" aria-hidden="true">★ ★ ★ ★ ★</p>
    </div>`;
  }

  protected override during(): TemplateResult | typeof nothing {
    if (this.#isHand) return nothing;
    const label = this.fair?.say('scratchAll');
    return html`<button class="second" @click=${this.handleKey}>${label}</button>`;
  }

  get #isTaken(): boolean {
    const game = this.current;
    return this.state.status === 'playing' || (this.isOpen && game !== undefined && isFree(game));
  }

  #renderPrint(fair: Fair): TemplateResult | typeof nothing {
    const below = this.#below;
    if (!below) return nothing;
    const { won, prize } = below.reply;
    return html`<svg viewBox="0 0 120 120" aria-hidden="true" class=${won ? 'won' : ''}>
        ${rosette}
      </svg>
      <p class="label" dir="auto">${textIn(prize.label, fair.locale)}</p>`;
  }
}

/** Fine lines round the prize, as on paper that nobody should copy. */
const rosette = range(9).map(
  (at) => svg`<ellipse cx="60" cy="60" rx="58" ry="24" transform="rotate(${at * 20} 60 60)" />`,
);

function isFree({ price, turn }: GameView): boolean {
  return price === 0 || turn.freePlays > 0;
}

function pointOf(event: PointerEvent): Point {
  const target = event.currentTarget;
  if (!(target instanceof HTMLElement)) return { x: 0, y: 0 };
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-scratch': Scratch;
  }
}
