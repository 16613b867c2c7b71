/** What stands in the place of things that are not there: not yet, not today, or not at all. */
import { html, type TemplateResult } from 'lit';

export const waiting = html`<div class="waiting" aria-busy="true"><i></i><i></i><i></i></div>`;

export function renderLost(why: string, again: string, retry: () => void): TemplateResult {
  return html`<div class="lost">
    <p role="status">${why}</p>
    <button class="main" @click=${retry}>${again}</button>
  </div>`;
}

export function renderEmpty(picture: TemplateResult, why: string): TemplateResult {
  return html`<div class="empty">
    ${picture}
    <p>${why}</p>
  </div>`;
}
