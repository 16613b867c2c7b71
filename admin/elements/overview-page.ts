/** The figures of one site, period and campaign, in the order in which an owner asks for them. */
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { OverviewReply } from '../../shared/schema/admin-api.ts';
import { daysIn, formatRange } from '../figures/day.ts';
import { formatCount, formatTime } from '../figures/format.ts';
import { stageOf } from '../figures/stage.ts';
import type { Figures } from '../state/office.ts';
import { baseStyles, buttonStyles } from '../styles/base.ts';
import { problemWords } from '../words/problem-words.ts';
import './day-chart.ts';
import './embed-code.ts';
import './figure-strip.ts';
import './first-steps.ts';
import './funnel-chart.ts';
import './page-notice.ts';
import './page-skeleton.ts';
import './play-table.ts';
import './prize-table.ts';

/**
 * @summary Loading, failed, first run, empty period, or all the figures.
 * @event retry-asked - the admin wants the figures asked for again
 * @event period-chosen - the admin wants a longer period
 */
@customElement('overview-page')
export class OverviewPage extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        align-items: start;
      }
      .tag h2 {
        margin-block-end: 4px;
      }
      .tag p {
        margin-block-end: 12px;
      }
      @media print {
        .tag {
          display: none;
        }
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        font-size: var(--size-13);
        color: var(--quiet);
      }
      /* Shows only if the answer takes long enough to be waited for. */
      .progress {
        position: fixed;
        inset: 0 0 auto;
        block-size: 3px;
        background: var(--accent);
        transform-origin: left;
        animation: progress 8s cubic-bezier(0.1, 0.7, 0.2, 1) 200ms both;
      }
      @keyframes progress {
        from {
          transform: scaleX(0);
        }
        to {
          transform: scaleX(0.9);
        }
      }
      @media (min-width: 68rem) {
        .pair {
          grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
          align-items: stretch;
        }
      }
    `,
  ];

  @property({ attribute: false }) figures: Figures = { status: 'loading' };
  /** A campaign is chosen. */
  @property({ type: Boolean }) isFiltered = false;

  private handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry-asked', { bubbles: true, composed: true }));
  }

  private handleLonger(): void {
    const detail = { kind: '28d' } as const;
    this.dispatchEvent(new CustomEvent('period-chosen', { detail, bubbles: true, composed: true }));
  }

  private renderTrouble({ trouble, readAt, reply }: Extract<Figures, { status: 'ready' }>) {
    if (trouble === undefined) return nothing;
    const { title } = problemWords(trouble);
    const time = formatTime(readAt, reply.site);
    const detail = `These are the figures of ${time}. The page goes on trying.`;
    return html`
      <page-notice tone="bad" .headline=${title} .detail=${detail}>
        <button class="button" type="button" @click=${this.handleRetry}>Try now</button>
      </page-notice>
    `;
  }

  private renderEmpty(reply: OverviewReply) {
    const detail = this.isFiltered
      ? 'Choose another period or campaign. The prizes below stand as they are set now.'
      : 'Choose a longer period, or look in tomorrow.';
    return html`
      <page-notice .headline=${`Nobody played in ${formatRange(reply)}`} .detail=${detail}>
        ${
          daysIn(reply) >= 28
            ? nothing
            : html`
                <button class="button" type="button" @click=${this.handleLonger}
                  >Show 28 days</button
                >
              `
        }
      </page-notice>
    `;
  }

  private renderFigures({ reply, readAt }: Extract<Figures, { status: 'ready' }>) {
    const { site } = reply;
    return html`
      <figure-strip
        .totals=${reply.totals}
        .days=${reply.days}
        .currency=${site.currency}
        .today=${site.today}
      ></figure-strip>
      <day-chart .days=${reply.days} .currency=${site.currency} .today=${site.today}></day-chart>
      <div class="pair">
        <funnel-chart .funnel=${reply.funnel}></funnel-chart>
        <play-table
          .plays=${reply.latestPlays}
          .timeZone=${site.timeZone}
          .today=${site.today}
        ></play-table>
      </div>
      <prize-table
        .prizes=${reply.prizes}
        .campaigns=${reply.campaigns}
        .currency=${site.currency}
        .timeZone=${site.timeZone}
        .readAt=${readAt}
        .costTotal=${reply.totals.prizeCost.value}
      ></prize-table>
      <section class="card tag" aria-labelledby="tag">
        <h2 id="tag">The tag</h2>
        <p class="quiet">In every page of the shop, once, in its <code>&lt;head&gt;</code>.</p>
        <embed-code .code=${reply.embed}></embed-code>
      </section>
    `;
  }

  private renderFoot({ reply, readAt }: Extract<Figures, { status: 'ready' }>) {
    const { eventsWaiting, site } = reply;
    const events = eventsWaiting === 1 ? 'event is' : 'events are';
    return html`
      <div class="foot">
        <span>Read at ${formatTime(readAt, site)}, again every 30 seconds.</span>
        <span>Days and times in ${site.timeZone}.</span>
        ${
          eventsWaiting === 0
            ? nothing
            : html`<span>${formatCount(eventsWaiting)} ${events} waiting to be counted.</span>`
        }
      </div>
    `;
  }

  private renderReady(figures: Extract<Figures, { status: 'ready' }>) {
    const { reply } = figures;
    const stage = stageOf(reply);
    return html`
      <div class="stack" aria-busy=${figures.isChanging ? 'true' : 'false'}>
        ${figures.isChanging ? html`<div class="progress"></div>` : nothing}
        ${this.renderTrouble(figures)}
        ${
          stage.kind === 'first_run'
            ? html`<first-steps .code=${reply.embed} .seen=${stage.seen}></first-steps>`
            : html`
                ${stage.kind === 'empty_period' ? this.renderEmpty(reply) : nothing}
                ${this.renderFigures(figures)}
              `
        }
        ${this.renderFoot(figures)}
      </div>
    `;
  }

  override render() {
    const { figures } = this;
    switch (figures.status) {
      case 'loading':
        return html`<page-skeleton></page-skeleton>`;
      case 'failed': {
        const { title, detail } = problemWords(figures.problem);
        return html`
          <page-notice tone="bad" .headline=${title} .detail=${detail}>
            <button class="button" type="button" @click=${this.handleRetry}>Try again</button>
          </page-notice>
        `;
      }
      case 'ready':
        return this.renderReady(figures);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overview-page': OverviewPage;
  }
  interface HTMLElementEventMap {
    'retry-asked': CustomEvent<void>;
  }
}
