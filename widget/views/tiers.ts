/** The tier as a ribbon rosette, whose outer pleats are the way to the next one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { TierLevelView, TierView } from '../../shared/schema/rewards-api.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { tierStyles } from '../styles/tiers.ts';
import { renderRosette, ribbonOf } from './rosette.ts';
import { Stall, type Counter } from './stall.ts';
import { renderEmpty } from './instead.ts';

/**
 * @summary The tier that a shopper holds, what is left to the next one, and what each brings.
 */
export class Tiers extends Stall {
  static override styles = [...Stall.styles, tierStyles];

  protected stand({ fair, rewards: { tier } }: Counter): TemplateResult {
    const { say } = fair;
    if (!tier) {
      return renderEmpty(renderRosette({ ribbon: null, stars: 0 }), say('tierNoneAtAll'));
    }
    return html`<section aria-labelledby="tier">
        <h3 id="tier">${say('tiers')}</h3>
        ${this.#renderHeld(fair, tier)}
      </section>
      <section aria-labelledby="all">
        <h3 id="all">${say('tierAll')}</h3>
        <ol>
          ${tier.levels.map((level, at) => this.#renderLevel(fair, tier, { level, at }))}
        </ol>
      </section>`;
  }

  #renderHeld(fair: Fair, tier: TierView): TemplateResult {
    const { say } = fair;
    const { levels, level, next } = tier;
    const at = levels.findIndex(({ id }) => id === level);
    const held = levels[at];
    const nextAt = levels.findIndex(({ id }) => id === next?.id);
    const share = next ? shareOf(tier, levels[nextAt]?.from ?? 0, held?.from ?? 0) : 0;
    const count = levels.length;
    return html`<div class="held">
      ${renderRosette({
        ribbon: held ? ribbonOf(at, count) : null,
        stars: at + 1,
        next: next ? { ribbon: ribbonOf(nextAt, count), share } : undefined,
      })}
      <p class="title">${held ? this.text(held.name) : say('tierNone')}</p>
      <p class="name num">
        ${next ? this.#leftText(fair, tier, next.left, levels[nextAt]) : say('tierTop')}
      </p>
      <p class="quiet small num">${hasText(fair, tier)}<br />${windowText(fair, tier)}</p>
      ${renderUntil(fair, tier)}
    </div>`;
  }

  #leftText(
    { say, more }: Fair,
    { measure }: TierView,
    count: number,
    level: TierLevelView | undefined,
  ): string {
    const name = level ? this.text(level.name) : '';
    if (measure === 'points') return say('tierLeftPoints', { count, name });
    if (measure === 'orders') return say('tierLeftOrders', { count, name });
    return say('tierLeftSpend', { amount: more?.formats.money(count) ?? '', name });
  }

  #renderLevel(
    fair: Fair,
    tier: TierView,
    { level, at }: { readonly level: TierLevelView; readonly at: number },
  ): TemplateResult {
    const { say } = fair;
    const isHeld = level.id === tier.level;
    const perks = this.#perks(fair, level);
    return html`<li class="card level" aria-current=${isHeld ? 'true' : nothing}>
      ${renderRosette({ ribbon: ribbonOf(at, tier.levels.length), stars: at + 1 })}
      <div>
        <p class="top">
          <span class="name">${this.text(level.name)}</span>
          ${isHeld ? html`<span class="here">${say('tierHere')}</span>` : nothing}
        </p>
        <p class="quiet small num">${fromText(fair, tier, level.from)}</p>
        ${
          perks.length > 0
            ? html`<ul class="perks" aria-label=${say('tierPerks')}>
                ${perks.map((perk) => html`<li>${perk}</li>`)}
              </ul>`
            : nothing
        }
      </div>
    </li>`;
  }

  #perks({ say, words }: Fair, level: TierLevelView): string[] {
    const { earningPercent, earlyAccessHours: count, perks, welcomePrize } = level;
    return [
      ...(earningPercent > 100
        ? [say('tierEarn', { times: words.write(earningPercent / 100) })]
        : []),
      ...(count > 0 ? [say('tierEarly', { count })] : []),
      ...perks.map((perk) => this.text(perk)),
      ...(welcomePrize ? [say('tierWelcome', { prize: this.text(welcomePrize.label) })] : []),
    ];
  }
}

/** How far the measure is between two tiers, from 0 to 1. */
function shareOf({ current }: TierView, to: number, from: number): number {
  return to > from ? Math.min(1, Math.max(0, (current - from) / (to - from))) : 0;
}

function hasText({ say, more }: Fair, { measure, current: count }: TierView): string {
  if (measure === 'points') return say('tierHasPoints', { count });
  if (measure === 'orders') return say('tierHasOrders', { count });
  return say('tierHasSpend', { amount: more?.formats.money(count) ?? '' });
}

function windowText({ say }: Fair, { window }: TierView): string {
  if (window.kind === 'rolling') return say('tierDays', { count: window.days });
  return say(periods[window.period]);
}

const periods = keyed({ month: 'tierMonth', quarter: 'tierQuarter', year: 'tierYear' });

function fromText({ say, more }: Fair, { measure }: TierView, count: number): string {
  if (count === 0) return say('tierForAll');
  if (measure === 'points') return say('tierFromPoints', { count });
  if (measure === 'orders') return say('tierFromOrders', { count });
  return say('tierFromSpend', { amount: more?.formats.money(count) ?? '' });
}

function renderUntil(
  { say, more }: Fair,
  { fallsAt, endsAt, inGrace }: TierView,
): TemplateResult | typeof nothing {
  if (!more || (fallsAt === null && endsAt === null)) return nothing;
  const { when } = more.formats;
  const stays =
    endsAt === null ? '' : say(inGrace ? 'tierGrace' : 'tierStays', { when: when(endsAt) });
  const isOne = fallsAt === endsAt;
  const falls =
    fallsAt === null || isOne || inGrace ? '' : say('tierFalls', { when: when(fallsAt) });
  return html`<p class="small num">${falls} ${stays}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-tiers': Tiers;
  }
}
