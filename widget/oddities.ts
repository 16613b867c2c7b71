/**
 * What the owner of a page got wrong, in the browser's console: each once, with where to read what
 * to do. In English, since no shopper reads it.
 */
import { themes } from '../shared/themes.ts';

/**
 * Not what the tag may say; an empty attribute says nothing. Other scripts have attributes of
 * theirs on any tag: what follows is ours, or nearly.
 */
const oddAttribute = RegExp(
  '^data-(?!site=|(locale|theme|position|mode|launcher|consent)=$|' +
    'locale=(en|vi|zh|ja|ko|th|id|in|es|fr|de|ar|he|iw|[A-Z]{2})(?![a-z])|' +
    `theme=(auto|${themes.join('|')})$|` +
    'position=(start|end)$|mode=(modal|floating)$|launcher=none$|consent=(granted|denied)$)' +
    '(lan|lau|loc.?l|the|pos.?i|mo(de|ed)=|sit|cons.{0,4}=)',
);

export const oddElement = RegExp(
  '^fairground-(?!(wheel|scratch|box|check-in|quiz|survey|leaderboard|badges|home|missions|tiers|' +
    'shop|wallet|points|parcels|referral|me|settings|fair-play|panel|launcher)$)',
);

const told = new Set<string>();

/** `what`: of the page, as it is written there. */
export function tell(what: string): void {
  if (!told.has(what)) {
    console.warn(`fairground: cannot use ${what}; see "When nothing shows" in the README`);
  }
  told.add(what);
}

/** Looks at the tags and the elements of the page, as it is now. */
export function lookAround(siteId: string): void {
  for (const { src, dataset, attributes } of document.scripts) {
    if (!src.endsWith('/fairground.js')) continue;
    const other = dataset['site'];
    if (other !== siteId) tell(`the site "${other}" on a page of "${siteId}"`);
    else {
      for (const { name, value } of attributes) {
        if (oddAttribute.test(`${name}=${value}`)) tell(`${name}="${value}"`);
      }
    }
  }
  for (const { localName } of document.querySelectorAll(':not(:defined)')) {
    if (oddElement.test(localName)) tell(`<${localName}>`);
  }
}
