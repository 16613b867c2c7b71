/** The signs of a punch card: what became of a day, drawn as it would be on paper. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { SquareView } from '../../shared/schema/check-in-api.ts';

export type SquareState = SquareView['state'];

export function punchSign(state: SquareState): TemplateResult {
  return html`<svg class="sign ${state}" viewBox="0 0 32 32" aria-hidden="true">
    ${signs[state]}
  </svg>`;
}

/** Through the paper: the ground shows, and the edge throws its shade on it. */
const hole = svg`
  <circle class="hole" cx="16" cy="16" r="11" />
  <path class="rim" d="M6.5 21.5a11 11 0 0 1 0-11A11 11 0 0 1 25.5 10.5" />
`;

const ring = svg`<circle class="ring" cx="16" cy="16" r="11" />`;

const signs: Readonly<Record<SquareState, SVGTemplateResult>> = {
  done: hole,
  // A hole with a patch sewn round it.
  made_up: svg`${hole}<circle class="stitch" cx="16" cy="16" r="14" />`,
  frozen: svg`<path class="frost" d="M16 4v24M5.6 10l20.8 12M26.4 10 5.6 22" />
    <path class="frost" d="M12.5 5.5 16 9l3.5-3.5M12.5 26.5 16 23l3.5 3.5" />
    <path class="frost" d="M5 14.5l4.8-1-1.4-4.7M27 17.5l-4.8 1 1.4 4.7" />
    <path class="frost" d="M27 14.5l-4.8-1 1.4-4.7M5 17.5l4.8 1-1.4 4.7" />`,
  // A nod: what was missed was allowed.
  excused: svg`${ring}<path class="ink" d="M10 17.5c2-4 4.5-4 6-1.5s4 2.5 6-1.5" />`,
  paused: svg`${ring}<path class="ink" d="M13 11v10M19 11v10" />`,
  missed: svg`${ring}<path class="ink" d="M9 23 23 9" />`,
  open: ring,
};
