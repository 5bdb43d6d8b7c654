import type { proto } from '@whiskeysockets/baileys';
import type { MessageRef } from '../../domain/ids.ts';
import type { IncomingMessage } from '../adapter.ts';
import { type Unwrapped, unwrap } from './content.ts';
import { type DecodeContext, envelope, fromContent, type Written } from './decode-content.ts';
import { messageRef, shortId } from './refs.ts';
import { openSealedEdit } from './sealed-edit.ts';

/** The new form of the message with this id. */
export function fromEdit(
  edited: Unwrapped,
  id: string,
  written: Written,
  context: DecodeContext,
): IncomingMessage | undefined {
  const event = fromContent(edited, written, context);
  return event && { ...event, ...editRefs(written, id) };
}

/** WhatsApp, since May 2026: an edit is sealed with a secret that came with the first form of the message. */
export function fromSealedEdit(
  sealed: proto.Message.ISecretEncryptedMessage,
  written: Written,
  context: DecodeContext,
): IncomingMessage | undefined {
  const id = sealed.targetMessageKey?.id;
  if (!id) return undefined;
  const edited = open(sealed, id, written, context);
  return edited
    ? fromEdit(edited, id, written, context)
    : { ...envelope(written, context), ...editRefs(written, id), unreadable: true };
}

function open(
  sealed: proto.Message.ISecretEncryptedMessage,
  id: string,
  { message, chat, from }: Written,
  { baileys, people, secretOf }: DecodeContext,
): Unwrapped | undefined {
  const { participant, participantAlt, remoteJid, remoteJidAlt } = message.key;
  const addresses = people.addresses(participant ?? remoteJid!, participantAlt ?? remoteJidAlt);
  const secret = secretOf(messageRef(chat, from, id));
  const plain = secret && openSealedEdit(sealed, secret, id, addresses);
  const opened = plain && unwrap(baileys.proto.Message.decode(plain));
  return opened && (unwrap(opened.content.protocolMessage?.editedMessage) ?? opened);
}

function editRefs({ message, chat, from }: Written, id: string) {
  const edits = messageRef(chat, from, id);
  return { ref: `${edits}:e${shortId(message.key.id!)}` as MessageRef, edits };
}
