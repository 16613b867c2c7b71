/** A leaderboard as the high striker: the puck is the shopper. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { LeaderboardReply, PlayerReply, RankView } from '../../shared/schema/leaderboard.ts';
import type { BoardView } from '../../shared/schema/rewards-api.ts';
import { ask } from '../api.ts';
import type { Fair } from '../state/fair.ts';
import { formStyles } from '../styles/form.ts';
import { leaderboardStyles } from '../styles/leaderboard.ts';
import { hasReducedMotion } from './fair-element.ts';
import { prizeList } from './gains.ts';
import { Stall, type Counter } from './stall.ts';
import { renderTower, strike } from './striker.ts';
import { renderLost, waiting } from './instead.ts';

type Ranks =
  | { readonly status: 'loading' }
  | { readonly status: 'shown'; readonly reply: LeaderboardReply }
  /** `refusal` is null when the line was lost. */
  | { readonly status: 'failed'; readonly refusal: Refusal | null };

/** So many rows are in sight at once on a phone. */
const rowsInSight = 6;

/**
 * @summary Who stands where, and by what name.
 */
export class Leaderboard extends Stall {
  static override styles = [...Stall.styles, formStyles, leaderboardStyles];
  static override properties = {
    item: {},
    ranks: { state: true },
    boardId: { state: true },
    isSaved: { state: true },
  };

  ranks: Ranks = { status: 'loading' };
  boardId: string | undefined;
  isSaved = false;
  #asked: string | undefined;
  #struck: string | undefined;

  #handleBoard(id: string): void {
    this.boardId = id;
  }

  #handleRetry(): void {
    this.#asked = undefined;
    this.requestUpdate();
  }

  #handleToMe(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('.you');
    row?.scrollIntoView({ block: 'center', behavior: hasReducedMotion() ? 'auto' : 'smooth' });
    row?.focus({ preventScroll: true });
  }

  async #handleSave(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { ranks } = this;
    if (ranks.status !== 'shown' || !(event.target instanceof HTMLFormElement)) return;
    this.isSaved = false;
    const data = new FormData(event.target);
    const alias = aliasOf(data.get('alias'));
    const hidden = data.has('hidden');
    const player = await this.attempt('setPlayer', { alias, hidden });
    if (!player) return;
    this.isSaved = true;
    this.ranks = { status: 'shown', reply: { ...ranks.reply, player } };
    this.#asked = undefined;
  }

  get board(): BoardView | undefined {
    const boards = this.fair?.rewards?.value?.leaderboards;
    const id = this.boardId ?? this.shownId;
    return boards?.find((each) => each.id === id) ?? boards?.[0];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { board } = this;
    if (board && this.#asked !== board.id) void this.#ask(board.id);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { ranks } = this;
    if (ranks.status !== 'shown' || this.#struck === ranks.reply.boardId) return;
    this.#struck = ranks.reply.boardId;
    strike(this.renderRoot, shareOf(ranks.reply, ranks.reply.you) ?? 0);
  }

  async #ask(boardId: string): Promise<void> {
    const { fair, ranks } = this;
    if (!fair) return;
    this.#asked = boardId;
    const isOther = ranks.status !== 'shown' || ranks.reply.boardId !== boardId;
    if (isOther) this.ranks = { status: 'loading' };
    const { api, siteId } = fair.session;
    const answer = await ask(api.leaderboard.query({ siteId, boardId }));
    if (this.#asked !== boardId) return;
    this.ranks =
      answer.kind === 'value'
        ? { status: 'shown', reply: answer.value }
        : { status: 'failed', refusal: answer.kind === 'refused' ? answer.refusal : null };
  }

  /** What is wrong with a name is more than that the request was. */
  protected override reason(refusal: Refusal | null): string {
    const isName = refusal?.code === 'bad_request';
    return isName ? (this.fair?.say('playerRule') ?? '') : super.reason(refusal);
  }

  protected stand({ fair, rewards: { leaderboards } }: Counter): TemplateResult {
    const { say } = fair;
    const { board, ranks } = this;
    if (!board) {
      return html`<div class="stand">${renderTower(null, [])}<p>${say('boardEmpty')}</p></div>`;
    }
    return html`<section aria-labelledby="board">
      <h3 id="board">${leaderboards.length > 1 ? say('leaderboard') : this.text(board.name)}</h3>
      ${leaderboards.length > 1 ? this.#renderSwitch(fair, leaderboards, board.id) : nothing}
      <div class="stand">
        ${ranks.status === 'shown' ? this.#renderTower(ranks.reply) : renderTower(null, [])}
        <div class="list">
          <p class="quiet small">${periodText(fair, board)}</p>
          ${this.#renderRanks(fair, board)}
        </div>
      </div>
      ${board.prizes.length > 0 ? renderPrizes(fair, board) : nothing}
      ${ranks.status === 'shown' ? this.#renderPlayer(fair, ranks.reply.player) : nothing}
    </section>`;
  }

  #renderSwitch({ say }: Fair, boards: readonly BoardView[], shown: string): TemplateResult {
    return html`<div class="switch" role="group" aria-label=${say('boards')}>
      ${boards.map(
        ({ id, name }) =>
          html`<button aria-pressed=${id === shown} @click=${() => this.#handleBoard(id)}
            >${this.text(name)}</button
          >`,
      )}
    </div>`;
  }

  #renderTower(reply: LeaderboardReply): TemplateResult {
    const others = reply.top.filter(({ you }) => !you).slice(0, 10);
    const marks = [...new Set(others.map((row) => shareOf(reply, row) ?? 0))];
    return renderTower(shareOf(reply, reply.you) ?? 0, marks);
  }

  #renderRanks(fair: Fair, board: BoardView): TemplateResult {
    const { say } = fair;
    const { ranks } = this;
    if (ranks.status === 'loading') {
      return waiting;
    }
    if (ranks.status === 'failed') {
      return renderLost(this.reason(ranks.refusal), say('retry'), this.#handleRetry);
    }
    const { top, you, player } = ranks.reply;
    const isBelow = you !== null && !top.some((row) => row.you);
    return html`<div role="status">
        ${
          you
            ? html`<p class="place num">${say('boardPlace', { rank: you.rank })}</p>
                <p class="num">${say('boardScore', { score: this.amount(you.score, board) })}</p>`
            : html`<p>${say(player.hidden ? 'boardHidden' : 'boardNoScore')}</p>`
        }
      </div>
      ${
        you && you.rank > rowsInSight
          ? html`<button class="second" @click=${this.#handleToMe}>${say('boardToMe')}</button>`
          : nothing
      }
      ${
        top.length === 0
          ? html`<p class="card">${say('boardEmpty')}</p>`
          : html`<ol aria-label=${say('boardTop')}>
              ${top.map((row) => this.#renderRank(fair, board, row))}
              ${
                isBelow && you.rank > top.length + 1
                  ? html`<li class="gap" aria-hidden="true">…</li>`
                  : nothing
              }
              ${isBelow ? this.#renderRank(fair, board, you) : nothing}
            </ol>`
      }
      ${isTied(top) ? html`<p class="quiet small">${say('boardTies')}</p>` : nothing}`;
  }

  #renderRank(
    { say, words }: Fair,
    board: BoardView,
    { rank, alias, score, you }: RankView,
  ): TemplateResult {
    return html`<li class=${you ? 'you' : ''} tabindex=${you ? -1 : nothing}>
      <span class="rank num ${rank <= 3 ? `medal n${rank}` : ''}">${words.write(rank)}</span>
      <span class="who"
        ><bdi>${alias}</bdi
        >${you ? html` <span class="flag">${say('boardYou')}</span>` : nothing}</span
      >
      <span class="num">${this.amount(score, board)}</span>
    </li>`;
  }

  #renderPlayer({ say }: Fair, { alias, hidden }: PlayerReply): TemplateResult {
    return html`<details class="card">
      <summary>${say('playerChange')}</summary>
      <form @submit=${this.#handleSave}>
        <label
          >${say('playerName')}
          <input
            name="alias"
            maxlength="24"
            autocomplete="nickname"
            aria-describedby="rule"
            .value=${alias}
        /></label>
        <p id="rule" class="quiet small">${say('playerRule')}</p>
        <label class="check">
          <input type="checkbox" name="hidden" .checked=${hidden} />
          ${say('playerHide')}
        </label>
        <button class="second" ?disabled=${this.isBusy}>${say('playerSave')}</button>
        <p role="status">${this.isSaved ? say('playerSaved') : nothing}</p>
        ${this.renderTrouble()}
      </form>
    </details>`;
  }
}

function renderPrizes(fair: Fair, { prizes: ranks }: BoardView): TemplateResult {
  const { say } = fair;
  return html`<div class="card">
    <h4>${say('boardPrizes')}</h4>
    <ul>
      ${ranks.map(({ from, to, prizes }) => {
        const names = prizeList(fair, prizes);
        const isOne = from === to;
        return html`<li class="num">
          ${
            isOne
              ? say('boardPrizeOne', { from, prizes: names })
              : say('boardPrizeSome', { from, to, prizes: names })
          }
        </li>`;
      })}
    </ul>
  </div>`;
}

function periodText({ say, more }: Fair, { period, endsAt }: BoardView): string {
  if (endsAt === null) return say('boardEver');
  const when = more?.formats.when(endsAt) ?? '';
  return when ? say('boardEnds', { when }) : say(period === 'day' ? 'boardDay' : 'boardWeek');
}

/** Of the best score; null without one. */
function shareOf({ top }: LeaderboardReply, row: RankView | null): number | null {
  const best = top[0]?.score ?? 0;
  return row && best > 0 ? row.score / best : null;
}

function isTied(top: readonly RankView[]): boolean {
  return top.some(({ score }, at) => score === top[at + 1]?.score);
}

/** Null asks for the name that is made for them, which nobody may choose. */
function aliasOf(value: FormDataEntryValue | null): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.startsWith('#') ? null : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-leaderboard': Leaderboard;
  }
}
