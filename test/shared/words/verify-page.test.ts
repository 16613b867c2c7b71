/** The page that checks receipts stands there in English before any script has run. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { words } from '../../../shared/words/verify/en.ts';

const page = readFileSync(new URL('../../../widget/verify/index.html', import.meta.url), 'utf8');
const told = [...page.matchAll(/<(\w+)[^<]*? data-say="(\w+)"\s*>([^<]*)<\/\1\s*>/g)].map(
  ([, , key = '', text = '']) => [key, text.replaceAll(/\s+/g, ' ').trim()] as const,
);

it('finds all that the page says', () => {
  expect(told.length).toBe(page.match(/data-say=/g)?.length);
  expect(told.length).toBeGreaterThan(20);
});

it.each(told)('says %s as the English words do', (key, text) => {
  expect(text).toBe((words as Readonly<Record<string, string>>)[key]);
});
