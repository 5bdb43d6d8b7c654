import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes: `npm run test:faults`.
    exclude: ['test/faults/**'],
    globalSetup: './test/build.ts',
    testTimeout: 30_000,
  },
});
