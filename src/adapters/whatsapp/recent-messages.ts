import type { proto } from '@whiskeysockets/baileys';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import { unwrap } from './content.ts';

/** The secrets that edits of a message are sealed with, by the message; base64. */
export interface MessageSecrets {
  get(ref: MessageRef): string | undefined;
  put(ref: MessageRef, secret: string, at: Instant): void;
}

const MOST_MESSAGES = 200;

export type RecentMessages = ReturnType<typeof createRecentMessages>;

/** The latest messages, kept in memory: an answer quotes them, and edits of them are opened with their secrets. */
export function createRecentMessages(secrets: MessageSecrets) {
  const latest = new Map<MessageRef, proto.IMessage>();
  return {
    add(ref: MessageRef, content: proto.IMessage): void {
      latest.set(ref, content);
      const [oldest] = latest.keys();
      if (latest.size > MOST_MESSAGES && oldest) latest.delete(oldest);
    },
    get: (ref: MessageRef): proto.IMessage | undefined => latest.get(ref),
    /** The secret of a message: from memory, or as it was kept in `secrets`. */
    secretOf(ref: MessageRef): Uint8Array | undefined {
      const kept = secrets.get(ref);
      return unwrap(latest.get(ref))?.secret ?? (kept ? Buffer.from(kept, 'base64') : undefined);
    },
  };
}
