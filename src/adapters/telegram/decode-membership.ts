import type { ChatMember, Update } from 'grammy/types';
import type { MessageRef } from '../../domain/ids.ts';
import type { Added, Removed, Rights } from '../adapter.ts';
import { kindOf, moment, text } from './fields.ts';
import type { Self } from './identity.ts';
import { chatRef } from './refs.ts';

/** The bot was added, removed, or became or stopped being an admin; undefined for all other changes. */
export function fromMembership(
  change: NonNullable<Update['my_chat_member']>,
  updateId: number,
  self: Self,
): Added | Removed | Rights | undefined {
  const chatKind = kindOf(change.chat);
  const { old_chat_member: before, new_chat_member: after } = change;
  const was = isIn(before);
  const is = isIn(after);
  if (!chatKind || (was === is && isAdmin(before) === isAdmin(after))) return undefined;
  const chat = chatRef(change.chat.id);
  const at = moment(change.date);
  // The update's number distinguishes two changes of one second, because there is no message id.
  const ref = `${chat}:member:${change.date}:${updateId}` as MessageRef;
  if (!is) return { kind: 'removed', ref, chat, at };
  if (chatKind === 'private') return undefined;
  const chatTitle = text(change.chat.title ?? '');
  return {
    kind: was ? 'rights' : 'added',
    ref,
    chat,
    chatTitle,
    seesAll: self.seesAll || isAdmin(after),
    at,
  };
}

const isIn = (member: ChatMember): boolean =>
  member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';

const isAdmin = ({ status }: ChatMember): boolean => status === 'administrator';
