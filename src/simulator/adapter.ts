import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Acknowledgement,
  type Attachment,
  type ChatAdapter,
  type IncomingMessage,
  type PlatformEvent,
  type Receive,
  type Sendable,
  SendError,
} from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatRef, Instant, MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Log } from '../log.ts';
import { literal } from '../text/markup.ts';
import {
  GROUP,
  GROUP_TITLE,
  type Transcript,
  type TranscriptFile,
  type TranscriptMessage,
} from './transcript.ts';

const BOT: Account = { refs: ['simulator:bot' as UserRef], name: 'Bot Koperasi' };

const RETRY_MS = 1000;

/** What somebody writes. */
export interface TypedMessage {
  readonly by: UserRef | 'anonymous';
  readonly text: string;
  readonly chat?: ChatRef;
  readonly replyTo?: MessageRef | undefined;
  readonly edits?: MessageRef | undefined;
  readonly photo?: Attachment | undefined;
  readonly album?: string | undefined;
  /** They are somebody else's, passed on. */
  readonly forwarded?: boolean | undefined;
  readonly at?: Instant | undefined;
}

export interface Simulator extends ChatAdapter {
  /** Writes a message, or another version of one; resolves once the bot has taken it. Throws RangeError for what is not there. */
  say(words: TypedMessage): Promise<MessageRef>;
  press(by: UserRef, on: MessageRef, command: string): Promise<Acknowledgement>;
}

/** A chat platform without a network: people write through `say` and `press`, and read in the transcript. */
export function createSimulator(transcript: Transcript, clock: Clock, log: Log): Simulator {
  const stopping = new AbortController();
  let receive: Receive | undefined;
  let line: Promise<unknown> = Promise.resolve();

  /** Events go to the bot one by one, each until it is taken; at a stop the rest is kept for the next start. */
  function hand(event: PlatformEvent): Promise<Acknowledgement> {
    const handed = line.then(() => offer(event));
    line = handed;
    return handed;
  }

  async function offer(event: PlatformEvent): Promise<Acknowledgement> {
    while (receive && !stopping.signal.aborted) {
      try {
        const acknowledgement = await receive(event);
        transcript.complete(event.ref);
        return acknowledgement;
      } catch (error) {
        log.error({ err: error }, 'an event was not taken; offering it again');
        await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return {};
  }

  const accountOf = (by: UserRef | 'anonymous'): Account | 'anonymous' =>
    by === 'anonymous' ? 'anonymous' : present(transcript.person(by), by);

  /** What a text is to the bot; its name is taken out of the words. */
  function incoming(words: TypedMessage, sender: Account | 'anonymous'): Omit<IncomingMessage, 'ref'> {
    const chat = words.chat ?? GROUP;
    const quoted = words.replyTo && present(transcript.get(words.replyTo), words.replyTo);
    const text = words.text.replace(/(?<![\w@])@bot\b[,:]?/gi, ' ').trim();
    const called = text !== words.text.trim() || text.startsWith('/') || quoted?.by === 'bot';
    const author = quoted && authorOf(quoted);
    return {
      kind: 'message',
      chat,
      chatKind: chat === GROUP ? 'group' : 'private',
      ...(chat === GROUP && { chatTitle: GROUP_TITLE }),
      sender,
      text,
      ...(words.photo !== undefined && { media: 'photo' as const }),
      ...(words.forwarded && { forwarded: true as const }),
      ...(words.album !== undefined && { album: words.album }),
      addressed: chat !== GROUP || called,
      ...(quoted && { quotes: { ref: quoted.ref, ...(author && { author }) } }),
      sentAt: words.at ?? clock(),
    };
  }

  const authorOf = ({ by }: TranscriptMessage): Account | undefined =>
    by === 'bot' ? BOT : by === 'anonymous' ? undefined : transcript.person(by);

  async function say(words: TypedMessage): Promise<MessageRef> {
    const sender = accountOf(words.by);
    const { edits, replyTo } = words;
    if (edits) return await rewrite(present(transcript.get(edits), edits), words, sender);
    const message = incoming(words, sender);
    let event: IncomingMessage | undefined;
    const { ref } = transcript.append(
      {
        chat: message.chat,
        by: words.by,
        name: sender === 'anonymous' ? GROUP_TITLE : sender.name,
        text: literal(words.text),
        at: message.sentAt,
        edited: false,
        choices: [],
        files: words.photo ? [transcript.addFile(words.photo)] : [],
        ...(replyTo && { quotes: replyTo }),
      },
      { event: (given) => (event = { ...message, ref: given }) },
    );
    await hand(event!);
    return ref;
  }

  async function rewrite(
    earlier: TranscriptMessage,
    words: TypedMessage,
    sender: Account | 'anonymous',
  ): Promise<MessageRef> {
    if (earlier.by !== words.by) throw new RangeError('a message of somebody else');
    const replyTo = words.replyTo ?? earlier.quotes;
    const event: IncomingMessage = {
      ...incoming({ ...words, replyTo, chat: earlier.chat }, sender),
      ...(earlier.files.length > 0 && { media: 'photo' as const }),
      ref: `${earlier.ref}:${randomUUID()}` as MessageRef,
      edits: earlier.ref,
    };
    transcript.update(earlier.ref, { text: literal(words.text), edited: true }, event);
    await hand(event);
    return earlier.ref;
  }

  return {
    name: 'simulator',
    pace: 'unlimited',
    say,

    press(by, on, command) {
      const { chat } = present(transcript.get(on), on);
      const words = { by, text: command, chat };
      const ref = `simulator:press:${randomUUID()}` as MessageRef;
      const event: IncomingMessage = {
        ...incoming(words, accountOf(by)),
        ref,
        addressed: true,
        pressedOn: on,
      };
      transcript.enqueue(event);
      return hand(event);
    },

    async start(to) {
      receive = to;
      for (const event of transcript.pending()) void hand(event);
    },

    split: (content) => [content],

    async send(message, key) {
      try {
        return send(message, key);
      } catch (error) {
        // Not in the transcript, so not sent; a RangeError: it names a file that is not there.
        throw new SendError(error instanceof RangeError ? 'refused' : 'not-sent', String(error));
      }
    },

    lastContact: clock,

    async stop() {
      stopping.abort();
      await line;
    },
  };

  function send(message: Sendable, key: string) {
    const arrived = transcript.findByKey(key);
    if (arrived) return sent(arrived.ref, arrived.files);
    const files = (message.attachments ?? []).map((file) => transcript.addFile(file));
    const body = { text: message.text, choices: message.choices ?? [], files };
    const earlier = message.edits && transcript.get(message.edits);
    if (earlier) {
      transcript.update(earlier.ref, { ...body, edited: true });
      return sent(earlier.ref, files);
    }
    const { to: chat, quotes } = message;
    const shown = { ...body, chat, by: 'bot', name: BOT.name, at: clock(), edited: false } as const;
    const { ref } = transcript.append({ ...shown, ...(quotes && { quotes }) }, { key });
    return sent(ref, files);
  }
}

const sent = (ref: MessageRef, files: readonly TranscriptFile[]) =>
  files.length > 0 ? { ref, uploads: files.map(({ id }) => `${id}`) } : { ref };

function present<T>(found: T | undefined, ref: string): T {
  if (found === undefined) throw new RangeError(`not in this simulator: ${ref}`);
  return found;
}
