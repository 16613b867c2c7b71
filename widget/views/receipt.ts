/** One receipt: what was checked, with which numbers. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlayView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import type { Check } from '../../shared/verify.ts';
import { receiptToHash, type Verdict } from '../state/check.ts';
import { keyed, type PlainKey } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { seal, verdictWords } from './mark.ts';

export function renderReceipt(
  fair: Fair,
  { receipt, prize, at, gameId }: PlayView,
  verdict: Verdict,
): TemplateResult | typeof nothing {
  if (!fair.more) return nothing;
  const { say } = fair;
  const { formats } = fair.more;
  const hasDeviated = receipt.slot !== receipt.drawn;
  return html`<article aria-labelledby="receipt">
    <button class="plain back" @click=${() => fair.show({ view: 'fair', gameId })}
      >${say('rules')}</button
    >
    <div class="slip">
      <h3 id="receipt"><bdi>${textIn(prize.label, fair.locale)}</bdi></h3>
      <p class="small">${formats.when(at)}</p>
      <p class="verdict ${verdict.kind}"
        >${seal(verdict.kind)} ${say(verdictWords[verdict.kind])}</p
      >
      <ul class="checks">
        ${verdict.checks.map(
          (check) =>
            html`<li>
              <span class=${check.ok ? 'holds' : 'fails'}>${check.ok ? '✓' : '✕'}</span>
              <span>
                ${say(sentenceOf(check, hasDeviated))}
                <span class="hidden">${say(check.ok ? 'passed' : 'failed')}</span>
              </span>
            </li>`,
        )}
      </ul>
      ${verdict.kind === 'unchecked' ? html`<p class="small">${say('noSubtle')}</p>` : nothing}
      ${verdict.kind === 'consistent' ? html`<p class="small">${say('notSeen')}</p>` : nothing}
      <dl>
        ${(['commitment', 'serverSeed', 'clientSeed', 'number', 'index'] as const).map(
          (name) => html`<dt>${name}</dt><dd><code>${receipt[name]}</code></dd>`,
        )}
      </dl>
    </div>
    <a
      href="${fair.options.origin}/verify/?${fair.words.locale}#${receiptToHash(receipt)}"
      target="_blank"
      rel="noopener"
      >${say('checkElsewhere')}</a
    >
  </article>`;
}

function sentenceOf({ name }: Check, hasDeviated: boolean): PlainKey {
  if (name === 'slot' && hasDeviated) return keyed('checkSlotFallback');
  return sentences[name];
}

const sentences = keyed({
  seen: 'checkSeen',
  commitment: 'checkCommitment',
  number: 'checkNumber',
  drawn: 'checkDrawn',
  slot: 'checkSlot',
}) satisfies Record<Check['name'], PlainKey>;
