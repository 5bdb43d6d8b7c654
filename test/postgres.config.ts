import { defineConfig } from 'vitest/config';

/** `npm run test:postgres`: what depends on the store, on PostgreSQL. */
export default defineConfig({
  test: {
    include: [
      'test/conversations/**/*.test.ts',
      'test/{permissions,schedule,store,outbox,intake,forgetting,refusals,budget,gathering}.test.ts',
      'test/operator/store.test.ts',
      'test/postgres/**/*.test.ts',
      'test/whatsapp/numbers.test.ts',
    ],
    globalSetup: ['./test/build.ts', './test/postgres-cluster.ts'],
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
