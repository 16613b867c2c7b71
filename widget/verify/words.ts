/** What the page says, in one of the twelve languages. English is always there. */
import { words as en, type VerifyWords } from '../../shared/words/verify/en.ts';
import { localeFor, locales, type Locale } from '../../shared/words/locales.ts';
import { ownName } from '../i18n/own-name.ts';

export interface Spoken {
  readonly locale: Locale;
  readonly words: VerifyWords;
}

/** Fetched by its name; English where that fails, since the page must work all the same. */
export async function wordsIn(locale: Locale): Promise<Spoken> {
  try {
    const name = locale.toLowerCase();
    const { words }: { words: VerifyWords } =
      locale === 'en' ? { words: en } : await import(`../../shared/words/verify/${name}.ts`);
    return { locale, words };
  } catch {
    return { locale: 'en', words: en };
  }
}

/** The one that the link asks for (`?vi`), else the first of the browser's that is ours. */
export function localeWanted(search: string, spoken: readonly string[]): Locale {
  const wished = [search.slice(1), ...spoken].map((each) => localeFor(each));
  return wished.find((locale) => locale !== undefined) ?? 'en';
}

export function languageChoices(chosen: Locale): HTMLOptionElement[] {
  return locales.map((locale) => {
    const option = new Option(ownName(locale), locale, false, locale === chosen);
    option.lang = locale;
    return option;
  });
}
