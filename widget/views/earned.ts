/** Missions, badges and tiers that came along, each with its picture. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { EarnedView } from '../../shared/schema/rewards-api.ts';
import { textIn } from '../../shared/text.ts';
import { keyed } from '../i18n/words.ts';
import { theme } from '../styles/theme.ts';
import { art } from './art.ts';
import { FairElement } from './fair-element.ts';

/**
 * @summary What else a command brought.
 * @internal
 */
export class FairgroundEarned extends FairElement {
  static override styles = [
    theme,
    css`
      ul {
        display: grid;
        justify-content: center;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        text-align: start;
      }
      .art {
        flex: none;
        inline-size: 36px;
        block-size: 36px;
      }
    `,
  ];
  static override properties = { earned: { attribute: false } };

  /** Missions and badges, in the order they came. */
  earned: readonly EarnedView[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { fair, earned } = this;
    if (!fair) return nothing;
    return html`<ul>
      ${earned.map(({ kind, name }) => {
        const [picture, key] = kinds[kind];
        return html`<li>${art(picture)} ${fair.say(key, { name: textIn(name, fair.locale) })}</li>`;
      })}
    </ul>`;
  }
}

const kinds = {
  mission: ['mission', keyed('earnedMission')],
  badge: ['pin', keyed('earnedBadge')],
  tier: ['rosette', keyed('earnedTier')],
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'fairground-earned': FairgroundEarned;
  }
}
