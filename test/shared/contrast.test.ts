/** Contrast by WCAG's own figures, and colours that are moved until they are read. */
import { describe, expect, it } from 'vitest';
import { black, colourOf, contrastOf, hexOf, readableOn, white } from '../../shared/contrast.ts';

describe('contrast', () => {
  // As the examples of WCAG's techniques and common checkers give them.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 4],
    ['#c42b3a', '#ffffff', 5.57],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrastOf(colourOf(one), colourOf(other))).toBeCloseTo(ratio, 1);
    expect(contrastOf(colourOf(other), colourOf(one))).toBeCloseTo(ratio, 1);
  });
});

describe('a readable colour', () => {
  it('is the wish where it stands out', () => {
    expect(hexOf(readableOn([white], colourOf('#5c5676'), 4.5))).toBe('#5c5676');
  });

  it.each([
    ['a pale grey on white', ['#ffffff', '#fff9ef'], '#d8d8d8', 4.5],
    ['a dark blue on black', ['#000000', '#14122b'], '#101060', 4.5],
    ['yellow bars on white', ['#ffffff'], '#ffe600', 3],
    ['grey on grey', ['#808080'], '#8a8a8a', 4.5],
  ])('is moved as little as it takes: %s', (_, grounds, wish, ratioMin) => {
    const found = readableOn(grounds.map(colourOf), colourOf(wish), ratioMin);
    for (const ground of grounds) {
      expect(contrastOf(found, colourOf(ground))).toBeGreaterThanOrEqual(ratioMin);
    }
    expect([hexOf(black), hexOf(white)]).not.toContain(wish);
  });

  it('keeps its hue: a pale red becomes a deeper red', () => {
    const [red, green, blue] = readableOn([white], colourOf('#ff9999'), 4.5);
    expect(red).toBeGreaterThan(green + 30);
    expect(green).toBe(blue);
  });

  it('is black or white where the grounds are so far apart that nothing suffices', () => {
    expect([hexOf(black), hexOf(white)]).toContain(
      hexOf(readableOn([black, white], colourOf('#808080'), 7)),
    );
  });
});
