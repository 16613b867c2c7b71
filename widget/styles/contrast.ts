/**
 * Colours that a shop or its page chose, made readable. What the tokens come to is measured on the
 * element that wears them; one that does not stand out is moved towards black or white.
 */
import { hexOf, readableOn, type Colour } from '../../shared/contrast.ts';

interface Pair {
  readonly token: string;
  readonly grounds: readonly string[];
  /** WCAG 2.2: 4.5 for text (1.4.3), 3 for what is no text (1.4.11). */
  readonly ratioMin: number;
}

const page = ['--fairground-ground', '--fairground-surface'];

const pairs: readonly Pair[] = [
  ...['text', 'quiet', 'bad', 'good'].map((name) => ({
    token: `--fairground-${name}`,
    grounds: page,
    ratioMin: 4.5,
  })),
  { token: '--fairground-on-accent', grounds: ['--fairground-accent'], ratioMin: 4.5 },
  { token: '--_ticket-ink', grounds: ['--fairground-ticket-paper'], ratioMin: 4.5 },
  { token: '--_on-awning', grounds: ['--_awning', '--_awning-deep'], ratioMin: 4.5 },
  { token: '--_bar', grounds: page, ratioMin: 3 },
];

const mended = new WeakMap<HTMLElement, string>();

/** Once a theme, since every update comes by here. */
export function mendContrast(host: HTMLElement): void {
  const worn = `${host.getAttribute('theme')} ${host.style.getPropertyValue('--_shop')}`;
  if (!host.shadowRoot || mended.get(host) === worn) return;
  mended.set(host, worn);
  const probe = document.createElement('i');
  probe.hidden = true;
  host.shadowRoot.append(probe);
  for (const { token } of pairs) host.style.removeProperty(token);
  for (const { token, grounds, ratioMin } of pairs) {
    const wish = measure(probe, token);
    const under = grounds.map((ground) => measure(probe, ground)).filter((one) => one !== null);
    if (!wish || under.length === 0) continue;
    const readable = readableOn(under, wish, ratioMin);
    if (hexOf(readable) !== hexOf(wish)) host.style.setProperty(token, hexOf(readable));
  }
  probe.remove();
}

/** What a token comes to; null for one that is not set, or shows what is behind it. */
function measure(probe: HTMLElement, token: string): Colour | null {
  probe.style.color = `var(${token}, transparent)`;
  const computed = getComputedStyle(probe).color;
  const plain = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)?.slice(1).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 255] = plain ?? shownAs(computed);
  return alpha < 255 ? null : [red, green, blue];
}

/** Mixtures and wide colours: what a screen makes of them. */
function shownAs(colour: string): Iterable<number> {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) return [0, 0, 0, 0];
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}
