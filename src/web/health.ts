import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import { between, type Clock } from '../clock.ts';
import type { ChatPlatform } from '../platform/platform.ts';
import type { Store } from '../store/store.ts';
import { type Guarded, guard } from './server.ts';

/** A platform that was silent for longer counts as out of reach: a long poll returns within half a minute. */
const CONTACT_MAX_AGE_MS = 90_000;

/** `/healthz`: the process; `/readyz`: the database and the platforms; `/metrics`: figures for Prometheus. */
export function health(
  store: Store,
  platforms: readonly ChatPlatform[],
  clock: Clock,
  guarded: Guarded,
): Hono {
  const contactAge = (platform: ChatPlatform): number | undefined => {
    const last = platform.lastContact();
    return last && between(last, clock());
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

  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  const guarding = guard(guarded);
  app.get('/readyz', guarding, (context) => {
    const checks: Record<string, string> = {};
    try {
      store.check();
      checks.database = 'ok';
    } catch {
      checks.database = 'cannot be read';
    }
    for (const platform of platforms) {
      const age = contactAge(platform);
      checks[platform.name] = platform.trouble?.() ?? silence(age) ?? 'ok';
    }
    const ready = Object.values(checks).every((check) => check === 'ok');
    return context.json({ status: ready ? 'ok' : 'not ready', ...checks }, ready ? 200 : 503);
  });
  app.get('/metrics', guarding, async (context) => {
    registry ??= (await import('./metrics.ts')).createMetrics(store, contactAges);
    context.header('Content-Type', registry.contentType);
    return context.body(await registry.metrics());
  });
  return app;
}
