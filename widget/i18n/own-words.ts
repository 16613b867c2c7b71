/** A shop's own sentences come by name, and ours may have none. */
import type { Phrases } from '../../shared/words/phrase.ts';

/** Where the build put numbers in place of names. */
declare const __WORDS_HASH__: string | undefined;
/** How many sentences the server's first reply has of ours. */
declare const __FIRST_WORDS__: number;

/** Most shops have no sentence beyond the first, and fetch nothing for it. */
export async function ownWords(own: Phrases): Promise<Phrases> {
  if (typeof __WORDS_HASH__ === 'undefined') return {};
  const isOurs = Object.keys(own).length <= __FIRST_WORDS__;
  if (isOurs) return {};
  const { names }: { readonly names: readonly string[] } = await import(
    /* @vite-ignore */ `./names-${__WORDS_HASH__}.js`
  );
  return Object.fromEntries(
    Object.entries(own).map(([name, phrase]) => [names.indexOf(name), phrase]),
  );
}
