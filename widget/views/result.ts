/** What lies on the counter once the wheel stands still. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { renderGiven, renderTokens } from './gains.ts';

export function renderResult(fair: Fair, settled: Settled, isEarlier: boolean): TemplateResult {
  const { reply } = settled;
  const game = fair.session.game(reply.gameId);
  // A loss is the easier to bear. The other games' words for it are not here yet.
  const isSaid = game?.kind === 'wheel' && !reply.won && !game.turn.refusal;
  const left = isSaid ? game.turn.playsLeft : null;
  return html`
    ${isEarlier ? html`<p class="quiet">${fair.say('earlier')}</p>` : nothing}
    ${left ? html`<p class="quiet">${fair.say('left', { count: left })}</p>` : nothing}
    ${renderTokens(fair, reply.prize.points ?? 0)} ${renderGiven(fair, [reply], reply.earned ?? [])}
    <fairground-mark .fair=${fair} .settled=${settled}></fairground-mark>
  `;
}
