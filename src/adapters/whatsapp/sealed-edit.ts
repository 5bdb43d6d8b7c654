import { createDecipheriv, hkdfSync } from 'node:crypto';
import type { proto } from '@whiskeysockets/baileys';

/** AES-GCM: how long the tag at the end is, in bytes. */
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Opens the new form of a message that its sender's phone has sealed with the secret of the message as it was first. The
 * key is made for one message and one sender, who goes by either of these addresses. Undefined where it does not open.
 */
export function openSealedEdit(
  { encPayload, encIv }: proto.Message.ISecretEncryptedMessage,
  secret: Uint8Array,
  id: string,
  addresses: readonly string[],
): Uint8Array | undefined {
  if (!encPayload || !encIv) return undefined;
  for (const author of addresses)
    for (const editor of addresses) {
      const info = `${id}${author}${editor}Message Edit`;
      const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, KEY_BYTES));
      const opened = decipher(encPayload, key, encIv);
      if (opened) return opened;
    }
  return undefined;
}

function decipher(sealed: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array | undefined {
  try {
    const decipherer = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipherer.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipherer.update(sealed.subarray(0, -TAG_BYTES)), decipherer.final()]);
  } catch {
    return undefined;
  }
}
