/**
 * `npm test`: runs Vitest and @web/test-runner one after the other and closes with the sum of both.
 * `npm test -- test/core wheel` runs the test files whose path contains one of these words;
 * `npm run test:full` has the property tests send 100,000 commands.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */
/** @typedef {{ name: string, command: string[], totalsFile: string }} Command */
/** @typedef {Command & { read: (report: any) => Totals }} Runner */

const root = join(import.meta.dirname, '..');
const reportFolder = mkdtempSync(join(tmpdir(), 'fairground-test-'));
process.on('exit', () => rmSync(reportFolder, { recursive: true, force: true }));

const words = process.argv.slice(2);
if (words.includes('--full')) process.env.PROPERTY_COMMANDS = '100000';
const filters = words
  .filter((word) => word !== '--full')
  .map((filter) => filter.replace(/^\.\//, ''));
const files = globSync('test/**/*.test.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
  .sort();
const widgetFiles = files.filter((file) => file.startsWith('test/widget/'));
const nodeFiles = files.filter((file) => !file.startsWith('test/widget/'));

const runners = [];
// Without a filter both run, even with no file to run: that is a failure and has to show.
if (filters.length === 0 || nodeFiles.length > 0) runners.push(vitest(nodeFiles));
if (filters.length === 0 || widgetFiles.length > 0) runners.push(webTestRunner(widgetFiles));
if (runners.length === 0) console.error(`No test file matches ${filters.join(' ')}.`);

const all = runners.map(run);
const sum = {
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.reduce((total, { skipped }) => total + skipped, 0),
};
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exitCode = sum.failed > 0 || runners.length === 0 ? 1 : 0;

/** @param {string[]} selected @returns {Runner} */
function vitest(selected) {
  const totalsFile = join(reportFolder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${totalsFile}`];
  return {
    name: 'Vitest',
    command: ['vitest/vitest.mjs', 'run', ...reporters, ...(filters.length > 0 ? selected : [])],
    totalsFile,
    read: (report) => ({
      passed: report.numPassedTests,
      // A file that did not load fails without any failing test.
      failed: report.numFailedTests + report.testResults.filter(isFailedWithoutTest).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  };
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isFailedWithoutTest(file) {
  return (
    file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')
  );
}

/** @param {string[]} selected @returns {Runner} */
function webTestRunner(selected) {
  return {
    name: '@web/test-runner',
    command: [
      '@web/test-runner/dist/bin.js',
      ...(filters.length > 0 ? ['--files', ...selected] : []),
    ],
    totalsFile: join(reportFolder, 'widget.json'),
    read: (report) => report,
  };
}

/** @param {Runner} runner @returns {Totals} */
function run({ name, command: [script = '', ...args], totalsFile, read }) {
  const env = { ...process.env, WIDGET_TEST_TOTALS: totalsFile };
  const { status, signal, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', script), ...args],
    { cwd: root, stdio: 'inherit', env },
  );
  const totals = existsSync(totalsFile)
    ? read(JSON.parse(readFileSync(totalsFile, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (totals.failed > 0) return totals;
  // From here the totals look good; each of these says that they are not to be believed.
  const trouble =
    error?.message ?? (status !== 0 ? `ended with ${signal ?? `exit code ${status}`}` : '');
  if (trouble !== '') console.error(`${name} ${trouble}.`);
  else if (totals.passed === 0) console.error(`${name} ran no test.`);
  else return totals;
  return { ...totals, failed: 1 };
}
