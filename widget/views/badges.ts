/** Badges as enamel pins; a press tells more of one, in its place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BadgeView } from '../../shared/schema/rewards-api.ts';
import type { Fair } from '../state/fair.ts';
import { badgeStyles } from '../styles/badges.ts';
import { prizeList } from './gains.ts';
import { renderPin, type Metal } from './pin.ts';
import { Stall, type Counter } from './stall.ts';
import { renderEmpty } from './instead.ts';

/**
 * @summary The badges that a shopper has, and those there are to earn.
 */
export class Badges extends Stall {
  static override styles = [...Stall.styles, badgeStyles];
  static override properties = { item: {}, openId: { state: true } };

  /** The one that is told of; the place may name it. */
  openId: string | undefined;

  #handlePress(id: string): void {
    this.openId = this.openId === id ? undefined : id;
  }

  protected override willUpdate(changed: Parameters<Stall['willUpdate']>[0]): void {
    super.willUpdate(changed);
    if (changed.has('place')) this.openId = this.shownId;
  }

  protected stand({ fair, rewards: { badges } }: Counter): TemplateResult {
    const { say } = fair;
    const count = badges.filter(({ level }) => level > 0).length;
    if (badges.length === 0) {
      return renderEmpty(renderPin('badges', null), say('badgeNone'));
    }
    return html`<section aria-labelledby="badges">
      <h3 id="badges">${say('badges')}</h3>
      <p class="quiet num">${say('badgeCount', { count, max: badges.length })}</p>
      <ul class="felt">
        ${badges.map((badge) => this.#renderBadge(fair, badge))}
      </ul>
    </section>`;
  }

  #renderBadge(fair: Fair, badge: BadgeView): TemplateResult {
    const { say } = fair;
    const { id, name, level, levels } = badge;
    const isOpen = this.openId === id;
    const max = levels.length;
    const standing =
      level === 0
        ? say('badgeNot')
        : max > 1
          ? say('badgeLevel', { level, max })
          : say('badgeHeld');
    return html`<li>
        <button
          aria-expanded=${isOpen}
          aria-controls=${isOpen ? `more-${id}` : nothing}
          @click=${() => this.#handlePress(id)}
        >
          ${renderPin(id, metalOf(badge))}
          <span class="name">${this.text(name)}</span>
          <span class="quiet small num">${standing}</span>
        </button>
      </li>
      ${isOpen ? this.#renderDetail(fair, badge) : nothing}`;
  }

  #renderDetail(fair: Fair, badge: BadgeView): TemplateResult {
    const { id, name, description, current, target, levels } = badge;
    const part = current === null || !target ? null : Math.round((current / target) * 100);
    return html`<li class="detail" id="more-${id}">
      <div class="card">
        <h4>${this.text(name)}</h4>
        ${description ? html`<p><bdi>${this.text(description)}</bdi></p>` : nothing}
        <p class="num">${this.#progress(fair, badge)}</p>
        ${
          part === null
            ? nothing
            : html`<div class="bar"><i .style=${`inline-size: ${Math.min(100, part)}%`}></i></div>`
        }
        ${levels.length > 1 ? this.#renderLevels(fair, badge) : nothing}
      </div>
    </li>`;
  }

  #progress({ say }: Fair, badge: BadgeView): string {
    const { level, levels, current, target } = badge;
    if (level >= levels.length) return levels.length > 1 ? say('badgeTop') : say('badgeHeld');
    if (current === null || target === null) return say('badgeGiven');
    return say(level === 0 ? 'badgeFirst' : 'badgeNext', {
      current: this.amount(current, badge),
      target: this.amount(target, badge),
    });
  }

  #renderLevels(fair: Fair, badge: BadgeView): TemplateResult {
    const { say } = fair;
    const { levels, level: held } = badge;
    return html`<ul class="levels" aria-label=${say('badgeLevels')}>
      ${levels.map(({ at, name, prizes }, index) => {
        const level = index + 1;
        const title = name ? this.text(name) : say('badgeLevel', { level, max: levels.length });
        const brings = prizeList(fair, prizes);
        return html`<li>
          <span class=${level <= held ? 'name' : ''}>${title}</span>
          <span class="quiet small num">
            ${level <= held ? say('badgeHeld') : this.amount(at, badge)}
            ${brings ? html`· ${brings}` : nothing}
          </span>
        </li>`;
      })}
    </ul>`;
  }
}

/** The last level is gold, the one before it silver; all others are copper. */
function metalOf({ level, levels }: BadgeView): Metal | null {
  if (level === 0) return null;
  const left = levels.length - level;
  return left <= 0 ? 'gold' : left === 1 ? 'silver' : 'copper';
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-badges': Badges;
  }
}
