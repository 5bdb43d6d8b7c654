import type { Message, User } from 'grammy/types';
import type { Account } from '../../domain/people.ts';
import { text } from './fields.ts';
import { userRef } from './refs.ts';

/** Bot API: admins who write in the name of their group are shown as this account (GroupAnonymousBot). */
const ANONYMOUS_ADMIN = 1087968824;

export const accountOf = (user: User): Account => ({
  refs: [userRef(user.id)],
  name:
    [user.first_name, user.last_name].filter(Boolean).map(text).join(' ') ||
    text(user.username || String(user.id)),
  ...(user.username && { sign: `@${text(user.username)}` }),
});

/**
 * Who wrote a message; undefined for a bot or a linked channel's post. `from` is a stand-in wherever a chat is the sender: an
 * anonymous admin, or somebody in a channel's name.
 */
export function senderOf(message: Message): Account | 'anonymous' | undefined {
  const { from, sender_chat: asChat } = message;
  if (message.is_automatic_forward || !from) return undefined;
  if (asChat) return asChat.id !== message.chat.id || from.id === ANONYMOUS_ADMIN ? 'anonymous' : undefined;
  return from.is_bot ? undefined : accountOf(from);
}
