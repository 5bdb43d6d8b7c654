import type { Chat, Message, Update, User } from 'grammy/types';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import type { IncomingMessage, MediaKind, Migrated, PlatformEvent } from '../adapter.ts';
import { textsIn } from '../texts-in.ts';
import { type Addressing, readAddressing } from './addressing.ts';
import { fromMembership } from './decode-membership.ts';
import { kindOf, moment, text } from './fields.ts';
import type { Self } from './identity.ts';
import { isForwarded, ownWords, withoutStruck } from './own-words.ts';
import { chatRef, digits, messageRef } from './refs.ts';
import { plainText } from './rich.ts';
import { accountOf, senderOf } from './senders.ts';

/** Media by the message's field; the first row counts. An animation comes as a document too, a venue as a location. */
const MEDIA: readonly (readonly [keyof Message, MediaKind])[] = [
  ['photo', 'photo'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['document', 'document'],
  ['audio', 'audio'],
  ['voice', 'voice'],
  ['sticker', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['poll', 'poll'],
];

/** What people send besides media; the other fields of a message are notices of what happened in the chat. */
const CONTENT: readonly (keyof Message)[] = [
  'text',
  'caption',
  'rich_message',
  'dice',
  'story',
  'checklist',
  'game',
  'paid_media',
  'invoice',
  'giveaway',
];

/**
 * Decodes an update; undefined for one that means nothing to the bot. Throws where it is not built as the Bot API says. `pressedAt`
 * dates a press, which has no date of its own.
 */
export function decode(update: Update, self: Self, pressedAt: Instant): PlatformEvent | undefined {
  const message = update.message ?? update.edited_message;
  if (message) return fromMessage(message, update.update_id, self);
  if (update.callback_query) return fromPress(update.callback_query, pressedAt);
  if (update.my_chat_member) return fromMembership(update.my_chat_member, update.update_id, self);
  return undefined;
}

function fromMessage(message: Message, update: number, self: Self): IncomingMessage | Migrated | undefined {
  const chatKind = kindOf(message.chat);
  if (!chatKind) return undefined;
  const migration = migrationIn(message);
  if (migration) return migration;
  const names = [self.username, ...self.formerly];
  const written = text(message.text ?? message.caption ?? plainText(message.rich_message?.blocks, names));
  const shown = shownIn(message, written);
  const sender = senderOf(message);
  const words = wordsOf(message, written, names);
  const answered = repliedTo(message);
  const quotes = answered ? quoteOf(answered) : quoteFromElsewhere(message);
  const toBot = (answered?.from ?? authorElsewhere(message))?.id === self.id;
  // What is said to the bot counts even where the bot does not know what is in it.
  const isToBot = toBot || (chatKind === 'private' && isContent(message));
  const media = mediaOf(message) ?? (isToBot && isWordless(words) ? ('other' as const) : undefined);
  const place = {
    kind: 'message',
    ...refsOf(message, update),
    ...placeOf(message.chat, chatKind, message),
  } as const;
  const sentAt = moment(message.edit_date ?? message.date);
  if (!sender || !words || !(words.text || written || words.addressed || media))
    return chatKind === 'group' && shown !== ''
      ? {
          ...place,
          sender: sender ?? 'anonymous',
          text: '',
          shown,
          onlyShown: true,
          addressed: false,
          sentAt,
        }
      : undefined;
  return {
    ...place,
    ...(message.media_group_id && { album: text(message.media_group_id) }),
    sender,
    ...(sender === 'anonymous' &&
      message.sender_chat?.id !== message.chat.id && { asChannel: true as const }),
    text: words.text,
    ...(shown !== words.read && { shown }),
    ...(media && { media }),
    ...(words.forwarded && { forwarded: true as const }),
    ...(words.named && { named: true as const }),
    addressed: chatKind === 'private' || words.addressed || toBot,
    ...(quotes && { quotes: { ...quotes, ...(toBot && { ours: true as const }) } }),
    sentAt,
  };
}

interface Words extends Addressing {
  readonly forwarded: boolean;
  /** The words with the bot's name. */
  readonly read: string;
}

/** The sender's words; undefined for a command to another bot. */
function wordsOf(message: Message, written: string, names: readonly string[]): Words | undefined {
  const entities = message.entities ?? message.caption_entities;
  const own = ownWords(written, entities, names);
  const said = withoutStruck(written, entities);
  // A message that is nothing but a quotation is read as somebody else's words.
  const onlyQuoted = own === '' && said !== '';
  const read = onlyQuoted ? said : own;
  const words = readAddressing(read, names);
  return words && { ...words, read, forwarded: onlyQuoted || isForwarded(message) };
}

/** Fields that tell the bot, and no reader, who or what it is. */
const HIDDEN = /^(?:from|chat|sender_chat|via_bot|type|language|language_code|mime_type|(?:\w+_)?id)$/;

/** All that the chat shows of a message: also where its links lead, what it replies to, and what its media are called. */
function shownIn(message: Message, written: string): string {
  const rich = plainText(message.rich_message?.blocks, [], true);
  const others = textsIn({ ...message, text: undefined, caption: undefined }, (field) => HIDDEN.test(field));
  return [rich || written, ...others].filter((part) => part !== '').join('\n');
}

type Fields = { readonly [Field in keyof Message]?: Message[Field] | undefined };

const isContent = (message: Fields): boolean => CONTENT.some((field) => message[field] !== undefined);

const isWordless = (words: Words | undefined): boolean => words?.text === '' && !words.named;

const mediaOf = (message: Fields): MediaKind | undefined =>
  MEDIA.find(([field]) => message[field] !== undefined)?.[1];

/** An edit is dated by the second, in which there may be two. */
function refsOf(message: Message, update: number): Pick<IncomingMessage, 'ref' | 'edits' | 'firstSentAt'> {
  const numbered = messageRef(message.chat.id, message.message_id);
  // What only its sender and the bot see has no number in the chat (Bot API, ephemeral messages).
  const original = message.message_id === 0 ? (`${numbered}:u${digits(update)}` as MessageRef) : numbered;
  if (!message.edit_date) return { ref: original };
  const edit = `${digits(message.edit_date)}-${digits(update)}`;
  return {
    ref: `${original}:e${edit}` as MessageRef,
    edits: original,
    firstSentAt: moment(message.date),
  };
}

function fromPress(
  query: NonNullable<Update['callback_query']>,
  pressedAt: Instant,
): IncomingMessage | undefined {
  // Without a message it is a button of an inline result, without data a game. The bot sends neither.
  const { message } = query;
  const chatKind = message && kindOf(message.chat);
  if (!chatKind || !query.data || query.from.is_bot) return undefined;
  return {
    kind: 'message',
    ref: `telegram:press:${text(query.id)}` as MessageRef,
    // A message that is too old to be shown has only its chat and number. Its date is 0.
    ...placeOf(message.chat, chatKind, message.date === 0 ? undefined : message),
    sender: accountOf(query.from),
    text: text(query.data),
    addressed: true,
    pressedOn: messageRef(message.chat.id, message.message_id),
    sentAt: pressedAt,
  };
}

function migrationIn({ chat, date, ...message }: Message): Migrated | undefined {
  if (message.migrate_to_chat_id) return migrated(chat.id, message.migrate_to_chat_id, date);
  if (message.migrate_from_chat_id) return migrated(message.migrate_from_chat_id, chat.id, date);
  return undefined;
}

/** The notice comes in the old and in the new chat. Both have one ref, so that it counts once. */
const migrated = (from: number, to: number, date: number): Migrated => ({
  kind: 'migrated',
  ref: `telegram:migrated:${from}:${to}` as MessageRef,
  from: chatRef(from),
  to: chatRef(to),
  at: moment(date),
});

const placeOf = (chat: Chat, chatKind: IncomingMessage['chatKind'], message: Message | undefined) => ({
  chat: chatRef(chat.id),
  chatKind,
  ...(chat.title !== undefined && { chatTitle: text(chat.title) }),
  // A reply outside of a forum has a thread too, but that is no topic and cannot be written to.
  ...(message?.is_topic_message &&
    message.message_thread_id && { thread: digits(message.message_thread_id) }),
});

/** The message that this one replies to. In a forum every other message "replies" to the notice that opened its topic. */
function repliedTo(message: Message): Message['reply_to_message'] {
  const answered = message.reply_to_message;
  if (!answered || answered.forum_topic_created) return undefined;
  return message.is_topic_message && answered.message_id === message.message_thread_id ? undefined : answered;
}

/**
 * A message of another chat or another forum topic that this one replies to. Telegram tells where it stands only of groups and
 * channels, and of a forwarded one perhaps who wrote it first: nobody is known as its author.
 */
function quoteFromElsewhere({ chat, message_id, external_reply }: Message): IncomingMessage['quotes'] {
  if (!external_reply) return undefined;
  const { chat: there, message_id: id } = external_reply;
  const unknown = `${messageRef(chat.id, message_id)}:elsewhere` as MessageRef;
  return { ref: there && id ? messageRef(there.id, id) : unknown };
}

const authorElsewhere = ({ external_reply }: Message): User | undefined =>
  external_reply?.origin?.type === 'user' ? external_reply.origin.sender_user : undefined;

const quoteOf = (
  message: NonNullable<Message['reply_to_message']>,
): NonNullable<IncomingMessage['quotes']> => ({
  ref: messageRef(message.chat.id, message.message_id),
  ...(message.from?.is_bot && { text: text(message.text ?? message.caption ?? '') }),
  ...(isForwarded(message)
    ? { forwarded: true as const }
    : isWritten(message) && { author: accountOf(message.from!) }),
});

/** Whether a person wrote a message. A notice ("Sari added Joko") has a sender too, who said nothing. */
const isWritten = (message: Fields): boolean =>
  message.from?.is_bot === false &&
  !message.sender_chat &&
  (isContent(message) || mediaOf(message) !== undefined);
