/** The sentences of the first paint, which the server sends along with it. */
import { words as ar } from './first/ar.ts';
import { words as de } from './first/de.ts';
import { words as en } from './first/en.ts';
import { words as es } from './first/es.ts';
import { words as fr } from './first/fr.ts';
import { words as he } from './first/he.ts';
import { words as id } from './first/id.ts';
import { words as ja } from './first/ja.ts';
import { words as ko } from './first/ko.ts';
import { words as th } from './first/th.ts';
import { words as vi } from './first/vi.ts';
import { words as zhHans } from './first/zh-hans.ts';
import type { Locale } from './locales.ts';
import type { Translated } from './phrase.ts';

export const firstWords: Readonly<Record<Locale, Translated<typeof en>>> = {
  en,
  vi,
  'zh-Hans': zhHans,
  ja,
  ko,
  th,
  id,
  es,
  fr,
  de,
  ar,
  he,
};
