import { Hono } from 'hono';
import { compress } from 'hono/compress';
// By its own path: through `z.core` the whole of zod would be bundled and loaded.
import { $ZodError } from 'zod/v4/core';
import { MalformedBody } from '../../web/bodies.ts';
import type { Guard } from '../../web/guard.ts';
import { sameOrigin, securityHeaders } from '../../web/origin.ts';
import type { Playground } from '../playground.ts';
import { readRoutes, writeRoutes } from './api.ts';
import { assets } from './assets.ts';
import { createEventStreams } from './events.ts';

/** The simulator's page and its API. Every route is behind the guard, and no other site's page can use it. */
export function simulatorPage(playground: Playground, guard: Guard): Hono {
  const app = new Hono();
  const { stream, refreshAll } = createEventStreams(playground);
  app.use(securityHeaders, guard.passwordOrLocal, sameOrigin, compress());
  app.onError((error, context) =>
    isBadRequest(error) ? context.json({ error: 'not-here' }, 400) : context.json({ error: 'fault' }, 503),
  );
  app.route('/', assets());
  app.get('/api/events', stream);
  app.route('/', readRoutes(playground));
  app.route('/', writeRoutes(playground, refreshAll));
  return app;
}

/** A body of the wrong shape, or one that names a message, a person or a file that does not exist. */
const isBadRequest = (error: Error): boolean =>
  [$ZodError, RangeError, SyntaxError, MalformedBody].some((kind) => error instanceof kind);
