/** Every pair of words and ground, as the browser computes it from the real style sheets. */
import { themes } from '../../shared/themes.ts';
import { enamels, palettes } from '../../widget/design/tokens.ts';
import { equal, ok } from './helper.ts';

describe('contrast', () => {
  it('is enough for all words in all six themes', () => {
    const all = palettes();
    equal(
      all.map(({ theme }) => theme),
      [...themes],
    );
    const few = all.flatMap(({ theme, pairs }) =>
      pairs
        .filter(({ ratio, least }) => !(ratio >= least))
        .map(({ ink, on, ratio }) => `${theme}: ${ink} on ${on} has ${ratio.toFixed(2)}`),
    );
    equal(few, []);
    ok(
      all.every(({ pairs }) => pairs.length > 10),
      'pairs to look at',
    );
  });

  it('is enough for the names of prizes on the wheel', () => {
    const all = enamels();
    equal(new Set(all.map(({ ground }) => ground)).size, 6, 'enamels');
    equal(
      all.filter(({ ratio }) => ratio < 4.5),
      [],
    );
  });
});
