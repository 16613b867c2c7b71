/** A text of the programme in a shopper's language, or the nearest there is. */
import { expect, it } from 'vitest';
import { textIn, type Text } from '../../shared/text.ts';

const text = { en: 'Tea', vi: 'Trà', 'zh-Hans': '茶', 'pt-PT': 'Chá' };

it.each<[name: string, text: Text, locale: string, said: string]>([
  ['one for everybody', 'Tea', 'vi', 'Tea'],
  ['the very locale', text, 'zh-Hans', '茶'],
  ['its language', text, 'vi-VN', 'Trà'],
  ['another script or region of its language', text, 'zh-CN', '茶'],
  ['another region', text, 'pt-BR', 'Chá'],
  ['English', text, 'sv', 'Tea'],
  ['the first there is', { vi: 'Trà', ja: '茶' }, 'sv', 'Trà'],
  ['nothing', {}, 'en', ''],
])('takes %s', (_, given, locale, said) => {
  expect(textIn(given, locale)).toBe(said);
});
