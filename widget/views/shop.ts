/** The reward shop: what points buy, what is missing for it, and the thing itself once bought. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { BoughtReply, GivenView, RewardView } from '../../shared/schema/rewards-api.ts';
import { sound } from '../state/sound.ts';
import { shopStyles } from '../styles/shop.ts';
import { art } from './art.ts';
import { hasReducedMotion } from './fair-element.ts';
import { prizeList } from './gains.ts';
import { KeyedRows } from './keyed-rows.ts';
import { prizeArt } from './prize-art.ts';
import { roll } from './roll.ts';
import { Stall, type Counter } from './stall.ts';
import { renderEmpty } from './instead.ts';

/**
 * @summary Rewards on shelves, with price tags.
 * @csspart tokens - The stack of points.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 */
export class Shop extends Stall {
  static override styles = [...Stall.styles, shopStyles];
  static override properties = {
    asked: { state: true },
    bought: { state: true },
  };

  /** The reward that waits for a yes. */
  asked: string | undefined;
  bought: BoughtReply | undefined;
  #shown: number | undefined;
  readonly #rows = new KeyedRows<RewardView>();

  #handleAsk(rewardId: string): void {
    this.asked = rewardId;
    this.trouble = undefined;
    void this.focusOn('.sure .main');
  }

  #handleNo(): void {
    const id = this.asked;
    this.asked = undefined;
    void this.focusOn(`#buy-${id}`);
  }

  async #handleYes({ id: rewardId }: RewardView): Promise<void> {
    const bought = await this.attempt('buyReward', { rewardId });
    if (this.trouble !== null) this.asked = undefined;
    if (!bought) return;
    this.bought = bought;
    await this.focusOn('.given h3');
    this.#pay();
  }

  #handleMore(): void {
    this.bought = undefined;
    void this.focusOn('.till');
  }

  /** A few tokens go over the counter. */
  #pay(): void {
    sound(this.fair, 'clink');
    if (hasReducedMotion()) return;
    this.renderRoot.querySelectorAll('.coin').forEach((coin, at) => {
      coin.animate(
        [
          { transform: 'none', opacity: 1, easing: 'cubic-bezier(.5,0,.9,.5)' },
          { transform: `translate(${(at - 1) * 14}px, 64px)`, opacity: 1 },
        ],
        { duration: 360, delay: at * 90 },
      );
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const count = this.renderRoot.querySelector('.count');
    const points = this.fair?.session.ready?.wallet.points;
    if (!count || points === undefined) return;
    const from = this.#shown ?? points;
    this.#shown = points;
    roll(count, { from, to: points }, (value) => this.fair?.say('points', { count: value }) ?? '');
  }

  protected stand(counter: Counter): TemplateResult {
    const { say, session } = counter.fair;
    const { rewardShop } = counter.rewards;
    const count = session.ready?.wallet.points ?? 0;
    return html`<section aria-labelledby="title">
      <h3 id="title" class="hidden">${say('shop')}</h3>
      <div class="till" tabindex="-1">
        ${[0, 1, 2].map(() => html`<i class="coin"></i>`)} ${art('tokens')}
        <span class="count num" .textContent=${say('points', { count })}></span>
      </div>
      ${this.renderTrouble()}
      ${
        this.bought
          ? this.#renderBought(counter, this.bought)
          : rewardShop.length > 0
            ? html`<ul>
                ${this.#rows.of(this, rewardShop, (reward) => this.#renderReward(counter, reward))}
              </ul>`
            : renderEmpty(art('shop'), say('shopEmpty'))
      }
    </section>`;
  }

  #renderReward(counter: Counter, reward: RewardView): TemplateResult {
    const { say } = counter.fair;
    const { id, prize, price, left, bought, perShopper, refusal } = reward;
    const isGone = refusal?.code === 'sold_out';
    const isAsked = this.asked === id && !refusal;
    return html`<li class="card shelf ${isGone ? 'gone' : ''} ${isAsked ? 'asked' : ''}">
      ${art(prizeArt[prize.kind])}
      <div class="what">
        <p class="name" id="name-${id}">${this.text(prize.label)}</p>
        <p><span class="tag num" id="price-${id}">${say('points', { count: price })}</span></p>
        ${
          left !== null && left > 0
            ? html`<p class="quiet small num">${say('shopLeft', { count: left })}</p>`
            : nothing
        }
        ${
          perShopper !== null && bought > 0
            ? html`<p class="quiet small num">
                ${say('shopTaken', { bought, most: perShopper })}
              </p>`
            : nothing
        }
        ${refusal ? this.#renderWhyNot(counter, reward) : nothing}
        ${refusal || isAsked ? nothing : this.#renderTake(counter, reward)}
      </div>
      ${isAsked ? this.#renderSure(counter, reward) : nothing}
    </li>`;
  }

  #renderTake({ fair }: Counter, { id }: RewardView): TemplateResult {
    return html`<button
      class="second"
      id="buy-${id}"
      aria-describedby="name-${id} price-${id}"
      ?disabled=${this.isBusy}
      @click=${() => this.#handleAsk(id)}
    >
      ${fair.say('buy')}
    </button>`;
  }

  #renderWhyNot(counter: Counter, reward: RewardView): TemplateResult {
    const { fair } = counter;
    const { price, refusal } = reward;
    if (refusal?.code !== 'not_enough_points') {
      return html`<p class="quiet">${this.#whyNot(counter, reward)}</p>`;
    }
    const points = fair.session.ready?.wallet.points ?? 0;
    const part = Math.max(0, Math.min(points / price, 1));
    return html`<div class="bar" aria-hidden="true"
        ><i .style=${`inline-size:${part * 100}%`}></i
      ></div>
      <p class="quiet num">${fair.say('shopMissing', { count: Math.max(1, price - points) })}</p>`;
  }

  #whyNot({ fair, rewards }: Counter, { refusal, tiers, opensAt }: RewardView): string {
    const { say, locale, more } = fair;
    if (refusal?.code === 'tier_needed') {
      const held = rewards.tier?.levels.filter(({ id }) => tiers.includes(id)) ?? [];
      const names = new Intl.ListFormat(locale, { type: 'disjunction' });
      return say('shopTier', { tiers: names.format(held.map(({ name }) => this.text(name))) });
    }
    if (opensAt !== null && more) return say('shopOpens', { when: more.formats.when(opensAt) });
    return this.reason(refusal);
  }

  #renderSure({ fair }: Counter, reward: RewardView): TemplateResult {
    const { say } = fair;
    const { price, prize } = reward;
    const count = Math.max(0, (fair.session.ready?.wallet.points ?? 0) - price);
    return html`<div class="sure" role="group" aria-label=${this.text(prize.label)}>
      <p>
        <strong>${say('shopSure', { count: price })}</strong>
        <span class="quiet">${say('shopKeep', { count })}</span>
      </p>
      <div class="pair">
        <button class="main" ?disabled=${this.isBusy} @click=${() => this.#handleYes(reward)}>
          ${say('shopYes')}
        </button>
        <button class="second" ?disabled=${this.isBusy} @click=${this.#handleNo}>
          ${say('shopNo')}
        </button>
      </div>
    </div>`;
  }

  #renderBought({ fair }: Counter, { given }: BoughtReply): TemplateResult {
    const { say } = fair;
    const prize = prizeList(
      fair,
      given.map((each) => each.prize),
    );
    return html`<div class="given">
      <h3 tabindex="-1">${say('shopYours', { prize })}</h3>
      <div class="slot">
        <div class="thing">${given.map((each) => this.#renderThing(each))}</div>
      </div>
      <div class="pair">
        <button class="main" @click=${this.#handleMore}>${say('shopMore')}</button>
        <button class="second" @click=${() => fair.show({ view: 'wallet' })}
          >${say('wallet')}</button
        >
      </div>
    </div>`;
  }

  #renderThing({ prize, voucher }: GivenView): TemplateResult {
    const { fair } = this;
    const held = fair?.session.ready?.wallet.vouchers.find(({ id }) => id === voucher?.id);
    if (voucher) {
      return html`<fairground-ticket
        .fair=${fair}
        .voucher=${held ?? voucher}
      ></fairground-ticket>`;
    }
    if (prize.points) {
      return html`<fairground-tokens .fair=${fair} .added=${prize.points}></fairground-tokens>`;
    }
    return art(prizeArt[prize.kind]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-shop': Shop;
  }
}
