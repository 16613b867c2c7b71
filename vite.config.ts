/**
 * Builds what browsers load into dist: the admin page, the verify page, the panel with its chunks,
 * and the loader. `vite build --app` runs the environments in order, because the loader carries the
 * name of the hashed panel.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  type BuildEnvironment,
  type EnvironmentOptions,
  type Plugin,
  type ViteBuilder,
  defineConfig,
} from 'vite';
import { keepEarlier } from './scripts/earlier.ts';
import { manifestOf } from './scripts/elements/manifest.ts';
import { readElements } from './scripts/elements/read.ts';
import { typesOf } from './scripts/elements/types.ts';
import { refuseUnused, slimLit } from './scripts/slim-lit.ts';
import { slimTemplates } from './scripts/slim-templates.ts';
import { words } from './scripts/words-plugin.ts';

type BuildResult = Awaited<ReturnType<ViteBuilder['build']>>;

// Built beside dist and swapped in at the end, so that a failed build leaves the last good one.
const outFolder = '.cache/dist';
const widgetFolder = `${outFolder}/widget`;
const brotliWays = [
  {},
  { [constants.BROTLI_PARAM_LGBLOCK]: 16 },
  { [constants.BROTLI_PARAM_NDIRECT]: 15 },
  { [constants.BROTLI_PARAM_NPOSTFIX]: 1, [constants.BROTLI_PARAM_NDIRECT]: 30 },
];
const compressedTypes = new Set(['.js', '.css', '.html', '.svg', '.json', '.ts']);

/**
 * Who comes earlier keeps what it shares with who comes later, since the later never comes alone:
 * no chunk stands between two for what both use.
 */
const chunks = [
  { name: 'panel', test: /widget.panel\.ts$/, priority: 2 },
  { name: 'more', test: /widget.(views.more|games.booth)\.ts$/, priority: 1 },
];

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  plugins: [slim(), slimmerLit(), words(), sheetsTogether(), plainNamespaces(), fetchFirst()],
  tsconfig: 'tsconfig.widget.json',
  build: { outDir: outFolder, emptyOutDir: false, target: 'es2022', reportCompressedSize: false },
  environments: {
    admin: page('admin/index.html', 'admin'),
    verify: page('widget/verify/index.html', 'verify'),
    panel: {
      consumer: 'client',
      build: {
        lib: { entry: 'widget/panel.ts', formats: ['es'] },
        rolldownOptions: {
          // What the chunks share may stay in the entry: one file less to fetch before the first
          // spin.
          preserveEntrySignatures: 'allow-extension',
          checks: { pluginTimings: false },
          // The client of tRPC brings a WebSocket class along that nothing here uses.
          treeshake: {
            propertyReadSideEffects: false,
            unknownGlobalSideEffects: false,
            moduleSideEffects: (id) => !id.includes('@trpc'),
          },
          output: {
            // A library build leaves whitespace in; this does not. What most functions take out of
            // an object is called there as it is here: `{say}` is shorter than `{say:e}`.
            minify: {
              compress: true,
              mangle: { toplevel: true, reserved: ['say', 'fair', 'more'] },
              codegen: true,
            },
            comments: false,
            entryFileNames: 'widget/panel-[hash].js',
            chunkFileNames: 'widget/[name]-[hash].js',
            codeSplitting: { groups: chunks },
            generatedCode: { symbols: false },
          },
        },
      },
    },
    page: {
      consumer: 'client',
      build: {
        // Not served as it is: the server adds the call with a site's rules.
        lib: { entry: 'widget/page.ts', formats: ['iife'], name: 'page' },
        rolldownOptions: { output: { minify: true, entryFileNames: 'site/page.js' } },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        // A library of its own, so that it stays one classic script with no helper of Vite's
        // inside.
        lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'fairground' },
        rolldownOptions: { output: { minify: true, entryFileNames: 'widget/fairground.js' } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      await rm(outFolder, { recursive: true, force: true });
      for (const name of ['admin', 'verify']) await builder.build(environment(builder, name));
      const panel = await builder.build(environment(builder, 'panel'));
      const loader = environment(builder, 'loader');
      // Relative to the loader's own address: `new URL(__PANEL_URL__, document.currentScript.src)`.
      loader.config.define = { __PANEL_URL__: JSON.stringify(entryFile(panel)) };
      await builder.build(loader);
      await builder.build(environment(builder, 'page'));
      await movePage('widget/verify', 'verify');
      await copyFile('test/vectors/draw.json', join(outFolder, 'verify/vectors.json'));
      await writeElementDocs();
      await compressAll();
      await compress(await writeManifest());
      await keepEarlier('dist', outFolder);
      await rm('dist', { recursive: true, force: true });
      await rename(outFolder, 'dist');
    },
  },
});

/** An HTML page. Its files stand under `/${base}/assets/`, whatever folder its source is in. */
function page(input: string, base: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      assetsDir: `${base}/assets`,
      // Every browser that runs our target reads `modulepreload`, or does as well without.
      modulePreload: { polyfill: false },
      rolldownOptions: { input },
    },
  };
}

function slim(): Plugin {
  return {
    name: 'slim-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /\/widget\/.*\.ts$/, code: /(html|css|svg)`/ },
      handler: (code, id) => slimTemplates(code, id),
    },
  };
}

/** Style sheets that stand side by side compress better than each beside its view. */
function sheetsTogether(): Plugin {
  const sheet = /\/\/ widget\/styles\/.*\nvar [\w$]+ = [\w$]+`[^`]*`;\n/g;
  // Behind the imports, or Lit's `css`.
  const place = /(?=\/\/ (?:widget|shared)\/|\/\/ .*\/reactive-element\.js)/;
  return {
    name: 'sheets-together',
    applyToEnvironment: ({ name }) => name === 'panel',
    renderChunk(code) {
      const sheets = code.match(sheet)?.join('') ?? '';
      return code.replaceAll(sheet, '').replace(place, () => sheets);
    },
  };
}

/**
 * Browsers remember a module that did not arrive until the page is left, but ask anew for what is
 * only fetched. What arrived is not fetched twice, and what came as an error is not imported.
 */
function fetchFirst(): Plugin {
  const load = `const fetchFirst = async (path, answer) => import(import.meta[path] ||=
    (await (answer = await fetch(import.meta.resolve(path))).text()) && answer.ok && path
  );`;
  return {
    name: 'fetch-first',
    applyToEnvironment: ({ name }) => name === 'panel',
    renderChunk(code) {
      const fetching = code.replaceAll(/\bimport(?=\([^()]+\))/g, 'fetchFirst');
      return fetching === code ? null : load + fetching;
    },
  };
}

/** Nobody lists what a chunk gives as a whole: a plain object does, and needs no helper. */
function plainNamespaces(): Plugin {
  return {
    name: 'plain-namespaces',
    applyToEnvironment: ({ name }) => name === 'panel',
    renderChunk: (code) =>
      code.replaceAll(/__exportAll\((\{[^}]*\}), 1\)/g, (_, given: string) =>
        given.replaceAll(/(\w+): \(\) => (\w+)/g, 'get $1() { return $2; }'),
      ),
  };
}

function slimmerLit(): Plugin {
  return {
    name: 'slim-lit',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'panel',
    transform: {
      filter: { id: [/\/widget\/.*\.ts$/, /\/node_modules\/.*lit.*\.js$/] },
      handler(code, id) {
        if (id.endsWith('.js')) return slimLit(code, id);
        refuseUnused(code, id);
      },
    },
  };
}

function environment(builder: ViteBuilder, name: string): BuildEnvironment {
  const found = builder.environments[name];
  if (found === undefined) throw new Error(`no environment "${name}"`);
  return found;
}

/** The name of the entry as its neighbours in the same folder see it. */
function entryFile(built: BuildResult): string {
  const parts = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const entry = parts.find((part) => part.type === 'chunk' && part.name === 'panel');
  if (entry === undefined) throw new Error('the build has no panel');
  return `./${basename(entry.fileName)}`;
}

/** Vite puts a page where its source stood. */
async function movePage(from: string, to: string): Promise<void> {
  await mkdir(join(outFolder, to), { recursive: true });
  await rename(join(outFolder, from, 'index.html'), join(outFolder, to, 'index.html'));
  await rm(join(outFolder, from), { recursive: true });
}

/** One entry for each widget file: what a site owner pins with `integrity`, and what it weighs. */
async function writeManifest(): Promise<string> {
  const names = (await readdir(widgetFolder)).filter((name) => name.endsWith('.js')).sort();
  const entries = await Promise.all(
    names.map(async (file) => {
      const content = await readFile(join(widgetFolder, file));
      const sha384 = `sha384-${createHash('sha384').update(content).digest('base64')}`;
      return { file, sha384, brotli: (await stat(join(widgetFolder, `${file}.br`))).size };
    }),
  );
  const path = join(widgetFolder, 'manifest.json');
  await writeFile(path, `${JSON.stringify(entries, null, 2)}\n`);
  return path;
}

/** What editors and compilers of a shop's developers read. */
async function writeElementDocs(): Promise<void> {
  const elements = readElements();
  const manifest = manifestOf(elements, 'fairground.js');
  const types = join(widgetFolder, 'types');
  await mkdir(types);
  await writeFile(
    join(widgetFolder, 'custom-elements.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  for (const [name, text] of Object.entries(typesOf(elements))) {
    await writeFile(join(types, name), text);
  }
}

/**
 * Puts a `.br` and a `.gz` beside every text file, so that the server never compresses a static
 * answer.
 */
async function compressAll(): Promise<void> {
  const entries = await readdir(outFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && compressedTypes.has(extname(entry.name)),
  );
  await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const ways = path.startsWith(widgetFolder) ? brotliWays : [{}];
  await writeFile(`${path}.br`, await brotli(content, ways));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}

/** Which parameters suit a file nobody knows before: the smallest answer is kept. */
async function brotli(content: Buffer, ways: readonly object[]): Promise<Buffer> {
  const answers = await Promise.all(
    ways.map((way) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          ...way,
        },
      }),
    ),
  );
  return answers.reduce((least, answer) => (answer.length < least.length ? answer : least));
}
