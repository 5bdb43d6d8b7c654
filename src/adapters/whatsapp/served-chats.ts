import type { ChatRef } from '../../domain/ids.ts';
import type { NumberBook } from './number-book.ts';
import { isGroup, jidOf } from './refs.ts';

/**
 * Which number serves which chat: of groups the book knows it. Of people nothing more is kept than each session has of them, under
 * a pseudonym: `writtenTo` gives a number that somebody has written to.
 */
export function createServedChats(
  book: NumberBook,
  writtenTo: (chat: ChatRef) => number | undefined,
  mayServe: (chat: ChatRef, number: number) => boolean,
) {
  const found = new Map<ChatRef, number>();

  function by(chat: ChatRef): number | undefined {
    const number = found.get(chat) ?? (isGroupChat(chat) ? book.serving(chat) : writtenTo(chat));
    if (number !== undefined) found.set(chat, number);
    return number;
  }

  /** The other number that serves a group, and may go on with it. */
  function byOther(chat: ChatRef, number: number): number | undefined {
    const other = isGroupChat(chat) ? by(chat) : undefined;
    return other !== undefined && other !== number && mayServe(chat, other) ? other : undefined;
  }

  return {
    by,
    byOther,
    /** A number that hears from a chat serves it: a private one in any case, a group that no other serves. */
    claim(chat: ChatRef, number: number): void {
      if (isGroupChat(chat) && by(chat) !== number) book.serve(chat, number);
      found.set(chat, number);
    },
    /** The number that served a group is no longer in it: the next that hears from it serves it, or another that is in it; false where none is. */
    async pass(chat: ChatRef, findMember: (chat: ChatRef) => Promise<number | undefined>): Promise<boolean> {
      book.leave(chat);
      found.delete(chat);
      const other = await findMember(chat);
      if (other === undefined) return false;
      book.serve(chat, other);
      found.set(chat, other);
      return true;
    },
    /** A number is gone: its chats may be served by others. */
    forget: (): void => found.clear(),
  };
}

const isGroupChat = (chat: ChatRef): boolean => isGroup(jidOf(chat) ?? '');
