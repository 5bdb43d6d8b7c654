import type { proto, WAMessage } from '@whiskeysockets/baileys';
import { fromUnixSeconds } from '../../clock.ts';
import type { Instant, MessageRef } from '../../ids.ts';
import type { Added, IncomingMessage, PlatformEvent, Removed } from '../platform.ts';
import type { Baileys } from './auth.ts';
import type { Groups } from './groups.ts';
import { takeMentionsOut } from './mentions.ts';
import { isForwarded, ownLines } from './own-words.ts';
import type { People } from './people.ts';
import { addressOf, BOT, bare, chatRef, isGroup, isLid, isPhone, messageRef } from './refs.ts';

/** Whether an address is the bot's own: it has a number and a LID. */
export type IsSelf = (jid: string | null | undefined) => boolean;

interface Place {
  /** The group, or the person that a private chat is with. */
  readonly chat: string;
  readonly key: WAMessage['key'];
  /** Who wrote it; nobody for some notices of the server. */
  readonly from: string | undefined;
}

const MEDIA = [
  'imageMessage',
  'videoMessage',
  'ptvMessage',
  'documentMessage',
  'audioMessage',
  'stickerMessage',
] as const satisfies readonly (keyof proto.IMessage)[];

/** What a message of WhatsApp means to the bot; undefined for all that means nothing to it. Synchronous. */
export function createReader(
  { normalizeMessageContent, proto, toNumber, WAMessageStubType }: Baileys,
  people: People,
  groups: Groups,
  isSelf: IsSelf,
) {
  const EDIT = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
  const JOINS: readonly number[] = [
    WAMessageStubType.GROUP_CREATE,
    WAMessageStubType.GROUP_PARTICIPANT_ADD,
    WAMessageStubType.GROUP_PARTICIPANT_INVITE,
  ];
  const LEAVES: readonly number[] = [
    WAMessageStubType.GROUP_PARTICIPANT_REMOVE,
    WAMessageStubType.GROUP_PARTICIPANT_LEAVE,
  ];

  const sentAt = (message: WAMessage): Instant => fromUnixSeconds(toNumber(message.messageTimestamp));

  function read(message: WAMessage): PlatformEvent | undefined {
    const place = placeOf(message.key);
    if (!place) return undefined;
    if (message.messageStubType) return fromMembership(message, place);
    if (message.key.fromMe || !place.from) return undefined;
    const from = place.from;
    const content = normalizeMessageContent(message.message);
    if (!content) return undefined;
    const change = content.protocolMessage;
    if (!change) return fromContent(message, content, place, from);
    // A deletion leaves what was reported standing: who means it says /batal.
    const edited = change.type === EDIT && normalizeMessageContent(change.editedMessage);
    const original = change.key?.id;
    if (!edited || !original) return undefined;
    const event = fromContent(message, edited, place, from);
    const edits = messageRef(place.chat, from, original);
    return event && { ...event, ref: `${edits}:e${message.key.id}` as MessageRef, edits };
  }

  function placeOf(key: WAMessage['key']): Place | undefined {
    if (!key.remoteJid || !key.id) return undefined;
    const chat = bare(key.remoteJid);
    if (isGroup(chat)) {
      const from = key.participant ? people.addresses(key.participant, key.participantAlt)[0] : undefined;
      return { chat, key, from };
    }
    if (!isLid(chat) && !isPhone(chat)) return undefined;
    const [from] = people.addresses(chat, key.remoteJidAlt);
    return { chat: from, key, from };
  }

  function fromContent(
    message: WAMessage,
    content: proto.IMessage,
    { chat, key }: Place,
    from: string,
  ): IncomingMessage | undefined {
    const hasMedia = MEDIA.some((kind) => content[kind]);
    const context = contextOf(content);
    const jids = context?.mentionedJid ?? [];
    const said = takeMentionsOut(writtenIn(content) ?? '', jids, isSelf);
    const mentioned = jids.some(isSelf);
    // Of a message that is nothing but a quotation, the quotation is read, as somebody else's words.
    const own = ownLines(said);
    const onlyQuoted = own === '' && said !== '';
    const text = onlyQuoted ? said : own;
    if (!text && !mentioned && !hasMedia) return undefined;
    const inGroup = isGroup(chat);
    const title = inGroup ? groups.title(chat) : undefined;
    const other = inGroup ? key.participantAlt : key.remoteJidAlt;
    const quotes = quoted(chat, context);
    const album = (content.messageContextInfo ?? message.message?.messageContextInfo)?.messageAssociation
      ?.parentMessageKey?.id;
    return {
      kind: 'message',
      ref: messageRef(chat, from, key.id!),
      ...(album && { album }),
      chat: chatRef(chat),
      chatKind: inGroup ? 'group' : 'private',
      ...(title !== undefined && { chatTitle: title }),
      sender: people.account(inGroup ? key.participant! : chat, other, message.pushName),
      text,
      hasMedia,
      ...((onlyQuoted || isForwarded(context)) && { forwarded: true as const }),
      addressed: !inGroup || mentioned || text.startsWith('/') || isSelf(context?.participant),
      ...(quotes && { quotes }),
      sentAt: sentAt(message),
    };
  }

  function quoted(chat: string, context: proto.IContextInfo | undefined): IncomingMessage['quotes'] {
    const { stanzaId, participant } = context ?? {};
    if (!stanzaId || !participant || !addressOf(participant)) return undefined;
    if (isSelf(participant)) {
      const text = context?.quotedMessage && writtenIn(normalizeMessageContent(context.quotedMessage));
      return { ref: messageRef(chat, BOT, stanzaId), ...(text && { text }) };
    }
    const author = people.account(participant);
    return { ref: messageRef(chat, people.primary(participant), stanzaId), author };
  }

  /** The bot came or went. The server tells of it in a notification with an id and a time, as of a message. */
  function fromMembership(message: WAMessage, { chat, key }: Place): Added | Removed | undefined {
    const type = message.messageStubType!;
    const parameters = (message.messageStubParameters ?? []) as readonly string[];
    if (type === WAMessageStubType.GROUP_CHANGE_SUBJECT && parameters[0]) groups.rename(chat, parameters[0]);
    // A group that is new to the bot is announced whole, by its subject; otherwise those who came or left are listed.
    const concerned = type === WAMessageStubType.GROUP_CREATE || membersIn(parameters).some(isSelf);
    if (!isGroup(chat) || !concerned) return undefined;
    const at = sentAt(message);
    if (LEAVES.includes(type))
      return {
        kind: 'removed',
        ref: `${chatRef(chat)}:member:${key.id}` as MessageRef,
        chat: chatRef(chat),
        at,
      };
    if (!JOINS.includes(type)) return undefined;
    const title = type === WAMessageStubType.GROUP_CREATE ? parameters[0] : groups.title(chat);
    // Told of in both ways, it is one coming: the ref has the time.
    const ref = `${chatRef(chat)}:added:${toNumber(message.messageTimestamp)}` as MessageRef;
    return { kind: 'added', ref, chat: chatRef(chat), chatTitle: title ?? '', seesAll: true, at };
  }

  return read;
}

const writtenIn = (content: proto.IMessage | undefined): string | null | undefined =>
  content?.conversation ??
  content?.extendedTextMessage?.text ??
  content?.imageMessage?.caption ??
  content?.videoMessage?.caption ??
  content?.documentMessage?.caption;

const contextOf = (content: proto.IMessage): proto.IContextInfo | undefined =>
  Object.values(content).find(
    (part): part is { contextInfo: proto.IContextInfo } =>
      typeof part === 'object' && part !== null && 'contextInfo' in part && Boolean(part.contextInfo),
  )?.contextInfo;

/** Baileys gives those concerned as JSON texts of `{ id, phoneNumber, lid }`. */
function membersIn(parameters: readonly string[]): readonly string[] {
  return parameters.flatMap((parameter) => {
    if (!parameter.startsWith('{')) return [];
    const member = JSON.parse(parameter) as Record<string, unknown>;
    return [member.id, member.phoneNumber, member.lid].filter((jid) => typeof jid === 'string');
  });
}
