import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the source and run in Node; what needs a browser is in e2e. */
export default defineConfig({
  test: {
    include: ['{main,renderer,content,e2e}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // As in e2e: a stalled machine is no fault of ours, a test that fails twice is.
    retry: process.env['CI'] === undefined ? 0 : 1,
  },
});
