/**
 * Colours that a shop or its page chose, made readable. What the tokens come to is measured on the
 * element that wears them; one that does not stand out is moved towards black or white.
 */
import { hexOf, readableOn, type Colour } from '../../shared/contrast.ts';
import { sleep } from '../state/sleep.ts';

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

const names = [...new Set(pairs.flatMap(({ token, grounds }) => [token, ...grounds]))];

const mended = new WeakMap<HTMLElement, string>();

/**
 * Once a theme, since every update comes by here; in a moment of its own, since the page's whole
 * style may be computed for it.
 */
export async function mendContrast(host: HTMLElement): Promise<void> {
  const worn = `${host.getAttribute('theme')} ${host.style.getPropertyValue('--_shop')}`;
  if (!host.shadowRoot || mended.get(host) === worn) return;
  mended.set(host, worn);
  await sleep();
  for (const { token } of pairs) host.style.removeProperty(token);
  const measured = measureIn(host.shadowRoot);
  for (const { token, grounds, ratioMin } of pairs) {
    const wish = measured.get(token);
    const under = grounds.map((ground) => measured.get(ground)).filter((one) => !!one);
    if (!wish || under.length === 0) continue;
    const readable = readableOn(under, wish, ratioMin);
    if (hexOf(readable) !== hexOf(wish)) host.style.setProperty(token, hexOf(readable));
  }
}

/**
 * What each token comes to; null for one that is not set, or shows what is behind it. Written all
 * together and then read, so that the page's style is computed once.
 */
function measureIn(root: ShadowRoot): Map<string, Colour | null> {
  const probes = names.map((name) => {
    const probe = document.createElement('i');
    probe.hidden = true;
    probe.style.color = `var(${name}, transparent)`;
    return { name, probe };
  });
  root.append(...probes.map(({ probe }) => probe));
  const measured = probes.map(
    ({ name, probe }) => [name, colourOf(getComputedStyle(probe).color)] as const,
  );
  for (const { probe } of probes) probe.remove();
  return new Map(measured);
}

function colourOf(computed: string): Colour | null {
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
