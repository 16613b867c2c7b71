/** The words of one locale, up to the first result. */
import { en, type Words } from './en.ts';
import { vi } from './vi.ts';

export type { Words } from './en.ts';

/** Both are few and at hand: a chunk of its own would cost a request before the first spin. */
export function wordsOf(locale: string): Words {
  return locale.startsWith('vi') ? vi : en;
}
