import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { proto } from '@whiskeysockets/baileys';

const hmac = (key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
};

/** An edit as phones send it since May 2026: sealed with the secret of the message as it was first. */
export function sealedEdit(
  original: { readonly id: string; readonly chat: string; readonly secret: Uint8Array },
  author: string,
  editedMessage: proto.IMessage,
): proto.IMessage {
  const { id, chat, secret } = original;
  const targetMessageKey = { remoteJid: chat, fromMe: true, id };
  const change = {
    key: targetMessageKey,
    type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
    editedMessage,
  };
  const plain = proto.Message.encode({ protocolMessage: change }).finish();
  // HKDF-SHA256 (RFC 5869) without a salt, for one block.
  const key = hmac(hmac(new Uint8Array(32), secret), id, author, author, 'Message Edit', Uint8Array.of(1));
  const encIv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, encIv);
  const encPayload = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const secretEncType = proto.Message.SecretEncryptedMessage.SecretEncType.MESSAGE_EDIT;
  return { secretEncryptedMessage: { targetMessageKey, encPayload, encIv, secretEncType } };
}
