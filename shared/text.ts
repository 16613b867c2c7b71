/** A text of the programme: one sentence for everyone, or one a locale. */
export type Text = string | Readonly<Record<string, string>>;

/** The text in `locale`, else in its language, else in English, else the first there is. */
export function textIn(text: Text, locale: string): string {
  if (typeof text === 'string') return text;
  const language = locale.split('-', 1)[0] ?? locale;
  return text[locale] ?? text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
