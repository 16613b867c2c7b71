/** What a campaign says of itself, under the odds: rules, organiser, where and from which age. */
import { html, nothing, type TemplateResult } from 'lit';
import type { GameView } from '../../shared/schema/shopper-api.ts';
import { textIn } from '../../shared/text.ts';
import { regionName } from '../games/region-name.ts';
import type { Fair } from '../state/fair.ts';

export function renderTerms(fair: Fair, game: GameView): TemplateResult | typeof nothing {
  const { say, locale, more } = fair;
  const { terms } = game;
  if (!terms || !more) return nothing;
  const { rules, organiser, url, regions, ageMin } = terms;
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  const places = list.format(regions.map((region) => regionName(region, locale)));
  const lines = rules === null ? [] : textIn(rules, locale).split('\n');
  return html`<section aria-labelledby="rules">
    <h3 id="rules">${say('termsTitle')}</h3>
    ${lines.map((line) => (line.trim() ? html`<p><bdi>${line}</bdi></p>` : nothing))}
    <dl>
      ${organiser ? entry(say('termsOrganiser'), organiser) : nothing}
      ${regions.length > 0 ? entry(say('termsWhere'), places) : nothing}
      ${ageMin === null ? nothing : entry(say('termsAge'), say('termsAgeFrom', { age: ageMin }))}
      ${entry(say('termsUntil'), more.formats.when(game.endsAt))}
    </dl>
    ${
      url
        ? html`<p><a href=${url} target="_blank" rel="noopener">${say('termsFull')}</a></p>`
        : nothing
    }
  </section>`;
}

function entry(name: string, value: string): TemplateResult {
  return html`<div>
    <dt class="quiet small">${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
