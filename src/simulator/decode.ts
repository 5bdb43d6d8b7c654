import type { Attachment, IncomingMessage } from '../adapters/adapter.ts';
import type { ChatRef, Instant, MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import { GROUP, groupOf } from './groups.ts';
import { BOT, type Transcript, type TranscriptMessage } from './transcript.ts';

/** A message as a person writes it. */
export interface TypedMessage {
  readonly by: UserRef | 'anonymous';
  readonly text: string;
  /** The first group, where it is missing. */
  readonly chat?: ChatRef;
  readonly replyTo?: MessageRef | undefined;
  /** The message that this one is a new version of. */
  readonly edits?: MessageRef | undefined;
  readonly photo?: Attachment | undefined;
  readonly album?: string | undefined;
  readonly forwarded?: boolean | undefined;
  /** The message that is passed on: its words and pictures are those of this one. */
  readonly forwards?: MessageRef | undefined;
  /** A slash command is for this bot: there is no other in the chat. */
  readonly named?: boolean | undefined;
  /** An idempotency key: the same message sent again under it is said once. */
  readonly key?: string | undefined;
  /** The time of the simulator's clock, where it is missing. */
  readonly at?: Instant | undefined;
}

/** A mention of the bot; it is no part of what the bot reads. */
const BOT_MENTION = /(?<![\w@])@bot\b[,:]?/gi;

/** What a typed message is to the bot, but for its ref. Throws RangeError if it replies to a message that does not exist. */
export function decodeMessage(
  transcript: Transcript,
  typed: TypedMessage,
  now: Instant,
): Omit<IncomingMessage, 'ref'> {
  const chat = typed.chat ?? GROUP;
  const group = groupOf(chat);
  const quoted = typed.replyTo && required(transcript.get(typed.replyTo), typed.replyTo);
  const author = quoted && authorOf(transcript, quoted);
  const text = typed.text.replace(BOT_MENTION, ' ').trim();
  const isAddressed = text !== typed.text.trim() || text.startsWith('/') || quoted?.by === 'bot';
  return {
    kind: 'message',
    chat,
    chatKind: group ? 'group' : 'private',
    ...(group && { chatTitle: group.title }),
    sender: senderOf(transcript, typed.by),
    text,
    ...(typed.photo !== undefined && { media: 'photo' as const }),
    ...(typed.forwarded && { forwarded: true as const }),
    ...(typed.album !== undefined && { album: typed.album }),
    addressed: !group || isAddressed,
    ...(typed.named && text.startsWith('/') && { named: true as const }),
    ...(quoted && {
      quotes: {
        ref: quoted.ref,
        ...(quoted.by === 'bot' && { ours: true as const }),
        ...(author && { author }),
        ...(quoted.forwardedFrom !== undefined && { forwarded: true as const }),
      },
    }),
    sentAt: typed.at ?? now,
  };
}

const senderOf = (transcript: Transcript, by: TypedMessage['by']): IncomingMessage['sender'] =>
  by === 'anonymous' ? 'anonymous' : required(transcript.person(by), by);

function authorOf(transcript: Transcript, { by }: TranscriptMessage): Account | undefined {
  if (by === 'bot') return BOT;
  return by === 'anonymous' ? undefined : transcript.person(by);
}

/** What was found; throws RangeError if nothing was. */
export function required<T>(found: T | undefined, ref: string): T {
  if (found === undefined) throw new RangeError(`not in this simulator: ${ref}`);
  return found;
}
