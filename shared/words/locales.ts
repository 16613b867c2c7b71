/** The languages that the widget speaks. */

export const locales = [
  'en',
  'vi',
  'zh-Hans',
  'ja',
  'ko',
  'th',
  'id',
  'es',
  'fr',
  'de',
  'ar',
  'he',
] as const;

export type Locale = (typeof locales)[number];

/** Codes of old, and Chinese by its region: we have one script of it. */
const aliases: Readonly<Record<string, Locale>> = { zh: 'zh-Hans', iw: 'he', in: 'id' };

/** Whether its sentences run from right to left. */
export function isRightToLeft(locale: string): boolean {
  return locale === 'ar' || locale === 'he';
}

/** The locale among ours that speaks the language of `asked`, such as `pt-BR`; else undefined. */
export function localeFor(asked: string): Locale | undefined {
  const language = asked.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
  // What every object has, such as `constructor`, is no language of ours.
  const named = Object.hasOwn(aliases, language) ? aliases[language] : language;
  return locales.find((locale) => locale === named);
}
