/** Widget tests: they run in a real browser, on the TypeScript sources as they stand. */
import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { slimLit } from './scripts/slim-lit.ts';
import { chromeArgs, chromePath } from './test/helper/browser.ts';

/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */

const chrome = chromeLauncher({
  launchOptions: { executablePath: await chromePath(), args: chromeArgs },
});

/** @typedef {ReturnType<typeof chrome.getPage>} TestPage */
/** @typedef {NonNullable<Parameters<TestPage['screenshot']>[0]>['clip']} Clip */
/** @type {Awaited<ReturnType<TestPage['createCDPSession']>> | undefined} */
let wanted;

/** @type {import('@web/test-runner').TestRunnerConfig} */
const config = {
  files: ['test/widget/**/*.test.ts'],
  // Keys go to the page in front: two pages at once would take them from each other.
  concurrency: 1,
  // Lit as pages get it: published for use, and cut as the build cuts it.
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    { name: 'slim-lit', transformImport: wholeImport, transform: slim },
    esbuildPlugin({ ts: true, target: 'es2024', tsconfig: 'tsconfig.widget.json' }),
    { name: 'look', executeCommand: look },
  ],
  browsers: [chrome],
  // Axe over every state, on a machine that is busy with other things.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 30_000 } },
  reporters: [defaultReporter(), totalsReporter(process.env['WIDGET_TEST_TOTALS'])],
};

export default config;

/**
 * The admin page has all of Lit, so its modules are other ones than the widget's.
 * @typedef {{ path: string, query: object, body: unknown }} Asked
 * @param {Asked} asked
 */
function isWhole({ path, query }) {
  return /^\/(test\/widget\/)?admin\//.test(path) || 'whole' in query;
}

/** @param {{ source: string, context: Asked }} imported */
function wholeImport({ source, context }) {
  const isPackage = source.includes('/node_modules/') || 'whole' in context.query;
  return isWhole(context) && isPackage ? `${source}?whole` : undefined;
}

/** @param {Asked} asked */
function slim(asked) {
  return isWhole(asked) ? undefined : slimLit(String(asked.body), asked.path);
}

/**
 * What the page under test cannot do itself: `picture` answers how it looks, as PNG in base64, or
 * how the part in the payload looks; `media` has the browser say what the device wants, such as
 * `{ 'forced-colors': 'active' }`.
 * @param {{ command: string, payload?: unknown, session: { id: string } }} call
 */
async function look({ command, payload, session }) {
  if (command !== 'picture' && command !== 'media') return null;
  const page = chrome.getPage(session.id);
  if (command === 'picture') {
    const clip = /** @type {Clip} */ (payload);
    const part = clip ? { clip, captureBeyondViewport: false } : {};
    return page.screenshot({ encoding: 'base64', optimizeForSpeed: true, ...part });
  }
  // The page stands for the next test file too: what one wanted ends with its session.
  await wanted?.detach();
  wanted = await page.createCDPSession();
  const features = Object.entries(payload ?? {}).map(([name, value]) => ({
    name,
    value: String(value),
  }));
  await wanted.send('Emulation.setEmulatedMedia', { features });
  return true;
}

/**
 * Writes the totals to a file, for scripts/test.mjs to add to those of Vitest.
 * @param {string | undefined} path
 * @returns {import('@web/test-runner').Reporter}
 */
function totalsReporter(path) {
  return {
    onTestRunFinished({ sessions }) {
      if (path === undefined) return;
      const totals = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const tests = session.testResults ? testsOf(session.testResults) : [];
        if (tests.length === 0) console.error(`${session.testFile} holds no test.`);
        const failed = tests.filter((test) => !test.passed && !test.skipped).length;
        totals.passed += tests.filter((test) => test.passed && !test.skipped).length;
        totals.skipped += tests.filter((test) => test.skipped).length;
        // A file that did not load fails without any failing test, and one without a test is a
        // mistake.
        const isBroken = session.passed !== true || tests.length === 0;
        totals.failed += failed === 0 && isBroken ? 1 : failed;
      }
      writeFileSync(path, JSON.stringify(totals));
    },
  };
}

/** @param {TestSuiteResult} suite @returns {TestSuiteResult['tests']} */
function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
