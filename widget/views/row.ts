/** One line of a list that leads somewhere. */
import { html, nothing, type TemplateResult } from 'lit';
import { art, chevron, type ArtName } from './art.ts';

export interface Row {
  readonly picture: ArtName;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly go: () => void;
}

export function renderRow({ picture, name, detail, go }: Row): TemplateResult {
  return html`<li>
    <button class="row" @click=${go}>
      ${art(picture)}
      <span class="grow">
        <bdi class="name">${name}</bdi>
        ${detail ? html`<br /><span class="quiet small num">${detail}</span>` : nothing}
      </span>
      ${chevron}
    </button>
  </li>`;
}
