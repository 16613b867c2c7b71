/** From seeing a game to using the voucher: how many shoppers come how far. */
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverviewReply } from '../../shared/schema/admin-api.ts';
import { funnelDefinition, stepWords } from '../figures/definitions.ts';
import { formatCount, formatShare } from '../figures/format.ts';
import {
  type FunnelRow,
  type FunnelShape,
  funnelRows,
  funnelShape,
  widens,
} from '../figures/funnel.ts';
import { baseStyles } from '../styles/base.ts';
import { WidthWatcher } from './width-watcher.ts';
import './figure-hint.ts';
import './figures-table.ts';

/**
 * @summary Seven steps as bars, with the share that goes on and the number that does not.
 */
@customElement('funnel-chart')
export class FunnelChart extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .card {
        block-size: 100%;
      }
      svg {
        display: block;
        overflow: visible;
      }
      text {
        fill: var(--text);
        font-size: var(--size-15);
        font-variant-numeric: tabular-nums;
      }
      .count {
        font-weight: 650;
      }
      .note {
        fill: var(--quiet);
        font-size: var(--size-13);
      }
      .track {
        fill: var(--ink-faint);
      }
      .bar {
        fill: var(--ink);
      }
      .slope {
        fill: var(--ink-soft);
      }
      .footnote {
        margin-block-start: 12px;
        font-size: var(--size-13);
        color: var(--quiet);
      }
      @media (forced-colors: active) {
        text,
        .bar {
          fill: CanvasText;
        }
      }
    `,
  ];

  private readonly chart = new WidthWatcher(this, '.chart');

  @property({ attribute: false }) funnel: OverviewReply['funnel'] = [];

  private renderBar(
    { row, bar, labelX, textY, countX, noteX, slope }: ShapeRow,
    { trackWidth, hasDrops }: FunnelShape,
  ) {
    return svg`
      <path class="slope" d=${slope}></path>
      <rect class="track" x=${bar.x} y=${bar.y} height=${bar.height} rx="3"
        width=${trackWidth}></rect>
      <rect class="bar" x=${bar.x} y=${bar.y} height=${bar.height} rx="3"
        width=${row.shoppers.value === 0 ? 0 : Math.max(2, bar.width)}></rect>
      <text x=${labelX} y=${textY} dy="0.35em">${stepWords[row.step].label}</text>
      <text class="count" x=${countX} y=${textY} dy="0.35em" text-anchor="end"
      >${formatCount(row.shoppers.value)}</text>
      <text class="note" x=${noteX} y=${textY} dy="0.35em" text-anchor="end"
      >${noteOf(row, hasDrops)}</text>
    `;
  }

  private renderChart(rows: readonly FunnelRow[]) {
    const { width } = this.chart;
    if (width === 0) return nothing;
    const shape = funnelShape(rows, width);
    return html`
      <svg
        width=${width}
        height=${shape.height}
        viewBox="0 0 ${width} ${shape.height}"
        role="img"
        aria-label=${summary(rows)}
      >
        ${shape.rows.map((row) => this.renderBar(row, shape))}
      </svg>
    `;
  }

  private renderTable(rows: readonly FunnelRow[]) {
    return html`
      <figures-table
        caption="The funnel, in distinct shoppers"
        .columns=${[
          { label: 'Step', isNumber: false },
          { label: 'Shoppers', isNumber: true },
          { label: 'Of the step before', isNumber: true },
          { label: 'Dropped', isNumber: true },
          { label: 'Period before', isNumber: true },
        ]}
        .rows=${rows.map((row) => [
          `${stepWords[row.step].label}: ${stepWords[row.step].definition}`,
          formatCount(row.shoppers.value),
          row.conversion === undefined ? '–' : formatShare(row.conversion),
          row.conversion === undefined ? '–' : formatCount(row.drop),
          formatCount(row.shoppers.before),
        ])}
      ></figures-table>
    `;
  }

  override render() {
    const rows = funnelRows(this.funnel);
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="card-head">
          <div class="title">
            <h2 id="heading">Funnel</h2>
            <figure-hint label="Funnel" .text=${funnelDefinition}></figure-hint>
          </div>
        </div>
        <div class="chart">${this.renderChart(rows)}</div>
        ${
          widens(rows)
            ? html`<p class="footnote">
                A later step can count more shoppers than an earlier one: views are counted with
                consent only, plays always.
              </p>`
            : nothing
        }
        ${this.renderTable(rows)}
      </section>
    `;
  }
}

type ShapeRow = FunnelShape['rows'][number];

/** `62% · −1,204`: the share of the step before, and how many it lost. */
function noteOf({ conversion, drop }: FunnelRow, hasDrops: boolean): string {
  if (conversion === undefined) return '';
  return drop === 0 || !hasDrops
    ? formatShare(conversion)
    : `${formatShare(conversion)} · −${formatCount(drop)}`;
}

function summary(rows: readonly FunnelRow[]): string {
  const steps = rows.map(
    ({ step, shoppers }) => `${stepWords[step].label.toLowerCase()} ${formatCount(shoppers.value)}`,
  );
  return `Shoppers at each step: ${steps.join(', ')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'funnel-chart': FunnelChart;
  }
}
