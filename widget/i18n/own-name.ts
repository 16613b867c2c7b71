/** What a language is called, for a choice among several. */

/** In its own language: whoever looks for it may read no other. */
export function ownName(locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
}
