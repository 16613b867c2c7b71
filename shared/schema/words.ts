/** A shop's own sentences in the widget, in place of ours. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { everySentence } from '../words/every.ts';
import { locales } from '../words/locales.ts';
import { holesOf, type Phrase } from '../words/phrase.ts';
import { oneLine } from './parts.ts';
import type { Problem } from './problems.ts';

const sentence = oneLine.min(1).max(limits.ownSentenceCharactersMax);

/** One sentence, or one a plural category, chosen by `{count}`. */
const phrase = z.union([
  sentence,
  z.strictObject({
    zero: sentence.optional(),
    one: sentence.optional(),
    two: sentence.optional(),
    few: sentence.optional(),
    many: sentence.optional(),
    other: sentence,
  }),
]);

/** By language, then by the name of the sentence in `shared/words`. */
export const ownWords = z.partialRecord(z.enum(locales), z.record(z.string(), phrase));

export type OwnWords = z.infer<typeof ownWords>;

/** Sentences that nobody says, and holes that nobody fills. */
export function wordProblems(own: OwnWords | undefined): Problem[] {
  return Object.entries(own ?? {}).flatMap(([locale, phrases]) =>
    Object.entries(phrases ?? {}).flatMap(([key, said]) => {
      const path = ['site', 'words', locale, key];
      const ours = Object.hasOwn(everySentence, key) ? everySentence[key] : undefined;
      if (ours === undefined) return [{ path, message: `there is no sentence "${key}"` }];
      const known = new Set(formsOf(ours).flatMap(holesOf));
      const strange = formsOf(said)
        .flatMap(holesOf)
        .find((hole) => !known.has(hole));
      if (strange === undefined) return [];
      const holes = [...known].map((hole) => `{${hole}}`).join(', ') || 'none';
      return [{ path, message: `has no {${strange}} to fill; its holes: ${holes}` }];
    }),
  );
}

function formsOf(phraseSaid: Phrase): string[] {
  if (typeof phraseSaid === 'string') return [phraseSaid];
  return Object.values(phraseSaid).filter((form) => form !== undefined);
}
