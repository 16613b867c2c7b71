/** How well colours stand out from each other, by WCAG 2.2, and a colour near a wish that does. */

/** Channels of sRGB, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const black: Colour = [0, 0, 0];
export const white: Colour = [255, 255, 255];

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 (none) to 21 (black on white). */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark, bright] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * The wish itself where its ratio to every ground suffices; else the nearest mixture with black or
 * white that does; else, where the grounds leave none, the one of both that is read best.
 */
export function readableOn(grounds: readonly Colour[], wish: Colour, ratioMin: number): Colour {
  const worst = (colour: Colour): number =>
    Math.min(...grounds.map((ground) => contrastOf(colour, ground)));
  for (let percent = 0; percent <= 100; percent += 4) {
    for (const end of [black, white]) {
      const mixed = mixtureOf(wish, end, percent);
      if (worst(mixed) >= ratioMin) return mixed;
    }
  }
  return worst(black) >= worst(white) ? black : white;
}

function mixtureOf(colour: Colour, end: Colour, percent: number): Colour {
  const [red, green, blue] = [0, 1, 2].map((at) => {
    const from = colour[at] ?? 0;
    return Math.round(from + (((end[at] ?? 0) - from) * percent) / 100);
  });
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** `#rrggbb` as a colour. */
export function colourOf(hex: string): Colour {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export function hexOf(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
