/** The check-in calendar as a punch card: a hole for each day that one came. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SiteDay } from '../../shared/ids.ts';
import type { CheckInReply, CheckInView, SquareView } from '../../shared/schema/check-in-api.ts';
import { siteDayText, weekdayOf } from '../i18n/site-day.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { checkInStyles } from '../styles/check-in.ts';
import { hasReducedMotion } from './fair-element.ts';
import { prizeList, renderGiven } from './gains.ts';
import { sound } from '../state/sound.ts';
import { punchSign, type SquareState } from './punch.ts';
import { Stall, type Counter } from './stall.ts';

/** What has just been done here, to be said. */
type Done =
  | { readonly kind: 'punched' | 'made up'; readonly reply: CheckInReply }
  | { readonly kind: 'freeze bought' };

/**
 * @summary A check-in calendar as a punch card.
 * @csspart card - The paper.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 */
export class CheckIn extends Stall {
  static override styles = [...Stall.styles, checkInStyles];
  static override properties = {
    item: {},
    done: { state: true },
    asked: { state: true },
  };

  done: Done | undefined;
  /** The missed day that waits for a yes. */
  asked: SiteDay | undefined;

  async #handlePunch(): Promise<void> {
    const { view } = this;
    if (!view) return;
    this.done = undefined;
    const calendarId = view.id;
    const reply = await this.attempt('checkIn', { calendarId }, view.today.day);
    if (reply) await this.#take({ kind: 'punched', reply });
  }

  async #handleMakeUp(): Promise<void> {
    const { view, asked: day } = this;
    if (!view || !day) return;
    this.done = undefined;
    const calendarId = view.id;
    const reply = await this.attempt('makeUp', { calendarId, day });
    if (!reply && this.trouble === null) return;
    this.asked = undefined;
    if (reply) await this.#take({ kind: 'made up', reply });
  }

  async #handleFreeze(): Promise<void> {
    const { view } = this;
    if (!view) return;
    this.done = undefined;
    const calendarId = view.id;
    const reply = await this.attempt('buyFreeze', { calendarId });
    if (reply) this.done = { kind: 'freeze bought' };
  }

  async #handleAsk(day: SiteDay | undefined): Promise<void> {
    const before = this.asked;
    this.asked = day;
    const next = day ? '.yes' : `[data-day='${before}']`;
    await this.focusOn(next);
  }

  get view(): CheckInView | undefined {
    const list = this.fair?.rewards?.value?.checkIns;
    const id = this.shownId;
    return id === undefined ? list?.[0] : list?.find((each) => each.id === id);
  }

  async #take(done: Done & { readonly reply: CheckInReply }): Promise<void> {
    this.done = done;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.told')?.focus({ preventScroll: true });
    const square = this.renderRoot.querySelector(`[data-square='${done.reply.square}']`);
    sound(this.fair, 'tick');
    if (square && !hasReducedMotion()) punchThrough(square);
  }

  protected stand(counter: Counter): TemplateResult {
    const { fair } = counter;
    const { view } = this;
    if (!view) return html`<p class="empty">${fair.say('cardNone')}</p>`;
    return html`<section aria-labelledby="card">
      <h3 id="card">${this.text(view.name)}</h3>
      ${this.#renderCard(fair, view)} ${renderSigns(fair, view)}
      <div class="act">${this.#renderAct(fair, view)} ${this.renderTrouble()}</div>
      ${
        this.done && this.done.kind !== 'freeze bought'
          ? renderGiven(fair, this.done.reply.given, this.done.reply.earned)
          : nothing
      }
      ${this.#renderMakeUp(fair, view)} ${this.#renderMilestones(fair, view)}
      ${this.#renderFreezes(fair, view)}
    </section>`;
  }

  #renderCard(fair: Fair, { streak, squares }: CheckInView): TemplateResult {
    const { say } = fair;
    const { by, count, best, total } = streak;
    const first = squares[0]?.day;
    // A whole month stands under its weekdays.
    const isMonth = squares.length >= 28 && first?.endsWith('-01');
    const start = isMonth && first ? weekdayOf(first) + 1 : undefined;
    return html`<div class="lift">
      <div class="punchcard" part="card">
        <header>
          <p class="streak num">
            ${
              count === 0
                ? say('streakNone')
                : say(by === 'day' ? 'streakDays' : 'streakWeeks', { count })
            }
          </p>
          <p class="best num">
            <span>${say('streakBest', { count: best })}</span>
            <span>${say('streakTotal', { count: total })}</span>
          </p>
        </header>
        <ol class="squares ${squares.length === 7 ? 'wide' : ''}">
          ${squares.map((square, at) =>
            this.#renderSquare(fair, square, {
              isWide: squares.length === 7,
              start: at === 0 ? start : undefined,
            }),
          )}
        </ol>
      </div>
    </div>`;
  }

  #renderSquare(
    fair: Fair,
    { square, day, when, state, rewards }: SquareView,
    { isWide, start }: { readonly isWide: boolean; readonly start: number | undefined },
  ): TemplateResult {
    const { say, locale } = fair;
    const prizes = prizeList(fair, rewards);
    const isWaiting = when === 'today' && state === 'open';
    const values = {
      day: siteDayText(day, locale),
      state: say(isWaiting ? 'dayToday' : stateWords[state]),
      prizes,
    };
    return html`<li
      class=${when}
      data-square=${square}
      aria-current=${when === 'today' ? 'date' : nothing}
      .style=${start ? `grid-column-start: ${start}` : ''}
    >
      <span class="hidden">${prizes ? say('squarePrize', values) : say('square', values)}</span>
      <span class="number num" aria-hidden="true">${fair.words.write(square)}</span>
      ${punchSign(state)}
      ${isWide && prizes ? html`<span aria-hidden="true">${prizes}</span>` : nothing}
      ${!isWide && prizes && state === 'open' ? html`<i class="gift"></i>` : nothing}
    </li>`;
  }

  #renderAct(fair: Fair, view: CheckInView): TemplateResult {
    const { say, more } = fair;
    const { today } = view;
    const when = more?.formats.when(today.endsAt) ?? '';
    if (this.done) {
      return html`<p class="told" role="status" tabindex="-1">${this.#told(fair, this.done)}</p>
        ${today.done || today.refusal ? renderNext(fair, view) : this.#renderPunch(fair)}`;
    }
    if (today.done) return html`<p>${say('punched')}</p>${renderNext(fair, view)}`;
    if (today.refusal) return html`<p>${this.reason(today.refusal)}</p>`;
    const prizes = prizeList(fair, today.rewards);
    return html`${prizes ? html`<p class="name">${say('todayBrings', { prizes })}</p>` : nothing}
      ${this.#renderPunch(fair)} <p class="quiet small">${say('todayUntil', { when })}</p>`;
  }

  #renderPunch({ say }: Fair): TemplateResult {
    return html`<button class="main" ?disabled=${this.isBusy} @click=${this.#handlePunch}
      >${say('checkIn')}</button
    >`;
  }

  #told(fair: Fair, done: Done): TemplateResult {
    const { say, locale } = fair;
    if (done.kind === 'freeze bought') return html`${say('freezeBought')}`;
    const { given, day: named, freezesUsed } = done.reply;
    const prizes = prizeList(
      fair,
      given.map(({ prize }) => prize),
    );
    const day = siteDayText(named, locale);
    const isPunch = done.kind === 'punched';
    const plain = isPunch ? say('punched') : say('madeUp', { day });
    const rich = isPunch ? say('punchedGot', { prizes }) : say('madeUpGot', { day, prizes });
    return html`<span class="name">${prizes ? rich : plain}</span>
      ${freezesUsed > 0 ? html`<br />${say('freezeUsed', { count: freezesUsed })}` : nothing}`;
  }

  #renderMakeUp(fair: Fair, { makeUp }: CheckInView): TemplateResult | typeof nothing {
    if (!makeUp || makeUp.days.length === 0) return nothing;
    const { say, locale } = fair;
    const { price: count, days } = makeUp;
    const short = count - (fair.session.ready?.wallet.points ?? 0);
    const { asked } = this;
    const text = (day: SiteDay): string => siteDayText(day, locale);
    return html`<div class="card">
      <h4>${say('makeUp')}</h4>
      ${
        asked && days.includes(asked)
          ? html`<p>
                ${
                  count > 0
                    ? say('makeUpAsk', { day: text(asked), count })
                    : say('makeUpAskFree', { day: text(asked) })
                }
              </p>
              <div class="choices">
                <button class="second yes" ?disabled=${this.isBusy} @click=${this.#handleMakeUp}
                  >${say('makeUpYes')}</button
                >
                <button class="plain" @click=${() => this.#handleAsk(undefined)}
                  >${say('notNow')}</button
                >
              </div>`
          : html`<div class="choices">
              ${days.map(
                (day) =>
                  html`<button
                    class="second num"
                    data-day=${day}
                    ?disabled=${short > 0 || this.isBusy}
                    @click=${() => this.#handleAsk(day)}
                  >
                    ${
                      count > 0
                        ? say('makeUpDay', { day: text(day), count })
                        : say('makeUpFree', { day: text(day) })
                    }
                  </button>`,
              )}
            </div>`
      }
      ${
        short > 0
          ? html`<p class="quiet small">${say('pointsShort', { count: short })}</p>`
          : nothing
      }
    </div>`;
  }

  #renderMilestones(fair: Fair, view: CheckInView): TemplateResult | typeof nothing {
    const { milestones, streak } = view;
    if (milestones.length === 0) return nothing;
    const { say } = fair;
    const key = keyed(streak.by === 'day' ? 'milestoneDay' : 'milestoneWeek');
    return html`<div class="card">
      <h4>${say('milestones')}</h4>
      <ul class="way">
        ${milestones.map(
          ({ streak: count, prize, reached }) =>
            html`<li>
              <span class="num">${say(key, { count, prize: this.text(prize.label) })}</span>
              <span class="num ${reached ? 'name' : 'quiet'}">
                ${
                  reached
                    ? say('reached')
                    : say('toGo', { count: Math.max(0, count - streak.count) })
                }
              </span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderFreezes(fair: Fair, view: CheckInView): TemplateResult | typeof nothing {
    const { held, price, refusal } = view.freezes;
    if (held === 0 && price === null) return nothing;
    const { say } = fair;
    const short = (price ?? 0) - (fair.session.ready?.wallet.points ?? 0);
    const isShort = refusal?.code === 'not_enough_points';
    return html`<div class="card">
      <h4>${say('freezes')}</h4>
      <div class="snow">
        ${punchSign('frozen')}
        <p
          ><span class="name"
            >${held === 0 ? say('freezeNoneHeld') : say('freezeHeld', { count: held })}</span
          ><br />
          <span class="quiet small"
            >${say(view.streak.by === 'day' ? 'freezeHow' : 'freezeHowWeek')}</span
          ></p
        >
      </div>
      ${
        price !== null && (!refusal || isShort)
          ? html`<button
              class="second"
              ?disabled=${refusal !== null || this.isBusy}
              @click=${this.#handleFreeze}
              >${say('freezeBuy', { count: price })}</button
            >`
          : nothing
      }
      ${
        price !== null && refusal
          ? html`<p class="quiet small">
              ${isShort ? say('pointsShort', { count: Math.max(1, short) }) : this.reason(refusal)}
            </p>`
          : nothing
      }
    </div>`;
  }
}

const stateWords = keyed({
  done: 'dayDone',
  made_up: 'dayMadeUp',
  frozen: 'dayFrozen',
  excused: 'dayExcused',
  paused: 'dayPaused',
  missed: 'dayMissed',
  open: 'dayOpen',
});

/** The signs that are on this card and do not speak for themselves. */
function renderSigns({ say }: Fair, { squares }: CheckInView): TemplateResult | typeof nothing {
  const silent: SquareState[] = ['done', 'open'];
  const used = [...new Set(squares.map(({ state }) => state))].filter(
    (state) => !silent.includes(state),
  );
  if (used.length === 0) return nothing;
  return html`<ul class="signs card" aria-label=${say('signs')}>
    ${used.map((state) => html`<li>${punchSign(state)} ${say(stateWords[state])}</li>`)}
  </ul>`;
}

function renderNext(fair: Fair, { tomorrow, today }: CheckInView): TemplateResult {
  const { say, more } = fair;
  const isOver = !tomorrow && today.refusal?.nextAt === undefined;
  if (!tomorrow) return html`<p class="quiet">${isOver ? say('cardOver') : nothing}</p>`;
  const when = more?.formats.when(tomorrow.startsAt) ?? '';
  const prizes = prizeList(fair, tomorrow.rewards);
  return html`<p class="quiet">
    ${prizes ? say('cardTomorrow', { when, prizes }) : say('cardTomorrowPlain', { when })}
  </p>`;
}

/** The punch comes down, the card gives, and the little disc falls out. */
function punchThrough(square: Element): void {
  const fall = 'cubic-bezier(.5,0,.9,.5)';
  square.closest('.punchcard')?.animate([{}, { translate: '0 3px', offset: 0.35 }, {}], {
    duration: 220,
    easing: 'ease-out',
  });
  square
    .querySelector('.sign')
    ?.animate([{ scale: 2.2, opacity: 0 }, { scale: 0.9, opacity: 1, offset: 0.7 }, { scale: 1 }], {
      duration: 200,
      easing: fall,
    });
  const chad = document.createElement('i');
  chad.className = 'chad';
  square.append(chad);
  const falling = chad.animate(
    [
      { transform: 'none', opacity: 1 },
      { transform: 'translate(6px, -10px) rotate(40deg)', opacity: 1, offset: 0.2 },
      { transform: 'translate(22px, 110px) rotate(300deg)', opacity: 0 },
    ],
    { duration: 620, delay: 140, easing: fall, fill: 'forwards' },
  );
  const clear = (): void => chad.remove();
  falling.finished.then(clear, clear);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-check-in': CheckIn;
  }
}
