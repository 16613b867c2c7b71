/** Another language: the session starts anew in it, and every sentence is fetched again. */
import { furtherWords, loadWords } from '../i18n/load-words.ts';
import { localeFor } from '../../shared/words/locales.ts';
import type { Fair } from './fair.ts';

/** `chosen` is empty for whatever the page speaks. Answers whether it worked. */
export async function setLanguage(fair: Fair, chosen: string): Promise<boolean> {
  const { session, words, options } = fair;
  const asked = chosen || options.asked.locale || document.documentElement.lang;
  const locale = localeFor(asked) ?? localeFor(session.ready?.site.locale ?? '') ?? 'en';
  try {
    // What a chunk adds later stays under what is there: so all of them take its place at once.
    const sets = await Promise.all(furtherWords.map((file) => loadWords(file, locale)));
    for (const set of sets) words.add(set, true);
  } catch {
    return false;
  }
  if (chosen) session.keep.set('locale', chosen);
  else session.keep.remove('locale');
  session.locale = asked;
  // The shop's own sentences come with the answer, on top of ours.
  await session.start();
  const { ready } = session;
  if (!ready || !fair.more) return false;
  fair.more = await fair.more.inLanguage(ready.site);
  await fair.rewards?.load();
  session.announce();
  return true;
}
