/** A text of the programme: one sentence for everyone, or one a locale. */
export type Text = string | Readonly<Record<string, string>>;

/**
 * The text in `locale`, else in its language, of whatever region or script, else in English, else
 * the first there is.
 */
export function textIn(text: Text, locale: string): string {
  if (typeof text === 'string') return text;
  const language = languageOf(locale);
  const near = Object.keys(text).find((each) => languageOf(each) === language) ?? 'en';
  return text[locale] ?? text[language] ?? text[near] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? locale;
}
