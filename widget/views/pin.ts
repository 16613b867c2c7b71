/**
 * A badge as an enamel pin: a flat outline of metal, filled with hard enamel. Shape, colours and
 * emblem come from the badge's id, so that the same badge looks the same to everybody.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

export type Metal = 'copper' | 'silver' | 'gold';

/** `metal` is null for one that is not earned: the bare outline. */
export function renderPin(id: string, metal: Metal | null): TemplateResult {
  const hash = hashOf(id);
  const pick = <Value>(list: readonly Value[], shift: number, otherwise: Value): Value =>
    list[(hash >>> shift) % list.length] ?? otherwise;
  const outline = pick(outlines, 0, shield);
  const emblem = pick(emblems, 7, star);
  if (metal === null) {
    return html`<svg class="pin bare" viewBox="0 0 96 96" aria-hidden="true">
      <path d=${outline} />
      <path class="inner" d=${emblem} />
    </svg>`;
  }
  const [ground, ray, light] = pick(palettes, 15, palettes[0]);
  const [edge, shine] = metals[metal];
  const clip = `clip-${id}`;
  return html`<svg class="pin" viewBox="0 0 96 96" aria-hidden="true">
    <clipPath id=${clip}><path d=${outline} /></clipPath>
    <path d=${outline} fill=${ground} />
    <g clip-path="url(#${clip})" fill=${ray} stroke=${edge} stroke-width="1.5">
      ${pick(fields, 22, rays)}
    </g>
    <path d=${outline} fill="none" stroke="#231f3e" stroke-width="8" stroke-linejoin="round" />
    <path d=${outline} fill="none" stroke=${edge} stroke-width="5.5" stroke-linejoin="round" />
    <path d=${emblem} fill=${light} stroke=${edge} stroke-width="3" stroke-linejoin="round" />
    <path class="gleam" d="M24 34C30 22 40 16 52 16" stroke=${shine} />
  </svg>`;
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo): small, and spreads short ids well; then stirred once. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const metals: Readonly<Record<Metal, readonly [edge: string, shine: string]>> = {
  copper: ['#c98a5b', '#f6d3b6'],
  silver: ['#c9ced9', '#ffffff'],
  gold: ['#e9b949', '#fff3cf'],
};

type Palette = readonly [ground: string, ray: string, light: string];

const palettes: readonly [Palette, ...Palette[]] = [
  ['#c42b3a', '#a01f2e', '#ffe9b8'],
  ['#1f7a72', '#155b55', '#ffd986'],
  ['#2f2a63', '#453d8c', '#ffc247'],
  ['#e9762b', '#c95c17', '#fff4de'],
  ['#2b6ca8', '#1f5284', '#f8ecd3'],
  ['#6b3a7d', '#54295f', '#ffd1dc'],
  ['#3f7d3a', '#2f622c', '#fbe7a1'],
  ['#f2e6cf', '#e6d2a8', '#c42b3a'],
];

const shield = 'M48 7c11 7 22 9 33 9 2 32-7 58-33 73C22 74 13 48 15 16c11 0 22-2 33-9z';

const outlines = [
  shield,
  'M48 8a40 40 0 1 1-.01 0z',
  'M48 7 84 28v40L48 89 12 68V28z',
  'M48 6 90 48 48 90 6 48z',
  `M48 7c5 7 12 9 19 6 1 8 6 13 14 14-3 7-1 14 6 21-7 5-9 14-6 21-8 1-13 6-14 14-7-3-14-1-19 6
    -5-7-12-9-19-6-1-8-6-13-14-14 3-7 1-16-6-21 7-7 9-14 6-21 8-1 13-6 14-14 7 3 14 1 19-6z`,
  'M20 12h56c8 0 12 4 12 12v48c0 8-4 12-12 12H20c-8 0-12-4-12-12V24c0-8 4-12 12-12z',
] as const;

const star = `M48 27l6.5 13.5 15 2-11 10.3 2.7 14.7L48 60.3l-13.2 7.2 2.7-14.7
  -11-10.3 15-2z`;

const emblems = [
  star,
  // A leaf, a heart, a lantern, a cup, a crescent, a bolt, a bell, a flower.
  'M30 68c-4-24 8-38 38-40 2 30-14 42-32 36zM30 68c6-14 14-22 24-28',
  'M48 70C30 58 26 46 30 38c4-8 14-8 18 1 4-9 14-9 18-1 4 8 0 20-18 32z',
  'M40 26h16v6c10 4 13 12 13 18s-3 14-13 18v6H40v-6c-10-4-13-12-13-18s3-14 13-18z',
  'M29 34h32v6h6c8 0 8 16-4 16h-3c-3 6-7 10-12 10h-6c-9 0-13-10-13-20zM26 70h40',
  'M56 26c-16 2-26 12-26 24s12 22 26 20c-9-4-14-11-14-22s5-18 14-22z',
  'M54 24 30 52h14l-4 22 26-32H51z',
  'M48 26c12 0 16 10 16 22l6 14H26l6-14c0-12 4-22 16-22zM42 64h12c0 8-12 8-12 0z',
  `M48 41c-6-20 14-20 8-2 17-11 23 7 5 10 18 7 8 23-6 10 2 19-17 19-14 0-14 13-24-3-6-10
    -18-3-12-21 5-10-6-18 14-18 8 2z`,
] as const;

const rays = svg`<path
  d="M48 48 38-6h20zM48 48l45-32 10 17zM48 48l54 10-6 20zM48 48l14 56H34zM48 48 0 78l-8-20zM48 48
    -8 33 3 15z" />`;

const fields: readonly SVGTemplateResult[] = [
  rays,
  svg`<path d="M0 60c16-10 32 8 48 0s32-8 48 0v40H0z" />`,
  svg`<path d="M48 0h52v100H48z" />`,
  svg`<circle cx="48" cy="49" r="29" />`,
  svg`<path d="M-4 30 70-6l14 20L-4 58zM12 104l88-44v-28L12 76z" />`,
];
