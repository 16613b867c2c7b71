/**
 * Tests that run in Node. Those of the widget run in a browser: see web-test-runner.config.mjs.
 * Two files run at once, as most wait for a disk half of their time; those that measure a browser
 * or set several processes against each other have the machine to themselves afterwards.
 */
import { defineConfig } from 'vitest/config';

// One database server that was named would have files wait for each other.
const together = process.env['TEST_DATABASE_URL'] ? 1 : 2;
const alone = ['test/{e2e,chaos}/**/*.test.ts', 'test/{cli,main}.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/helper/postgres-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/widget/**', ...alone],
          maxWorkers: together,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
