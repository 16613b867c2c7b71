/** Draws the wheel: a still rim, a disc that turns, bulbs in three layers, and the flapper. */
import { svg, html, type TemplateResult } from 'lit';
import { isAcross, pegCount, pointAt, radius, slicesOf, type Slice } from './wheel-geometry.ts';

const lampCount = 24;
const box = '-200 -200 400 400';

/** `labels` in the order of the slots; empty while the game is on its way. */
export function wheelPicture(labels: readonly string[], name: string): TemplateResult {
  return html`
    <svg class="rim" viewBox=${box} aria-hidden="true">
      <defs>
        <linearGradient id="brass" x2="0" y2="1">
          <stop stop-color="#F7DC97" /><stop offset=".5" stop-color="#C48A2C" />
          <stop offset="1" stop-color="#8C5A14" />
        </linearGradient>
      </defs>
      <circle r=${radius.rim} fill="url(#brass)" />
      <circle r="193" fill="#3A1622" />
      <circle r="169" fill="url(#brass)" />
      ${lamps(-1, '#7A4B2A', 5)}
    </svg>
    <svg class="disc" viewBox=${box} role="img" aria-label=${name}>
      ${labels.length ? disc(labels) : svg`<circle r=${radius.face} fill="#2F2A63" />`}
    </svg>
    ${[0, 1, 2].map(
      (layer) =>
        html`<svg class="lamp" viewBox=${box} aria-hidden="true">
          ${lamps(layer, '#FFC247', 11, 0.28)} ${lamps(layer, '#FFF1CC', 6.5)}
        </svg>`,
    )}
    <svg class="flapper" viewBox=${box} aria-hidden="true">
      <path d="M-9-190Q0-198 9-190L5-152Q0-143-5-152Z" fill="#FBF3E4" stroke="#3A1622" stroke-width="2.5" />
      <circle cy="-186" r="6" fill="#C48A2C" stroke="#3A1622" stroke-width="2" />
    </svg>
  `;
}

function disc(labels: readonly string[]): TemplateResult {
  const slices = slicesOf(labels);
  const pegs = pegCount(labels.length);
  return svg`
    ${slices.map(({ path, enamel }) => svg`<path d=${path} fill=${enamel[0]} stroke="#F7DC97" stroke-width="1.5" />`)}
    <circle r="163" fill="none" stroke="#1B0F2E" stroke-opacity=".28" stroke-width="14" />
    ${slices.map((slice) => label(slice, isAcross(labels.length)))}
    ${Array.from({ length: pegs }, (_, at) => {
      const [x, y] = pointAt(180 / labels.length + (at * 360) / pegs, radius.peg).split(' ');
      return svg`<circle cx=${x} cy=${y} r="4" fill="#FFE9B0" stroke="#6E4510" stroke-width="1.5" />`;
    })}
    <circle r=${radius.hub} fill="url(#brass)" stroke="#6E4510" stroke-width="2" />
    <circle r="25" fill="#C42B3A" stroke="#F7DC97" stroke-width="2" />
    <path d="M0-15L4.4-4.8 15.5-3.8 7.1 3.5 9.7 14.4 0 8.6-9.7 14.4-7.1 3.5-15.5-3.8-4.4-4.8Z" fill="#FFC247" />
  `;
}

function label({ angle, enamel, lines, fontSize }: Slice, isWide: boolean): TemplateResult {
  const lineHeight = fontSize * 1.12;
  const first = -((lines.length - 1) * lineHeight) / 2 + fontSize * 0.35;
  const place = isWide ? `rotate(${angle})translate(0 -112)` : `rotate(${angle - 90})translate(${radius.label} 0)`;
  return svg`<text transform=${place} fill=${enamel[1]} font-size=${fontSize} text-anchor=${isWide ? 'middle' : 'end'}>
    ${lines.map((line, at) => svg`<tspan x="0" y=${first + at * lineHeight}>${line}</tspan>`)}
  </text>`;
}

/** Every third bulb from `layer` on; all of them for -1. */
function lamps(layer: number, fill: string, size: number, opacity = 1): TemplateResult[] {
  return Array.from({ length: lampCount }, (_, at) => {
    const [x, y] = pointAt(((at + 0.5) * 360) / lampCount, radius.lamp).split(' ');
    return svg`${
      layer < 0 || at % 3 === layer
        ? svg`<circle cx=${x} cy=${y} r=${size} fill=${fill} opacity=${opacity} />`
        : ''
    }`;
  });
}
