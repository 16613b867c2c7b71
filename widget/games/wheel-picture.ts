/** Draws the wheel: a still rim, a disc that turns, bulbs in three layers, and the flapper. */
import { html, svg, type TemplateResult } from 'lit';
import {
  isAcross,
  lineMiddle,
  pegCount,
  radius,
  slicesOf,
  type Slice,
  type WidthOf,
} from './wheel-geometry.ts';

const box = '-200 -200 400 400';

/** `labels` in the order of the slots; a bare wheel while the game is on its way. */
export function wheelPicture(
  labels: readonly string[],
  name: string,
  font: string,
): TemplateResult {
  return html`
    <svg viewBox=${box} aria-hidden="true">
      <linearGradient id="brass" x2="0" y2="1">
        <stop stop-color="#f7dc97" />
        <stop offset=".5" stop-color="#c48a2c" />
        <stop offset="1" stop-color="#8c5a14" />
      </linearGradient>
      <circle r="198" fill="url(#brass)" />
      <circle r="193" fill="#3a1622" />
      <circle r="169" fill="url(#brass)" />
      ${dots(radius.lamp, 24, 10, '#7a4b2a')}
    </svg>
    <div class="disc">
      <svg viewBox=${box} role="img" aria-label=${name} aria-hidden=${!labels.length}>
        ${disc(labels.length ? labels : Array<string>(12).fill(''), rulerOf(font))}
      </svg>
    </div>
    ${[0.5, 1.5, 2.5].map(
      (at) =>
        html`<svg class="lamp" viewBox=${box} aria-hidden="true">
          ${dots(radius.lamp, 24, 24, '#ffc24740', 3, at)}
          ${dots(radius.lamp, 24, 13, '#fff1cc', 3, at)}
        </svg>`,
    )}
    <svg class="flapper" viewBox=${box} aria-hidden="true">
      <path
        d="M-9-190Q0-198 9-190L5-157Q0-148-5-157Z"
        fill="#fbf3e4"
        stroke="#3a1622"
        stroke-width="2.5"
      />
      <circle cy="-186" r="6" fill="#c48a2c" />
    </svg>
  `;
}

function disc(labels: readonly string[], widthOf: WidthOf): TemplateResult {
  const slices = slicesOf(labels, widthOf);
  const pegs = pegCount(labels.length);
  return svg`
    ${slices.map(({ path, enamel }) => svg`<path d=${path} fill=${enamel[0]} stroke="#f7dc97" />`)}
    <circle r="160" fill="none" stroke="#1b0f2e" stroke-opacity=".25" stroke-width="10" />
    ${slices.map((slice) => label(slice, isAcross(labels.length)))}
    <g transform="rotate(${180 / labels.length - 90})">
      ${dots(radius.peg, pegs, 9, '#6e4510', 1, 0)}${dots(radius.peg, pegs, 6, '#ffe9b0', 1, 0)}
    </g>
    <circle r=${radius.hub} fill="url(#brass)" stroke="#6e4510" />
    <circle r="25" fill="#c42b3a" stroke="#f7dc97" />
    <path
      d="M0-15 4.4-4.8 15.5-3.8 7.1 3.5 9.7 14.4 0 8.6-9.7 14.4-7.1 3.5-15.5-3.8-4.4-4.8Z"
      fill="#ffc247"
    />
  `;
}

function label({ angle, enamel, lines, fontSize }: Slice, isWide: boolean): TemplateResult {
  const [turned, x, y] = isWide ? [0, 0, -radius.across] : [90, radius.label, 0];
  return svg`<text
    transform="rotate(${angle - turned})translate(${x} ${y})"
    fill=${enamel[1]}
    font-size=${fontSize}
    text-anchor=${isWide ? 'middle' : 'end'}
  >${lines.map(
    (line, at) =>
      svg`<tspan x="0" y=${(lineMiddle(at, lines.length) + 0.35) * fontSize}>${line}</tspan>`,
  )}</text>`;
}

/** Measures on a canvas, which costs the page around us no layout. */
function rulerOf(font: string): WidthOf {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas) canvas.font = `700 9px ${font}`;
  return (text) => (text && canvas ? canvas.measureText(text).width : text.length * 5.6) / 9;
}

/** `count` places on a circle, a round dot on every `nth`, from the place `at` on. */
function dots(
  distance: number,
  count: number,
  size: number,
  colour: string,
  nth = 1,
  at = 0.5,
): TemplateResult {
  return svg`<circle
    class="dots"
    r=${distance}
    stroke=${colour}
    stroke-width=${size}
    pathLength=${count}
    stroke-dasharray="0 ${nth}"
    stroke-dashoffset=${-at}
  />`;
}
