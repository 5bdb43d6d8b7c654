import { createDecipheriv, hkdfSync } from 'node:crypto';
import type { proto } from '@whiskeysockets/baileys';

/** The length of AES-GCM's tag at the end, in bytes. */
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Decrypts an edit that the sender's phone has sealed with the secret of the first form of the message. The key is derived from the
 * message's id and the sender's address, which may be any of `addresses`. Undefined where no key fits.
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
      const opened = decrypt(encPayload, key, encIv);
      if (opened) return opened;
    }
  return undefined;
}

function decrypt(sealed: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array | undefined {
  try {
    const decipherer = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipherer.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipherer.update(sealed.subarray(0, -TAG_BYTES)), decipherer.final()]);
  } catch {
    return undefined;
  }
}
