import { Gauge, Registry } from 'prom-client';
import type { PlatformName } from '../platform/platform.ts';
import type { Store } from '../store/store.ts';

/** The figures of `/metrics` in Prometheus' format; `contactAges`: ms since each platform was heard from. */
export function createMetrics(
  store: Store,
  contactAges: () => readonly (readonly [PlatformName, ms: number])[],
): Registry {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'kopdes_outbox_messages',
    help: 'Messages in the outbox by state',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      for (const [state, n] of Object.entries(store.outbox.counts())) this.set({ state }, n);
    },
  });
  new Gauge({
    name: 'kopdes_platform_contact_age_seconds',
    help: 'Time since the platform was last heard from',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, ms] of contactAges()) this.set({ platform }, ms / 1000);
    },
  });
  new Gauge({
    name: 'kopdes_groups_linked',
    help: 'Groups linked to a kecamatan',
    registers,
    collect() {
      this.set(store.chats.linked().length);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return registry;
}
