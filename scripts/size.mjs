/**
 * `npm run size`: what a page pays for the widget, compressed as the server sends it. Ends with
 * exit code 1 above a limit. `--json` prints one object a line, sizes and limits in bytes, limits
 * for brotli.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'vite';

/**
 * @typedef {{
 *   file: string, gzip: number, brotli: number, limit: number | null, aim: number | null
 * }} Row
 */

const folder = join(import.meta.dirname, '../dist/widget');

const loaderBytesMax = 2_000;
// The answers of the API on the way to the first spin come on top; a test adds them and holds
// 20,000 for all.
const firstSpinBytesMax = 16_950;
const wordsBytesMax = 2_000;
const wholeBytesMax = 76_200;
// An aim that is not reached yet: it is printed, and fails nothing.
const wholeBytesAim = 60_000;
// Only for shops with sentences of their own, which come by name.
const ownWordsFile = 'names-';

/** What a chunk may weigh, by how its name begins. */
const chunkBytesMax = {
  // What the first push leads to: brake, tickets, proofs, dates, the first views.
  'more-': 20_950,
  // The views behind them.
  'further-': 18_200,
  // A further game, or the two that are alike.
  'cards-': 6_000,
  'questions-': 6_000,
  'check-in-': 6_000,
  [ownWordsFile]: 2_200,
  // All others: what a page may fetch before anybody plays.
  '': 700,
};

const loader = 'fairground.js';
const panel = panelNamedIn(loader);
// Some seconds later, with what an owner is told in the console; the server adds the site's rules.
const page = '../site/page.js';
const pageBytesMax = 1_600;
const startFiles = [loader, ...withStaticImports(panel)];
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
const locales = readdirSync(join(import.meta.dirname, '../shared/words/first')).map((file) =>
  basename(file, '.ts'),
);
const rows = [
  row(loader, [loader], loaderBytesMax),
  row(basename(page), [page], pageBytesMax),
  row('path up to first spin', startFiles, firstSpinBytesMax),
  ...locales.map((locale) =>
    row(`everything, in ${locale}`, allIn(locale), wholeBytesMax, wholeBytesAim),
  ),
  ...scripts
    .filter((file) => file !== loader)
    .map((file) => row(file, [file], startFiles.includes(file) ? null : limitOf(file))),
];

print(rows);
process.exitCode = rows.some(({ brotli, limit }) => limit !== null && brotli > limit) ? 1 : 0;

/**
 * @param {string} name @param {string[]} files @param {number | null} limit
 * @param {number | null} aim @returns {Row}
 */
function row(name, files, limit, aim = null) {
  return { file: name, gzip: sum(files, '.gz'), brotli: sum(files, '.br'), limit, aim };
}

/** What is fetched when one opens all that there is. @param {string} locale */
function allIn(locale) {
  return scripts.filter(
    (file) => (localeOf(file) ?? locale) === locale && !file.startsWith(ownWordsFile),
  );
}

/** @param {string} file */
function limitOf(file) {
  if (localeOf(file)) return wordsBytesMax;
  return Object.entries(chunkBytesMax).find(([start]) => file.startsWith(start))?.[1] ?? 0;
}

/** @param {string} file */
function localeOf(file) {
  return locales.find((locale) => file.includes(`-${locale}-`));
}

/** @param {string[]} files @param {string} suffix */
function sum(files, suffix) {
  return files.reduce((total, file) => total + readFileSync(join(folder, file + suffix)).length, 0);
}

/** @param {string} file */
function panelNamedIn(file) {
  const name = /panel-[\w-]+\.js/.exec(readFileSync(join(folder, file), 'utf8'))?.[0];
  if (name === undefined) throw new Error(`${file} names no panel`);
  return name;
}

/** @param {string} file @param {Set<string>} [seen] */
function withStaticImports(file, seen = new Set()) {
  seen.add(file);
  const { module } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
  const imported = module.staticImports.map(({ moduleRequest }) => basename(moduleRequest.value));
  for (const next of imported) if (!seen.has(next)) withStaticImports(next, seen);
  return [...seen];
}

/** @param {Row[]} all */
function print(all) {
  if (process.argv.includes('--json')) {
    for (const one of all) console.log(JSON.stringify(one));
    return;
  }
  for (const { file, gzip, brotli, limit, aim } of all) {
    const bound = limit === null ? '' : `  limit ${limit}${brotli > limit ? '  TOO LARGE' : ''}`;
    const verdict =
      aim === null ? bound : `${bound}  aim ${aim}${brotli > aim ? '  above it' : ''}`;
    console.log(`${file.padEnd(32)} gzip ${pad(gzip)}  brotli ${pad(brotli)}${verdict}`);
  }
}

/** @param {number} bytes */
function pad(bytes) {
  return String(bytes).padStart(7);
}
