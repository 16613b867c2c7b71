/** What is read on a shop's own colour, whatever the shop chose. */
import { describe, expect, it } from 'vitest';
import { themeView } from '../../server/core/theme.ts';
import { colourOf, contrastOf } from '../../shared/contrast.ts';

describe('the theme of a site', () => {
  it.each(['#ffe600', '#c42b3a', '#808080', '#767676', '#00a1ff', '#ffffff', '#000000'])(
    'has ink that stands out on %s',
    (accent) => {
      const { onAccent = '' } = themeView({ name: 'shop', accent, launcher: 'end' });
      expect(contrastOf(colourOf(onAccent), colourOf(accent))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has no ink of its own without a colour of its own', () => {
    expect(themeView({ name: 'tet', launcher: 'end' })).toEqual({ name: 'tet' });
  });
});
