import type { proto, WAMessage } from '@whiskeysockets/baileys';
import { fromUnixSeconds } from '../../domain/clock.ts';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import type { Added, IncomingMessage, PlatformEvent, Removed } from '../adapter.ts';
import type { Baileys } from './auth.ts';
import { contextIn, mediaIn, textIn, type Unwrapped, unwrap } from './content.ts';
import type { Groups } from './groups.ts';
import { takeMentionsOut } from './mentions.ts';
import { isForwarded, ownLines } from './own-words.ts';
import type { People } from './people.ts';
import { addressOf, BOT, bare, chatRef, isGroup, isLid, isPhone, messageRef } from './refs.ts';
import { openSealedEdit } from './sealed-edit.ts';

/** Whether an address is the bot's own: it has a number and a LID. */
export type IsSelf = (jid: string | null | undefined) => boolean;

/** What changes of a message are sealed with, where it is known. */
export type SecretOf = (ref: MessageRef) => Uint8Array | undefined;

interface Place {
  /** The group, or the person that a private chat is with. */
  readonly chat: string;
  readonly key: WAMessage['key'];
  /** Who wrote it; nobody for some notices of the server. */
  readonly from: string | undefined;
}

/** What a message of WhatsApp means to the bot; undefined for all that means nothing to it. Synchronous. */
export function createDecoder(
  { proto, toNumber, WAMessageStubType }: Baileys,
  people: People,
  groups: Groups,
  isSelf: IsSelf,
  secretOf: SecretOf,
) {
  const EDIT = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
  const SEALED_EDIT = proto.Message.SecretEncryptedMessage.SecretEncType.MESSAGE_EDIT;
  const { HD_IMAGE_DUAL_UPLOAD, HD_VIDEO_DUAL_UPLOAD, HEVC_VIDEO_DUAL_UPLOAD } =
    proto.MessageAssociation.AssociationType;
  /** The same once more, in a better quality. */
  const DOUBLES: readonly unknown[] = [HD_IMAGE_DUAL_UPLOAD, HD_VIDEO_DUAL_UPLOAD, HEVC_VIDEO_DUAL_UPLOAD];
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
    const opened = unwrap(message.message);
    if (!opened) return undefined;
    const { protocolMessage: change, secretEncryptedMessage: sealed } = opened.content;
    if (sealed)
      return sealed.secretEncType === SEALED_EDIT ? fromSealed(message, sealed, place, from) : undefined;
    if (!change) return fromContent(message, opened, place, from);
    // A deletion leaves what was reported standing: who means it says /batal.
    const edited = change.type === EDIT && unwrap(change.editedMessage);
    return edited && change.key?.id ? fromEdit(message, change.key.id, edited, place, from) : undefined;
  }

  function fromEdit(
    message: WAMessage,
    id: string,
    edited: Unwrapped,
    place: Place,
    from: string,
  ): IncomingMessage | undefined {
    const event = fromContent(message, edited, place, from);
    return event && { ...event, ...asEdit(message, place, from, id) };
  }

  function asEdit(message: WAMessage, { chat }: Place, from: string, id: string) {
    const edits = messageRef(chat, from, id);
    return { ref: `${edits}:e${message.key.id}` as MessageRef, edits };
  }

  /** WhatsApp, since May 2026: an edit is sealed with a secret that came with the message as it was first. */
  function fromSealed(
    message: WAMessage,
    sealed: proto.Message.ISecretEncryptedMessage,
    place: Place,
    from: string,
  ): IncomingMessage | undefined {
    const id = sealed.targetMessageKey?.id;
    if (!id) return undefined;
    const { participant, participantAlt, remoteJid, remoteJidAlt } = message.key;
    const addresses = people.addresses(participant ?? remoteJid!, participantAlt ?? remoteJidAlt);
    const secret = secretOf(messageRef(place.chat, from, id));
    const plain = secret && openSealedEdit(sealed, secret, id, addresses);
    const opened = plain && unwrap(proto.Message.decode(plain));
    const edited = opened && (unwrap(opened.content.protocolMessage?.editedMessage) ?? opened);
    return edited
      ? fromEdit(message, id, edited, place, from)
      : { ...common(message, place, from), ...asEdit(message, place, from, id), unreadable: true };
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
    { content, association }: Unwrapped,
    place: Place,
    from: string,
  ): IncomingMessage | undefined {
    const context = contextIn(content);
    const jids = context?.mentionedJid ?? [];
    const said = takeMentionsOut(textIn(content) ?? '', jids, isSelf);
    const mentioned = jids.some(isSelf);
    // Of a message that is nothing but a quotation, the quotation is read, as somebody else's words.
    const own = ownLines(said);
    const onlyQuoted = own === '' && said !== '';
    const text = onlyQuoted ? said : own;
    const asked = isSelf(context?.participant);
    const media = mediaIn(content) ?? (asked && !text ? 'other' : undefined);
    if (!text && !mentioned && !media) return undefined;
    const quotes = quoted(place.chat, context);
    const parent = association?.parentMessageKey?.id;
    const isDouble = DOUBLES.includes(association?.associationType);
    if (isDouble && !text) return undefined;
    return {
      ...common(message, place, from),
      ...(isDouble && parent && { ref: messageRef(place.chat, from, parent) }),
      ...(!isDouble && parent && { album: parent }),
      text,
      ...(media && { media }),
      ...((onlyQuoted || isForwarded(context)) && { forwarded: true as const }),
      addressed: !isGroup(place.chat) || mentioned || text.startsWith('/') || asked,
      ...(quotes && { quotes }),
    };
  }

  /** Of every message: where, by whom and when. */
  function common(message: WAMessage, { chat, key }: Place, from: string): IncomingMessage {
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
      sentAt: sentAt(message),
    };
  }

  function quoted(chat: string, context: proto.IContextInfo | undefined): IncomingMessage['quotes'] {
    const { stanzaId, participant } = context ?? {};
    if (!stanzaId || !participant || !addressOf(participant)) return undefined;
    if (isSelf(participant)) {
      const shown = unwrap(context?.quotedMessage);
      const text = shown && textIn(shown.content);
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

/** Baileys gives those concerned as JSON texts of `{ id, phoneNumber, lid }`. */
function membersIn(parameters: readonly string[]): readonly string[] {
  return parameters.flatMap((parameter) => {
    if (!parameter.startsWith('{')) return [];
    const member = JSON.parse(parameter) as Record<string, unknown>;
    return [member.id, member.phoneNumber, member.lid].filter((jid) => typeof jid === 'string');
  });
}
