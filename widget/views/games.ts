/** The way from one game to the others: a signpost in the corner of each. */
import {
  css,
  html,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { textIn } from '../../shared/text.ts';
import type { Place } from '../state/place.ts';
import { stallStyles } from '../styles/stall.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';
import { renderRow } from './row.ts';

/**
 * @summary Leads to the other games of the site; nothing where there is only one.
 * @csspart signpost - The button.
 * @internal
 */
export class Games extends FairElement {
  static override styles: CSSResult[] = [
    theme,
    stallStyles,
    css`
      :host {
        display: contents;
      }
      .signpost {
        position: absolute;
        z-index: 1;
        inset-block-start: 78px;
        inset-inline-end: 6px;
        padding: 7px;
        border: 1px solid var(--fairground-line);
        border-radius: 50%;
        background: var(--fairground-surface);
      }
      .signpost svg {
        display: block;
        inline-size: 28px;
        block-size: 28px;
      }
      [popover] {
        inline-size: min(352px, 100% - 32px);
        max-block-size: calc(100dvh - 48px);
        padding: 20px 16px;
        border: 0;
        border-block-start: 6px solid #c42b3a;
        border-radius: 12px;
        background: var(--fairground-ground);
        color: inherit;
        box-shadow: 0 16px 56px rgb(var(--fairground-shade) / 0.5);
      }
      [popover]::backdrop {
        background: rgb(12 9 32 / 0.5);
      }
      /* It hangs from the signpost; elsewhere in the middle of the screen. */
      @supports (position-area: block-end) {
        [popover] {
          inset: auto;
          margin: 8px 0;
          max-block-size: calc(100% - 16px);
          position-area: block-end span-inline-start;
        }
      }
      h3 {
        padding-block-end: 12px;
      }
      @supports not selector(:popover-open) {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    place: { attribute: false },
  };

  /** Where the panel is: that game is not offered again. */
  place: Place | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { fair } = this;
    const list = fair?.session.ready?.list ?? [];
    const here = this.place?.gameId ?? list[0]?.id;
    const others = list.filter(({ id }) => id !== here);
    // Nobody leaves a game whose answer is on its way.
    if (!fair || fair.isTurning || others.length === 0) return nothing;
    const { say, locale } = fair;
    return html`<button
        class="signpost"
        part="signpost"
        popovertarget="others"
        aria-label=${say('otherGames')}
      >
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <path d="M12.5 3h3v23h-3z" fill="#9a6a1c" />
          <path d="M5 5h14l4 3.5-4 3.5H5z" fill="#c42b3a" stroke="#231f3e" stroke-width="1.5" />
          <path d="M23 14H9l-4 3.5L9 21h14z" fill="#ffc247" stroke="#231f3e" stroke-width="1.5" />
        </svg>
      </button>
      <div popover id="others" role="dialog" aria-labelledby="title">
        <h3 id="title">${say('otherGames')}</h3>
        <ul>
          ${others.map(({ id, kind, name }) =>
            renderRow({
              picture: kind,
              name: textIn(name, locale),
              go: () => fair.show({ view: 'play', gameId: id }),
            }),
          )}
        </ul>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-games': Games;
  }
}
