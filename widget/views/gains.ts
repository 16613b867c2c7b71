/** What a command brought: tokens, tickets, other gifts by name, and what came along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EarnedView, GivenView } from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { isolate } from '../../shared/words/phrase.ts';
import type { Fair } from '../state/fair.ts';

/** The names of prizes as one list; empty for none. */
export function prizeList({ locale }: Fair, prizes: readonly PrizeView[]): string {
  const names = prizes.filter(({ kind }) => kind !== 'nothing').map(({ label }) => label);
  return new Intl.ListFormat(locale).format(
    names.map((label) => isolate(textIn(label, locale), locale)),
  );
}

export function renderGains(
  fair: Fair,
  given: readonly GivenView[],
  earned: readonly EarnedView[] = [],
): TemplateResult {
  const all = allOf(given, earned);
  const points = all.reduce((sum, { prize }) => sum + (prize.points ?? 0), 0);
  const others = all.filter(
    ({ prize, voucher }) => !voucher && prize.kind !== 'points' && prize.kind !== 'nothing',
  );
  return html`${renderTokens(fair, points)}
  ${others.map(
    ({ prize }) => html`<p>${fair.say('gained', { prize: textIn(prize.label, fair.locale) })}</p>`,
  )}
  ${renderGiven(fair, given, earned)}`;
}

/** Without what a sentence beside it says already: points, and gifts that are no tickets. */
export function renderGiven(
  fair: Fair,
  given: readonly GivenView[],
  earned: readonly EarnedView[],
): TemplateResult {
  const { vouchers = [] } = fair.session.ready?.wallet ?? {};
  const along = html`<fairground-earned .fair=${fair} .earned=${earned}></fairground-earned>`;
  return html`${allOf(given, earned).map(({ voucher }) => {
    if (!voucher) return nothing;
    // The wallet knows what became of it since.
    const current = vouchers.find(({ id }) => id === voucher.id) ?? voucher;
    return html`<fairground-ticket .fair=${fair} .voucher=${current}></fairground-ticket>`;
  })}
  ${earned.length > 0 ? along : nothing}`;
}

export function renderTokens(fair: Fair, points: number): TemplateResult | typeof nothing {
  return points > 0
    ? html`<fairground-tokens .fair=${fair} .added=${points}></fairground-tokens>`
    : nothing;
}

function allOf(given: readonly GivenView[], earned: readonly EarnedView[]): GivenView[] {
  return [...given, ...earned.flatMap((each) => each.given)];
}
