/** Where the points came from and went: every line explained, and what is still on its way. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HistoryLine, HistoryReply } from '../../shared/schema/history-api.ts';
import type { PointsAt } from '../../shared/schema/rewards-api.ts';
import { ask } from '../api.ts';
import type { Formats } from '../i18n/formats.ts';
import { keyed } from '../i18n/words.ts';
import { art } from './art.ts';
import { Stall, type Counter } from './stall.ts';
import { renderEmpty, renderLost, waiting } from './instead.ts';

const dayMs = 86_400_000;

/**
 * @summary The points, line by line.
 * @csspart tokens - The stack of points.
 */
export class Points extends Stall {
  static override styles = [
    ...Stall.styles,
    css`
      .top {
        display: flex;
        justify-content: center;
        padding-block: 4px;
      }
      .facts {
        gap: 0;
        border: 1px solid var(--fairground-line);
        border-radius: 12px;
        background: var(--fairground-surface);
      }
      .facts li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 12px;
        padding: 12px 16px;
      }
      .facts li + li,
      .lines li + li {
        border-block-start: 1px dashed var(--fairground-line);
      }
      h4 {
        margin: 8px 0 0;
        font-size: 15px;
        font-weight: 700;
        color: var(--fairground-quiet);
      }
      .lines {
        gap: 0;
      }
      .lines li {
        display: grid;
        grid-template-columns: 28px minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 12px;
        padding-block: 12px;
      }
      .lines p {
        overflow-wrap: anywhere;
      }
      /* A token that came, and the ring that one left. */
      .coin {
        inline-size: 26px;
        block-size: 26px;
        border: 2px solid #5e3d0b;
        border-radius: 50%;
        background:
          radial-gradient(#9a6a1c 3.5px, #0000 4.5px),
          radial-gradient(#0000 7px, #9a6a1c 7.5px 8.5px, #0000 9px), #e9b949;
      }
      .coin.left {
        border: 2px dashed var(--fairground-quiet);
        background: none;
      }
      .change {
        font-weight: 700;
        text-align: end;
      }
      .change .small {
        font-weight: 400;
      }
      .came {
        color: var(--fairground-good);
      }
      .older {
        justify-self: center;
      }
    `,
  ];

  static override properties = {
    lines: { state: true },
    isLost: { state: true },
  };

  /** Undefined until the first page is here. */
  lines: readonly HistoryLine[] | undefined;
  isLost = false;
  #next: HistoryReply['next'] = null;
  /** The wallet that the first page belongs to. */
  #of = '';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { ready, era, unshown } = this.fair?.session ?? {};
    const of = `${era} ${ready?.wallet.version}`;
    // The lines would give away what a wheel still turns for.
    if (!ready || unshown?.size || of === this.#of) return;
    this.#of = of;
    void this.#read();
  }

  #handleAgain = (): void => void this.#read();

  #handleOlder = (): void => void this.#read(this.#next);

  async #read(before: HistoryReply['next'] = null): Promise<void> {
    const { session } = this.fair ?? {};
    if (!session) return;
    const { siteId, era } = session;
    const of = this.#of;
    const answer = await ask(session.api.history.query({ siteId, ...(before ? { before } : {}) }));
    // What was asked of another wallet is none of this one's lines.
    if (era !== session.era || of !== this.#of) return;
    this.isLost = answer.kind !== 'value';
    if (answer.kind !== 'value') return;
    const { lines, next } = answer.value;
    this.lines = before ? [...(this.lines ?? []), ...lines] : lines;
    this.#next = next;
  }

  protected stand(counter: Counter): TemplateResult {
    const { fair } = counter;
    const { say } = fair;
    return html`<section aria-labelledby="title">
      <h3 id="title" class="hidden">${say('history')}</h3>
      <div class="top"><fairground-tokens .fair=${fair}></fairground-tokens></div>
      ${this.#renderFacts(counter)}
      ${
        this.isLost
          ? renderLost(say('historyLost'), say('retry'), this.#handleAgain)
          : this.#renderLines(counter)
      }
    </section>`;
  }

  #renderFacts({ fair, rewards }: Counter): TemplateResult | typeof nothing {
    const { say, more } = fair;
    const { points } = rewards;
    if (!more) return nothing;
    const { formats } = more;
    const rows = [
      ...points.releases.map((at) => dated(fair, formats, keyed('pointsComeIn'), at)),
      ...points.expiring.map((at) => dated(fair, formats, keyed('pointsExpire'), at)),
      points.held > 0 && [say('pointsHeld', { count: points.held })],
      points.credit > 0 && [say('credit'), formats.money(points.credit)],
      points.creditPending > 0 && [
        say('creditPending', { amount: formats.money(points.creditPending) }),
      ],
      points.creditHeld > 0 && [say('creditHeld', { amount: formats.money(points.creditHeld) })],
      points.value && [
        say('pointsWorth', {
          count: points.value.points,
          amount: formats.money(points.value.amount),
        }),
      ],
    ].filter((row) => row !== false && row !== null);
    if (rows.length === 0) return nothing;
    return html`<ul class="facts num">
      ${rows.map(([what, when]) => html`<li><span>${what}</span><strong>${when}</strong></li>`)}
    </ul>`;
  }

  #renderLines({ fair }: Counter): TemplateResult {
    const { say } = fair;
    const { lines } = this;
    if (!lines) return waiting;
    if (lines.length === 0) return renderEmpty(art('tokens'), say('historyEmpty'));
    return html`
      ${this.#days(lines).map(
        ([day, of]) =>
          html`<h4>${day}</h4>
            <ul class="lines">
              ${of.map((line) => this.#renderLine(line))}
            </ul>`,
      )}
      ${
        this.#next
          ? html`<button class="second older" @click=${this.#handleOlder}>
              ${say('historyOlder')}
            </button>`
          : nothing
      }
    `;
  }

  #days(lines: readonly HistoryLine[]): [string, HistoryLine[]][] {
    const { more, say } = this.fair ?? {};
    if (!more || !say) return [];
    const { day } = more.formats;
    const now = Date.now();
    const names = new Map([
      [day(now - dayMs), say('historyYesterday')],
      [day(now), say('historyToday')],
    ]);
    const days = new Map<string, HistoryLine[]>();
    for (const line of lines) {
      const date = day(line.at);
      const name = names.get(date) ?? date;
      days.set(name, [...(days.get(name) ?? []), line]);
    }
    return [...days];
  }

  #renderLine(line: HistoryLine): TemplateResult | typeof nothing {
    const { say, more } = this.fair ?? {};
    if (!say || !more) return nothing;
    const { change, balance, cause, about, orderId, note } = line;
    const { number } = more.formats;
    const came = change > 0;
    const beside = about
      ? this.text(about)
      : orderId
        ? say('orderNumber', { id: orderId })
        : (note ?? '');
    return html`<li>
      <i class="coin ${came ? '' : 'left'}"></i>
      <div>
        <p>${say(`why_${cause}`)}</p>
        ${beside ? html`<p class="quiet small">${beside}</p>` : nothing}
      </div>
      <div class="change num">
        <p class=${came ? 'came' : ''}
          ><bdi dir="ltr">${came ? '+' : '−'}${number(Math.abs(change))}</bdi></p
        >
        <p class="quiet small">${say('historyAfter', { points: number(balance) })}</p>
      </div>
    </li>`;
  }
}

function dated(
  { say }: Counter['fair'],
  formats: Formats,
  key: 'pointsComeIn' | 'pointsExpire',
  { at, points }: PointsAt,
): string[] {
  return [say(key, { count: points }), say('onDate', { day: formats.day(at) })];
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-points': Points;
  }
}
