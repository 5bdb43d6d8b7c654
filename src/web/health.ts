import { setImmediate as nextTurn } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { addMs, ageMs } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import type { Guard } from './guard.ts';
import { BACKUP_MAX_AGE_HOURS, CONTACT_MAX_AGE_MS, type LastBackup, type Watched } from './watched.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * `/healthz` answers for the process, `/readyz` for the database and the platforms, `/metrics` with figures for Prometheus.
 * They show states and counts, never a name, an id or a text: where no password is set, a proxy may show them to anybody.
 */
export function health(watched: Watched, guard: Guard): Hono {
  const { store, platforms, clock } = watched;
  let registry: Registry | undefined;
  /** The Prometheus library is loaded with the first request for it, since most installations never send one. */
  async function load(): Promise<Registry> {
    const { createMetrics } = await import('./metrics.ts');
    await nextTurn();
    return createMetrics(watched);
  }
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', guard.passwordOrLocal, (context) => {
    const checks = checkAll(store, platforms, clock());
    const isReady = Object.values(checks).every((check) => check === 'ok');
    const status = { status: isReady ? 'ok' : 'not ready', ...checks, ...notes(watched) };
    return context.json(status, isReady ? 200 : 503);
  });
  app.get('/metrics', guard.passwordOrLocal, async (context) => {
    registry ??= await load();
    context.header('Content-Type', registry.contentType);
    return context.body(await registry.metrics());
  });
  return app;
}

/** "ok" or what is wrong, for the database and for each platform. */
function checkAll(store: Store, platforms: readonly ChatAdapter[], now: Instant): Record<string, string> {
  const database = store.trouble();
  const checkPlatform = (platform: ChatAdapter): string => {
    const last = platform.lastContact();
    // While the database cannot be written, events are not accepted, so that silence is not the platform's fault.
    const isHeldBack = database !== undefined && last !== undefined;
    return platform.trouble?.() ?? (isHeldBack ? undefined : silence(last, now)) ?? 'ok';
  };
  const checks = platforms.map((platform) => [platform.name, checkPlatform(platform)]);
  return { database: database ?? 'ok', ...Object.fromEntries(checks) };
}

function silence(lastContact: Instant | undefined, now: Instant): string | undefined {
  if (lastContact === undefined) return 'no contact yet';
  const age = ageMs(lastContact, now);
  return age > CONTACT_MAX_AGE_MS ? `no contact for ${Math.round(age / 1000)} s` : undefined;
}

/** Dead letters, devices without keys and daily caps: they concern single messages or people, so the bot is ready all the same. */
function notes({ store, platforms, clock, lastBackup }: Watched): Record<string, string> {
  const now = clock();
  const unreadable = platforms.reduce((n, platform) => n + (platform.counters?.().unreadable ?? 0), 0);
  const counts = Object.entries({
    ...countDeadLetters(store, addMs(now, -DAY_MS)),
    ...(unreadable > 0 && { unreadable }),
  });
  return {
    ...(counts.length > 0 && {
      deadLetters: `${counts.map(([kind, n]) => `${n} ${kind}`).join(', ')} in 24 hours, see the log`,
    }),
    ...(lastBackup && { backup: backupNote(lastBackup(), now) }),
    ...Object.assign({}, ...platforms.map(platformNotes)),
  };
}

function backupNote(last: ReturnType<LastBackup>, now: Instant): string {
  if (last === undefined) return 'warn: none yet';
  if (last === 'unknown') return 'unknown: not made by the bot, and BACKUP_DIR does not say where they are';
  const hours = Math.round(ageMs(last, now) / HOUR_MS);
  return hours > BACKUP_MAX_AGE_HOURS ? `warn: the last good one is ${hours} hours old, see the log` : 'ok';
}

function platformNotes({ name, counters }: ChatAdapter): Record<string, string> {
  const { devicesLeftOut = 0, caps = [] } = counters?.() ?? {};
  const left = caps.map((cap) => `${cap.left} of ${cap.cap} left for ${cap.of}`).join(', ');
  return {
    ...(devicesLeftOut > 0 && { [`${name}Devices`]: `${devicesLeftOut} left out for want of keys` }),
    ...(left && { [`${name}Cap`]: `${left} in 24 hours` }),
  };
}

/** By kind; none where the database cannot be read, which its own check reports. */
function countDeadLetters(store: Store, since: Instant): Readonly<Record<string, number>> {
  try {
    return store.deadLetters.since(since);
  } catch {
    return {};
  }
}
