import { randomUUID } from 'node:crypto';
import type { Acknowledgement, IncomingMessage, PlatformEvent } from '../adapters/adapter.ts';
import type { Instant, MessageRef, UserRef } from '../domain/ids.ts';
import { literal } from '../text/markup.ts';
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
  const { transcript, deliver, now } = input;
  if (typed.edits) return edit(input, required(transcript.get(typed.edits), typed.edits), typed);
  const known = typed.key && transcript.findByKey(typed.key);
  if (known) return known.ref;
  const message = decodeMessage(transcript, typed, now);
  let event: IncomingMessage | undefined;
  const { ref } = transcript.append(shown(transcript, typed, message), {
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
  if (earlier.by !== typed.by) throw new RangeError('a message of somebody else');
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
