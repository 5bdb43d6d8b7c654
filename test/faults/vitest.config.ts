import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: minutes, and apart from `npm test`. One file after the other, so that moments stay near the plan. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: './test/build.ts',
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
