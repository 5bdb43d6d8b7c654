import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:faults` takes minutes, and `npm run test:postgres` a server.
    exclude: ['test/faults/**', 'test/postgres/**'],
    globalSetup: './test/build.ts',
    testTimeout: 30_000,
  },
});
