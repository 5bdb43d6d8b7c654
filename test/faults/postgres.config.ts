import { defineConfig } from 'vitest/config';

/** `npm run test:postgres`, after the conversations: processes that are killed, on PostgreSQL. */
export default defineConfig({
  test: {
    include: ['test/faults/{kill,whatsapp,takeover,failover,network-cut,rolling-upgrade}.test.ts'],
    globalSetup: ['./test/build.ts', './test/faults/postgres-cluster.ts'],
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
