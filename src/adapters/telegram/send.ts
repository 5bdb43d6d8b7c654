import type { Message } from 'grammy/types';
import { GrammyError } from 'grammy/web';
import type { Log } from '../../log.ts';
import { literal, plain } from '../../text/markup.ts';
import { type Sendable, SendError, type Sent } from '../adapter.ts';
import type { CallApi } from './api.ts';
import { type Call, encode, type Form } from './encode.ts';
import { sendError } from './errors.ts';
import { messageRef } from './refs.ts';

export interface SendOptions {
  readonly ask: CallApi;
  readonly username: string;
  readonly sendMs: number;
  readonly uploadMs: number;
  readonly log: Log;
}

/** Sends a message. Where Telegram refuses its form, a simpler form is sent instead. Throws `SendError`. */
export async function sendForm(form: Form, options: SendOptions): Promise<Sent> {
  let repeatable = false;
  try {
    const call = encode(form, options.username);
    // A repeated edit shows the same.
    repeatable = call.method.startsWith('edit');
    const uploads = form.attachments?.some((file) => file.source instanceof Uint8Array);
    return sentOf(await perform(call, options.ask, uploads ? options.uploadMs : options.sendMs), form);
  } catch (error) {
    if (error instanceof SendError) throw error;
    const refusal = error instanceof GrammyError && error.error_code === 400 ? error.description : '';
    if (form.edits && /message is not modified/i.test(refusal)) return { ref: form.edits };
    const next = simpler(form, refusal);
    if (!next) throw sendError(error, repeatable);
    options.log.info({ refusal }, 'message refused, will be sent in a simpler form');
    return await sendForm(next, options);
  }
}

type Result = Message | readonly Message[] | true;

const perform = (call: Call, ask: CallApi, ms: number): Promise<Result> =>
  ask(ms, (api, signal) => {
    // Each method of the union has its own payload, which TypeScript cannot follow through an index.
    const method = api[call.method] as (payload: Call['payload'], signal: unknown) => Promise<Result>;
    return method(call.payload, signal);
  });

/** Throws `SendError` where the answer to a new message names none: it may have been a proxy's. */
function sentOf(result: Result, form: Form): Sent {
  const messages = result === true ? [] : [result].flat();
  const [first] = messages;
  const ref = first?.chat ? messageRef(first.chat.id, first.message_id) : form.edits;
  if (!ref) throw new SendError('unknown', 'Telegram returned no message');
  const uploads = messages.map(({ photo, document }) => (photo?.at(-1) ?? document)?.file_id ?? '');
  return form.attachments?.length ? { ref, uploads } : { ref };
}

/** By Telegram's refusal: how to simplify the form. A remedy that would change nothing gives undefined, so that each is tried once. */
const REMEDIES: readonly (readonly [RegExp, (form: Form) => Form | undefined])[] = [
  [/no text in the message to edit/i, (form) => (form.captioned ? undefined : { ...form, captioned: true })],
  // Too old, deleted, or of a kind that cannot become this one.
  [
    /can't be edited|message to edit|MESSAGE_ID_INVALID/i,
    (form) => (form.edits ? without(form, 'edits') : undefined),
  ],
  [/thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i, inAnotherTopic],
  // In a forum's topic `allow_sending_without_reply` does not help where the quoted message is gone.
  [
    /to be replied not found|REPLY_MESSAGE_ID/i,
    (form) => (form.quotes ? without(form, 'quotes') : undefined),
  ],
  [
    /can't parse entities/i,
    (form) => {
      const text = literal(plain(form.text));
      return text === form.text ? undefined : { ...form, text };
    },
  ],
  // Bot API, sendPhoto: 10 MB, width and height 10000 together, ratio 20; a document may have any
  // shape. A picture that was sent as a document before has a document's id.
  [
    /PHOTO_INVALID_DIMENSIONS|too big for a photo|of type Document as Photo/i,
    ({ attachments = [], ...form }) =>
      attachments.some((file) => file.as === 'picture')
        ? { ...form, attachments: attachments.map((file) => ({ ...file, as: 'document' })) }
        : undefined,
  ],
];

/** A new message in the topic where somebody last wrote, then in the general one. A quote would lead back into its own topic. */
function inAnotherTopic(form: Form): Form | undefined {
  const { thread, lastThread } = form;
  const elsewhere = without(form, 'thread', 'lastThread', 'quotes', 'edits');
  if (lastThread !== undefined && lastThread !== thread) return { ...elsewhere, thread: lastThread };
  return thread === undefined ? undefined : elsewhere;
}

const simpler = (form: Form, refusal: string): Form | undefined =>
  REMEDIES.find(([pattern]) => pattern.test(refusal))?.[1](form);

function without(form: Form, ...keys: readonly ('edits' | 'thread' | 'lastThread' | 'quotes')[]): Form {
  const left: { -readonly [K in keyof Sendable]: Sendable[K] } = { ...form };
  for (const key of keys) delete left[key];
  return left;
}
