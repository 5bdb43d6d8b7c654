import type { WAMessage } from '@whiskeysockets/baileys';
import type { IncomingMessage, PlatformEvent } from '../adapter.ts';
import type { Baileys } from './auth.ts';
import { unwrap } from './content.ts';
import { type DecodeContext, envelope, fromContent, type Place, type Written } from './decode-content.ts';
import { fromEdit, fromSealedEdit } from './decode-edit.ts';
import { fromMembership } from './decode-membership.ts';
import type { People } from './people.ts';
import { bare, isGroup, isLid, isPhone } from './refs.ts';

/**
 * Makes the decoder: a message of WhatsApp becomes an event; undefined for everything that means nothing to the bot. The
 * decoder is synchronous. It throws for a message that is not built as WhatsApp builds them.
 */
export const createDecoder =
  (context: DecodeContext) =>
  (message: WAMessage): PlatformEvent | undefined => {
    const place = placeOf(message.key, context.people);
    if (!place) return undefined;
    if (message.messageStubType) return fromMembership(message, place, context);
    if (!place.from) return undefined;
    // What another number of ours said.
    if (!message.key.fromMe && context.hasSent(place.chat, place.key.id!)) return undefined;
    const heard = fromWritten({ ...place, message, from: place.from }, context);
    return message.key.fromMe ? onlyShown(heard) : heard;
  };

function fromWritten(written: Written, context: DecodeContext): IncomingMessage | undefined {
  const opened = unwrap(written.message.message);
  if (!opened) return undefined;
  const { protocolMessage: change, secretEncryptedMessage: sealed, reactionMessage } = opened.content;
  if (sealed)
    return sealed.secretEncType === sealedEditType(context.baileys)
      ? fromSealedEdit(sealed, written, context)
      : undefined;
  const beside = change?.memberLabel?.label ?? reactionMessage?.text ?? '';
  // A group reads it, and it is said to nobody: a sign is no secret, a word may be one.
  if (/[a-z\d]/i.test(beside)) return onlyShown({ ...envelope(written, context), shown: beside });
  if (!change) return fromContent(opened, written, context);
  // A deletion does not take a report back: that is what /batal is for.
  const edited = change.type === editType(context.baileys) && unwrap(change.editedMessage);
  if (!edited || !change.key?.id) return undefined;
  return fromEdit(
    { ...edited, forwarded: edited.forwarded || opened.forwarded },
    change.key.id,
    written,
    context,
  );
}

/** What somebody writes on the phone of the bot's own number is said to nobody, and yet a group reads it. */
function onlyShown(heard: IncomingMessage | undefined): IncomingMessage | undefined {
  if (heard?.chatKind !== 'group') return undefined;
  const { kind, ref, chat, chatKind, sender, sentAt, shown = heard.text } = heard;
  if (shown === '') return undefined;
  return { kind, ref, chat, chatKind, sender, text: '', shown, onlyShown: true, addressed: false, sentAt };
}

const editType = ({ proto }: Baileys) => proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;

const sealedEditType = ({ proto }: Baileys) =>
  proto.Message.SecretEncryptedMessage.SecretEncType.MESSAGE_EDIT;

function placeOf(key: WAMessage['key'], people: People): Place | undefined {
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
