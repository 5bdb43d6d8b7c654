import type { Chat, ChatMember, Message, Update, User } from 'grammy/types';
import { fromUnixSeconds } from '../../domain/clock.ts';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import type { Account } from '../../domain/people.ts';
import type {
  Added,
  IncomingMessage,
  MediaKind,
  Migrated,
  PlatformEvent,
  Removed,
  Rights,
} from '../adapter.ts';
import type { Self } from './identity.ts';
import { isForwarded, ownWords } from './own-words.ts';
import { chatRef, digits, messageRef, userRef } from './refs.ts';
import { plainText } from './rich.ts';

/** Bot API: admins who write in the name of their group are shown as this account (GroupAnonymousBot). */
const ANONYMOUS_ADMIN = 1087968824;

/** What a message may hold, by its field. An animation comes as a document too, a venue as a location. */
const HOLDINGS: readonly (readonly [keyof Message, MediaKind])[] = [
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

/**
 * What an update means to the bot; undefined for all that means nothing to it, or that is not built as the Bot API
 * says. `now` dates a press, which has no date of its own.
 */
export function decode(update: Update, self: Self, now: Instant): PlatformEvent | undefined {
  try {
    if (update.message) return fromMessage(update.message, self);
    if (update.edited_message) return fromMessage(update.edited_message, self);
    if (update.callback_query) return fromPress(update.callback_query, now);
    if (update.my_chat_member) return fromMembership(update.my_chat_member, update.update_id, self);
    return undefined;
  } catch {
    // A field that is missing, or is something else, throws: one update, not the loop, is lost.
    return undefined;
  }
}

/** The bots that an update names, by what all their names end with. */
export function botsNamedIn(update: Update): readonly string[] {
  const { text: words, caption } = update?.message ?? update?.edited_message ?? {};
  const written: unknown = words ?? caption;
  return typeof written === 'string' ? (written.match(BOT_NAME) ?? []).map((name) => name.slice(1)) : [];
}
const BOT_NAME = /@\w{1,60}bot(?!\w)/gi;

/** What the Bot API declares as a text. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

/** What it declares as a date. */
const moment = (seconds: number): Instant => fromUnixSeconds(Number(digits(seconds)));

function fromMessage(message: Message, self: Self): IncomingMessage | Migrated | undefined {
  const chatKind = kindOf(message.chat);
  if (!chatKind) return undefined;
  if (message.migrate_to_chat_id) return migrated(message.chat.id, message.migrate_to_chat_id, message.date);
  if (message.migrate_from_chat_id)
    return migrated(message.migrate_from_chat_id, message.chat.id, message.date);

  const sender = senderOf(message);
  const names = [self.username, ...self.formerly];
  const written = text(message.text ?? message.caption ?? plainText(message.rich_message?.blocks, names));
  const own = ownWords(written, message.entities ?? message.caption_entities, names);
  // Of a message that is nothing but a quotation, the quotation is read, as somebody else's words.
  const onlyQuoted = own === '' && written !== '';
  const words = read(onlyQuoted ? written : own, names);

  const original = messageRef(message.chat.id, message.message_id);
  const answered = repliedTo(message);
  const toUs = answered?.from?.id === self.id;
  const [, known] = HOLDINGS.find(([field]) => message[field] !== undefined) ?? [];
  // Nothing but what somebody says is a reply.
  const media = known ?? (toUs && words?.text === '' ? ('other' as const) : undefined);
  if (!sender || !words || !(words.text || words.addressed || media)) return undefined;
  return {
    kind: 'message',
    ...(message.edit_date
      ? { ref: `${original}:e${digits(message.edit_date)}` as MessageRef, edits: original }
      : { ref: original }),
    ...(message.media_group_id && { album: text(message.media_group_id) }),
    ...placeOf(message.chat, chatKind, message),
    sender,
    ...(sender === 'anonymous' &&
      message.sender_chat?.id !== message.chat.id && { asChannel: true as const }),
    text: words.text,
    ...(media && { media }),
    ...((onlyQuoted || isForwarded(message)) && { forwarded: true as const }),
    ...(words.named && { named: true as const }),
    addressed: chatKind === 'private' || words.addressed || toUs,
    ...(answered && { quotes: quoted(answered) }),
    sentAt: moment(message.edit_date ?? message.date),
  };
}

function fromPress(query: NonNullable<Update['callback_query']>, now: Instant): IncomingMessage | undefined {
  // No message: a button of an inline result; no data: a game. The bot sends neither.
  const { message } = query;
  const chatKind = message && kindOf(message.chat);
  if (!chatKind || !query.data || query.from.is_bot) return undefined;
  return {
    kind: 'message',
    ref: `telegram:press:${text(query.id)}` as MessageRef,
    // A message too old to be shown has chat and number still, and nothing else: its date is 0.
    ...placeOf(message.chat, chatKind, message.date === 0 ? undefined : message),
    sender: accountOf(query.from),
    text: text(query.data),
    addressed: true,
    pressedOn: messageRef(message.chat.id, message.message_id),
    sentAt: now,
  };
}

function fromMembership(
  change: NonNullable<Update['my_chat_member']>,
  updateId: number,
  self: Self,
): Added | Removed | Rights | undefined {
  const chatKind = kindOf(change.chat);
  const { old_chat_member: before, new_chat_member: after } = change;
  const was = isIn(before);
  const is = isIn(after);
  if (!chatKind || (was === is && isAdmin(before) === isAdmin(after))) return undefined;
  const chat = chatRef(change.chat.id);
  const at = moment(change.date);
  // Such an update is no message: its own number tells two changes of one second apart.
  const ref = `${chat}:member:${change.date}:${updateId}` as MessageRef;
  if (!is) return { kind: 'removed', ref, chat, at };
  if (chatKind === 'private') return undefined;
  const chatTitle = text(change.chat.title ?? '');
  return {
    kind: was ? 'rights' : 'added',
    ref,
    chat,
    chatTitle,
    seesAll: self.seesAll || isAdmin(after),
    at,
  };
}

/** Both chats tell of it, the old and the new: one ref, so that it counts once. */
const migrated = (from: number, to: number, date: number): Migrated => ({
  kind: 'migrated',
  ref: `telegram:migrated:${from}:${to}` as MessageRef,
  from: chatRef(from),
  to: chatRef(to),
  at: moment(date),
});

const kindOf = (chat: Chat): IncomingMessage['chatKind'] | undefined =>
  chat.type === 'private' ? 'private' : chat.type.endsWith('group') ? 'group' : undefined;

const isIn = (member: ChatMember): boolean =>
  member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';

const isAdmin = ({ status }: ChatMember): boolean => status === 'administrator';

const placeOf = (chat: Chat, chatKind: IncomingMessage['chatKind'], message: Message | undefined) => ({
  chat: chatRef(chat.id),
  chatKind,
  ...(chat.title !== undefined && { chatTitle: text(chat.title) }),
  // A plain reply carries a thread too, which is no topic and cannot be written to.
  ...(message?.is_topic_message &&
    message.message_thread_id && { thread: digits(message.message_thread_id) }),
});

const accountOf = (user: User): Account => ({
  refs: [userRef(user.id)],
  name:
    [user.first_name, user.last_name].filter(Boolean).map(text).join(' ') ||
    text(user.username || String(user.id)),
  ...(user.username && { sign: `@${text(user.username)}` }),
});

/** `from` is a stand-in wherever a chat is the sender: an anonymous admin, somebody as a channel, a linked channel's post. */
function senderOf(message: Message): Account | 'anonymous' | undefined {
  const { from, sender_chat: asChat } = message;
  if (message.is_automatic_forward || !from) return undefined;
  if (asChat) return asChat.id !== message.chat.id || from.id === ANONYMOUS_ADMIN ? 'anonymous' : undefined;
  return from.is_bot ? undefined : accountOf(from);
}

/** In a forum a message that answers nothing "replies" to the notice that opened its topic. */
function repliedTo(message: Message): Message['reply_to_message'] {
  const answered = message.reply_to_message;
  if (!answered || answered.forum_topic_created) return undefined;
  return message.is_topic_message && answered.message_id === message.message_thread_id ? undefined : answered;
}

const quoted = (
  message: NonNullable<Message['reply_to_message']>,
): NonNullable<IncomingMessage['quotes']> => ({
  ref: messageRef(message.chat.id, message.message_id),
  ...(message.from?.is_bot && { text: text(message.text ?? message.caption ?? '') }),
  ...(message.from && !message.from.is_bot && !message.sender_chat && { author: accountOf(message.from) }),
});

/** An account's name, with the spaces around it and what sets it off; no part of an address or a path. */
const MENTION = /(?<![ \t])[ \t]*(?<![\w@./-])@(\w+)[ \t]*[,:]?[ \t]*/g;

/** Text without the bot's name, and whether it calls the bot; undefined for a command to another bot. */
function read(
  text: string,
  names: readonly string[],
): { text: string; addressed: boolean; named: boolean } | undefined {
  const isOwn = (name: string) => names.some((own) => own.toLowerCase() === name.toLowerCase());
  const words = text.replace(MENTION, (sign, name: string) => (isOwn(name) ? ' ' : sign)).trim();
  const command = /^\/\w+(?:@(\w+))?(?![\w@/])/.exec(words);
  const to = command?.[1];
  const mention = words !== text.trim();
  if (to === undefined) return { text: words, addressed: command !== null || mention, named: mention };
  if (!isOwn(to)) return undefined;
  return { text: words.replace(`@${to}`, ''), addressed: true, named: true };
}
