/** Colour, type, space and motion: what is measured in the style sheets, drawn. */
import { html, svg, type TemplateResult } from 'lit';
import {
  curvesUsed,
  durationsUsed,
  gapsUsed,
  radiiUsed,
  shadowsUsed,
  sizesUsed,
  type Use,
} from './measures.ts';
import { themeNames } from './look.ts';
import { enamels, palettes, tokens, type Pair, type Palette } from './tokens.ts';

/** The five sizes of the look. What else is in use is smaller print, or ought to go. */
const scale = ['13px', '15px', '18px', '24px', '36px'];

export function renderColours(): TemplateResult {
  return html`<div class="palettes">${palettes().map(renderPalette)}</div>
    <ul class="enamels" aria-label="The enamel of the wheel">
      ${enamels().map(
        ({ ground, words, ratio }) =>
          html`<li style="background:${ground};color:${words}">
            ${ground}<br />${shown(ratio)} ✓
          </li>`,
      )}
    </ul>
    <p class="measure"
      >The enamel of the wheel, the same in every theme; neighbours are never alike.</p
    >`;
}

function renderPalette({ theme, colours, pairs }: Palette): TemplateResult {
  const { ground, text, quiet, line, surface } = colours;
  return html`<article
    class="palette"
    data-theme=${theme}
    style="background:${ground};color:${text};--line:${line};--quiet:${quiet};--surface:${surface}"
  >
    <h3>${themeNames[theme][0]}</h3>
    <p>${themeNames[theme][1]}</p>
    <ul class="swatches">
      ${tokens.map(
        (name) =>
          html`<li>
            <i style="background:${colours[name]}"></i>
            <span>${name}<br /><code>${colours[name]}</code></span>
          </li>`,
      )}
    </ul>
    <table>
      <caption> Contrast </caption>
      <tbody> ${pairs.map((pair) => renderPair(pair))} </tbody>
    </table>
  </article>`;
}

function renderPair({ ink, on, ratio, least }: Pair): TemplateResult {
  return html`<tr>
    <th scope="row">${ink} on ${on}</th>
    <td>${shown(ratio)}</td>
    <td>${ratio >= least ? `≥ ${least} ✓` : `below ${least} ✗`}</td>
  </tr>`;
}

/** Rounded down, so that nothing passes on paper alone. */
function shown(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}

export function renderType(): TemplateResult {
  const used = new Map(sizesUsed().map(({ value, count }) => [value, count]));
  const others = [...used.keys()].filter((value) => !scale.includes(value));
  return html`<div class="card">
    ${scale.map(
      (size) =>
        html`<p class="specimen" style="font-size:${size}">
          <span class="measure">${size}, ${times(used.get(size) ?? 0)}</span>
          <span>You won 10% off. You can play again tomorrow at 09:00.</span>
        </p>`,
    )}
    <p class="measure">
      The shop’s own font, line height 1.45, headings balanced. Beside the scale:
      ${others.map((value) => `${value} (${times(used.get(value) ?? 0)})`).join(', ')}.
    </p>
  </div>`;
}

export function renderSpace(): TemplateResult {
  return html`<div class="grid">
    <div class="card">
      <h3>Gaps</h3>
      ${gapsUsed().map(
        ({ value, count }) =>
          html`<p class="bar">
            <i style="inline-size:${value}"></i
            ><span class="measure">${value}, ${times(count)}</span>
          </p>`,
      )}
    </div>
    <div class="card">
      <h3>Radii</h3>
      <div class="tiles">
        ${radiiUsed().map(
          ({ value, count }) =>
            html`<p
              ><i style="border-radius:${value}"></i
              ><span class="measure">${value}<br />${times(count)}</span></p
            >`,
        )}
      </div>
    </div>
    <div class="card">
      <h3>Shadows</h3>
      <div class="tiles shadows">
        ${shadowsUsed().map(
          ({ value, count }) =>
            html`<p
              ><i style="border-radius:12px;box-shadow:${value}"></i
              ><span class="measure">${times(count)}</span></p
            >`,
        )}
      </div>
    </div>
  </div>`;
}

export function renderMotion(): TemplateResult {
  return html`<div class="grid motion"> ${curvesUsed().map((curve) => renderCurve(curve))} </div>
    <p class="measure">
      Durations in use:
      ${durationsUsed()
        .map(({ value, count }) => `${value} (${times(count)})`)
        .join(', ')}.
      A press 80 ms, a reveal 220 ms, the panel 320 ms; the wheel 4.2 s, below.
    </p>`;
}

function renderCurve({ value, count }: Use): TemplateResult {
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 1] = (value.match(/-?[\d.]+/g) ?? []).map(Number);
  return html`<div class="card">
    <svg class="curve" viewBox="-8 -24 116 140" aria-hidden="true">
      ${svg`<path class="axes" d="M0 0V100H100" />
        <path d="M0 100C${x1 * 100} ${100 - y1 * 100} ${x2 * 100} ${100 - y2 * 100} 100 0" />`}
    </svg>
    <p class="measure">${value}, ${times(count)}</p>
    <div class="track"><i></i></div>
    <div class="chips">
      ${[80, 220, 320, 1_000].map(
        (ms) =>
          html`<button @click=${(event: Event) => play(event.currentTarget, value, ms)}
            >${ms} ms</button
          >`,
      )}
    </div>
  </div>`;
}

/** It moves because somebody asked, so it moves with reduced motion too. */
function play(button: EventTarget | null, easing: string, duration: number): void {
  if (!(button instanceof HTMLElement)) return;
  const ball = button.closest('.card')?.querySelector('.track i');
  const path = { insetInlineStart: ['0', 'calc(100% - 24px)'] };
  ball?.animate(path, { duration, easing, fill: 'forwards' });
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
