import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: minutes, and apart from `npm test`. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: './test/build.ts',
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
