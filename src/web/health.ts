import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { addMs, type Clock, msBetween } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import type { Guard } from './guard.ts';

/** A platform that was silent for longer counts as out of reach: a long poll returns within half a minute. */
const CONTACT_MAX_AGE_MS = 90_000;
const DAY_MS = 86_400_000;

/**
 * `/healthz`: the process; `/readyz`: the database and the platforms; `/metrics`: figures for Prometheus. States and counts
 * only, never a name, an id or a text: without a password a proxy may show them to anybody.
 */
export function health(store: Store, platforms: readonly ChatAdapter[], clock: Clock, guard: Guard): Hono {
  const contactAge = (platform: ChatAdapter): number | undefined => {
    const last = platform.lastContact();
    return last && msBetween(last, clock());
  };
  const contactAges = () =>
    platforms.flatMap((platform) => {
      const age = contactAge(platform);
      return age === undefined ? [] : [[platform.name, age] as const];
    });
  // What counts for Prometheus is loaded when it first asks: most never do.
  let registry: Registry | undefined;

  const silence = (age: number | undefined): string | undefined => {
    if (age === undefined) return 'no contact yet';
    return age > CONTACT_MAX_AGE_MS ? `no contact for ${Math.round(age / 1000)} s` : undefined;
  };

  /** What concerns single messages or people, and stops nobody else. */
  function notes(): Record<string, string> {
    const since = addMs(clock(), -DAY_MS);
    const unreadable = platforms.reduce((n, platform) => n + (platform.counters?.().unreadable ?? 0), 0);
    const counted = Object.entries({ ...readDeadLetters(since), ...(unreadable > 0 && { unreadable }) });
    return {
      ...(counted.length > 0 && {
        deadLetters: `${counted.map(([kind, n]) => `${n} ${kind}`).join(', ')} in 24 hours, see the log`,
      }),
      ...Object.fromEntries(platforms.flatMap(ofPlatform)),
    };
  }

  function ofPlatform({ name, counters }: ChatAdapter): (readonly [string, string])[] {
    const { devicesLeftOut = 0, caps = [] } = counters?.() ?? {};
    const left = caps.map((cap) => `${cap.left} of ${cap.cap} left for ${cap.of}`).join(', ');
    return [
      ...(devicesLeftOut > 0
        ? [[`${name}Devices`, `${devicesLeftOut} left out for want of keys`] as const]
        : []),
      ...(left ? [[`${name}Cap`, `${left} in 24 hours`] as const] : []),
    ];
  }

  function readDeadLetters(since: Instant) {
    try {
      return store.deadLetters.since(since);
    } catch {
      return {};
    }
  }

  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', guard.passwordOrLocal, (context) => {
    const database = store.trouble();
    const checks: Record<string, string> = { database: database ?? 'ok' };
    for (const platform of platforms) {
      const age = contactAge(platform);
      // What is not taken from a platform for the database's sake makes it silent: that is not its fault.
      const waits = database !== undefined && age !== undefined;
      checks[platform.name] = platform.trouble?.() ?? (waits ? undefined : silence(age)) ?? 'ok';
    }
    const ready = Object.values(checks).every((check) => check === 'ok');
    const status = { status: ready ? 'ok' : 'not ready', ...checks, ...notes() };
    return context.json(status, ready ? 200 : 503);
  });
  app.get('/metrics', guard.passwordOrLocal, async (context) => {
    registry ??= (await import('./metrics.ts')).createMetrics(store, contactAges, platforms);
    context.header('Content-Type', registry.contentType);
    return context.body(await registry.metrics());
  });
  return app;
}
