/** The odds as they are, how they are kept, and a receipt of every spin. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { weightTotal } from '../../shared/draw.ts';
import type { GameView, PlayView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { checkPlay, type Verdict } from '../state/check.ts';
import { ask } from '../api.ts';
import { enamelOf } from '../games/wheel-geometry.ts';
import { fairPlayStyles } from '../styles/fair-play.ts';
import { theme } from '../styles/theme.ts';
import type { Place } from '../state/place.ts';
import { FairElement } from './fair-element.ts';
import { seal } from './mark.ts';
import { renderReceipt } from './receipt.ts';
import { renderTerms } from './terms.ts';

interface Listed {
  readonly play: PlayView;
  readonly verdict: Verdict;
}

const pageSize = 20;

interface Odds {
  readonly slot: GameView['slots'][number];
  /** In the order of the slots. */
  readonly places: readonly number[];
  /** 0 to 1. */
  readonly chance: number;
}

/** A prize that stands in several places is as likely as all of them together. */
function oddsOf({ slots, table }: GameView): Odds[] {
  const total = weightTotal(table);
  const odds = new Map<string, Odds>();
  slots.forEach((slot, at) => {
    const { places, chance } = odds.get(slot.id) ?? { places: [], chance: 0 };
    const more = (table.slots[at]?.weight ?? 0) / total;
    odds.set(slot.id, { slot, places: [...places, at], chance: chance + more });
  });
  return [...odds.values()];
}

/**
 * @summary Odds, seal and receipts.
 */
export class FairPlay extends FairElement {
  static override styles = [theme, fairPlayStyles];
  static override properties = {
    place: { attribute: false },
    listed: { state: true },
    isLost: { state: true },
    hasOlder: { state: true },
  };

  /** @internal `id`: the play whose receipt is shown; `gameId`: the game whose odds are. */
  place: Place = { view: 'fair' };
  listed: readonly Listed[] | undefined;
  isLost = false;
  hasOlder = false;
  #wasShown = false;

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#handleFetch();
  }

  /** What was pressed is gone: the keyboard goes on from the receipt, or from the list. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('place') && !changed.has('listed')) return;
    const isShown = this.#shown !== undefined;
    if (isShown === this.#wasShown) return;
    this.#wasShown = isShown;
    this.renderRoot.querySelector<HTMLElement>(isShown ? '.back' : 'li button')?.focus();
  }

  get #shown(): Listed | undefined {
    return this.listed?.find(({ play }) => play.playId === this.place.id);
  }

  async #handleFetch(): Promise<void> {
    const session = this.fair?.session;
    if (!session) return;
    this.isLost = false;
    const { siteId } = session;
    const before = this.listed?.at(-1)?.play.playId;
    const answer = await ask(session.api.plays.query(before ? { siteId, before } : { siteId }));
    if (answer.kind !== 'value') {
      // Nobody who never played has a wallet to be asked for.
      this.isLost = answer.kind === 'lost';
      this.listed ??= [];
      return;
    }
    const { plays } = answer.value;
    const seen = new Map(this.fair?.more?.plays.seen());
    const fresh = await Promise.all(
      plays.map(async (play) => ({
        play,
        verdict: await checkPlay(play.receipt, seen.get(play.playId)),
      })),
    );
    this.listed = [...(this.listed ?? []), ...fresh];
    this.hasOlder = plays.length >= pageSize;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { fair } = this;
    if (!fair?.more) return nothing;
    const { say } = fair;
    const shown = this.#shown;
    if (shown) {
      return renderReceipt(fair, shown.play, shown.verdict);
    }
    const game = fair.session.game(this.place.gameId);
    return html`
      ${game ? this.#renderOdds(game) : nothing} ${game ? renderTerms(fair, game) : nothing}
      <section aria-labelledby="how">
        <h3 id="how">${say('how')}</h3>
        <ol>
          <li>${say('howSeal')}</li>
          <li>${say('howSeed')}</li>
          <li>${say('howOpen')}</li>
        </ol>
        ${
          game
            ? html`<p class="small">${say('seal')}</p> <code>${game.turn.draw.commitment}</code>`
            : nothing
        }
      </section>
      ${this.#renderPlays()}
    `;
  }

  #renderOdds(game: GameView): TemplateResult | typeof nothing {
    const { fair } = this;
    if (!fair?.more) return nothing;
    const { say } = fair;
    const { formats } = fair.more;
    const fallback = game.slots[game.table.fallback];
    return html`<section aria-labelledby="odds">
      <h3 id="odds">${say('odds')}</h3>
      <p class="quiet small">${say('oddsHint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('prize')}</th>
            <th scope="col" class="end">${say('chance')}</th>
          </tr>
        </thead>
        <tbody>
          ${oddsOf(game).map(({ slot, places, chance }) => {
            const mark = html`<span class="gone">${say('soldOutMark')}</span>`;
            return html`<tr>
              <td>
                <bdi>${textIn(slot.label, fair.locale)}</bdi>
                ${places.map(
                  (at) =>
                    html`<svg viewBox="0 0 16 16" aria-hidden="true">
                      <circle cx="8" cy="8" r="7" fill=${enamelOf(at, game.slots.length)[0]} />
                    </svg>`,
                )}
                ${slot.left === 0 ? mark : nothing}
              </td>
              <td class="end">${formats.percent(chance)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${
        fallback
          ? html`<p class="quiet small"
              >${say('fallback', { prize: textIn(fallback.label, fair.locale) })}</p
            >`
          : nothing
      }
      ${game.kind === 'box' ? html`<p>${say('boxHonest')}</p><p>${say('boxShut')}</p>` : nothing}
    </section>`;
  }

  #renderPlays(): TemplateResult | typeof nothing {
    const { fair, listed } = this;
    if (!fair?.more) return nothing;
    const { say } = fair;
    const { formats } = fair.more;
    const isEmpty = listed?.length === 0 && !this.isLost;
    return html`<section aria-labelledby="plays">
      <h3 id="plays">${say('plays')}</h3>
      ${isEmpty ? html`<p class="quiet">${say('playsNone')}</p>` : nothing}
      <ul>
        ${listed?.map(
          ({ play, verdict }) =>
            html`<li>
              <button @click=${() => fair.show({ view: 'fair', id: play.playId })}>
                <span class=${verdict.kind}>${seal(verdict.kind)}</span>
                <span class="what">
                  <bdi>${textIn(play.prize.label, fair.locale)}</bdi>
                  <span class="quiet small">${formats.when(play.at)}</span>
                </span>
                <span class="plain small">${say('receipt')}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${
        this.isLost
          ? html`<p role="status">${say('playsLost')}</p>
              <button class="plain" @click=${this.#handleFetch}>${say('retry')}</button>`
          : nothing
      }
      ${
        this.hasOlder
          ? html`<button class="plain" @click=${this.#handleFetch}>${say('older')}</button>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-fair-play': FairPlay;
  }
}
