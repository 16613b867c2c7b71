/** How the page looks at our elements: it stands in the address, so that a look can be sent. */
import { isRightToLeft, locales } from '../../shared/words/locales.ts';
import type { Theme } from '../../shared/themes.ts';

export interface Look {
  readonly locale: string;
  /** Side by side. */
  readonly themes: readonly [left: string, right: string];
  readonly isStill: boolean;
}

const asked = new URLSearchParams(location.search);

export const look: Look = {
  locale: asked.get('locale') ?? 'en',
  themes: [asked.get('left') ?? 'matinee', asked.get('right') ?? 'dusk'],
  isStill: asked.has('still'),
};

/** One scene and nothing else, in the left theme. */
export const alone = asked.get('alone');

/** The address of this page with one thing changed; null takes it away. */
export function addressWith(changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `?${query.toString()}`;
}

export function goTo(changes: Readonly<Record<string, string | null>>): void {
  location.assign(addressWith(changes) + location.hash);
}

export const languageNames = locales.map((locale) => ({
  locale,
  name: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale,
  isRightToLeft: isRightToLeft(locale),
}));

/** Each theme by its name, and what it is. */
export const themeNames: Readonly<Record<Theme, readonly [name: string, says: string]>> = {
  dusk: ['Dusk', 'The fair when the bulbs go on.'],
  matinee: ['Matinee', 'The fair by daylight.'],
  tet: ['Tết', 'Red lacquer, gold, apricot blossom.'],
  market: ['Winter market', 'Fir, frost and a white stall.'],
  paper: ['Paper', 'Quiet, near-monochrome.'],
  shop: ['Shop', 'The shop’s own colour and font; only the shapes are ours.'],
};
