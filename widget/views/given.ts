/** What a command brought: its vouchers as tickets, and the missions and badges that came along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EarnedView, GivenView } from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import type { Fair } from '../state/fair.ts';
import { art } from './art.ts';

/** The names of prizes as one list; empty for none. */
export function prizeList({ locale }: Fair, prizes: readonly PrizeView[]): string {
  const names = prizes.filter(({ kind }) => kind !== 'nothing').map(({ label }) => label);
  return new Intl.ListFormat(locale).format(names.map((label) => textIn(label, locale)));
}

export function renderGiven(
  fair: Fair,
  given: readonly GivenView[],
  earned: readonly EarnedView[],
): TemplateResult {
  const all = [...given, ...earned.flatMap((each) => each.given)];
  const vouchers = all.flatMap(({ voucher }) => voucher ?? []);
  return html`${vouchers.map(
    (voucher) => html`<fairground-ticket .fair=${fair} .voucher=${voucher}></fairground-ticket>`,
  )}
  ${
    earned.length === 0
      ? nothing
      : html`<ul
          >${earned.map((each) => renderEarned(fair, each))}</ul
        >`
  }`;
}

function renderEarned({ say, locale }: Fair, { kind, name: text }: EarnedView): TemplateResult {
  const { picture, key } = comesAlong[kind];
  return html`<li class="row">
    ${art(picture)} <span class="grow">${say(key, { name: textIn(text, locale) })}</span>
  </li>`;
}

const comesAlong = {
  mission: { picture: 'mission', key: 'missionDone' },
  badge: { picture: 'pin', key: 'badgeEarned' },
  tier: { picture: 'rosette', key: 'tierReached' },
} as const;
