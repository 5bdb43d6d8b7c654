import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { ChatRef, Instant, MessageRef, UserRef } from '../../domain/ids.ts';
import { plain } from '../../text/markup.ts';
import { limitPhotoBody, limitSmallBody, readMultipartForm } from '../../web/bodies.ts';
import { explanationOf } from '../explanations.ts';
import { DISTRICT, groupOf } from '../groups.ts';
import { leftOutBefore, parseMoment } from '../moments.ts';
import type { Playground } from '../playground.ts';
import { messageView, viewOf, vocabulary } from '../view.ts';
import { TIME_ZONE, type World } from '../world.ts';
import { readPhoto, sendFile } from './files.ts';

/** A page begins with the last messages of a long conversation. */
const FIRST_MESSAGES = 400;

const words = z.string().check(z.maxLength(4000));
const ref = <Ref extends string>() =>
  z.string().check(z.minLength(1), z.maxLength(100)) as unknown as z.ZodMiniType<Ref>;
const SAY = z.object({
  by: ref<UserRef>(),
  text: words,
  chat: ref<ChatRef>(),
  key: z.optional(z.string().check(z.minLength(8), z.maxLength(60))),
  replyTo: z.optional(ref<MessageRef>()),
  edits: z.optional(ref<MessageRef>()),
  forwards: z.optional(ref<MessageRef>()),
  photo: z.optional(z.instanceof(File)),
});
const PRESS = z.object({ by: ref<UserRef>(), on: ref<MessageRef>(), command: words });
const MOVE = z.object({ to: z.string().check(z.maxLength(60)) });
const RESTART = z.object({ fortnight: z.optional(z.boolean()) });
const JOIN = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });

/** What the page reads: the present state, and the files of messages. */
export function readRoutes(playground: Playground): Hono {
  const app = new Hono();
  app.get('/api/state', async (context) => {
    const world = await playground.world();
    const messages = world.transcript.changedSince(0, FIRST_MESSAGES).map(messageView);
    const seq = Math.max(0, ...messages.map((message) => message.seq));
    return context.json({ ...vocabulary(), view: viewOf(world), now: world.now(), messages, seq });
  });
  app.get('/api/why', async (context) => {
    const { transcript, store } = await playground.world();
    const explanation = explanationOf(transcript, store, context.req.query('ref') as MessageRef);
    return explanation ? context.json(explanation) : context.json({ error: 'not-here' }, 404);
  });
  app.get('/api/files/:id{\\d{1,12}}', async (context) => {
    // Each world numbers its files from 1: the address names it, or a browser would show those of the world before.
    const { id, transcript } = await playground.world();
    const isOfThis = context.req.query('world') === id;
    return sendFile(context, isOfThis ? transcript.file(Number(context.req.param('id'))) : undefined);
  });
  return app;
}

/** What the page changes. After each change every page is sent the present state. */
export function writeRoutes(playground: Playground, refreshAll: () => void): Hono {
  const app = new Hono();
  app.use((context, next) =>
    (context.req.path === '/api/say' ? limitPhotoBody : limitSmallBody)(context, next),
  );
  app.use(async (_, next) => {
    await next();
    refreshAll();
  });
  app.post('/api/say', async (context) => say(context, playground));
  app.post('/api/press', async (context) => {
    const { by, on, command } = PRESS.parse(await context.req.json());
    return context.json(await (await playground.world()).simulator.press(by, on, command));
  });
  app.post('/api/clock', async (context) => moveClock(context, await playground.world()));
  app.post('/api/people', async (context) => {
    const { name } = JOIN.parse(await context.req.json());
    return context.json({ ref: addNewcomer(await playground.world(), name) });
  });
  app.post('/api/restart', async (context) => {
    const { fortnight } = RESTART.parse(await context.req.json());
    await playground.restart(fortnight);
    return context.json({});
  });
  return app;
}

async function say(context: Context, playground: Playground): Promise<Response> {
  const { photo, ...said } = SAY.parse(await readMultipartForm(context));
  const picture = photo && (await readPhoto(photo));
  if (photo && !picture) return context.json({ error: 'no-photo' }, 400);
  if (said.text.trim() === '' && !photo && !said.forwards) return context.json({ error: 'empty' }, 400);
  if (!groupOf(said.chat) && said.chat !== (said.by as string))
    throw new RangeError('a chat of somebody else');
  const world = await playground.world();
  const key = said.key && `say:${said.key}`;
  const message = await world.simulator.say({ ...said, key, photo: picture, named: true });
  return context.json({ ref: message, unanswered: !world.store.read((tx) => tx.inbox.seen(message)) });
}

async function moveClock(context: Context, world: World): Promise<Response> {
  const { to } = MOVE.parse(await context.req.json());
  const { deadline } = world.store.read((tx) => tx.chats.opened(DISTRICT)!);
  const at = parseMoment(to, world.now(), TIME_ZONE, deadline);
  if (!at) return context.json({ error: 'no-moment' }, 400);
  if (at <= world.now()) return context.json({ error: 'past' }, 400);
  const from = world.now();
  await world.advanceTo(at);
  const leftOut = leftOutBefore(at, from, TIME_ZONE);
  return context.json({ now: world.now(), sent: sentSince(world, from), ...(leftOut && { leftOut }) });
}

/** What the bot has said since then, oldest first: where, when, and the first line, unless several begin with it. */
function sentSince({ transcript }: World, from: Instant) {
  const sent = transcript
    .changedSince(0, FIRST_MESSAGES)
    .flatMap(({ message }) => (message.by === 'bot' && message.at > from ? [message] : []));
  const texts = sent.map(({ text }) => plain(text).split('\n'));
  const opensSeveral = (line: string) => texts.filter(([first]) => first === line).length > 1;
  return sent.map(({ ref, chat, at }, i) => {
    const [first] = texts[i]!;
    return { ref, chat, at, line: texts[i]!.find((line) => !opensSeveral(line)) ?? first };
  });
}

/** Adds a person to the group who has no role yet. */
function addNewcomer({ transcript }: World, name: string): UserRef {
  const ref = `simulator:orang-${transcript.people().length + 1}` as UserRef;
  transcript.addPerson(ref, name);
  return ref;
}
