/** The way into the fair: what one can do now, and what one has. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { art } from './art.ts';
import { renderEmpty } from './instead.ts';
import { renderRow, type Row } from './row.ts';
import { Stall, type Counter } from './stall.ts';

/**
 * @summary What a shopper can do now, and what they have.
 */
export class Home extends Stall {
  static override styles = [
    ...Stall.styles,
    css`
      .have {
        display: flex;
        /* Two in a row where their words leave room. */
        flex-wrap: wrap;
        gap: 12px;
      }
      .have .row {
        flex: 1 0 40%;
        min-inline-size: min-content;
        padding-inline: 12px;
      }
    `,
  ];

  protected stand(counter: Counter): TemplateResult {
    const { fair } = counter;
    const { say, session } = fair;
    const [games, closed] = this.#games(counter);
    const now = [...games, ...this.#daily(counter), ...this.#asked(counter)];
    const tickets = session.ready?.wallet.vouchers.filter(({ state }) => state === 'issued') ?? [];
    return html`
      <section aria-labelledby="have">
        <h3 id="have" class="hidden">${say('have')}</h3>
        <div class="have">
          <button class="row name" @click=${() => fair.show({ view: 'points' })}>
            ${art('tokens')}
            <span class="num">${say('points', { count: session.ready?.wallet.points ?? 0 })}</span>
          </button>
          <button class="row name" @click=${() => fair.show({ view: 'wallet' })}>
            ${art('ticket')}
            <span class="num">${say('tickets', { count: tickets.length })}</span>
          </button>
        </div>
      </section>
      <section aria-labelledby="now">
        <h3 id="now">${say('now')}</h3>
        ${
          now.length > 0
            ? html`<ul>
                ${now.map(renderRow)}
              </ul>`
            : renderEmpty(art('wheel'), say(session.ready?.list.length ? 'nothingNow' : 'noGames'))
        }
      </section>
      ${this.#renderMore(counter, closed)}
    `;
  }

  /** Those that can be played now, and the others with the reason why not. */
  #games({ fair }: Counter): [Row[], Row[]] {
    const { session } = fair;
    const list = session.ready?.list ?? [];
    void session.want(...list.map(({ id }) => id));
    const rows: [Row[], Row[]] = [[], []];
    for (const { id, kind, name } of list) {
      const game = session.game(id);
      const refusal = game?.turn.refusal;
      // That points are short, the price says, too.
      const isShort = refusal?.code === 'not_enough_points';
      const detail = refusal && !isShort ? this.reason(refusal) : game && this.#turn(fair, game);
      const go = (): void => fair.show({ view: 'play', gameId: id });
      rows[refusal ? 1 : 0].push({ picture: kind, name: this.text(name), detail, go });
    }
    return rows;
  }

  #turn({ say }: Counter['fair'], { turn, price }: GameView): string {
    if (turn.freePlays > 0) return say('playFree', { count: turn.freePlays });
    if (price > 0) return say('playFor', { count: price });
    return turn.playsLeft === null ? say('playOpen') : say('playLeft', { count: turn.playsLeft });
  }

  #daily({ fair, rewards }: Counter): Row[] {
    const { say } = fair;
    return rewards.checkIns
      .filter(({ today }) => today.done || !today.refusal)
      .map(({ id, name, today, streak }) => ({
        picture: 'card',
        name: this.text(name),
        detail: today.done ? say('checkInDone', { count: streak.count }) : say('checkInToday'),
        go: () => fair.show({ view: 'check-in', id }),
      }));
  }

  #asked({ fair, rewards }: Counter): Row[] {
    const { say } = fair;
    const quizzes = rewards.quizzes
      .filter(({ next }) => next)
      .map(({ id, name, score: { answered, questions } }): Row => ({
        picture: 'quiz',
        name: this.text(name),
        detail: say('quizNext', { answered, questions }),
        go: () => fair.show({ view: 'quiz', id }),
      }));
    const surveys = rewards.surveys.map(({ id, question }): Row => ({
      picture: 'survey',
      name: this.text(question),
      detail: say('surveyWaits'),
      go: () => fair.show({ view: 'survey', id }),
    }));
    return [...quizzes, ...surveys];
  }

  #renderMore({ fair, rewards }: Counter, closed: Row[]): TemplateResult | typeof nothing {
    const { say, show } = fair;
    const { missions } = rewards;
    const next = missions.find(({ state }) => state === 'open') ?? missions[0];
    const affordable = rewards.rewardShop.filter(({ refusal }) => !refusal).length;
    const rows: (Row | false)[] = [
      next !== undefined && {
        picture: 'mission',
        name: say('missions'),
        detail: this.text(next.name),
        go: () => show({ view: 'missions' }),
      },
      rewards.rewardShop.length > 0 && {
        picture: 'shop',
        name: say('shop'),
        detail: affordable > 0 ? say('shopAfford', { count: affordable }) : say('shopOpen'),
        go: () => show({ view: 'shop' }),
      },
      rewards.leaderboards.length > 0 && {
        picture: 'striker',
        name: say('leaderboard'),
        go: () => show({ view: 'leaderboard' }),
      },
      rewards.referral !== null && {
        picture: 'friend',
        name: say('referral'),
        go: () => show({ view: 'referral' }),
      },
    ];
    const shown = [...rows.filter((row) => row !== false), ...closed];
    if (shown.length === 0) return nothing;
    return html`<section aria-labelledby="more">
      <h3 id="more">${say('more')}</h3>
      <ul>
        ${shown.map(renderRow)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-home': Home;
  }
}
