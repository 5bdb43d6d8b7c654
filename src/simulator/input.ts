import { randomUUID } from 'node:crypto';
import type { Acknowledgement, IncomingMessage, PlatformEvent } from '../adapters/adapter.ts';
import type { Instant, MessageRef, UserRef } from '../domain/ids.ts';
import { literal, plain } from '../text/markup.ts';
import { decodeMessage, required, type TypedMessage } from './decode.ts';
import { groupOf } from './groups.ts';
import type { Transcript, TranscriptMessage } from './transcript.ts';

interface Input {
  readonly transcript: Transcript;
  /** Resolves once the bot has accepted the event. */
  readonly deliver: (event: PlatformEvent) => Promise<Acknowledgement>;
  readonly now: Instant;
}

/**
 * Adds a message to the transcript, or changes one there, and delivers it to the bot. A message with the key of an earlier one
 * is that one: it may not have been delivered yet.
 */
export async function say(input: Input, typed: TypedMessage): Promise<MessageRef> {
  const { transcript, now } = input;
  if (typed.edits) return edit(input, required(transcript.get(typed.edits), typed.edits), typed);
  const known = typed.key && transcript.findByKey(typed.key);
  if (known) return known.ref;
  const passedOn = typed.forwards && required(transcript.get(typed.forwards), typed.forwards);
  if (passedOn) return sayNew(input, ...forward(input, typed, passedOn));
  const message = decodeMessage(transcript, typed, now);
  return sayNew(input, typed, message, shown(transcript, typed, message));
}

/** Somebody's message as another passes it on: whose words they are stays with them. */
function forward(
  { transcript, now }: Input,
  typed: TypedMessage,
  { text, files, name, forwardedFrom = name }: TranscriptMessage,
): [TypedMessage, Omit<IncomingMessage, 'ref'>, Omit<TranscriptMessage, 'ref'>] {
  const passed = { ...typed, text: plain(text), forwarded: true };
  const [file] = files;
  const media = file && ({ media: file.as === 'picture' ? 'photo' : 'document' } as const);
  const message = { ...decodeMessage(transcript, passed, now), ...media };
  return [passed, message, { ...shown(transcript, passed, message), text, files, forwardedFrom }];
}

async function sayNew(
  { transcript, deliver }: Input,
  typed: TypedMessage,
  message: Omit<IncomingMessage, 'ref'>,
  asShown: Omit<TranscriptMessage, 'ref'>,
): Promise<MessageRef> {
  let event: IncomingMessage | undefined;
  const { ref } = transcript.append(asShown, {
    event: (given) => (event = { ...message, ref: given }),
    ...(typed.key && { key: typed.key }),
  });
  await deliver(event!);
  return ref;
}

/** A person's message as the transcript shows it. */
const shown = (
  transcript: Transcript,
  { by, text, photo, replyTo }: TypedMessage,
  { chat, sender, sentAt }: Omit<IncomingMessage, 'ref'>,
): Omit<TranscriptMessage, 'ref'> => ({
  chat,
  by,
  name: sender === 'anonymous' ? (groupOf(chat)?.title ?? '') : sender.name,
  text: literal(text),
  at: sentAt,
  edited: false,
  choices: [],
  files: photo ? [transcript.addFile(photo)] : [],
  ...(replyTo && { quotes: replyTo }),
});

async function edit(
  { transcript, deliver, now }: Input,
  earlier: TranscriptMessage,
  typed: TypedMessage,
): Promise<MessageRef> {
  if (earlier.by !== typed.by || earlier.forwardedFrom !== undefined)
    throw new RangeError('a message of somebody else');
  const replyTo = typed.replyTo ?? earlier.quotes;
  const event: IncomingMessage = {
    ...decodeMessage(transcript, { ...typed, replyTo, chat: earlier.chat }, now),
    ...(earlier.files.length > 0 && { media: 'photo' as const }),
    ref: `${earlier.ref}:${randomUUID()}` as MessageRef,
    edits: earlier.ref,
  };
  transcript.update(earlier.ref, { text: literal(typed.text), edited: true }, event);
  await deliver(event);
  return earlier.ref;
}

/** Delivers the command of a button as the message that the person would have typed. */
export async function press(
  { transcript, deliver, now }: Input,
  by: UserRef,
  on: MessageRef,
  command: string,
): Promise<Acknowledgement> {
  const { chat } = required(transcript.get(on), on);
  const event: IncomingMessage = {
    ...decodeMessage(transcript, { by, text: command, chat }, now),
    ref: `simulator:press:${randomUUID()}` as MessageRef,
    addressed: true,
    pressedOn: on,
  };
  transcript.enqueue(event);
  return deliver(event);
}
