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
  <path class="rim" d="M6.5 21.500a11 11 0 0 1 0-11A11 11 0 0 1 25.500 10.500" />
`;

const ring = svg`<circle class="ring" cx="16" cy="16" r="11" />`;

const signs: Readonly<Record<SquareState, SVGTemplateResult>> = {
  done: hole,
  // A hole with a patch sewn round it.
  made_up: svg`${hole}<circle class="stitch" cx="16" cy="16" r="14" />`,
  frozen: svg`<path class="frost" d="M16 4v24M5.6 10l20.800 12M26.4 10 5.6 22" />
    <path class="frost" d="M12.5 5.5 16 9l3.500-3.500M12.500 26.500 16 23l3.500 3.500" />
    <path class="frost" d="M5 14.500l4.800-1-1.400-4.700M27 17.500l-4.800 1 1.400 4.700" />
    <path class="frost" d="M27 14.500l-4.800-1 1.400-4.700M5 17.500l4.800 1-1.400 4.700" />`,
  // A nod: what was missed was allowed.
  excused: svg`${ring}<path class="ink" d="M10 17.500c2-4 4.500-4 6-1.500s4 2.500 6-1.500" />`,
  paused: svg`${ring}<path class="ink" d="M13 11v10M19 11v10" />`,
  missed: svg`${ring}<path class="ink" d="M9 23 23 9" />`,
  open: ring,
};
