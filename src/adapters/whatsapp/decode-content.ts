import type { proto, WAMessage } from '@whiskeysockets/baileys';
import { fromUnixSeconds } from '../../domain/clock.ts';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import type { IncomingMessage } from '../adapter.ts';
import { textsIn } from '../texts-in.ts';
import type { Baileys } from './auth.ts';
import { contextIn, isSilent, mediaIn, saysSomething, textIn, type Unwrapped, unwrap } from './content.ts';
import type { Groups } from './groups.ts';
import type { Memberships } from './memberships.ts';
import { takeMentionsOut } from './mentions.ts';
import { isForwarded, ownLines, withoutStruck } from './own-words.ts';
import type { People } from './people.ts';
import { addressOf, BOT, chatRef, isGroup, messageRef } from './refs.ts';

/** Whether an address is a number's own, which has a LID besides: of the one that hears this, or of any that the bot has. */
export type IsSelf = (jid: string | null | undefined) => boolean;

/** The secret that edits of a message are sealed with, where it is known. */
export type SecretOf = (ref: MessageRef) => Uint8Array | undefined;

export interface DecodeContext {
  readonly baileys: Baileys;
  readonly people: People;
  readonly groups: Groups;
  readonly memberships: Memberships;
  /** Of the number that hears this. */
  readonly isThisNumber: IsSelf;
  /** Of any number that the bot has. */
  readonly isSelf: IsSelf;
  /** Whether a message in a chat was sent by the bot, in the last two weeks. */
  readonly hasSent: (chat: string, id: string) => boolean;
  /** The same of any message, as far as the bot knows anything of it. */
  readonly hasSaid: (chat: string, id: string) => boolean;
  readonly secretOf: SecretOf;
}

export interface Place {
  /** The group, or the person that a private chat is with. */
  readonly chat: string;
  readonly key: WAMessage['key'];
  /** The address of its author; some notices of the server have none. */
  readonly from: string | undefined;
}

/** A message with its place and its author. */
export interface Written extends Place {
  readonly message: WAMessage;
  readonly from: string;
}

export const sentAt = ({ toNumber }: Baileys, message: WAMessage): Instant =>
  fromUnixSeconds(toNumber(message.messageTimestamp));

/** What somebody wrote; undefined for a message without text, mention and media. */
export function fromContent(
  { content, association, forwarded: passedOn }: Unwrapped,
  written: Written,
  context: DecodeContext,
): IncomingMessage | undefined {
  const { chat, from } = written;
  const { text, shown, isSaid, forwarded, mentioned, asked, media } = wordsOf(content, chat, context);
  // What the bot does not know is answered where it was said to the bot.
  const isKnown = media !== undefined && (media !== 'other' || !isGroup(chat) || asked);
  if (!isSaid && !mentioned && !isKnown)
    return isGroup(chat) && shown ? { ...envelope(written, context), shown, onlyShown: true } : undefined;
  const quotes = quoteIn(chat, contextIn(content), context);
  const parent = association?.parentMessageKey?.id;
  const isCopy = isBetterCopy(association, context.baileys);
  if (isCopy && !text) return undefined;
  return {
    ...envelope(written, context),
    ...(isCopy && parent && { ref: messageRef(chat, from, parent) }),
    ...(!isCopy && parent && { album: parent }),
    text,
    ...(shown && { shown }),
    ...(media && { media }),
    ...((forwarded || passedOn) && { forwarded: true as const }),
    addressed: !isGroup(chat) || mentioned || text.startsWith('/') || asked,
    ...(quotes && { quotes }),
  };
}

/** Fields that tell the phone, and no reader, who, where or what it is. */
const HIDDEN = /(?:^id|I[dD]|[jJ]id|JID|[kK]ey|Path|[uU]rl|mimetype|participant)$/;

/** `asked`: it replies to the bot. */
function wordsOf(content: proto.IMessage, chat: string, { isSelf, hasSaid }: DecodeContext) {
  const context = contextIn(content);
  const jids = context?.mentionedJid ?? [];
  const shown = takeMentionsOut(textIn(content) ?? '', jids, isSelf);
  const said = withoutStruck(shown);
  const own = ownLines(said);
  // A message that is nothing but a quotation is read as somebody else's words.
  const onlyQuoted = own === '' && said !== '';
  const text = onlyQuoted ? said : own;
  const asked = isOurs(chat, context, { isSelf, hasSaid });
  const media = mediaIn(content) ?? (!text && saysSomething(content) ? ('other' as const) : undefined);
  return {
    text,
    shown: shownIn(content, text, shown),
    isSaid: shown !== '',
    asked,
    mentioned: jids.some(isSelf),
    forwarded: onlyQuoted || isForwarded(context),
    media,
  };
}

/** All that the chat shows of a message, with what it quotes; undefined where that is its text alone. */
function shownIn(content: proto.IMessage, text: string, written: string): string | undefined {
  if (!saysSomething(content)) return undefined;
  const raw = textIn(content);
  const others = textsIn(content, (field) => HIDDEN.test(field) || isSilent(field));
  const whole = [written, ...others.filter((part) => part !== raw)].filter((part) => part !== '').join('\n');
  return whole === text ? undefined : whole;
}

/** Phones send a photo or video a second time, in a better quality. */
function isBetterCopy(association: Unwrapped['association'], { proto }: Baileys): boolean {
  const { HD_IMAGE_DUAL_UPLOAD, HD_VIDEO_DUAL_UPLOAD, HEVC_VIDEO_DUAL_UPLOAD } =
    proto.MessageAssociation.AssociationType;
  const copies: readonly unknown[] = [HD_IMAGE_DUAL_UPLOAD, HD_VIDEO_DUAL_UPLOAD, HEVC_VIDEO_DUAL_UPLOAD];
  return copies.includes(association?.associationType);
}

/** The parts that every message has: where it was written, by whom and when. Its text is still empty. */
export function envelope(
  { message, chat, key, from }: Written,
  { baileys, people, groups }: DecodeContext,
): IncomingMessage {
  const inGroup = isGroup(chat);
  const title = inGroup ? groups.title(chat) : undefined;
  const other = inGroup ? key.participantAlt : key.remoteJidAlt;
  return {
    kind: 'message',
    ref: messageRef(chat, from, key.id!),
    chat: chatRef(chat),
    chatKind: inGroup ? 'group' : 'private',
    ...(title !== undefined && { chatTitle: title }),
    sender: people.account(inGroup ? key.participant! : chat, other, message.pushName),
    text: '',
    addressed: false,
    sentAt: sentAt(baileys, message),
  };
}

/** Whether a message quotes what a number of the bot said, be it one that is gone. */
const isOurs = (
  chat: string,
  quoted: proto.IContextInfo | undefined,
  { isSelf, hasSaid }: Pick<DecodeContext, 'isSelf' | 'hasSaid'>,
): boolean =>
  isSelf(quoted?.participant) || (typeof quoted?.stanzaId === 'string' && hasSaid(chat, quoted.stanzaId));

function quoteIn(
  chat: string,
  context: proto.IContextInfo | undefined,
  { people, isSelf, hasSaid }: DecodeContext,
): IncomingMessage['quotes'] {
  const { stanzaId, participant, remoteJid } = context ?? {};
  if (!stanzaId || !participant || !addressOf(participant)) return undefined;
  // "Reply privately": the answered message stands in a group.
  const there = remoteJid && isGroup(remoteJid) ? (addressOf(remoteJid) ?? chat) : chat;
  const shown = unwrap(context?.quotedMessage);
  if (isOurs(there, context, { isSelf, hasSaid })) {
    const text = shown && textIn(shown.content);
    return { ref: messageRef(there, BOT, stanzaId), ours: true, ...(text && { text }) };
  }
  const ref = messageRef(there, people.primary(participant), stanzaId);
  const forwarded = shown && (shown.forwarded || isForwarded(contextIn(shown.content)));
  return forwarded ? { ref, forwarded: true } : { ref, author: people.account(participant) };
}
