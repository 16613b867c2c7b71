/** Tests that run in Node. Those of the widget run in a browser: see web-test-runner.config.mjs. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/widget/**'],
    globalSetup: ['test/helper/postgres-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
