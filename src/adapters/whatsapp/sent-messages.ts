import { createHash } from 'node:crypto';
import type { proto, WASocket } from '@whiskeysockets/baileys';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import { isObject, parseJson } from '../../domain/json.ts';
import type { Baileys } from './auth.ts';

/** What was sent, by its id: for phones that ask again, and so that a retry repeats the same message. */
export interface SentMessages {
  get(
    id: string,
  ):
    | { readonly key: string; readonly chat: string; readonly message: string; readonly at: Instant }
    | undefined;
  /** Keeps a message (JSON) under its id and the key that it was sent with; an id that is there already stays as it is. */
  put(id: string, key: string, chat: string, message: string, at: Instant, toStranger: boolean): void;
  /** Whether a message is the bot's own, by whichever number: those are known for longer, and of numbers that are gone. */
  hasSaid(ref: MessageRef): boolean;
  /** How many were sent after that, to people without a role or to all others. */
  since(at: Instant, toStranger: boolean): number;
}

/** A message as it was kept; undefined where there is none, or it is malformed. */
export function readSent({ proto }: Baileys, sent: SentMessages, id: string): proto.IMessage | undefined {
  const value = parseJson(sent.get(id)?.message);
  return isObject(value) ? proto.Message.fromObject(value) : undefined;
}

/** A message's id: a hash of the session's identity and the idempotency key, so that every retry has the same. */
export function messageIdFor(sock: WASocket, key: string): string {
  const hash = createHash('sha256').update(sock.authState.creds.signedIdentityKey.public).update(key);
  return `3EB0${hash.digest('hex').slice(0, 18).toUpperCase()}`;
}
