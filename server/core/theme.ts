/** A site's theme as its pages get it: with what is read best on the shop's own colour. */
import { black, colourOf, contrastOf, hexOf, white } from '../../shared/contrast.ts';
import type { SiteView } from '../../shared/schema/shopper-api.ts';
import type { ProgrammeDocument } from '../../shared/schema/programme.ts';

export function themeView(theme: ProgrammeDocument['site']['theme']): SiteView['theme'] {
  const { name, accent } = theme;
  if (accent === undefined) return { name };
  const ground = colourOf(accent);
  // One of both stands out by 4.58 at least, whatever the colour is. White where it suffices.
  const onAccent = contrastOf(white, ground) >= 4.5 ? white : black;
  return { name, accent, onAccent: hexOf(onAccent) };
}
