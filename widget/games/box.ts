/** The mystery boxes: one is picked, and only its lid comes off. */
import { html, nothing, svg, type CSSResult, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import type { GameView, PrizeView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { boxStyles } from '../styles/box.ts';
import { art, type ArtName } from '../views/art.ts';
import { Booth } from './booth.ts';

const lidMs = 900;

/**
 * @summary Boxes to pick one of.
 * @csspart box - A box.
 * @csspart tokens - The stack of points.
 * @csspart mark - The button that leads to the receipt.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 * @event fairground-play-settled - The lid is off, and the server's answer lies in the box.
 * @event fairground-prize-won - It was a prize.
 * @event fairground-refused - A play was not made.
 */
export class Box extends Booth {
  static override styles: CSSResult[] = [...Booth.styles, boxStyles];

  protected readonly kind = 'box';
  protected readonly words = { again: keyed('boxAgain') };
  #picked: number | undefined;
  #motions: Animation[] = [];

  handlePick(pick: number): void {
    if (!this.isOpen) return;
    this.#picked = pick;
    void this.play(pick);
    if (this.isSkipped) return;
    const box = this.#part('svg');
    const lean = { rotate: ['0deg', '-4deg', '3deg', '-2deg', '0deg'] };
    if (box) this.#motions = [box.animate(lean, { duration: 420, easing: 'ease-out' })];
  }

  protected async reveal(settled: Settled): Promise<void> {
    // The same play, told to a page that picked another box or none.
    this.#picked = settled.reply.pick ?? this.#picked;
    this.state = { status: 'playing', isSlow: false };
    await this.updateComplete;
    await Promise.all(this.#motions.map(({ finished }) => finished.catch(() => undefined)));
    const lid = this.#part('.lid');
    if (!lid || this.isSkipped) return;
    this.#motions = [
      lid.animate(
        [
          { transform: 'none', easing: 'cubic-bezier(.3,0,.4,1)' },
          { transform: 'translate(0, -7px) rotate(-3deg)', offset: 0.3 },
          { transform: 'translate(16px, -34px) rotate(24deg)', offset: 0.65 },
          { transform: 'translate(44px, 8px) rotate(64deg)', opacity: 0 },
        ],
        { duration: lidMs, easing: 'cubic-bezier(.5,0,.8,.6)', fill: 'forwards' },
      ),
    ];
    await Promise.all(this.#motions.map(({ finished }) => finished.catch(() => undefined)));
  }

  protected close(): void {
    this.skip();
    this.#picked = undefined;
  }

  protected skip(): void {
    for (const motion of this.#motions) motion.cancel();
    this.#motions = [];
  }

  #part(selector: string): Element | null {
    return this.renderRoot.querySelector(`.picked ${selector}`);
  }

  protected invite(game: GameView, isPlaying: boolean): string {
    const { fair } = this;
    if (!fair) return '';
    if (isPlaying) return fair.say('boxOpening');
    return game.price > 0 ? fair.say('boxFor', { count: game.price }) : fair.say('boxReady');
  }

  /** The boxes themselves are what is pressed, which the sentence above may not have said. */
  protected act({ turn, price }: GameView, { say }: Fair): TemplateResult | typeof nothing {
    const isAsked = turn.freePlays === 0 && (price > 0 || turn.playsLeft === null);
    return isAsked ? nothing : html`<p>${say('boxReady')}</p>`;
  }

  protected scene(game: GameView, fair: Fair): TemplateResult {
    const { state } = this;
    const settled = state.status === 'settled' ? state.settled : undefined;
    const picked = settled ? (settled.reply.pick ?? this.#picked ?? 0) : this.#picked;
    const count = game.boxes ?? 1;
    const isResting = state.status === 'playing' || settled !== undefined || !this.isOpen;
    return html`<div
      class="boxes in-${columnsFor(count)} ${isResting ? 'resting' : ''}"
      role="group"
      aria-label=${fair.say('boxReady')}
    >
      ${range(count).map((at) => {
        const isPicked = at === picked;
        const prize = isPicked ? settled?.reply.prize : undefined;
        const name = fair.say('box', { number: at + 1 });
        return html`<button
          part="box"
          class="box ${isPicked ? 'picked' : ''} ${prize ? 'open' : ''}"
          aria-label=${prize ? `${name}: ${textIn(prize.label, fair.locale)}` : name}
          aria-disabled=${isResting}
          @click=${() => this.handlePick(at)}
        >
          ${picture(at)} ${prize ? inside(prize) : nothing}
        </button>`;
      })}
    </div>`;
  }
}

function columnsFor(count: number): number {
  if (count <= 3) return count;
  if (count === 4) return 2;
  return count <= 9 ? 3 : 4;
}

const enamels = ['#c42b3a', '#1f7a72', '#2f2a63', '#e9762b'] as const;

/** A box in stripes. Its lid is a part of its own. */
function picture(at: number): TemplateResult {
  const stripe = enamels[at % enamels.length];
  const ribbon = at % 2 === 0 ? '#ffc247' : '#f2e6cf';
  return html`<svg viewBox="0 0 96 96" aria-hidden="true">
    <ellipse cx="48" cy="88" rx="36" ry="5" fill="#141032" opacity=".18" />
    <path d="M16 38h64l-4 50H20z" fill="#f8ecd3" />
    <path d="M16 38h9l2 50h-7zm20 0h8l1 50h-8zm16 0h8l-1 50h-8zm19 0h9l-4 50h-7z" fill=${stripe} />
    <path class="dark" d="M16 38h64l-1 11H17z" fill="#141032" opacity=".22" />
    <path
      d="M16 38h64l-4 50H20z"
      fill="none"
      stroke="#231f3e"
      stroke-width="3"
      stroke-linejoin="round"
    />
    <g class="lid">
      <path
        d="M10 26h76v14H10z"
        fill=${stripe}
        stroke="#231f3e"
        stroke-width="3"
        stroke-linejoin="round"
      />
      <path d="M42 26h12v14H42z" fill=${ribbon} stroke="#231f3e" stroke-width="2" />
      ${bow(ribbon)}
    </g>
  </svg>`;
}

function bow(colour: string): TemplateResult {
  return svg`<path
      d="M47 26C26 26 22 8 34 8c9 0 13 10 13 18zm2 0c21 0 25-18 13-18-9 0-13 10-13 18z"
      fill=${colour} stroke="#231f3e" stroke-width="2.5" stroke-linejoin="round" />
    <circle cx="48" cy="25" r="4.5" fill=${colour} stroke="#231f3e" stroke-width="2.5" />`;
}

function inside(prize: PrizeView): TemplateResult | typeof nothing {
  const thing = pictureOf(prize);
  return thing ? html`<span class="inside">${art(thing)}</span>` : nothing;
}

/** What lies in the box. */
function pictureOf({ kind }: PrizeView): ArtName | undefined {
  switch (kind) {
    case 'points':
    case 'credit':
      return 'tokens';
    case 'voucher':
      return 'ticket';
    case 'gift':
      return 'parcel';
    case 'badge':
      return 'pin';
    case 'freeze':
      return 'card';
    case 'free_play':
      return 'wheel';
    case 'nothing':
      return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-box': Box;
  }
}
