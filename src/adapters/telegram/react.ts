import type { ChatRef, MessageRef } from '../../domain/ids.ts';
import type { CallApi } from './api.ts';
import { describeError } from './errors.ts';
import { idOf, messageIdIn } from './refs.ts';

/** "Noted". Bot API, ReactionTypeEmoji: bots choose from a list, which has no ✅. */
const RECORDED = '✍';

/** Marks a message as recorded; nothing for a press. Throws what Telegram refuses, without the address that holds the token. */
export async function react(chat: ChatRef, message: MessageRef, ask: CallApi, ms: number): Promise<void> {
  const chat_id = idOf(chat);
  const message_id = messageIdIn(chat, message);
  if (chat_id === undefined || message_id === undefined) return;
  try {
    await ask(ms, (api, signal) =>
      api.setMessageReaction({ chat_id, message_id, reaction: [{ type: 'emoji', emoji: RECORDED }] }, signal),
    );
  } catch (error) {
    throw new Error(describeError(error));
  }
}
