/** The tokens of every theme as the browser computes them, and the contrast of what is read. */
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
  /** What WCAG 2.2 AA asks for: 4.5, or 3 for large or bold words and for what is no word. */
  readonly least: number;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Every word that stands on something. The awning carries the large name of the game. */
const pairs: readonly (readonly [ink: string, on: string, least: number])[] = [
  ...['text', 'quiet', 'bad', 'good'].flatMap((ink) =>
    ['ground', 'surface'].map((on) => [ink, on, 4.5] as const),
  ),
  ['on-accent', 'accent', 4.5],
  ['on-awning', 'awning', 3],
  ['on-awning', 'awning-deep', 3],
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

/** WCAG 2.2: (lighter + 0.05) ÷ (darker + 0.05) of the relative luminances, 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function valueOf(name: string): string {
  const awning = {
    'on-awning': 'var(--_on-awning, #fff)',
    awning: 'var(--_awning, #c42b3a)',
    'awning-deep': 'var(--_awning-deep, #ab2130)',
  }[name];
  return awning ?? `var(--fairground-${name})`;
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

function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return red * 0.2126 + green * 0.7152 + blue * 0.0722;
}

function hexOf(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
