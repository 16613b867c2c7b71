/** The words of one locale, up to the first result. */
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** English is at hand; another language arrives in its own chunk, or not at all. */
export async function loadWords(locale: string): Promise<Words> {
  if (!locale.startsWith('vi')) return en;
  try {
    return (await import('./vi.ts')).vi;
  } catch {
    return en;
  }
}
