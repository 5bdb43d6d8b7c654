import type { ChatRef, MessageRef, UserRef } from '../../domain/ids.ts';

/** The digits of a whole number; throws for anything else, so that no ref becomes `telegram:undefined`. */
export function digits(id: number): string {
  if (!Number.isSafeInteger(id)) throw new TypeError('not a number of Telegram');
  return String(id);
}

export const chatRef = (chat: number): ChatRef => `telegram:${digits(chat)}` as ChatRef;
export const userRef = (user: number): UserRef => `telegram:${digits(user)}` as UserRef;
export const messageRef = (chat: number, message: number): MessageRef =>
  `telegram:${digits(chat)}:${digits(message)}` as MessageRef;

/** Telegram's number of a chat or an account; undefined for a ref of another platform. */
export const idOf = (ref: ChatRef | UserRef): number | undefined => {
  const id = /^telegram:(-?\d+)$/.exec(ref)?.[1];
  return id === undefined ? undefined : Number(id);
};

/** A message's id in that chat, also from an edit's ref; undefined for a press or a message of another chat. */
export const messageIdIn = (chat: ChatRef, ref: MessageRef): number | undefined => {
  const id = ref.startsWith(`${chat}:`) ? /^\d+/.exec(ref.slice(chat.length + 1))?.[0] : undefined;
  return id === undefined ? undefined : Number(id);
};
