import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:faults` takes minutes, and `npm run test:postgres` a server.
    exclude: ['test/faults/**', 'test/postgres/**'],
    globalSetup: './test/build.ts',
    // Vitest leaves one core free, and half of two is much.
    maxWorkers: '100%',
    // Bounds for what hangs, which a machine that is slow or stands still for a while does not reach.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
