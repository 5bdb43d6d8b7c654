import { Gauge, Registry } from 'prom-client';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { ageMs, type Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import type { LastBackup, Watched } from './watched.ts';

/** Before every dead letter that is kept; older ones are dropped. */
const BEGINNING = '' as Instant;

/** A figure that is absent cannot be told from one that was never asked for. */
const NO_MESSAGES = { queued: 0, sending: 0, failed: 0, doubtful: 0 };

/** One metric; `read` gives its values now, each with the labels that are named. */
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  read(): readonly Sample[];
}
interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The metrics of `/metrics` in Prometheus' format; each is read when it is asked for. */
export function createMetrics({ store, platforms, clock, lastBackup }: Watched): Registry {
  const registry = new Registry();
  for (const { name, help, labels, read } of [
    ...storeMetrics(store),
    ...platformMetrics(platforms, clock),
    ...capMetrics(platforms),
    ...(lastBackup ? [backupMetric(lastBackup, clock)] : []),
    memoryMetric,
  ])
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      collect() {
        this.reset();
        // The library resets a metric without labels to 0, which would be a value where there is none.
        if (labels.length === 0) this.remove();
        for (const sample of read()) this.set(sample.labels ?? {}, sample.value);
      },
    });
  return registry;
}

const storeMetrics = (store: Store): readonly Metric[] => [
  {
    name: 'kopdes_outbox_messages',
    help: 'Messages in the outbox by state',
    labels: ['state'],
    read: () =>
      Object.entries({ ...NO_MESSAGES, ...store.read((tx) => tx.outbox.counts()) }).map(([state, value]) => ({
        labels: { state },
        value,
      })),
  },
  {
    name: 'kopdes_dead_letters',
    help: 'What could not be dealt with and was set aside in the last 30 days, by kind',
    labels: ['kind'],
    read: () =>
      Object.entries(store.deadLetters.since(BEGINNING)).map(([kind, value]) => ({
        labels: { kind },
        value,
      })),
  },
  {
    name: 'kopdes_database_ok',
    help: '1 while the database can be read and written and no damage was found',
    labels: [],
    read: () => [{ value: store.trouble() === undefined ? 1 : 0 }],
  },
  {
    name: 'kopdes_groups_linked',
    help: 'Groups linked to a kecamatan',
    labels: [],
    read: () => [{ value: store.read((tx) => tx.chats.countLinked()) }],
  },
];

function platformMetrics(platforms: readonly ChatAdapter[], clock: Clock): readonly Metric[] {
  const labels = ['platform'];
  /** The values of the platforms that have one. */
  const byPlatform = (read: (platform: ChatAdapter) => number | undefined): readonly Sample[] =>
    platforms.flatMap((platform) => {
      const value = read(platform);
      return value === undefined ? [] : [{ labels: { platform: platform.name }, value }];
    });
  const contactAge = (platform: ChatAdapter): number => {
    const last = platform.lastContact();
    return last ? ageMs(last, clock()) / 1000 : Number.POSITIVE_INFINITY;
  };
  return [
    {
      name: 'kopdes_platform_contact_age_seconds',
      help: 'Time since the platform was last heard from; infinite until it is',
      labels,
      read: () => byPlatform(contactAge),
    },
    {
      name: 'kopdes_platform_unreadable_total',
      help: 'What came from the platform and could not be read, since the start',
      labels,
      read: () => byPlatform((platform) => platform.counters?.().unreadable),
    },
    {
      name: 'kopdes_platform_devices_left_out_total',
      help: 'Devices that messages went past for want of keys, since the start',
      labels,
      read: () => byPlatform((platform) => platform.counters?.().devicesLeftOut),
    },
    {
      name: 'kopdes_platform_retry_requests_total',
      help: 'How often phones could not read a message and asked for it again, since the start',
      labels,
      read: () => byPlatform((platform) => platform.counters?.().retryRequests),
    },
  ];
}

/** The daily caps that a platform sends under, and what is left of them. */
function capMetrics(platforms: readonly ChatAdapter[]): readonly Metric[] {
  const read = (key: 'cap' | 'left'): readonly Sample[] =>
    platforms.flatMap(({ name, counters }) =>
      (counters?.().caps ?? []).map(({ of, ...cap }) => ({
        labels: { platform: name, of },
        value: cap[key],
      })),
    );
  const labels = ['platform', 'of'];
  return [
    {
      name: 'kopdes_platform_daily_cap',
      help: 'Messages that may go out in 24 hours',
      labels,
      read: () => read('cap'),
    },
    {
      name: 'kopdes_platform_daily_left',
      help: 'What is left of these',
      labels,
      read: () => read('left'),
    },
  ];
}

const backupMetric = (lastBackup: LastBackup, clock: Clock): Metric => ({
  name: 'kopdes_backup_age_seconds',
  help: 'Time since the last good backup; infinite while there is none, absent while nobody says where they are',
  labels: [],
  read: () => {
    const last = lastBackup();
    if (last === 'unknown') return [];
    return [{ value: last ? ageMs(last, clock()) / 1000 : Number.POSITIVE_INFINITY }];
  },
});

const memoryMetric: Metric = {
  name: 'process_resident_memory_bytes',
  help: 'Resident memory',
  labels: [],
  read: () => [{ value: process.memoryUsage.rss() }],
};
