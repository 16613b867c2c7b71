/** The tower of the high striker: a bell at the top, and a puck as high as one's own score. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import { hasReducedMotion } from './fair-element.ts';

/** Where the puck rests, and the way from there up to the bell; in the drawing's own units. */
const restY = 372;
const bellY = 52;

/** Heights are shares of the best score, from 0 to 1; null for a puck that nobody has hit. */
export function renderTower(own: number | null, others: readonly number[]): TemplateResult {
  return html`<svg class="tower" viewBox="0 0 84 440" aria-hidden="true">
    <path d="M8 436h68l-9-34H17z" fill="#1f7a72" stroke="#231f3e" stroke-width="2.5" />
    <path d="M4 436h76" stroke="#231f3e" stroke-width="5" stroke-linecap="round" />
    <path d="M24 404V40h36v364z" fill="#f8ecd3" stroke="#231f3e" stroke-width="2.5" />
    <path d="M24 404V290h36v114z" fill="#f2c4a0" />
    <path d="M24 290V170h36v120z" fill="#f8dfa6" />
    <path d="M24 404V40h36v364z" fill="none" stroke="#231f3e" stroke-width="2.5" />
    <path d="M42 56v336" stroke="#b8a988" stroke-width="5" stroke-linecap="round" />
    ${range(11).map((at) => renderRung(at))} ${others.map(renderMark)}
    <g class="bell">
      <path d="M42 2v6" stroke="#231f3e" stroke-width="4" />
      <path
        d="M20 40c5-4 6-10 6-16 0-22 32-22 32 0 0 6 1 12 6 16z"
        fill="#e9b949"
        stroke="#231f3e"
        stroke-width="2.5"
        stroke-linejoin="round"
      />
      <path d="M33 22c0-6 3-9 7-10" fill="none" stroke="#fff3cf" stroke-width="3" />
      <circle cx="42" cy="43" r="4.5" fill="#9a6a1c" stroke="#231f3e" stroke-width="2" />
    </g>
    <ellipse cx="42" cy="406" rx="16" ry="6" fill="#c42b3a" stroke="#231f3e" stroke-width="2" />
    ${own === null ? nothing : renderPuck(own)}
  </svg>`;
}

function renderRung(at: number): TemplateResult {
  const y = heightOf(at / 10);
  const reach = at % 5 === 0 ? 9 : 5;
  return svg`<path d="M25 ${y}h${reach}M59 ${y}h-${reach}" stroke="#231f3e"
    stroke-width="1.5" />`;
}

function renderMark(share: number): TemplateResult {
  return svg`<path d="M61 ${heightOf(share)}l9-5v10z" fill="#ffc247" stroke="#231f3e"
    stroke-width="1.5" stroke-linejoin="round" />`;
}

function renderPuck(share: number): TemplateResult {
  return svg`<g class="puck" transform="translate(0 ${heightOf(share)})">
    <rect x="28" y="-11" width="28" height="22" rx="5" fill="#c42b3a" stroke="#231f3e"
      stroke-width="2.5" />
    <path d="M31-5h22" stroke="#f0808a" stroke-width="2.5" stroke-linecap="round" />
    <path d="M42-7l2.2 4.5 5 .7-3.6 3.5.9 5L42 3.3l-4.5 2.4.9-5-3.6-3.5 5-.7z"
      fill="#ffc247" />
  </g>`;
}

function heightOf(share: number): number {
  return Math.round(restY - (restY - bellY) * Math.min(1, Math.max(0, share)));
}

/** The hammer falls: the puck flies up, hangs, and comes to rest; at the very top it rings. */
export function strike(root: ParentNode, share: number): void {
  if (hasReducedMotion()) return;
  const puck = root.querySelector('.puck');
  const from = restY - heightOf(share);
  puck?.animate(
    [
      { translate: `0 ${from}px`, easing: 'cubic-bezier(.1,.7,.3,1)' },
      { translate: '0 -14px', offset: 0.62, easing: 'cubic-bezier(.6,0,.8,.6)' },
      { translate: '0 4px', offset: 0.86 },
      { translate: '0 0' },
    ],
    { duration: 500 + 500 * share, delay: 180, fill: 'backwards' },
  );
  if (share < 1) return;
  root
    .querySelector('.bell')
    ?.animate(
      [
        { rotate: '0deg' },
        { rotate: '9deg' },
        { rotate: '-7deg' },
        { rotate: '4deg' },
        { rotate: '0deg' },
      ],
      { duration: 600, delay: 780 },
    );
}
