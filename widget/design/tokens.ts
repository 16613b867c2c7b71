/** The tokens of every theme as the browser computes them, and the contrast of what is read. */
import { contrastOf, hexOf, type Colour } from '../../shared/contrast.ts';
import { themes, type Theme } from '../../shared/themes.ts';
import { enamelOf } from '../games/wheel-geometry.ts';
import { theme as sheet } from '../styles/theme.ts';

export const tokens = [
  'ground',
  'surface',
  'text',
  'quiet',
  'line',
  'accent',
  'accent-deep',
  'on-accent',
  'bad',
  'good',
] as const;

export interface Palette {
  readonly theme: Theme;
  /** By token. */
  readonly colours: Readonly<Record<string, string>>;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly ink: string;
  readonly on: string;
  readonly ratio: number;
  /** What WCAG 2.2 AA asks for: 4.5 for words, 3 for what is no word. */
  readonly least: number;
}

/** Every word that stands on something, and the bar that says where one is. */
const pairs: readonly (readonly [ink: string, on: string, least: number])[] = [
  ...['text', 'quiet', 'bad', 'good'].flatMap((ink) =>
    ['ground', 'surface'].map((on) => [ink, on, 4.5] as const),
  ),
  ['on-accent', 'accent', 4.5],
  ['on-awning', 'awning', 4.5],
  ['on-awning', 'awning-deep', 4.5],
  ['bar', 'ground', 3],
];

export function palettes(): Palette[] {
  return themes.map((theme) => {
    const host = hostOf(theme);
    document.body.append(host);
    const read = readerOf(host);
    const colours = Object.fromEntries(
      tokens.map((name) => [name, hexOf(read(`var(--fairground-${name})`))]),
    );
    const measured = pairs.map(([ink, on, least]) => ({
      ink,
      on,
      least,
      ratio: contrastOf(read(valueOf(ink)), read(valueOf(on))),
    }));
    host.remove();
    return { theme, colours, pairs: measured };
  });
}

/** The colours of the wheel's slices with the words on them. */
export function enamels(): { ground: string; words: string; ratio: number }[] {
  const host = hostOf('matinee');
  document.body.append(host);
  const read = readerOf(host);
  const found = Array.from({ length: enamelCount }, (_, at) => {
    const [ground, words] = enamelOf(at, enamelCount);
    return { ground, words, ratio: contrastOf(read(words), read(ground)) };
  });
  host.remove();
  return found;
}

const enamelCount = 6;

/** An element that wears a theme by the very style sheet that ours wear. */
export function hostOf(theme: string): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute('theme', theme);
  const root = host.attachShadow({ mode: 'open' });
  if (sheet.styleSheet) root.adoptedStyleSheets = [sheet.styleSheet];
  return host;
}

function valueOf(name: string): string {
  const own = {
    'on-awning': 'var(--_on-awning, #fff)',
    awning: 'var(--_awning, #c42b3a)',
    'awning-deep': 'var(--_awning-deep, #ab2130)',
    bar: 'var(--_bar)',
  }[name];
  return own ?? `var(--fairground-${name})`;
}

/** Asks the browser for the colour of an expression, painted and read back as it is shown. */
function readerOf(host: HTMLElement): (value: string) => Colour {
  const probe = document.createElement('i');
  host.shadowRoot?.append(probe);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return (value) => {
    probe.style.color = value;
    if (!canvas) return [0, 0, 0];
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}
