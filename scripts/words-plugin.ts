/**
 * Puts the files of words in every language beside the chunks, under names that are known without a
 * table: with a hash each, the table of them weighed more than a file does.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { wordFiles } from '../shared/words/files.ts';
import type { Phrases } from '../shared/words/phrase.ts';
import { numberedFiles, numberWords, plainModule, wordsModule } from './number-words.ts';

const paths = globSync('shared/words/*/*.ts').toSorted();

export async function words(): Promise<Plugin> {
  const spoken = await readAll();
  const english = spoken.get('en') ?? new Map<string, Phrases>();
  const files = numberedFiles((set) => english.get(set) ?? {});
  const names = files.flatMap((file) => file.names);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const first = new Set(Object.keys(english.get('first') ?? {}));
  const version = hashOf([...paths, 'shared/words/files.ts']);
  return {
    name: 'words',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'panel',
    config: () => ({
      define: {
        __WORDS_HASH__: JSON.stringify(version),
        __FIRST_WORDS__: JSON.stringify(first.size),
      },
    }),
    transform: {
      filter: { id: /\/widget\/.*\.ts$/ },
      handler: (code, id) => numberWords(code, id, { numbers, kept: first }),
    },
    buildStart() {
      const put = (name: string, source: string): void => {
        this.emitFile({ type: 'asset', fileName: `widget/${name}-${version}.js`, source });
      };
      put('names', `export let names=${JSON.stringify(names)}`);
      for (const [locale, sets] of spoken) {
        const phrasesOf = (parts: readonly string[]): Phrases =>
          Object.assign({}, ...parts.map((set) => sets.get(set)));
        put(`first-${locale}`, plainModule(phrasesOf(wordFiles.first)));
        for (const file of files) {
          put(`${file.file}-${locale}`, wordsModule(file, phrasesOf(file.sets)));
        }
      }
    },
  };
}

/** By language, then by set. */
async function readAll(): Promise<Map<string, Map<string, Phrases>>> {
  const spoken = new Map<string, Map<string, Phrases>>();
  for (const path of paths) {
    const locale = basename(path, '.ts');
    const { words: phrases }: { readonly words: Phrases } = await import(
      pathToFileURL(resolve(path)).href
    );
    const sets = spoken.get(locale) ?? new Map<string, Phrases>();
    spoken.set(locale, sets.set(basename(dirname(path)), phrases));
  }
  return spoken;
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}
