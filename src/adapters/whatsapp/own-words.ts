import type { proto } from '@whiskeysockets/baileys';

/** WhatsApp shows a line that begins with `> ` as a quotation. */
const QUOTATION = /^[ \t]*>[ \t][^\n]*$/gm;

/** Whether a message was forwarded: by a person, from a channel, or from a chat with an assistant. */
export const isForwarded = (context: proto.IContextInfo | undefined): boolean =>
  Boolean(
    context &&
      (context.isForwarded ||
        context.forwardingScore ||
        context.forwardOrigin ||
        context.forwardedNewsletterMessageInfo ||
        context.forwardedAiBotMessageInfo),
  );

/** A text without the quotations in it; empty where nothing is left. */
export const ownLines = (text: string): string => text.replace(QUOTATION, '').trim();
