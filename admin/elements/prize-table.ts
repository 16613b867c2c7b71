/**
 * What each prize did: how often it was set to come, how often it came, what is left, what it
 * cost.
 */
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverviewReply, PrizeFigures } from '../../shared/schema/admin-api.ts';
import { textIn } from '../../shared/text.ts';
import { runsWords } from '../figures/campaign.ts';
import { prizesDefinition } from '../figures/definitions.ts';
import { formatCount, formatMoney, formatOdds, pageLocale } from '../figures/format.ts';
import { type Bounds, hasChanged, type OddsVerdict, oddsVerdict } from '../figures/odds.ts';
import { baseStyles } from '../styles/base.ts';
import { tableStyles } from '../styles/table.ts';
import './figure-hint.ts';

/**
 * @summary One row a prize, under a heading for its campaign and game; odds beyond chance are
 * marked.
 */
@customElement('prize-table')
export class PrizeTable extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      tbody th[scope='rowgroup'] {
        padding-block: 18px 6px;
        font-size: var(--size-13);
        font-weight: 550;
        color: var(--quiet);
        background: none;
        /* A long name of a campaign widens no table: the last columns were pushed off the paper. */
        white-space: normal;
      }
      tbody + tbody th[scope='rowgroup'] {
        border-block-start: 1px solid var(--line);
      }
      th[scope='row'] {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        inline-size: 34%;
        min-inline-size: 12rem;
        background: var(--surface);
        white-space: normal;
      }
      .range {
        display: block;
        font-size: var(--size-13);
        color: var(--quiet);
        font-weight: 400;
      }
      .flag {
        display: block;
        margin-block-start: 2px;
        font-size: var(--size-13);
        font-weight: 550;
        color: var(--accent);
        text-wrap: pretty;
      }
      .flagged {
        color: var(--accent);
        font-weight: 650;
      }
      .stock svg {
        display: block;
        inline-size: 96px;
        block-size: 5px;
        margin-block-start: 5px;
        margin-inline-start: auto;
      }
      .sold-out {
        font-weight: 650;
      }
      .track {
        fill: var(--ink-soft);
      }
      .left {
        fill: var(--ink);
      }
      .empty {
        padding-block: 12px;
      }
      .elsewhere {
        margin-block-start: 12px;
        font-size: var(--size-13);
        color: var(--quiet);
        text-wrap: pretty;
      }
      /* On paper and on a tablet the cost is to be seen as well. */
      @media print, (44rem < width <= 60rem) {
        table {
          font-size: var(--size-13);
        }
        th,
        td {
          padding-inline: 6px;
        }
        th[scope='row'] {
          min-inline-size: 0;
        }
        /* Large figures break between words before they leave a name no room. */
        td {
          white-space: normal;
        }
      }
      /* On a phone each prize is a small sheet: nothing to push sideways. */
      @media (max-width: 44rem) {
        table,
        tbody,
        thead,
        tr,
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
          grid-template-columns: repeat(6, minmax(0, 1fr));
          gap: 8px 12px;
          padding-block: 12px;
        }
        tbody tr > *,
        tbody tr > *:first-child,
        tbody tr > *:last-child {
          padding: 0;
          border: 0;
          text-align: start;
        }
        tbody tr + tr > * {
          border: 0;
        }
        tbody tr + tr {
          border-block-start: 1px solid var(--line);
        }
        th[scope='row'],
        tbody th[scope='rowgroup'] {
          grid-column: 1 / -1;
          inline-size: auto;
          min-inline-size: 0;
          white-space: normal;
        }
        th[scope='row'] {
          font-weight: 650;
        }
        td::before {
          content: attr(data-label);
          display: block;
          font-size: var(--size-13);
          color: var(--quiet);
          font-weight: 400;
        }
        .number {
          text-align: start;
        }
        td {
          white-space: normal;
        }
        td {
          grid-column: span 2;
        }
        td:nth-of-type(n + 4) {
          grid-column: span 3;
        }
        .stock svg {
          margin-inline-start: 0;
        }
        /* The heading says that nobody played: what is set is all there is to read. */
        .idle td:nth-of-type(2),
        .idle td:nth-of-type(3),
        .idle td:nth-of-type(5) {
          display: none;
        }
        tbody .idle {
          gap: 2px 12px;
        }
      }
      @media (max-width: 22rem) {
        td:nth-of-type(n) {
          grid-column: span 3;
        }
      }
      @media print {
        section.card {
          break-inside: auto;
        }
        tr {
          break-inside: avoid;
        }
        th[scope='row'] {
          position: static;
        }
      }
      @media (forced-colors: active) {
        .left {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) prizes: readonly PrizeFigures[] = [];
  @property({ attribute: false }) campaigns: OverviewReply['campaigns'] = [];
  @property() currency = '';
  @property() timeZone = 'UTC';
  /** When the figures were read, epoch milliseconds. */
  @property({ attribute: false }) readAt = 0;
  /** What all prizes cost, those that no game gave among them. Minor units. */
  @property({ attribute: false }) costTotal = 0;

  private renderOdds(prize: PrizeFigures, verdict: OddsVerdict) {
    const isFlagged = verdict.kind === 'more' || verdict.kind === 'fewer';
    const observed = prize.oddsObserved === null ? '–' : formatOdds(prize.oddsObserved);
    return html`
      <td class="number" data-label="Odds set"
        >${
          prize.oddsSet === 0
            ? html`<span class="quiet">not drawn</span>`
            : formatOdds(prize.oddsSet)
        }</td
      >
      <td class="number" data-label="Observed">
        <span class=${isFlagged ? 'flagged' : ''}>${observed}</span>
      </td>
      <td class="number" data-label="Given">
        ${formatCount(prize.given)}
        ${
          'bounds' in verdict
            ? html`<span class="range">${rangeWords(verdict.bounds)}</span>`
            : nothing
        }
      </td>
    `;
  }

  private renderStock({ stock, stockLeft, codesLeft, oddsSet }: PrizeFigures) {
    if (codesLeft !== null && (stockLeft === null || codesLeft < stockLeft)) {
      const words = codesLeft === 0 ? 'no code' : codesLeft === 1 ? '1 code' : `${codesLeft} codes`;
      const name = codesLeft === 0 ? 'sold-out' : '';
      return html`<td class="number ${name}" data-label="Stock left">${words}</td>`;
    }
    const isEndless = stock === null || stockLeft === null;
    if (isEndless || stockLeft === 0) {
      // Off the table there is nothing left to come.
      const words = !isEndless ? 'sold out' : oddsSet === 0 ? '–' : 'no end';
      const name = isEndless ? 'quiet' : 'sold-out';
      return html`<td class="number ${name}" data-label="Stock left">${words}</td>`;
    }
    const share = stock === 0 ? 0 : Math.min(1, stockLeft / stock);
    return html`
      <td class="number stock" data-label="Stock left">
        ${formatCount(stockLeft)} <span class="quiet">of ${formatCount(stock)}</span>
        <svg viewBox="0 0 96 5" preserveAspectRatio="none" aria-hidden="true">
          ${svg`
            <rect class="track" width="96" height="5" rx="2.5"></rect>
            <rect class="left" width=${Math.max(3, 96 * share)} height="5" rx="2.5"></rect>
          `}
        </svg>
      </td>
    `;
  }

  private renderFlag(prize: PrizeFigures, { kind }: OddsVerdict) {
    if (kind !== 'more' && kind !== 'fewer') return nothing;
    return html`<span class="flag">${flagWords(prize, kind)}</span>`;
  }

  private renderPrize(prize: PrizeFigures) {
    const verdict = oddsVerdict(prize);
    return html`
      <tr class=${verdict.kind === 'no_plays' ? 'idle' : ''}>
        <th scope="row">${textIn(prize.label, pageLocale)}${this.renderFlag(prize, verdict)}</th>
        ${this.renderOdds(prize, verdict)} ${this.renderStock(prize)}
        <td class="number" data-label="Cost">${formatMoney(prize.cost, this.currency)}</td>
      </tr>
    `;
  }

  private renderGame(prizes: readonly PrizeFigures[]) {
    const first = prizes[0];
    if (first === undefined) return nothing;
    const campaign = this.campaigns.find(({ id }) => id === first.campaignId);
    const { readAt: now, timeZone } = this;
    const runs = campaign ? runsWords(campaign, { now, timeZone }) : 'gone from the programme';
    return html`
      <tbody>
        <tr>
          <th scope="rowgroup" colspan="6">
            ${first.campaignName}${runs === '' ? '' : ` (${runs})`} ·
            ${textIn(first.gameName, pageLocale)} · ${formatCount(first.plays)}
            ${first.plays === 1 ? 'play' : 'plays'}${
              prizes.some(hasChanged) ? ' · odds changed in the period' : ''
            }
          </th>
        </tr>
        ${prizes.map((prize) => this.renderPrize(prize))}
      </tbody>
    `;
  }

  private renderTable() {
    const games = Map.groupBy(this.prizes, ({ campaignId, gameId }) => `${campaignId} ${gameId}`);
    return html`
      <div class="scroll" role="group" aria-label="Prizes" tabindex="0">
        <table>
          <caption class="visually-hidden"> Prizes with their odds, stock and cost </caption>
          <thead>
            <tr>
              <th scope="col">Prize</th>
              <th scope="col" class="number">Odds set</th>
              <th scope="col" class="number">Observed</th>
              <th scope="col" class="number">Given</th>
              <th scope="col" class="number">Stock left</th>
              <th scope="col" class="number">Cost</th>
            </tr>
          </thead>
          ${[...games.values()].map((prizes) => this.renderGame(prizes))}
        </table>
      </div>
    `;
  }

  /** Why the costs of the rows are less than the prize cost at the head of the page. */
  private renderElsewhere() {
    const cost = this.prizes.reduce((rest, prize) => rest - prize.cost, this.costTotal);
    if (cost <= 0) return nothing;
    return html`<p class="elsewhere">
      ${formatMoney(cost, this.currency)} of the prize cost came from elsewhere, such as check-ins,
      missions and gifts.
    </p>`;
  }

  override render() {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="card-head">
          <div class="title">
            <h2 id="heading">Prizes</h2>
            <figure-hint label="Prizes" .text=${prizesDefinition}></figure-hint>
          </div>
        </div>
        ${
          this.prizes.length === 0
            ? html`<p class="quiet empty">No prizes in this campaign.</p>`
            : this.renderTable()
        }
        ${this.renderElsewhere()}
      </section>
    `;
  }
}

function rangeWords({ low, high }: Bounds): string {
  if (low === high) return `expected ${formatCount(low)}`;
  // Word joiners: a range that breaks at its dash reads like two numbers.
  return `expected ${formatCount(low)}\u2060–\u2060${formatCount(high)}`;
}

/** A difference has a cause; the likely one first. */
function flagWords(prize: PrizeFigures, kind: 'more' | 'fewer'): string {
  if (kind === 'fewer' && prize.codesLeft === 0) {
    return 'Fewer than chance explains: its pool has no code left.';
  }
  if (kind === 'fewer' && prize.stockLeft === 0) return 'Fewer than chance explains: it sold out.';
  return kind === 'more'
    ? 'More than chance explains. Did it stand in for prizes that ran out or were held back?'
    : 'Fewer than chance explains. Did the stock, the budget or the pacing hold it back?';
}

declare global {
  interface HTMLElementTagNameMap {
    'prize-table': PrizeTable;
  }
}
