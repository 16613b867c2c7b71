/** A ribbon rosette: pleats round a disc, and two tails. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';

export type Ribbon = readonly [pleat: string, fold: string, disc: string];

/** The highest tier has the last one; sites with more tiers than ribbons begin anew below. */
const ribbons: readonly Ribbon[] = [
  ['#c42b3a', '#9c1f2d', '#ffe3d0'],
  ['#6b3a7d', '#512a60', '#f3dcff'],
  ['#1f7a72', '#155b55', '#d8f3ea'],
  ['#c98a5b', '#a2673b', '#ffe9d6'],
  ['#b9c0cf', '#8f97a9', '#f5f7fb'],
  ['#f0b93a', '#c68d16', '#fff5d9'],
  ['#5fb6e4', '#2f86b8', '#eefaff'],
];

export function ribbonOf(at: number, levels: number): Ribbon {
  const place = ribbons.length - levels + at;
  const turn = ((place % ribbons.length) + ribbons.length) % ribbons.length;
  return ribbons[turn] ?? ['#c42b3a', '#9c1f2d', '#ffe3d0'];
}

export interface RosetteParts {
  /** Null for none held: the bare disc. */
  readonly ribbon: Ribbon | null;
  /** So many stars on the disc. */
  readonly stars: number;
  /** The ring that grows, pleat by pleat, in the ribbon of the next tier. */
  readonly next?: { readonly ribbon: Ribbon; readonly share: number } | undefined;
}

const pleats = 30;

export function renderRosette({ ribbon, stars, next }: RosetteParts): TemplateResult {
  const [pleat, fold, disc] = ribbon ?? ['none', 'none', 'none'];
  const shown = Math.min(stars, 5);
  const ink = ribbon ? '#231f3e' : 'currentColor';
  return html`<svg class="rosette" viewBox="0 0 200 236" aria-hidden="true">
    <path d="M70 140 46 232l27-13 17 17 18-84z" fill=${pleat} stroke=${ink} stroke-width="2.5" />
    <path d="M130 140l24 92-27-13-17 17-18-84z" fill=${fold} stroke=${ink} stroke-width="2.5" />
    ${next ? renderRing(next.ribbon, next.share) : nothing}
    ${range(pleats).map((at) => renderPleat(at, at % 2 === 0 ? pleat : fold, ink))}
    <circle cx="100" cy="100" r="46" fill=${disc} stroke=${ink} stroke-width="3" />
    <circle cx="100" cy="100" r="39" fill="none" stroke=${fold} stroke-width="1.5" />
    ${range(shown).map((at) => renderStar(at, shown, fold))}
  </svg>`;
}

function renderPleat(at: number, fill: string, ink: string): TemplateResult {
  return svg`<path d="M-7.6-42-9.3-73 0-79l9.3 6L7.6-42z" fill=${fill} stroke=${ink}
    stroke-width="1" stroke-linejoin="round"
    transform="translate(100 100) rotate(${(at * 360) / pleats})" />`;
}

/** Outside the rosette, from the top on: what is reached is in colour, what is left an outline. */
function renderRing([pleat, fold]: Ribbon, share: number): TemplateResult[] {
  const reached = Math.floor(share * pleats);
  return range(pleats).map((at) => {
    const isReached = at < reached;
    const fill = at % 2 === 0 ? pleat : fold;
    return svg`<path class=${isReached ? '' : 'todo'} d="M-9-70-10.5-91 0-97l10.5 6L9-70z"
      fill=${isReached ? fill : 'none'} stroke=${isReached ? '#231f3e' : nothing} stroke-width="1"
      stroke-linejoin="round" transform="translate(100 100) rotate(${(at * 360) / pleats})" />`;
  });
}

function renderStar(at: number, count: number, fill: string): TemplateResult {
  const size = count === 1 ? 2.3 : count < 4 ? 1.35 : 0.75;
  const x = 100 + (at - (count - 1) / 2) * (count === 3 ? 13 : 19 * size);
  const y = 100 + (count === 3 && at === 1 ? -12 : count === 3 ? 6 : 0);
  return svg`<path d="M0-9l2.6 5.8 6.4.7-4.7 4.3 1.3 6.2L0 4.9-5.6 8l1.3-6.2
    -4.7-4.3 6.4-.7z" fill=${fill} transform="translate(${x} ${y}) scale(${size})" />`;
}
