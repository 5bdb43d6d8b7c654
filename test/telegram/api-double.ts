import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Message, Update } from 'grammy/types';
import { createWatch } from '../watch.ts';

/** A call as the double got it: files as their names and sizes. */
export interface RecordedCall {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of a payload says its type.
  readonly payload: Record<string, any>;
  readonly files: Readonly<Record<string, { readonly name: string; readonly bytes: number }>>;
  /** Set once the call took effect; a dropped or refused one has none. */
  result?: unknown;
}

/**
 * What goes wrong with a call: an error of the API, a connection closed before or after the call took effect, a page of
 * a gateway, another protocol or any JSON instead of an answer, a late answer, or none.
 */
export type Fault =
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description?: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'drop' | 'drop-after' | 'gateway' | 'switch' | 'hang' }
  | { readonly kind: 'instead'; readonly json: string }
  | { readonly kind: 'delay'; readonly ms: number };

/** What ends a poll that waits. */
type Rival = 'other getUpdates' | 'setWebhook';

interface PlannedFault {
  readonly method: string;
  readonly fault: Fault;
  readonly when: (call: RecordedCall) => boolean;
  left: number;
}

export interface ApiDoubleOptions {
  readonly token?: string;
  readonly username?: string;
  /** Its clock, which dates its answers; the machine's unless given. */
  readonly clock?: () => string;
  /** Privacy mode is off. */
  readonly seesAll?: boolean;
  readonly port?: number;
  /** Refuses messages beyond so many within a second over all, and within a minute in one group, with 429. */
  readonly limits?: { readonly perSecond: number; readonly perMinuteInGroup: number };
}

export type ApiDouble = Awaited<ReturnType<typeof startApiDouble>>;

const BOT_ID = 4242;
export const TOKEN = `${BOT_ID}:AAHdouble-of-the-Bot-API-only-for-tests`;

/** Methods that make or change a message, and where its text is. */
const SAYS: Readonly<Record<string, 'text' | 'caption' | undefined>> = {
  sendMessage: 'text',
  sendPhoto: 'caption',
  sendDocument: 'caption',
  sendMediaGroup: 'caption',
  editMessageText: 'text',
  editMessageCaption: 'caption',
  editMessageMedia: 'caption',
};

/**
 * A Bot API server over HTTP for one bot: serves the updates that are queued until they are confirmed, keeps what the
 * bot says, records every call, and fails as told. It knows no chats: every chat can be written to.
 */
export async function startApiDouble(options: ApiDoubleOptions = {}) {
  const { token = TOKEN, username = 'kopdes_bot', seesAll = false, port = 0, limits, clock } = options;
  const me = {
    id: BOT_ID,
    is_bot: true,
    first_name: 'Kopdes',
    username,
    can_read_all_group_messages: seesAll,
  };
  const calls: RecordedCall[] = [];
  const messages: Message[] = [];
  const faults: PlannedFault[] = [];
  const sockets = new Set<Socket>();
  // Asked again whenever a call came in, had its effect, or was answered.
  const { watch, until } = createWatch();

  let updates: Update[] = [];
  let confirmed = 0;
  let lastUpdate = 1000;
  let lastMessage = 500;
  let lastFile = 0;
  let waiting: ((how: 'updates' | Rival) => void) | undefined;

  const callsOf = (method: string): RecordedCall[] => calls.filter((call) => call.method === method);

  function queue(
    ...bodies: readonly (Omit<Update, 'update_id'> & { readonly update_id?: number })[]
  ): number[] {
    const queued = bodies.map((body) => ({ update_id: ++lastUpdate, ...body }) as Update);
    updates.push(...queued);
    waiting?.('updates');
    return queued.map((update) => update.update_id);
  }

  function fault(method: string, what: Fault, times = 1, when: PlannedFault['when'] = () => true): void {
    faults.push({ method, fault: what, left: times, when });
  }

  /** What was planned to go wrong goes well from now on. */
  function heal(): void {
    faults.length = 0;
  }

  async function getUpdates(payload: RecordedCall['payload'], socket: Socket): Promise<Reply> {
    const { offset, limit = 100, timeout = 0 } = payload;
    if (offset !== undefined) {
      updates = updates.filter((update) => update.update_id >= offset);
      confirmed = Math.max(confirmed, offset);
    }
    waiting?.('other getUpdates');
    if (updates.length === 0 && timeout > 0) {
      const how = await new Promise<'updates' | Rival>((resolve) => {
        const closed = () => end('updates');
        const timer = setTimeout(closed, timeout * 1000);
        const end = (outcome: 'updates' | Rival) => {
          clearTimeout(timer);
          socket.off('close', closed);
          if (waiting === end) waiting = undefined;
          resolve(outcome);
        };
        waiting = end;
        socket.once('close', closed);
        watch();
      });
      if (how !== 'updates') return failure(409, `Conflict: terminated by ${how} request`);
    }
    return { ok: true, result: socket.destroyed ? [] : updates.slice(0, limit) };
  }

  const saidAt: { readonly chat: number; readonly at: number }[] = [];

  /** Seconds until this chat may be written to; 0 when it may be now. */
  function tooMany(chat: number): number {
    if (!limits) return 0;
    const now = performance.now();
    while (saidAt.length > 0 && saidAt[0]!.at <= now - 60_000) saidAt.shift();
    const inSecond = saidAt.filter(({ at }) => at > now - 1000).length;
    const inGroup = chat < 0 ? saidAt.filter((said) => said.chat === chat).length : 0;
    if (inSecond >= limits.perSecond) return 1;
    if (inGroup >= limits.perMinuteInGroup) return 60;
    saidAt.push({ chat, at: now });
    return 0;
  }

  function newMessage(call: RecordedCall, item: RecordedCall['payload'], text: string | undefined): Message {
    const file = () => ({ file_id: `file-${++lastFile}`, file_unique_id: `unique-${lastFile}` });
    const kind = item.type ?? (call.method === 'sendPhoto' ? 'photo' : 'document');
    const media =
      call.method === 'sendMessage' || call.method === 'editMessageText'
        ? {}
        : { [kind]: kind === 'photo' ? [file(), file()] : file() };
    const message = {
      message_id: ++lastMessage,
      date: 1_700_000_000,
      from: me,
      chat: {
        id: Number(call.payload.chat_id),
        type: Number(call.payload.chat_id) < 0 ? 'supergroup' : 'private',
      },
      ...media,
      ...(text !== undefined && { [SAYS[call.method]!]: text }),
      ...(call.payload.reply_markup && { reply_markup: call.payload.reply_markup }),
    };
    messages.push(message as unknown as Message);
    return message as unknown as Message;
  }

  function say(call: RecordedCall): Reply {
    const { method, payload } = call;
    const retry_after = tooMany(Number(payload.chat_id));
    if (retry_after > 0)
      return failure(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    if (method === 'sendMediaGroup')
      return {
        ok: true,
        result: payload.media.map((item: RecordedCall['payload']) => newMessage(call, item, item.caption)),
      };
    const text = payload.media?.caption ?? payload[SAYS[method]!];
    if (method.startsWith('send')) return { ok: true, result: newMessage(call, {}, text) };
    const target = messages.find(
      (m) => m.chat.id === Number(payload.chat_id) && m.message_id === Number(payload.message_id),
    );
    if (!target) return failure(400, 'Bad Request: message to edit not found');
    if (method === 'editMessageText' && target.text === undefined)
      return failure(400, 'Bad Request: there is no text in the message to edit');
    const before = JSON.stringify(target);
    Object.assign(target, { [SAYS[method]!]: text, reply_markup: payload.reply_markup });
    if (method !== 'editMessageMedia' && JSON.stringify(target) === before)
      return failure(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    return { ok: true, result: target };
  }

  /** Bot API, ReactionTypeEmoji: some of the emoji that bots may use. */
  function react({ payload }: RecordedCall): Reply {
    const known = ['👍', '👌', '🙏', '✍', '👀', '🎉'].includes(payload.reaction?.[0]?.emoji);
    return known ? { ok: true, result: true } : failure(400, 'Bad Request: REACTION_INVALID');
  }

  function answer(call: RecordedCall, socket: Socket): Reply | Promise<Reply> {
    if (call.method === 'getUpdates') return getUpdates(call.payload, socket);
    if (call.method === 'getMe') return { ok: true, result: me };
    if (call.method in SAYS) return say(call);
    if (call.method === 'setMessageReaction') return react(call);
    if (['deleteWebhook', 'setMyCommands', 'answerCallbackQuery'].includes(call.method))
      return { ok: true, result: true };
    return failure(404, 'Not Found: method not found');
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    const call = await read(request);
    if (!request.url!.startsWith(`/bot${token}/`)) return reply(response, failure(401, 'Unauthorized'));
    calls.push(call);
    const planned = faults.find(({ method, when, left }) => left > 0 && method === call.method && when(call));
    if (planned) planned.left -= 1;
    const what = planned?.fault;
    watch();

    if (what?.kind === 'drop') return void socket.destroy();
    if (what?.kind === 'hang') return;
    if (what?.kind === 'gateway') return void response.writeHead(502).end('<html>502 Bad Gateway</html>');
    if (what?.kind === 'switch')
      return void socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
      );
    if (what?.kind === 'instead') return void response.writeHead(200).end(what.json);
    if (what?.kind === 'error')
      return reply(response, failure(what.code, what.description ?? 'Error', what.parameters));
    const outcome = await answer(call, socket);
    if (outcome.ok) call.result = outcome.result;
    watch();
    if (what?.kind === 'drop-after') return void socket.destroy();
    if (what?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, what.ms));
    if (clock) response.setHeader('date', new Date(clock()).toUTCString());
    reply(response, outcome);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => reply(response, failure(500, `double: ${error}`)));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      watch();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    me,
    calls,
    /** What the bot has said, as it is shown now. */
    messages,
    callsOf,
    queue,
    fault,
    heal,
    until,
    /** The offset up to which updates were confirmed. */
    confirmed: () => confirmed,
    unconfirmed: () => updates.length,
    /** Another poller came, or somebody set a webhook and removed it: the poll that waits is ended. */
    conflict: (by: Rival = 'other getUpdates') => waiting?.(by),
    /** A poll waits for updates. */
    polled: () => waiting !== undefined,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Reply =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    };

const failure = (
  error_code: number,
  description: string,
  parameters?: Readonly<Record<string, number>>,
): Reply => ({
  ok: false,
  error_code,
  description,
  ...(parameters && { parameters }),
});

function reply(response: ServerResponse, body: Reply): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(body.ok ? 200 : body.error_code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<RecordedCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const method = request.url!.split('/').at(-1)!;
  const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
  if (!boundary) return { method, payload: body.length > 0 ? JSON.parse(body.toString()) : {}, files: {} };

  const payload: RecordedCall['payload'] = {};
  const files: Record<string, { name: string; bytes: number }> = {};
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const [, field, file] = /name="([^"]*)"(?:;\s*filename=([^\r\n]*))?/.exec(part.slice(0, end))!;
    const value = part.slice(end + 4, -2);
    if (file !== undefined) files[field!] = { name: file, bytes: value.length };
    else payload[field!] = parsed(field!, Buffer.from(value, 'latin1').toString());
  }
  return { method, payload, files };
}

/** A form has text only: what is JSON in it is read as such. */
function parsed(field: string, value: string): unknown {
  if (field === 'caption' || field === 'text') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
