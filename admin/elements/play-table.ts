/** The newest plays, as they come in. */
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LatestPlay } from '../../shared/schema/admin-api.ts';
import { textIn } from '../../shared/text.ts';
import { latestPlaysDefinition } from '../figures/definitions.ts';
import { formatTime, pageLocale, shortId } from '../figures/format.ts';
import { baseStyles, buttonStyles } from '../styles/base.ts';
import { tableStyles } from '../styles/table.ts';
import './figure-hint.ts';

/** As many as stand beside the funnel. */
const rowsAtFirst = 8;

/**
 * @summary Time in the site's zone, shopper, game, prize, and whether it was a win.
 */
@customElement('play-table')
export class PlayTable extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      .more {
        margin: 4px 0 -8px -12px;
        font-size: var(--size-13);
        color: var(--quiet);
      }
      code {
        font-family: var(--font-code);
        font-size: var(--size-13);
      }
      .card {
        block-size: 100%;
      }
      th,
      td {
        padding-inline: 8px;
      }
      td:nth-child(3),
      td:nth-child(4) {
        white-space: normal;
      }
      @media (max-width: 40rem) {
        table,
        tbody,
        thead,
        th,
        td {
          display: block;
        }
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tbody tr {
          display: grid;
          grid-template-columns: auto auto 1fr auto;
          grid-template-areas: 'prize prize prize result' 'time shopper game game';
          gap: 0 12px;
          padding-block: 10px;
        }
        tbody tr > *,
        tbody tr + tr > * {
          padding: 0;
          border: 0;
        }
        tbody tr + tr {
          border-block-start: 1px solid var(--line);
        }
        tbody tr > :nth-child(-n + 3) {
          font-size: var(--size-13);
          font-weight: 400;
          color: var(--quiet);
        }
        tbody tr > :nth-child(1) {
          grid-area: time;
        }
        tbody tr > :nth-child(2) {
          grid-area: shopper;
        }
        tbody tr > :nth-child(3) {
          grid-area: game;
        }
        tbody tr > :nth-child(4) {
          grid-area: prize;
          font-weight: 550;
        }
        tbody tr > :nth-child(5) {
          grid-area: result;
        }
      }
      .won {
        font-weight: 650;
        color: var(--good);
      }
    `,
  ];

  @state() private isLong = false;

  @property({ attribute: false }) plays: readonly LatestPlay[] = [];
  @property() timeZone = 'UTC';
  @property() today = '';

  private handleMore(): void {
    this.isLong = !this.isLong;
  }

  private renderMore() {
    if (this.plays.length <= rowsAtFirst) return nothing;
    return html`
      <button
        class="button plain more"
        type="button"
        aria-expanded=${this.isLong ? 'true' : 'false'}
        @click=${this.handleMore}
      >
        ${this.isLong ? 'Show fewer' : `Show all ${this.plays.length}`}
      </button>
    `;
  }

  private renderPlay(play: LatestPlay) {
    return html`
      <tr>
        <th scope="row">${formatTime(play.at, this)}</th>
        <td><code>${shortId(play.shopperId)}</code></td>
        <td>${textIn(play.gameName, pageLocale)}</td>
        <td>${textIn(play.prizeLabel, pageLocale)}</td>
        <td class=${play.won ? 'won' : 'quiet'}>${play.won ? 'Won' : 'No win'}</td>
      </tr>
    `;
  }

  private renderTable() {
    const plays = this.isLong ? this.plays : this.plays.slice(0, rowsAtFirst);
    return html`
      <div class="scroll" role="group" aria-label="Latest plays" tabindex="0">
        <table>
          <caption class="visually-hidden"> Latest plays, newest first </caption>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Shopper</th>
              <th scope="col">Game</th>
              <th scope="col">Prize</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody> ${plays.map((play) => this.renderPlay(play))} </tbody>
        </table>
      </div>
      ${this.renderMore()}
    `;
  }

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="card-head">
          <div class="title">
            <h2 id="heading">Latest plays</h2>
            <figure-hint label="Latest plays" .text=${latestPlaysDefinition}></figure-hint>
          </div>
        </div>
        ${this.plays.length === 0 ? html`<p class="quiet">No plays yet.</p>` : this.renderTable()}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-table': PlayTable;
  }
}
