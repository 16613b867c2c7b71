/** What an answer brought: tokens, tickets, other gifts by name, missions and badges. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EarnedView, GivenView } from '../../shared/schema/rewards-api.ts';
import { textIn } from '../../shared/text.ts';
import type { Fair } from '../state/fair.ts';

export function renderGains(
  fair: Fair,
  given: readonly GivenView[],
  earned: readonly EarnedView[] = [],
): TemplateResult {
  const all = [...given, ...earned.flatMap((each) => each.given)];
  const points = all.reduce((sum, { prize }) => sum + (prize.points ?? 0), 0);
  const { vouchers = [] } = fair.session.ready?.wallet ?? {};
  const others = all.filter(
    ({ prize, voucher }) => !voucher && prize.kind !== 'points' && prize.kind !== 'nothing',
  );
  return html`${
      points > 0
        ? html`<fairground-tokens .fair=${fair} .added=${points}></fairground-tokens>`
        : nothing
    }
    ${all.map(({ voucher }) => {
      if (!voucher) return nothing;
      // The wallet knows what became of it since.
      const current = vouchers.find(({ id }) => id === voucher.id) ?? voucher;
      return html`<fairground-ticket .fair=${fair} .voucher=${current}></fairground-ticket>`;
    })}
    ${others.map(
      ({ prize }) =>
        html`<p>${fair.say('gained', { prize: textIn(prize.label, fair.locale) })}</p>`,
    )} <fairground-earned .fair=${fair} .earned=${earned}></fairground-earned>`;
}
