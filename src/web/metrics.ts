import { Gauge, Registry } from 'prom-client';
import type { AdapterCounters, ChatAdapter } from '../adapters/adapter.ts';
import type { Instant, PlatformName } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** All that is kept of dead letters: older ones are dropped. */
const BEGINNING = '' as Instant;

/** The figures of `/metrics` in Prometheus' format; `contactAges`: ms since each platform was heard from. */
export function createMetrics(
  store: Store,
  contactAges: () => readonly (readonly [PlatformName, ms: number])[],
  platforms: readonly ChatAdapter[],
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
  const figures = (read: (figures: AdapterCounters) => number | undefined) =>
    platforms.flatMap(({ name, counters: all }) => {
      const value = all && read(all());
      return value === undefined ? [] : [{ platform: name, value }];
    });
  new Gauge({
    name: 'kopdes_dead_letters',
    help: 'What could not be dealt with and was set aside in the last 30 days, by kind',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset();
      for (const [kind, n] of Object.entries(store.deadLetters.since(BEGINNING))) this.set({ kind }, n);
    },
  });
  new Gauge({
    name: 'kopdes_platform_unreadable_total',
    help: 'What came from the platform and could not be read, since the start',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { platform, value } of figures(({ unreadable }) => unreadable))
        this.set({ platform }, value);
    },
  });
  new Gauge({
    name: 'kopdes_platform_devices_left_out_total',
    help: 'Devices that messages went past for want of keys, since the start',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { platform, value } of figures(({ devicesLeftOut }) => devicesLeftOut))
        this.set({ platform }, value);
    },
  });
  for (const [key, help] of [
    ['cap', 'Messages that may go out in 24 hours'],
    ['left', 'What is left of these'],
  ] as const)
    new Gauge({
      name: `kopdes_platform_daily_${key}`,
      help,
      labelNames: ['platform', 'of'],
      registers,
      collect() {
        for (const { name, counters: all } of platforms)
          for (const { of, ...cap } of all?.().caps ?? []) this.set({ platform: name, of }, cap[key]);
      },
    });
  new Gauge({
    name: 'kopdes_database_ok',
    help: '1 while the database can be read and written and no damage was found',
    registers,
    collect() {
      this.set(store.trouble() === undefined ? 1 : 0);
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
