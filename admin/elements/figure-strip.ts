/** The five figures at the head of the page. */
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayFigures, OverviewReply } from '../../shared/schema/admin-api.ts';
import { type Change, changeOf } from '../figures/change.ts';
import { type Figure, figures } from '../figures/definitions.ts';
import { formatCount, formatMoney } from '../figures/format.ts';
import { sparkLine, thinned } from '../figures/plot.ts';
import { baseStyles } from '../styles/base.ts';
import './figure-hint.ts';

const sparkSize = { width: 112, height: 28, inset: 3 };
const sparkPointsMax = 56;
const arrows: Readonly<Record<Change['direction'], string>> = { up: '↑', down: '↓', same: '' };

/**
 * @summary Plays, shoppers, vouchers, prize cost and attributed revenue, each against the period
 * before.
 */
@customElement('figure-strip')
export class FigureStrip extends LitElement {
  static override styles = [
    baseStyles,
    css`
      .strip {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr)) repeat(2, minmax(0, 1.3fr));
        padding: 0;
        overflow: hidden;
      }
      .figure {
        container-type: inline-size;
        display: flex;
        flex-direction: column;
        gap: 4px;
        padding: 20px 24px;
        border-inline-start: 1px solid var(--line);
        /* Outer lines fall outside the card: only those between figures are seen. */
        margin-inline-start: -1px;
        margin-block-start: -1px;
        border-block-start: 1px solid var(--line);
      }
      dt {
        display: flex;
        align-items: center;
        gap: 4px;
        color: var(--quiet);
        font-size: var(--size-15);
        font-weight: 550;
      }
      .value {
        /* As large as its signs have room in a wide font: a cut figure is another one. */
        font-size: min(var(--size-24), 100cqi / (var(--signs) * 0.68));
        font-weight: 650;
        line-height: 1.25;
        letter-spacing: -0.01em;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .change {
        font-size: var(--size-13);
        color: var(--quiet);
        text-wrap: pretty;
      }
      .arrow {
        color: var(--text);
        font-weight: 650;
      }
      .spark {
        margin-block-start: auto;
        padding-block-start: 10px;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 28px;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.5;
        stroke-linejoin: round;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .unfinished {
        stroke: var(--line-strong);
        stroke-dasharray: 2 3;
      }
      @media (max-width: 68rem) {
        .strip {
          grid-template-columns: repeat(6, minmax(0, 1fr));
        }
        .figure {
          grid-column: span 2;
        }
        .figure:nth-child(n + 4) {
          grid-column: span 3;
        }
      }
      @media (max-width: 40rem) {
        .figure {
          grid-column: span 3;
          padding: 14px 16px;
        }
        .figure:last-child {
          grid-column: span 6;
        }
      }
      @media (max-width: 24rem) {
        .figure:nth-child(n + 3) {
          grid-column: span 6;
        }
      }
    `,
  ];

  @property({ attribute: false }) totals: OverviewReply['totals'] | undefined;
  @property({ attribute: false }) days: readonly DayFigures[] = [];
  @property() currency = '';
  /** The site's day that is not over yet. */
  @property() today = '';

  private format(figure: Figure, value: number): string {
    return figure.isMoney ? formatMoney(value, this.currency) : formatCount(value);
  }

  private renderFigure(figure: Figure, totals: OverviewReply['totals']) {
    const compared = totals[figure.name];
    const format = (value: number) => this.format(figure, value);
    const change = changeOf(compared, { noun: figure.noun, format });
    const value = format(compared.value);
    return html`
      <div class="figure">
        <dt>
          ${figure.label}
          <figure-hint .label=${figure.label} .text=${figure.definition}></figure-hint>
        </dt>
        <dd class="value" .style=${`--signs: ${value.length}`}>${value}</dd>
        <dd class="change">
          <span class="arrow" aria-hidden="true">${arrows[change.direction]}</span> ${change.text}
        </dd>
        ${this.renderSpark(figure)}
      </div>
    `;
  }

  /** One day makes no line. */
  private renderSpark(figure: Figure) {
    const values = this.days.map((day) => day[figure.name]);
    if (values.length < 2 || values.every((value) => value === 0)) return nothing;
    const points = thinned(values, sparkPointsMax);
    const { line, unfinished } = sparkLine(points, {
      ...sparkSize,
      isLastUnfinished: points.length === values.length && this.days.at(-1)?.day === this.today,
    });
    return html`
      <dd class="spark" aria-hidden="true">
        <svg viewBox="0 0 ${sparkSize.width} ${sparkSize.height}" preserveAspectRatio="none">
          ${svg`<path d=${line}></path><path class="unfinished" d=${unfinished}></path>`}
        </svg>
      </dd>
    `;
  }

  override render() {
    const { totals } = this;
    if (totals === undefined) return nothing;
    return html`
      <dl class="card strip">${figures.map((figure) => this.renderFigure(figure, totals))}</dl>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'figure-strip': FigureStrip;
  }
}
