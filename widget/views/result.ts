/** What lies on the counter once the wheel stands still. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';

export function renderResult(fair: Fair, settled: Settled, isEarlier: boolean): TemplateResult {
  const { voucher, prize } = settled.reply;
  // The wallet knows what became of the voucher since.
  const current = fair.session.ready?.wallet.vouchers.find(({ id }) => id === voucher?.id);
  return html`
    ${isEarlier ? html`<p class="quiet">${fair.say('earlier')}</p>` : nothing}
    ${
      voucher
        ? html`<fairground-ticket .fair=${fair} .voucher=${current ?? voucher}></fairground-ticket>`
        : nothing
    }
    ${
      prize.points
        ? html`<fairground-tokens .fair=${fair} .added=${prize.points}></fairground-tokens>`
        : nothing
    }
    ${
      settled.reply.earned
        ? html`<fairground-earned
            .fair=${fair}
            .earned=${settled.reply.earned}
          ></fairground-earned>`
        : nothing
    }
    <fairground-mark .fair=${fair} .settled=${settled}></fairground-mark>
  `;
}
