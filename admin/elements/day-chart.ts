/** Figures by day: one measure at a time, in ink, with the day under the pointer in the accent. */
import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DayFigures } from '../../shared/schema/admin-api.ts';
import { formatDayLong, formatDayShort } from '../figures/day.ts';
import { type Figure, type FigureName, figures } from '../figures/definitions.ts';
import {
  formatCount,
  formatCountCompact,
  formatMoney,
  formatMoneyCompact,
} from '../figures/format.ts';
import { type Frame, type Plot, axisWidth, indexAt, plotDays } from '../figures/plot.ts';
import { roundScale } from '../figures/scale.ts';
import { baseStyles } from '../styles/base.ts';
import { dayChartStyles } from '../styles/day-chart.ts';
import { WidthWatcher } from './width-watcher.ts';
import './figure-hint.ts';
import './figures-table.ts';

const height = 240;

/**
 * @summary A bar for each day (a line, if there are too many), read with pointer, finger or arrow
 * keys.
 */
@customElement('day-chart')
export class DayChart extends LitElement {
  static override styles = [baseStyles, dayChartStyles];

  private readonly chart = new WidthWatcher(this, '.chart');

  @state() private shown: FigureName = 'plays';
  /** The day that is being read; the last one until somebody points at another. */
  @state() private reading: string | undefined;

  @property({ attribute: false }) days: readonly DayFigures[] = [];
  @property() currency = '';
  /** The site's day that is not over yet. */
  @property() today = '';

  private get figure(): Figure {
    const figure = figures.find(({ name }) => name === this.shown);
    if (figure === undefined) throw new Error(`no figure "${this.shown}"`);
    return figure;
  }

  private get readingIndex(): number {
    const index = this.days.findIndex(({ day }) => day === this.reading);
    return index === -1 ? this.days.length - 1 : index;
  }

  private format(figure: Figure, value: number): string {
    return figure.isMoney ? formatMoney(value, this.currency) : formatCount(value);
  }

  private formatTick(value: number): string {
    return this.figure.isMoney
      ? formatMoneyCompact(value, this.currency)
      : formatCountCompact(value);
  }

  private words(index: number): string {
    const day = this.days[index];
    if (day === undefined) return '';
    const soFar = day.day === this.today ? ' so far' : '';
    const { figure } = this;
    const value = this.format(figure, day[figure.name]);
    return `${formatDayLong(day.day)}: ${value} ${figure.noun}${soFar}`;
  }

  private frame(values: readonly number[]): Frame {
    const left = axisWidth(roundScale(values, 4), (value) => this.formatTick(value));
    return { width: this.chart.width, height, top: 12, right: 4, bottom: 28, left };
  }

  private handleChoice(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value } = event.target;
    this.shown = figures.find(({ name }) => name === value)?.name ?? this.shown;
  }

  private handlePoint(event: PointerEvent): void {
    if (!(event.currentTarget instanceof Element)) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const frame = this.frame(this.days.map((day) => day[this.shown]));
    this.reading = this.days[indexAt(x, { count: this.days.length, frame })]?.day;
  }

  private handleLeave(event: PointerEvent): void {
    // A finger leaves the glass at the day it chose; a mouse only passes.
    if (event.pointerType === 'mouse') this.reading = undefined;
  }

  private handleKey(event: KeyboardEvent): void {
    const last = this.days.length - 1;
    const at = this.readingIndex;
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageUp: at - 7,
      PageDown: at + 7,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.reading = this.days[Math.min(Math.max(to, 0), last)]?.day;
  }

  private renderChoices() {
    return html`
      <fieldset class="choices" @change=${this.handleChoice}>
        <legend class="visually-hidden">Figure in the chart</legend>
        ${figures.map(
          ({ name, label }) => html`
            <label>
              <input
                type="radio"
                name="figure"
                value=${name}
                .checked=${name === this.shown}
              /><span>${label}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  private renderAxis(plot: Plot, frame: Frame) {
    return svg`
      ${plot.ticks.map(
        ({ y, value }) => svg`
          <line class=${value === 0 ? 'base' : 'grid'}
            x1=${frame.left} x2=${frame.width - frame.right} y1=${y} y2=${y}></line>
          <text class="tick" x=${frame.left - 8} y=${y} dy="0.35em" text-anchor="end"
          >${this.formatTick(value)}</text>
        `,
      )}
      ${plot.labels.map(
        ({ x, index }) => svg`
          <text class="tick" x=${x} y=${frame.height - 8} text-anchor="middle"
          >${formatDayShort(this.days[index]?.day ?? '')}</text>
        `,
      )}
    `;
  }

  private renderBars(plot: Plot) {
    return plot.bars.map((bar, index) => {
      const isToday = this.days[index]?.day === this.today;
      const isRead = index === this.readingIndex && this.reading !== undefined;
      const names = ['bar', isToday ? 'today' : '', isRead ? 'read' : ''].join(' ');
      // What happened stays visible, however small beside the rest.
      const tall = bar.height === 0 ? 0 : Math.max(2, bar.height);
      return svg`<rect class=${names} x=${bar.x} y=${Math.min(bar.y, plot.baseline - tall)}
        width=${bar.width} height=${tall} rx=${Math.min(3, bar.width / 4)}></rect>`;
    });
  }

  private renderLine(plot: Plot) {
    return svg`<path class="area" d=${plot.area}></path><path class="line" d=${plot.line}></path>`;
  }

  /** The day's value beside its mark, on the side with more room. */
  private renderReading(plot: Plot, frame: Frame) {
    const point = plot.points[this.readingIndex];
    const day = this.days[this.readingIndex];
    if (this.reading === undefined || point === undefined || day === undefined) return nothing;
    const value = this.format(this.figure, day[this.shown]);
    const words = formatDayLong(day.day) + (day.day === this.today ? ', so far' : '');
    const width = Math.max(value.length * 9.5, words.length * 7.1) + 24;
    const isLeft = point.x + width + 16 > frame.width;
    const x = Math.max(0, isLeft ? point.x - width - 12 : point.x + 12);
    return svg`
      <line class="cursor" x1=${point.x} x2=${point.x} y1=${frame.top}
        y2=${frame.height - frame.bottom}></line>
      <circle class="dot" cx=${point.x} cy=${point.y} r="4"></circle>
      <rect class="plate" x=${x} y=${frame.top} width=${width} height="52" rx="6"></rect>
      <text class="plate-value" x=${x + 12} y=${frame.top + 22}>${value}</text>
      <text class="plate-day" x=${x + 12} y=${frame.top + 41}>${words}</text>
    `;
  }

  private renderChart() {
    if (this.chart.width === 0) return nothing;
    const values = this.days.map((day) => day[this.shown]);
    const frame = this.frame(values);
    const plot = plotDays(values, frame);
    return html`
      <svg
        width=${frame.width}
        height=${frame.height}
        viewBox="0 0 ${frame.width} ${frame.height}"
        aria-hidden="true"
      >
        ${this.renderAxis(plot, frame)}
        ${plot.kind === 'bars' ? this.renderBars(plot) : this.renderLine(plot)}
        ${this.renderReading(plot, frame)}
      </svg>
    `;
  }

  private renderTable() {
    return html`
      <figures-table
        caption="Figures by day. Shoppers are distinct within each day."
        .columns=${[
          { label: 'Day', isNumber: false },
          ...figures.map(({ label }) => ({ label, isNumber: true })),
        ]}
        .rows=${this.days
          .toReversed()
          .map((day) => [
            formatDayLong(day.day) + (day.day === this.today ? ', so far' : ''),
            ...figures.map((figure) => this.format(figure, day[figure.name])),
          ])}
      ></figures-table>
    `;
  }

  override render() {
    const isEmpty = this.days.every((day) => day[this.shown] === 0);
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="card-head">
          <div class="title">
            <h2 id="heading">By day</h2>
            <figure-hint .label=${this.figure.label} .text=${this.figure.definition}></figure-hint>
          </div>
          ${this.renderChoices()}
        </div>
        <div
          class="chart"
          role="slider"
          tabindex="0"
          aria-label="${this.figure.label} by day"
          aria-valuemin="1"
          aria-valuemax=${Math.max(1, this.days.length)}
          aria-valuenow=${this.readingIndex + 1}
          aria-valuetext=${this.words(this.readingIndex)}
          @pointermove=${this.handlePoint}
          @pointerdown=${this.handlePoint}
          @pointerleave=${this.handleLeave}
          @keydown=${this.handleKey}
        >
          ${this.renderChart()}
          ${isEmpty ? html`<p class="none">No ${this.figure.noun} in this period</p>` : nothing}
        </div>
        ${this.renderTable()}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-chart': DayChart;
  }
}
