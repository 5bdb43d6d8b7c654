import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { MessageRef, UserRef } from '../../domain/ids.ts';
import { root } from '../../paths.ts';
import { limitPhotoBody, limitSmallBody, readMultipartForm } from '../../web/bodies.ts';
import type { Guard } from '../../web/guard.ts';
import { sameOrigin, securityHeaders } from '../../web/origin.ts';
import { parseMoment } from '../moments.ts';
import { DISTRICT } from '../people.ts';
import type { Playground } from '../playground.ts';
import { messageView, viewOf, vocabulary } from '../view.ts';
import { TIME_ZONE, type World } from '../world.ts';
import { createEventStreams } from './events.ts';
import { readPhoto, sendFile } from './files.ts';

const PAGE = `${root}src/simulator/web/page/`;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const FONTS: Readonly<Record<string, string>> = {
  '400': '400Regular/Inter_400Regular.ttf',
  '600': '600SemiBold/Inter_600SemiBold.ttf',
};
/** How much of a long conversation a page begins with. */
const FIRST_MESSAGES = 400;

const words = z.string().check(z.maxLength(4000));
const ref = <Ref extends string>() =>
  z.string().check(z.minLength(1), z.maxLength(100)) as unknown as z.ZodMiniType<Ref>;
const SAY = z.object({
  by: ref<UserRef>(),
  text: words,
  replyTo: z.optional(ref<MessageRef>()),
  edits: z.optional(ref<MessageRef>()),
  photo: z.optional(z.instanceof(File)),
});
const PRESS = z.object({ by: ref<UserRef>(), on: ref<MessageRef>(), command: words });
const MOVE = z.object({ to: z.string().check(z.maxLength(60)) });
const JOIN = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });

/** The simulator's page and what it asks for. Nothing here is reached past the guard, or from another site's page. */
export function simulatorPage(playground: Playground, guard: Guard): Hono {
  const app = new Hono();
  const { stream: follow, refreshAll: wake } = createEventStreams(playground);
  app.use(securityHeaders, guard.passwordOrLocal, sameOrigin);
  app.onError((error, context) =>
    error instanceof z.core.$ZodError || error instanceof RangeError || error instanceof SyntaxError
      ? context.json({ error: 'not-here' }, 400)
      : context.json({ error: 'fault' }, 503),
  );

  app.get('/', (context) => asset(context, 'index.html'));
  app.get('/page/:name{[a-z-]+\\.(css|js|svg)}', (context) => asset(context, context.req.param('name')));
  app.get('/font/:weight{400|600}', async (context) => {
    const path = createRequire(import.meta.url).resolve(
      `@expo-google-fonts/inter/${FONTS[context.req.param('weight')]}`,
    );
    context.header('Cache-Control', 'max-age=604800');
    return context.body(await readFile(path), 200, { 'Content-Type': 'font/ttf' });
  });

  app.get('/api/state', async (context) => {
    const world = await playground.world();
    const messages = world.transcript.changedSince(0, FIRST_MESSAGES).map(messageView);
    const seq = Math.max(0, ...messages.map((message) => message.seq));
    return context.json({ ...vocabulary(), view: viewOf(world), now: world.now(), messages, seq });
  });
  app.get('/api/events', follow);
  app.get('/api/files/:id{\\d{1,12}}', async (context) =>
    sendFile(context, (await playground.world()).transcript.file(Number(context.req.param('id')))),
  );

  app.use((context, next) =>
    (context.req.path === '/api/say' ? limitPhotoBody : limitSmallBody)(context, next),
  );
  app.use(async (_, next) => {
    await next();
    wake();
  });

  app.post('/api/say', async (context) => {
    const { photo, ...said } = SAY.parse(await readMultipartForm(context));
    const picture = photo && (await readPhoto(photo));
    if (photo && !picture) return context.json({ error: 'no-photo' }, 400);
    if (said.text.trim() === '' && !photo) return context.json({ error: 'empty' }, 400);
    const world = await playground.world();
    const message = await world.simulator.say({ ...said, photo: picture });
    return context.json({ ref: message, unanswered: !world.store.inbox.seen(message) });
  });
  app.post('/api/press', async (context) => {
    const { by, on, command } = PRESS.parse(await context.req.json());
    return context.json(await (await playground.world()).simulator.press(by, on, command));
  });
  app.post('/api/clock', async (context) => {
    const world = await playground.world();
    const { to } = MOVE.parse(await context.req.json());
    const at = parseMoment(to, world.now(), TIME_ZONE, world.store.chats.district(DISTRICT)!.deadline);
    if (!at) return context.json({ error: 'no-moment' }, 400);
    if (at <= world.now()) return context.json({ error: 'past' }, 400);
    await world.advanceTo(at);
    return context.json({ now: world.now() });
  });
  app.post('/api/people', async (context) => {
    const { name } = JOIN.parse(await context.req.json());
    return context.json({ ref: join(await playground.world(), name) });
  });
  app.post('/api/restart', async (context) => {
    await playground.restart();
    return context.json({});
  });
  return app;
}

async function asset(context: Context, name: string): Promise<Response> {
  const bytes = await readFile(`${PAGE}${name}`).catch(() => undefined);
  if (!bytes) return context.notFound();
  context.header('Cache-Control', 'no-cache');
  return context.body(bytes, 200, { 'Content-Type': TYPES[name.slice(name.lastIndexOf('.') + 1)]! });
}

/** Somebody new in the group, not registered. */
function join({ transcript }: World, name: string): UserRef {
  const ref = `simulator:orang-${transcript.people().length + 1}` as UserRef;
  transcript.addPerson(ref, name);
  return ref;
}
