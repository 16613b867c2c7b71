/** What lies on the counter once the wheel stands still. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { renderGiven, renderTokens } from './gains.ts';

export function renderResult(fair: Fair, settled: Settled, isEarlier: boolean): TemplateResult {
  const { reply } = settled;
  return html`
    ${isEarlier ? html`<p class="quiet">${fair.say('earlier')}</p>` : nothing}
    ${renderTokens(fair, reply.prize.points ?? 0)} ${renderGiven(fair, [reply], reply.earned ?? [])}
    <fairground-mark .fair=${fair} .settled=${settled}></fairground-mark>
  `;
}
