/** What is the shopper's own: standing, badges, friends, settings, proofs. */
import { html, type TemplateResult } from 'lit';
import { renderRow, type Row } from './row.ts';
import { Stall, type Counter } from './stall.ts';

/**
 * @summary The way to the shopper's own things: tier, badges, friends, points, parcels, settings.
 */
export class Me extends Stall {
  protected stand({ fair, rewards }: Counter): TemplateResult {
    const { say, show } = fair;
    const { tier, badges } = rewards;
    const held = tier?.levels.find(({ id }) => id === tier.level);
    const earned = badges.filter(({ level }) => level > 0).length;
    const rows: (Row | false)[] = [
      tier !== null && {
        picture: 'rosette',
        name: say('tiers'),
        detail: held && this.text(held.name),
        go: () => show({ view: 'tiers' }),
      },
      badges.length > 0 && {
        picture: 'pin',
        name: say('badges'),
        detail: say('missionSteps', { current: earned, target: badges.length }),
        go: () => show({ view: 'badges' }),
      },
      rewards.referral !== null && {
        picture: 'friend',
        name: say('referral'),
        go: () => show({ view: 'referral' }),
      },
      { picture: 'tokens', name: say('history'), go: () => show({ view: 'points' }) },
      rewards.parcels.length > 0 && {
        picture: 'parcel',
        name: say('parcels'),
        go: () => show({ view: 'parcels' }),
      },
      { picture: 'scales', name: say('fair'), go: () => show({ view: 'fair' }) },
      { picture: 'settings', name: say('settings'), go: () => show({ view: 'settings' }) },
    ];
    return html`<section aria-label=${say('me')}>
      <ul>
        ${rows.filter((row) => row !== false).map(renderRow)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-me': Me;
  }
}
