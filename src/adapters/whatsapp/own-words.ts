import type { proto } from '@whiskeysockets/baileys';

/** WhatsApp shows a line that begins with `> ` as a quotation. */
const QUOTATION = /^[ \t]*>[ \t][^\n]*$/gm;
/** What stands between two `~` that touch it is shown as struck out. */
const STRUCK = /(?<![\p{L}\p{N}~])~(?![\s~])[^~\n]*(?<!\s)~(?![\p{L}\p{N}~])/gu;

/**
 * Whether a message was forwarded: by a person, a business, from a channel, or from a chat with an assistant. A field is
 * recognised by its name, because WhatsApp adds new ones: all of them speak of forwarding.
 */
export const isForwarded = (context: proto.IContextInfo | undefined): boolean =>
  Object.entries(context ?? {}).some(
    ([name, value]) => Boolean(value) && (isForwarding(name) || name === 'botMessageSharingInfo'),
  );

/** Whether a field or a wrapper is one of forwarded messages, by its name. */
export const isForwarding = (name: string): boolean => /forward/i.test(name);

/** A text without the words that its sender struck out: they are not said. */
export const withoutStruck = (text: string): string => text.replace(STRUCK, ' ').trim();

/** A text without the quotations in it; empty where nothing is left. */
export const ownLines = (text: string): string => text.replace(QUOTATION, '').trim();
